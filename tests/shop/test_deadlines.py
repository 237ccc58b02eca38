"""The house's clocks from a moment that was said, and the days of the week they end on."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from shop.clients import Tier
from shop.deadlines import arrives_by, in_time, preview_from, refunded_by
from shop.moments import Moment, Weekday, later, named
from shop.trace_codes import form_of_code
from tests.shop.house_books import destinations, tiers


@pytest.mark.parametrize(
    ("moment", "hours", "due"),
    [
        (Weekday(0, time(10)), 72, Weekday(3, time(10))),
        (Weekday(4, time(22, 30)), 72, Weekday(0, time(22, 30))),
        (Weekday(5, time(12)), -48, Weekday(3, time(12))),
        (Weekday(6), 72, Weekday(2)),
        (date(2026, 11, 29), 72, date(2026, 12, 2)),
        (datetime(2026, 11, 29, 9), 72, datetime(2026, 12, 2, 9)),
    ],
)
def test_hours_run_over_the_end_of_a_week_and_of_a_month(
    moment: Moment, hours: int, due: Moment
) -> None:
    assert later(moment, hours) == due


def test_a_weekday_is_named_in_both_languages_with_its_hour() -> None:
    assert named(Weekday(3, time(9))).zh == "周四 09:00"
    assert named(Weekday(3, time(9))).en == "Thursday, 09:00"
    assert named(Weekday(3)).en == "Thursday"


def test_the_72_hours_end_three_days_later_and_not_where_they_are_not_promised() -> None:
    paid = Weekday(0, time(10))
    assert arrives_by(paid).values["by"] == "Thursday, 10:00"
    assert arrives_by(paid, destinations().get("seoul")).values["by"] == "Thursday, 10:00"
    assert arrives_by(paid, destinations().get("suzhou")).values["days"] == 7


def test_a_refund_takes_48_and_24_hours_from_the_arrival() -> None:
    values = refunded_by(Weekday(0, time(9))).values
    assert (values["inspected_by"], values["released_by"]) == (
        "Wednesday, 09:00",
        "Thursday, 09:00",
    )


def test_only_a_tier_with_a_preview_sees_it_early() -> None:
    opens = Weekday(5, time(12))
    black = preview_from(tiers(), Tier.BLACK, opens)
    assert black is not None
    assert black.values["start"] == "Thursday, 12:00"
    assert preview_from(tiers(), Tier.SILVER, opens) is None


@pytest.mark.parametrize(
    ("code", "complete", "problem"),
    [
        ("TV-KLMN-20260417", "yes", "full form"),
        ("tv-klmn-20260417", "yes", "full form"),
        ("TV-WXYZ-2026050", "no", "7 digits"),
        ("TV-ABC-20260417", "no", "3 letters"),
        ("TV-ABCD1234", "no", "another form"),
    ],
)
def test_a_trace_code_is_complete_only_in_its_full_form(
    code: str, complete: str, problem: str
) -> None:
    ruling = form_of_code(code)
    assert ruling.values["complete"] == complete
    assert problem in ruling.say.en


SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("place", "needed", "promised", "by"),
    [
        ("Paris", date(2026, 11, 25), True, "2026-11-25"),
        ("Paris", date(2026, 11, 24), False, "2026-11-25"),
        ("Shanghai", date(2026, 12, 24), True, "2026-11-25"),
        (None, date(2026, 11, 27), True, "2026-11-25"),
        (None, date(2026, 11, 29), True, "2026-11-29"),
        (None, date(2026, 11, 23), False, "2026-11-25"),
    ],
)
def test_a_piece_is_promised_for_a_day_only_if_the_whole_time_ends_before_it(
    place: str | None, needed: date, promised: bool, by: str
) -> None:
    found = next(iter(destinations().find(place)), None) if place else None
    ruling = in_time(SUNDAY, needed, found)
    assert ruling.say.zh.startswith("来得及" if promised else "不能保证")
    assert ruling.say.en.startswith("Yes, in time" if promised else "No, that can't be promised")
    assert ruling.values["by"] == by


def test_elsewhere_is_told_beside_the_listed_areas_where_the_place_is_not_said() -> None:
    soon, late = in_time(SUNDAY, date(2026, 11, 27)), in_time(SUNDAY, date(2026, 11, 30))
    assert "elsewhere up to 7 days" in soon.say.en
    assert "72-hour areas" not in late.say.en
