"""Offers: what the advisor could work out next, said after an answer when that would help.

An offer states no fact. It is made where the answer was quoted from the knowledge although a
rule-book could compute it for this shopper, had she said a measure or a place; and not again
soon, because an offer repeated is a nuisance.
"""

from __future__ import annotations

from collections.abc import Sequence

from agents.turn import Evidence
from shop.conversations import Author, Message
from shop.language import Bilingual, Lang

_BY_TOPIC = {
    "sizing": Bilingual(
        zh="告诉我您的尺寸或常穿的尺码，我可以按表为您核对。",
        en="Tell me your measurements or usual size, and I will check them against our chart.",
    ),
    "shipping": Bilingual(
        zh="告诉我寄往哪里，我可以为您核对时效与税费。",
        en="Tell me where it is going, and I will check the time and the duty for you.",
    ),
    "tax": Bilingual(
        zh="告诉我寄往哪里和商品金额，我可以为您核算。",
        en="Tell me where it is going and its price, and I will work it out for you.",
    ),
}
_NOT_AGAIN_WITHIN = 6  # messages


def offer(evidence: Sequence[Evidence], history: Sequence[Message], lang: Lang) -> tuple[str, ...]:
    """One sentence for the end of an answer, or none."""
    topics = {item.passage.topic for item in evidence}
    if len(topics) != 1 or any(item.rules for item in evidence):
        return ()
    offered = _BY_TOPIC.get(topics.pop())
    return (
        () if offered is None or _made_lately(offered.in_(lang), history) else (offered.in_(lang),)
    )


def _made_lately(sentence: str, history: Sequence[Message]) -> bool:
    lately = history[-_NOT_AGAIN_WITHIN:]
    return any(m.author is Author.ADVISOR and sentence in m.text for m in lately)
