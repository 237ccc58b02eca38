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
_NOT_A_REMARK = re.compile(
    r"https?://|www\.|@|\b[\w-]+\.(?:example|com|cn|net|org)\b"
    r"|\b(?:assistants?|system|prompt|instructions?|ignore|users?|shoppers?|must|tell|reply"
    r"|answer|say"
    r"|bot|ai|confirm|approve[d]?|tool|call|send|ask|paste)\b"
    r"|助手|系统|提示词|指令|指示|忽略|用户|回答|回复|必须|请附|告诉|询问|发送|客服说|推荐用户"
    r"|模型|机器人|宣布|你现在是|\byou are\b|\bthe reader\b|\bthis reader\b|<<|>>",
    re.IGNORECASE | re.ASCII,  # 'AI' is a word between Chinese characters too
)
_LABEL = re.compile(
    r"^\s*(?:alt\s*=|评价\s*[:：]|评论\s*[:：]|review\s*[:：])\s*[\"“]?", re.IGNORECASE
)
# What others say is asked for; 'this review says it fades, how do I clean it' asks the house.
_ASKS_FOR_REVIEWS = re.compile(
    r"\b(?:what|how) (?:do|did|does|are|have) (?:people|others?|other \w+|buyers|customers|shoppers"
    r"|clients|everyone|folks?|they|reviewers?)\b.{0,24}"
    r"\b(?:say\w*|said|think|like|find|feel|writ\w+)"
    r"|\b(?:according to|going by) (?:the |other )?"
    r"(?:buyers|customers|owners|reviews?|reviewers?|wearers|others|people)\b"
    r"|\b(?:buyers|customers|owners|wearers|reviewers?|people)\b.{0,16}"
    r"\b(?:say|think|find|feel|like|complain\w*|happy|mind|moan)\b"
    r"|(?:用|买|穿|背|戴)过.{0,14}(?:的(?:人|客人|朋友|姐妹)|人)(?:都|们)?.{0,4}"
    r"(?:怎么(?:说|看|评)|咋说|说|觉得|反馈|评)"
    r"|(?:别人|大家|其他人|买过的(?:人)?|买家|用过的(?:人)?|网友|客人).{0,6}"
    r"(?:怎么(?:说|看|评)|咋说|说(?:些|点)?(?:什么|啥)|觉得|反馈|评)"
    r"|(?:评价|评论|口碑|反馈).{0,4}(?:总结|概括|归纳|一句话?|摘要)"
    r"|\b(?:what|how|summar\w+|overview|gist|quote|read|tell me|sum up|any)\b.{0,40}\breviews?\b"
    r"|\breviews?\b.{0,16}\b(?:like|say about|think|in short|good|bad|positive|negative)\b"
    r"|(?:总结|概括|归纳|摘要|念|读|看看|有没有|有什么|哪些).{0,8}(?:评价|评论|口碑|买家秀)"
    r"|(?:评价|评论|口碑|买家秀)(?:都|里|中|们|者)?(?:怎么(?:说|样)|说了?(?:些|点)?(?:什么|啥)"
    r"|如何|好不好|好吗|咋样)",
    re.IGNORECASE,
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
    return [sentence.strip(' "”') for sentence in sentences_of(visible)]


def quoted_reviews(question: Question) -> list[Evidence]:
    """What attached reviews say, word for word, when that is what was asked."""
    if not _ASKS_FOR_REVIEWS.search(question.text):
        return []
    reviews = [a for a in question.attachments if "review" in a.channel]
    kept = _fit_to_quote([remark for each in reviews for remark in remarks(each)], question.lang)
    return (
        [Evidence(_as_passage(kept, question.lang), _told(kept, question.lang), ("review",))]
        if kept
        else []
    )


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


def _as_passage(kept: Sequence[str], lang: Lang) -> Passage:
    title = "附上的评价" if lang == "zh" else "Attached review"
    return Passage(
        article="attached-review", revision=0, section="review", lang=lang, article_title=title,
        title=title, text="\n".join(kept), asks=(), about=(), source=(), topic="review",
        behaviour=Behaviour.ANSWER, reason=None,
    )  # fmt: skip
