"""The queue as somebody at the desk sees it: what is left of each promise, and whose turn it is."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from shop.access import Staff
from shop.handoffs import Handoff, HandoffState
from shop.offers import EVERYBODY, Offer, offer
from shop.promises import Standing, reply_by, standing
from shop.tiers import TierBook


@dataclass(frozen=True, slots=True)
class Place:
    """`by` is when a person must speak, None while nothing is owed. `may_claim`: she, now."""

    handoff: Handoff
    by: datetime | None
    standing: Standing
    offer: Offer
    may_claim: bool


def board(
    staff: Staff,
    handoffs: Sequence[Handoff],
    present: AbstractSet[str],
    now: datetime,
    book: TierBook,
) -> list[Place]:
    """In the order given, which is that of the promises."""
    return [_place(staff, handoff, present, now, book) for handoff in handoffs]


def _place(
    staff: Staff, handoff: Handoff, present: AbstractSet[str], now: datetime, book: TierBook
) -> Place:
    waits = handoff.state is HandoffState.WAITING
    to = offer(handoff, present, now, book) if waits else EVERYBODY
    return Place(
        handoff=handoff,
        by=reply_by(handoff, book),
        standing=standing(handoff, now, book),
        offer=to,
        may_claim=waits and to.includes(staff),
    )
