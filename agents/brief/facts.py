"""Facts: the lines of a brief, each with the messages that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Key = Literal[
    "reason", "urgency", "next_step", "question_open", "recipient", "occasion", "date", "place",
    "budget", "size", "measurement", "piece", "colour_or_material_wish", "dislike", "allergy",
    "mood", "language", "promise_made", "advisor_claim", "question_answered",
]  # fmt: skip
KEYS: tuple[Key, ...] = get_args(Key)
READ_WITH_ITS_ANSWER: Key = "question_answered"  # by people; no line of a brief in a file


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
    """Each once, by key, then by the first message it rests on."""
    once = dict.fromkeys(fact for fact in facts if fact.rests_on)
    return tuple(sorted(once, key=lambda fact: (KEYS.index(fact.key), fact.rests_on)))
