"""Whom to write to today, and why: computed from the client book, never from a guess.

A promise is kept whatever she said about letters; a follow-up unless she wants none; anything
else only once she has agreed that we write first. `today` is the house's day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from shop.client_entries import Entry, EntryKind, Purpose, consents
from shop.dates import months_after

OCCASION_AHEAD = timedelta(days=21)
WISH_AGAIN = timedelta(days=30)  # after a letter about it
BENEFIT_AHEAD = timedelta(days=45)


class ReasonKind(StrEnum):
    """In the order of what presses most."""

    PROMISED = "promised"
    FOLLOW_UP = "follow_up"
    OCCASION = "occasion"
    WISH = "wish"
    BENEFIT = "benefit"


@dataclass(frozen=True, slots=True)
class WriteReason:
    """`day` is when it is or was due; `left` of a benefit: how often she still has it."""

    kind: ReasonKind
    day: date | None
    entry: Entry | None = None
    left: int = 0


@dataclass(frozen=True, slots=True)
class Benefits:
    """Free cleanings of the membership year: how many of how many, and its last day."""

    free_left: int
    free_a_year: int
    until: date


InStock = Callable[[str], bool]  # whether the fresh stock feed has that piece


def reasons_to_write(
    entries: Sequence[Entry], benefits: Benefits, today: date, in_stock: InStock
) -> list[WriteReason]:
    """All reasons for one client, the most pressing first."""
    standing = [entry for entry in entries if entry.stands]
    agreed = consents(Purpose.CONTACT, standing)
    found = [*_promises(standing, today)]
    if agreed is not False:
        found += _follow_ups(standing, today)
    if agreed:
        found += _occasions(standing, today)
        found += _wishes(standing, today, in_stock)
        found += _benefits(benefits, today)
    return sorted(found, key=_pressing)


def next_day(entry: Entry, today: date) -> date | None:
    """The day of an entry that is still to come, of a yearly one the next; None when past."""
    day = entry.draft.day
    if day is None or not entry.draft.yearly:
        return day if day is not None and day >= today else None
    years = max(today.year - day.year, 0)
    coming = months_after(day, 12 * years)
    return coming if coming >= today else months_after(day, 12 * (years + 1))


def _promises(entries: Sequence[Entry], today: date) -> list[WriteReason]:
    """A promise without a day is due at once."""
    return [
        WriteReason(ReasonKind.PROMISED, entry.draft.day, entry)
        for entry in entries
        if entry.kind is EntryKind.PROMISE
        and entry.wrote_on is None
        and (entry.draft.day is None or entry.draft.day <= today)
    ]


def _follow_ups(entries: Sequence[Entry], today: date) -> list[WriteReason]:
    return [
        WriteReason(ReasonKind.FOLLOW_UP, entry.draft.day, entry)
        for entry in entries
        if entry.kind is EntryKind.FOLLOW_UP
        and entry.wrote_on is None
        and entry.draft.day is not None
        and entry.draft.day <= today
    ]


def _occasions(entries: Sequence[Entry], today: date) -> list[WriteReason]:
    """Near, and not written about on the way to it."""
    found = []
    for entry in entries:
        day = next_day(entry, today) if entry.kind is EntryKind.OCCASION else None
        if day is None or day - today > OCCASION_AHEAD:
            continue
        if entry.wrote_on is None or entry.wrote_on < day - OCCASION_AHEAD:
            found.append(WriteReason(ReasonKind.OCCASION, day, entry))
    return found


def _wishes(entries: Sequence[Entry], today: date, in_stock: InStock) -> list[WriteReason]:
    return [
        WriteReason(ReasonKind.WISH, None, entry)
        for entry in entries
        if entry.kind is EntryKind.WISH
        and entry.draft.piece
        and (entry.wrote_on is None or today - entry.wrote_on >= WISH_AGAIN)
        and in_stock(entry.draft.piece)
    ]


def _benefits(benefits: Benefits, today: date) -> list[WriteReason]:
    if not benefits.free_left or benefits.until - today > BENEFIT_AHEAD:
        return []
    return [WriteReason(ReasonKind.BENEFIT, benefits.until, left=benefits.free_left)]


def _pressing(reason: WriteReason) -> tuple[int, date]:
    return list(ReasonKind).index(reason.kind), reason.day or date.min
