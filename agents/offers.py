"""Offers: what the advisor could work out next, said after an answer when that would help.

An offer states no fact. It is made where a size was asked for and the answer could only quote the
rule, because no measure was said; and not again soon, because an offer repeated is a nuisance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.turn import Evidence, Question
from shop.conversations import Author, Message
from shop.language import Bilingual

_SIZE = Bilingual(
    zh="告诉我您的尺寸或常穿的尺码，我可以按表为您核对。",
    en="Tell me your measurements or usual size, and I will check them against our chart.",
)
_ASKS_FOR_A_SIZE = re.compile(
    r"\b(?:which|what) size\b|\bsize (?:should|do|would|am) i\b|\bsize (?:up|down)\b"
    r"|\bwill it fit\b"
    r"|(?:什么|多大|哪个|哪一?|几|选|拿|穿|戴)(?:尺)?[码号]|尺码(?:怎么|如何)选|合不合身|合脚",
    re.IGNORECASE,
)
_NOT_AGAIN_WITHIN = 6  # messages


def offer(
    question: Question, evidence: Sequence[Evidence], history: Sequence[Message]
) -> tuple[str, ...]:
    """One sentence for the end of an answer, or none."""
    computed = any(item.rules for item in evidence)
    about_size = any(item.passage.topic == "sizing" for item in evidence)
    if computed or not about_size or not _ASKS_FOR_A_SIZE.search(question.text):
        return ()
    said = _SIZE.in_(question.lang)
    return () if _made_lately(said, history) else (said,)


def _made_lately(sentence: str, history: Sequence[Message]) -> bool:
    lately = history[-_NOT_AGAIN_WITHIN:]
    return any(m.author is Author.ADVISOR and sentence in m.text for m in lately)
