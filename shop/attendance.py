"""Who is at the desk: everybody whose console gave a sign within the last minutes."""

from __future__ import annotations

from datetime import datetime, timedelta

from shop.access import Permission, Staff
from shop.ports import DESK, Store, Work
from shop.tiers import TierBook

SIGN_EVERY = timedelta(seconds=30)  # a console asks far more often; most signs write nothing


def present(work: Work, now: datetime, book: TierBook) -> frozenset[str]:
    """Ids of staff who are at the desk now."""
    return work.presence.since(now - timedelta(minutes=book.offline_after_minutes))


def colleagues_of(work: Work, staff: Staff, now: datetime, book: TierBook) -> list[Staff]:
    here = present(work, now, book)
    return [
        one
        for one in work.staff.all()
        if one.id != staff.id and one.id in here and one.may(Permission.SERVE_CLIENTS)
    ]


def see(store: Store, staff: Staff, now: datetime, book: TierBook) -> None:
    """Keep that she is here; her coming, which changes what is offered to whom, rings the desk."""
    with store.read() as work:
        seen_at = work.presence.seen_at(staff.id)
    if seen_at is not None and now - seen_at < SIGN_EVERY:
        return
    was_away = seen_at is None or now - seen_at >= timedelta(minutes=book.offline_after_minutes)
    with store.begin(lasting=False) as work:
        work.presence.see(staff.id, now)
        if was_away:
            work.record(staff.actor, "arrive", staff.id, (DESK,))
