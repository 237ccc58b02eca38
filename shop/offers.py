"""To whom a waiting client is offered: her own personal shopper, then the cover too, then all.

Pure, computed from the hand-over, the minutes of the tier, who is present, and the clock; nothing
has to happen for an offer to widen. Somebody who is away is not waited for.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta

from shop.access import Role, Staff
from shop.handoffs import Handoff
from shop.tiers import OwnerTerms, TierBook


@dataclass(frozen=True, slots=True)
class Offer:
    """`to` are the ids of those who may claim, empty: everybody. `until` is when it widens."""

    to: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    until: datetime | None = None

    def includes(self, staff: Staff) -> bool:
        """A manager may always step in."""
        return not self.to or staff.id in self.to or staff.role is Role.MANAGER


EVERYBODY = Offer()


def offer(handoff: Handoff, present: AbstractSet[str], now: datetime, book: TierBook) -> Offer:
    """Who may claim a waiting hand-over at this moment. `present`: ids of staff at the desk."""
    terms = book.terms(handoff.tier).desk.owners
    if terms is None or handoff.note_only or handoff.escalated_at or now >= handoff.due:
        return EVERYBODY
    owner_until, cover_until = _windows(handoff, terms)
    owner_here, cover_here = handoff.owner_id in present, handoff.cover_id in present
    if handoff.owner_id and owner_here and now < owner_until:
        return Offer((handoff.owner_id,), (handoff.owner_name,), owner_until)
    if handoff.cover_id and cover_here and now < cover_until:
        return _with_cover(handoff, cover_until)
    return EVERYBODY


def _windows(handoff: Handoff, terms: OwnerTerms) -> tuple[datetime, datetime]:
    since = handoff.queued_at or handoff.created_at
    owner_until = since + timedelta(minutes=terms.owner_minutes)
    return owner_until, owner_until + timedelta(minutes=terms.cover_minutes)


def _with_cover(handoff: Handoff, until: datetime) -> Offer:
    people = ((handoff.owner_id, handoff.owner_name), (handoff.cover_id, handoff.cover_name))
    return Offer(
        to=tuple(id_ for id_, _ in people if id_),
        names=tuple(name for id_, name in people if id_),
        until=until,
    )
