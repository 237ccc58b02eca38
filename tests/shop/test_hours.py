"""Opening hours: days, holidays, time zones, and minutes that count only while it is open."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from shop.clients import Tier
from shop.errors import BadInput
from shop.handoffs import Lane
from shop.hours import Holiday, OpeningHours
from shop.language import Bilingual
from shop.promises import reply_due, route
from shop.tiers import TierBook
from tests.shop.house_books import HOUSE
from tests.shop.people import house_tiers

BEIJING = ZoneInfo("Asia/Shanghai")
NEW_YEAR = Bilingual("元旦", "New Year")


def at(hour: int, minute: int = 0, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BEIJING)


def hours(*holidays: Holiday, **other: Any) -> OpeningHours:
    usual: dict[str, Any] = {"lane": Lane.SERVICE, "opens": time(10), "closes": time(20)}
    return OpeningHours(**(usual | {"zone": BEIJING, "holidays": holidays} | other))


def book(**other: Any) -> TierBook:
    sheet = yaml.safe_load((HOUSE / "tiers.yaml").read_text(encoding="utf-8"))
    return TierBook.model_validate(sheet | other)


def test_on_a_holiday_the_desk_is_closed() -> None:
    closed = hours(Holiday(name=NEW_YEAR, first=date(2026, 11, 23), last=date(2026, 11, 24)))
    assert not closed.are_on(at(12))
    assert closed.next_opening(at(12)) == at(10, day=25)


def test_a_holiday_may_have_shorter_hours() -> None:
    day = date(2026, 11, 23)
    short = hours(Holiday(name=NEW_YEAR, first=day, last=day, opens=time(12), closes=time(15)))
    assert [short.are_on(at(hour)) for hour in (11, 12, 14, 15)] == [False, True, True, False]


def test_a_holiday_of_one_desk_closes_no_other() -> None:
    day = date(2026, 11, 23)
    off = Holiday(name=NEW_YEAR, first=day, last=day, lanes=(Lane.SHARED,))
    assert hours(off).are_on(at(12))
    assert not hours(off, lane=Lane.SHARED).are_on(at(12))


def test_a_desk_may_rest_on_days_of_the_week() -> None:
    weekdays = hours(weekdays=("mon", "tue", "wed", "thu", "fri"))
    friday = at(20, day=27)
    assert weekdays.next_opening(friday) == at(10, day=30)


def test_a_desk_keeps_its_own_wall_clock_over_a_change_of_time() -> None:
    paris = ZoneInfo("Europe/Paris")
    there = hours(zone=paris)
    saturday = datetime(2026, 10, 24, 21, tzinfo=paris)  # that night the clocks go back
    assert there.next_opening(saturday) == datetime(2026, 10, 25, 10, tzinfo=paris)
    assert there.next_opening(saturday) - saturday.astimezone(UTC) == timedelta(hours=14)


def test_minutes_that_were_not_promised_count_only_in_hours() -> None:
    assert hours().counted(at(19, 30), 60) == at(10, 30, day=24)
    assert hours().counted(at(8), 60) == at(11)
    assert hours().counted(at(12), 60) == at(13)


def test_what_was_promised_in_minutes_is_kept_past_closing_time() -> None:
    assert reply_due(Tier.BLACK, at(23, 55), house_tiers()) == at(0, 10, day=24)
    assert reply_due(Tier.BLACK, at(3), house_tiers()) == at(9, 15)
    assert reply_due(None, at(19), house_tiers()) == at(11, day=24)


def test_a_desk_that_never_opens_says_so() -> None:
    never = hours(Holiday(name=NEW_YEAR, first=date(2026, 1, 1), last=date(2036, 1, 1)))
    with pytest.raises(BadInput):
        never.next_opening(at(12))


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)))
def test_the_next_opening_is_when_it_opens_and_not_before(moment: datetime) -> None:
    opening = hours().next_opening(moment)
    assert opening > moment
    assert hours().are_on(opening)
    assert not hours().are_on(opening - timedelta(seconds=1))


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),
    st.integers(1, 3000),
    st.integers(1, 3000),
)
def test_who_waits_longer_is_due_later(moment: datetime, less: int, more: int) -> None:
    less, more = sorted((less, less + more))
    assert hours().counted(moment, less) < hours().counted(moment, more)
    assert hours().counted(moment, less) >= moment + timedelta(minutes=less)


def test_a_desk_may_stand_in_another_time_zone_than_the_house() -> None:
    sheet = yaml.safe_load((HOUSE / "tiers.yaml").read_text(encoding="utf-8"))
    sheet["tiers"]["gold"]["desk"]["timezone"] = "Europe/Paris"
    abroad = TierBook.model_validate(sheet)
    assert route(Tier.GOLD, at(12), abroad).note_only  # five in the morning there
    assert not route(Tier.GOLD, at(18), abroad).note_only


def test_the_house_names_no_holiday_so_it_keeps_its_hours_every_day() -> None:
    assert house_tiers().holidays == ()
    assert house_tiers().hours(Tier.GOLD).are_on(datetime(2027, 2, 6, 12, tzinfo=BEIJING))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"timezone": "Asia/Nowhere"}, "is no time zone"),
        ({"holidays": [{"name": {"zh": "假", "en": "off"}, "first": "2027-02-08",
                        "last": "2027-02-06"}]}, "on or after its first day"),
        ({"holidays": [{"name": {"zh": "假", "en": "off"}, "first": "2027-02-06",
                        "last": "2027-02-06", "opens": "10:00"}]}, "both hours or neither"),
        ({"offline_after_minutes": 0}, "greater than 0"),
    ],
)  # fmt: skip
def test_hours_that_make_no_sense_are_refused(wrong: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        book(**wrong)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"closes": "08:00"}, "closes later than it opens"),
        ({"warn_before_minutes": 15}, "within the 15 minutes"),
        ({"owners": {"owner_minutes": 10, "cover_minutes": 10}}, "at most 15 minutes"),
        ({"weekdays": []}, "at least 1 item"),
    ],
)
def test_a_desk_that_makes_no_sense_is_refused(wrong: dict[str, Any], says: str) -> None:
    sheet = yaml.safe_load((HOUSE / "tiers.yaml").read_text(encoding="utf-8"))
    sheet["tiers"]["black"]["desk"] |= wrong
    with pytest.raises(ValidationError, match=says):
        TierBook.model_validate(sheet)
