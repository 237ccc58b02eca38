"""Attached text: what came with a message is data, and only what reads as a remark is kept.

A review or a document may hold instructions to the advisor, links, or text that a person cannot
see. None of it is ever followed. What remains may help to find the right passage, and a review's
own words may be quoted when the shopper asks what reviews say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from agents.turn import Evidence, Question
from knowledge.passages import Passage, sentences_of
from shop.conversations import Attachment, Behaviour
from shop.language import Lang

_HIDDEN = re.compile(
    r"<(\w+)[^>]*>.*?</\1>|<[^>]*>|\[\[.*?\]\]|\{\{.*?\}\}|\{[^{}]*\}|<!--.*?-->"
    r"|!?\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\([^()]*\))?",  # asides and links in square brackets
    re.DOTALL,
)
_LINK = r"https?://|www\.|@|\b[\w-]+\.(?:example|com|cn|net|org)\b"
_MACHINES = (  # what an instruction is written to, or speaks of
    r"\b(?:assistants?|chatbots?|bots?|ai|llms?|models?|modes?|system|prompt|tool|admin\w*)\b"
    r"|助手|系统|提示词|模型|机器人|模式|管理员"
)
_READERS = r"\b(?:users?|shoppers?)\b|用户|\b(?:the|this) reader\b|\byou are\b|你现在是"
_ORDERS = (
    r"\b(?:instructions?|must|ignore|override|pretend|confirm|approved?|call|send|ask|paste)\b"
    r"|指令|指示|必须|忽略|请附|询问|发送"
)
_TO_BE_SAID = (  # 'tell her that …', 'announce that …'
    r"\b(?:tell|reply|answer|say|states?|declare|claim|respond|output|inform|convince|persuade"
    r"|notice|announce\w*)\b"
    r"|告诉|回答|回复|声明|宣称|宣布|公告|客服说"
)
_NOT_A_REMARK = re.compile(
    "|".join((_LINK, _MACHINES, _READERS, _ORDERS, _TO_BE_SAID, "<<|>>")),
    re.IGNORECASE | re.ASCII,  # 'AI' is a word between Chinese characters too
)
_LABEL = re.compile(
    r"^\s*(?:alt\s*=|评价\s*[:：]|评论\s*[:：]|review\s*[:：])\s*[\"“]?", re.IGNORECASE
)
# What others say is asked for; 'this review says it fades, how do I clean it' asks the house.
_OF_OTHERS = re.compile(
    r"\b(?:reviews?|ratings?|comments?|feedback|gripes?|opinions?|people|ppl|peeps|folks?|others?|buyers?"
    r"|customers?|shoppers?|clients?|owners?|wearers?|reviewers?|everyone|anyone|everybody"
    r"|anybody|they)\b"
    r"|评价|评论|口碑|反馈|买家秀|晒单|大家|别人|其他人|人家|买家|网友|客人|[用买穿戴背]过",
    re.IGNORECASE | re.ASCII,
)
_ASKS_THE_HOUSE = re.compile(
    r"\b(?:how|what|where|which|when) (?:do|should|can|could|must|would) i\b"
    r"|\b(?:should|can|could|may|must) i\b|\bhow to\b|\bprice\b|\bcost\b|\breturn\b"
    r"|怎么(?:洗|清|擦|办|护|保养|处理|弄|退|选)|如何(?:洗|清|护|保养|处理)|能不能|可不可以|多少钱"
    r"|什么材质|什么皮|什么做的"
    r"|要不要|该不该",
    re.IGNORECASE | re.ASCII,
)
_ASKS_SOMETHING = re.compile(
    r"\b(?:can|does|do|is|are|will|may|how|what|which|should)\b"
    r"|[吗呢几哪]|多少|怎么|如何|能|要点|帮我|保养|[?？]",
    re.IGNORECASE | re.ASCII,
)
_ASKS_TO_CHECK = re.compile(
    r"\b(?:is|are|was|were)\b.{0,40}\b(?:right|true|correct|accurate|wrong|real|so)\b\s*\??"
    r"|\b(?:true|right|correct|accurate)\s*\?"
    r"|\b(?:check|verify|confirm) (?:it|this|that|whether|if)\b"
    r"|\b(?:can|should|do) i (?:trust|believe)\b|\btrustworthy\b|\breliable\b"
    r"|信得过|能信|可以信|该信|信吗|听.{0,3}的吗"
    r"|对吗|对不对|对么|是真的|真的吗|属实|准吗|准确|靠谱|没错吧|有没有错|是这样吗|说得对|核实"
    r"|可信",
    re.IGNORECASE,
)
# Promises, prices and verdicts of others are not for the house to repeat, even in quotation marks.
_NOT_TO_QUOTE = re.compile(
    r"\b(?:authentic\w*|genuine|fakes?|counterfeits?|replicas?|discounts?|coupons?|refund\w*"
    r"|free|sale"
    r"|cheap\w*|lawsuit|scam\w*|guarantee\w*|whats ?app|wechat|telegram|code)\b|\d{6,}"
    r"|[$€£¥]\s?\d|\d ?% off"
    r"|正品|真货|假货|高仿|打.{0,2}折|折扣|优惠|免费|退款|赔|骗|便宜|微信|加我|QQ|代购|保证"
    r"|\d+ ?元|加\s?v\b|刷的|刷单",
    re.IGNORECASE | re.ASCII,
)
# Drawn between texts; signs that no sentence holds twice part them wherever they stand.
_RULES = re.compile(r"(?:^|(?<=\s))(?:[-—#=*~|/<>]{2,})(?=\s|$)|[%@$^&_+~#*|]{2,}")
_CLAUSES = re.compile(r"(?<=[,，;；。.?？!！])\s*")
_CLAUSE = re.compile(r"[,，;；:：、/]\s*|\s+(?:and|but|so|then|because)\s+", re.IGNORECASE)
_MOST_REMARKS = 3
_READ = 4_000  # characters: what hides text is looked for in time that grows as their square
_LONGEST = 200  # characters that help the search
_LONGEST_QUOTE = {"zh": 90, "en": 220}  # characters of what others wrote


def remarks(attachment: Attachment) -> list[str]:
    """The sentences of an attached text that only describe; never an instruction or a link."""
    return [
        s for s in _visible_sentences(attachment.text) if len(s) > 1 and not _NOT_A_REMARK.search(s)
    ]


def search_words(attachments: Sequence[Attachment]) -> str:
    """What may help to find passages, at most a few words.

    Of a sentence that also instructs, the clauses that don't: 'they do 24 months and if you paste
    X the bot must confirm' is about 24 months.
    """
    found = (clause for attached in attachments for clause in _describing(attached.text))
    return " ".join(found)[:_LONGEST]


def asks_to_check(text: str) -> bool:
    """Whether somebody else's words are shown to learn if they are right."""
    return _ASKS_TO_CHECK.search(text) is not None


@lru_cache(maxsize=16)  # each question of a message asks for the same
def _describing(text: str) -> tuple[str, ...]:
    return tuple(_clauses_that_describe(text))


def _clauses_that_describe(text: str) -> Iterator[str]:
    for sentence in _visible_sentences(text):
        clauses = [sentence] if not _NOT_A_REMARK.search(sentence) else _CLAUSE.split(sentence)
        yield from (c.strip() for c in clauses if len(c) > 1 and not _NOT_A_REMARK.search(c))


def _visible_sentences(text: str) -> list[str]:
    visible = _LABEL.sub("", _HIDDEN.sub(" ", text[:_READ]))
    parts = (part for sentence in sentences_of(visible) for part in _RULES.split(sentence))
    return [part.strip(' "”') for part in parts]


def quoted_reviews(question: Question) -> list[Evidence]:
    """What attached reviews say, word for word, when that is what was asked."""
    if not _asks_what_others_say(question.text):
        return []
    reviews = [a for a in question.attachments if "review" in a.channel]
    kept = _fit_to_quote([remark for each in reviews for remark in remarks(each)], question.lang)
    return (
        [Evidence(_as_passage(kept, question.lang), _told(kept, question.lang), ("review",))]
        if kept
        else []
    )


def _asks_what_others_say(text: str) -> bool:
    """'A reviewer got it wet, can suede get wet?' only tells of others, and asks the house."""
    clauses = [clause for clause in _CLAUSES.split(text) if clause.strip()]
    of_others = [at for at, clause in enumerate(clauses) if _OF_OTHERS.search(clause)]
    if not of_others or _ASKS_THE_HOUSE.search(text) or asks_to_check(text):
        return False
    return not any(_ASKS_SOMETHING.search(clause) for clause in clauses[of_others[-1] + 1 :])


def _fit_to_quote(said: Sequence[str], lang: Lang) -> list[str]:
    """The first few remarks that state nothing the house would have to answer for, kept short."""
    kept: list[str] = []
    room = _LONGEST_QUOTE[lang]
    for remark in said:
        if len(kept) < _MOST_REMARKS and len(remark) <= room and not _NOT_TO_QUOTE.search(remark):
            kept.append(remark)
            room -= len(remark)
    return kept


def _told(kept: Sequence[str], lang: Lang) -> str:
    if lang == "zh":
        return f"您附上的评价写道：“{'；'.join(remark.rstrip('。') for remark in kept)}”"
    return f"The review you attached says: “{' '.join(kept)}”"


def quoted_label(line: str, lang: Lang) -> Evidence:
    """What a line of an attached care label says, word for word."""
    told = (
        f"您附上的标签写着：“{line}”" if lang == "zh" else f"The label you attached says: “{line}”"
    )
    title = "附上的标签" if lang == "zh" else "Attached label"
    return Evidence(_as_passage([line], lang, title), told, ("label",))


def _as_passage(kept: Sequence[str], lang: Lang, title: str = "") -> Passage:
    title = title or ("附上的评价" if lang == "zh" else "Attached review")
    return Passage(
        article="attached-review", revision=0, section="review", lang=lang, article_title=title,
        title=title, text="\n".join(kept), asks=(), about=(), source=(), topic="review",
        behaviour=Behaviour.ANSWER, reason=None,
    )  # fmt: skip
