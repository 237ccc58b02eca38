from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from shop.clients import Tier
from shop.handoffs import Lane
from shop.promises import route
from tests.shop.people import house_tiers

BEIJING = ZoneInfo("Asia/Shanghai")
BOOK = house_tiers()


def at(hour: int, minute: int = 0, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BEIJING)


def test_black_is_answered_by_her_own_person_within_fifteen_minutes() -> None:
    way = route(Tier.BLACK, at(23, 50), BOOK)
    assert (way.lane, way.note_only, way.promised_minutes) == (Lane.DEDICATED, False, 15)
    assert way.due == at(23, 50) + timedelta(minutes=15)


@pytest.mark.parametrize(
    ("tier", "lane"),
    [
        (Tier.GOLD, Lane.SHARED),
        (Tier.SILVER, Lane.SERVICE),
        (Tier.REGISTERED, Lane.SERVICE),
        (None, Lane.SERVICE),
    ],
)
def test_no_other_tier_was_promised_a_minute(tier: Tier | None, lane: Lane) -> None:
    way = route(tier, at(12), BOOK)
    assert (way.lane, way.promised_minutes) == (lane, None)
    assert way.due > at(12)


@pytest.mark.parametrize(
    ("tier", "opens", "closes"),
    [
        (Tier.BLACK, at(9), None),
        (Tier.GOLD, at(10), at(22)),
        (Tier.SILVER, at(10), at(20)),
        (None, at(10), at(20)),
    ],
)
def test_people_answer_from_opening_until_just_before_closing(
    tier: Tier | None, opens: datetime, closes: datetime | None
) -> None:
    second = timedelta(seconds=1)
    assert route(tier, opens - second, BOOK).note_only
    assert not route(tier, opens, BOOK).note_only
    last = closes or at(0, day=24)
    assert not route(tier, last - second, BOOK).note_only
    assert route(tier, last, BOOK).note_only


def test_a_note_before_opening_is_due_the_same_day() -> None:
    assert route(Tier.GOLD, at(3), BOOK).due == at(10)


def test_a_note_after_closing_is_due_the_next_morning() -> None:
    assert route(Tier.GOLD, at(22, 30), BOOK).due == at(10, day=24)


def test_hours_are_beijings_wherever_the_server_stands() -> None:
    noon_in_beijing = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
    way = route(None, noon_in_beijing, BOOK)
    assert not way.note_only
    assert way.due.tzinfo is UTC


def test_midnight_is_written_as_people_write_it() -> None:
    way = route(Tier.BLACK, at(12), BOOK)
    assert (way.closes, way.hours) == (time(0, 0), "09:00–24:00")
    assert route(None, at(12), BOOK).hours == "10:00–20:00"
