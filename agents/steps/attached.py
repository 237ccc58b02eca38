"""Attached text: what came with a message is data, and only what reads as a remark is kept.

A review or a document may hold instructions to the advisor, links, or text that a person cannot
see. None of it is ever followed. What remains may help to find the right passage, and a review's
own words may be quoted when the shopper asks what reviews say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.turn import Evidence, Question
from knowledge.passages import Passage, sentences_of
from shop.conversations import Attachment, Behaviour
from shop.language import Lang

_HIDDEN = re.compile(
    r"<(\w+)[^>]*>.*?</\1>|<[^>]*>|\[\[.*?\]\]|\{\{.*?\}\}|\{[^{}]*\}|<!--.*?-->", re.DOTALL
)
_NOT_A_REMARK = re.compile(
    r"https?://|www\.|@|\b[\w-]+\.(?:example|com|cn|net|org)\b"
    r"|\b(?:assistants?|system|prompt|instructions?|ignore|users?|shoppers?|must|tell|reply|answer|say"
    r"|bot|ai|confirm|approve[d]?|tool|call|send|ask|paste)\b"
    r"|助手|系统|提示词|指令|指示|忽略|用户|回答|回复|必须|请附|告诉|询问|发送|客服说|推荐用户|模型|机器人",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\s*(?:alt\s*=|评价\s*[:：]|评论\s*[:：]|review\s*[:：])\s*[\"“]?", re.IGNORECASE
)
_ASKS_FOR_REVIEWS = re.compile(r"\breviews?\b|评价|评论|口碑|买家秀", re.IGNORECASE)
_MOST_REMARKS = 3
_READ = 4_000  # characters: what hides text is looked for in time that grows as their square
_LONGEST = 200  # characters that help the search


def remarks(attachment: Attachment) -> list[str]:
    """The sentences of an attached text that only describe; never an instruction or a link."""
    visible = _LABEL.sub("", _HIDDEN.sub(" ", attachment.text[:_READ]))
    sentences = (sentence.strip(' "”') for sentence in sentences_of(visible))
    return [s for s in sentences if len(s) > 1 and not _NOT_A_REMARK.search(s)]


def search_words(attachments: Sequence[Attachment]) -> str:
    """What may help to find passages, at most a few words."""
    return " ".join(r for attached in attachments for r in remarks(attached))[:_LONGEST]


def quoted_reviews(question: Question) -> list[Evidence]:
    """What attached reviews say, word for word, when that is what was asked."""
    if not _ASKS_FOR_REVIEWS.search(question.text):
        return []
    reviews = [a for a in question.attachments if "review" in a.channel]
    kept = [remark for review in reviews for remark in remarks(review)][:_MOST_REMARKS]
    return (
        [Evidence(_as_passage(kept, question.lang), _told(kept, question.lang), ("review",))]
        if kept
        else []
    )


def _told(kept: Sequence[str], lang: Lang) -> str:
    if lang == "zh":
        return f"您附上的评价写道：“{'；'.join(kept)}”"
    return f"The review you attached says: “{' '.join(kept)}”"


def _as_passage(kept: Sequence[str], lang: Lang) -> Passage:
    title = "附上的评价" if lang == "zh" else "Attached review"
    return Passage(
        article="attached-review", revision=0, section="review", lang=lang, article_title=title,
        title=title, text="\n".join(kept), asks=(), about=(), source=(), topic="review",
        behaviour=Behaviour.ANSWER, reason=None,
    )  # fmt: skip
