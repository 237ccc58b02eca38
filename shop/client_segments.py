"""Finding clients in the book: by words, tier, and segments that are computed each time."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from shop.client_entries import Entry, EntryKind, Purpose, consents
from shop.client_reasons import WriteReason, next_day
from shop.clients import Client, Tier

SOON = timedelta(days=30)
QUIET = timedelta(days=60)


class Segment(StrEnum):
    ALL = "all"
    MINE = "mine"  # she is named as their personal shopper
    NOBODYS = "nobodys"  # nobody is
    WISHES = "wishes"
    OCCASION_SOON = "occasion_soon"
    QUIET = "quiet"  # no conversation for 60 days, or never
    NOT_ASKED = "not_asked"  # whether we may write first
    NO_SIZES = "no_sizes"


@dataclass(frozen=True, slots=True)
class ClientCard:
    """A client in the list, with the lines that stand and the reasons to write to her today."""

    client: Client
    entries: Sequence[Entry]
    reasons: Sequence[WriteReason]
    owner_id: str | None = None
    last_talk: datetime | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; each word must stand somewhere in the client's name or lines."""

    text: str = ""
    tier: Tier | None = None
    segment: Segment = Segment.ALL


def select(
    cards: Iterable[ClientCard], wanted: Wanted, staff_id: str, today: date, now: datetime
) -> list[ClientCard]:
    """Those that fit, in their order."""
    words = _plain(wanted.text).split()
    return [
        card
        for card in cards
        if (wanted.tier is None or card.client.tier is wanted.tier)
        and _is_in(card, wanted.segment, staff_id, today, now)
        and _has(card, words)
    ]


def _is_in(card: ClientCard, segment: Segment, staff_id: str, today: date, now: datetime) -> bool:
    belongs: dict[Segment, Callable[[], bool]] = {
        Segment.ALL: lambda: True,
        Segment.MINE: lambda: card.owner_id == staff_id,
        Segment.NOBODYS: lambda: card.owner_id is None,
        Segment.WISHES: lambda: _keeps(card, EntryKind.WISH),
        Segment.OCCASION_SOON: lambda: any(_is_soon(entry, today) for entry in card.entries),
        Segment.QUIET: lambda: card.last_talk is None or now - card.last_talk >= QUIET,
        Segment.NOT_ASKED: lambda: consents(Purpose.CONTACT, card.entries) is None,
        Segment.NO_SIZES: lambda: not _keeps(card, EntryKind.SIZE),
    }
    return belongs[segment]()


def _keeps(card: ClientCard, kind: EntryKind) -> bool:
    return any(entry.kind is kind for entry in card.entries)


def _is_soon(entry: Entry, today: date) -> bool:
    day = next_day(entry, today) if entry.kind is EntryKind.OCCASION else None
    return day is not None and day - today <= SOON


def _has(card: ClientCard, words: Sequence[str]) -> bool:
    if not words:
        return True
    drafts = (entry.draft for entry in card.entries)
    lines = (f"{draft.label} {draft.value} {draft.piece}" for draft in drafts)
    text = _plain("\n".join((card.client.name, *lines)))
    return all(word in text for word in words)


def _plain(text: str) -> str:
    """Without case, width and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))
