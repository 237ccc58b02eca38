"""Facts: the lines of a brief, each with the messages that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, get_args

Key = Literal[
    "reason", "urgency", "next_step", "question_open", "recipient", "occasion", "date", "place",
    "budget", "size", "measurement", "piece", "colour_or_material_wish", "dislike", "allergy",
    "mood", "language", "promise_made", "advisor_claim", "question_answered",
]  # fmt: skip
KEYS: tuple[Key, ...] = get_args(Key)
READ_WITH_ITS_ANSWER: Key = "question_answered"  # by people; no line of a brief in a file


_FILLER = re.compile(  # how a clause begins in a chat, and what it may end in
    r"^(?:(?:and|but|so|well|ok|okay|yeah|yes|yep|also|oh|ah|hmm+|mm+|actually|anyway|cheers)\b[,.]?\s+)+(?=\S)"
    r"|^(?:(?:嗯+|啊+|哦|噢|哎|对了|另外|然后|还有|好的?|行|那)[，,、\s]+)+|[\s…]+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line. `rests_on` are the `seq` of messages, at least one; `value` is short.

    The value is a quote or a normalised figure; of a piece it is the piece's id.
    """

    key: Key
    value: str
    rests_on: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What a personal shopper reads before her first word, in the order of `KEYS`."""

    facts: tuple[Fact, ...]

    def of(self, *keys: Key) -> list[Fact]:
        return [fact for key in keys for fact in self.facts if fact.key == key]


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Each once and without its filler words, by key, then by the first message it rests on."""
    once = [*dict.fromkeys(_tidy(fact) for fact in facts if fact.rests_on)]
    told = [fact for fact in once if not any(_says_it_too(other, fact) for other in once)]
    return tuple(sorted(told, key=lambda fact: (KEYS.index(fact.key), fact.rests_on)))


def _tidy(fact: Fact) -> Fact:
    return replace(fact, value=_FILLER.sub("", fact.value) or fact.value)


def _says_it_too(other: Fact, fact: Fact) -> bool:
    """Another line of the same key quotes all of it, and rests on the same messages and more."""
    more = other != fact and set(fact.rests_on) <= set(other.rests_on)
    return more and other.key == fact.key and fact.value in other.value
