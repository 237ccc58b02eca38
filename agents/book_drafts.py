"""What of a brief may be kept in the client book: one line each, with the message it rests on.

What is of the moment (reason, urgency, mood, open questions, what the advisor claimed) is not kept,
nor a day without its year: staff add the day of an occasion themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from agents.brief import Brief, Fact, Key
from shop.client_entries import Draft, EntryKind

_KINDS: Mapping[Key, EntryKind] = {
    "size": EntryKind.SIZE,
    "measurement": EntryKind.MEASUREMENT,
    "colour_or_material_wish": EntryKind.PREFERENCE,
    "budget": EntryKind.PREFERENCE,
    "dislike": EntryKind.DISLIKE,
    "allergy": EntryKind.ALLERGY,
    "occasion": EntryKind.OCCASION,
    "piece": EntryKind.WISH,
    "promise_made": EntryKind.PROMISE,
}
_LABELS: Mapping[Key, str] = {"budget": "budget"}


@dataclass(frozen=True, slots=True)
class Keepable:
    """A line for the book and the `seq` of the message that is its source."""

    draft: Draft
    seq: int


def keepable(brief: Brief) -> list[Keepable]:
    """In the order of the brief."""
    return [
        Keepable(_draft(fact, _KINDS[fact.key]), fact.rests_on[-1])
        for fact in brief.facts
        if fact.key in _KINDS
    ]


def _draft(fact: Fact, kind: EntryKind) -> Draft:
    if kind is EntryKind.WISH:
        return Draft(kind, "", piece=fact.value)
    return Draft(kind, fact.value, _LABELS.get(fact.key, ""))
