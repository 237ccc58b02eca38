from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.consumer_law import fraud_compensation
from shop.dates import months_after, working_days_after
from shop.errors import BadInput
from shop.guarantees import (
    counterfeit_compensation,
    dispute_clock,
    hours_late,
    late_payout,
    late_payout_unpriced,
    payout_credited_by,
    ring_resizing,
)
from shop.returns import NotReturnable, refund_timing, return_eligibility, size_exchange
from shop.warranty import warranty

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1))


def payout(price: int, late: str) -> Any:
    return late_payout(Decimal(price), Decimal(late)).values["payout"]


@pytest.mark.parametrize(
    ("price", "late", "paid"),
    [(16800, "0", 0), (16800, "0.01", 100), (16800, "24", 100), (16800, "30", 200),
     (3200, "200", 320), (16800, "1000", 1680)],
)  # fmt: skip
def test_each_started_day_pays_100_up_to_a_tenth_of_the_price(
    price: int, late: str, paid: int
) -> None:
    assert payout(price, late) == paid


def test_what_the_promise_does_not_cover_pays_nothing() -> None:
    answer = late_payout(Decimal(168000), Decimal(20), "made_to_order")
    assert answer.values["payout"] == 0
    assert {"H-C3", "H-C4"} <= set(answer.rule)


@pytest.mark.parametrize(("late", "paid"), [("0.5", 100), ("24", 100), ("49", 300)])
def test_without_a_price_each_started_day_pays_100_and_the_cap_is_named(
    late: str, paid: int
) -> None:
    answer = late_payout_unpriced(Decimal(late))
    assert answer.values["payout"] == paid
    assert "10" in answer.say.zh


@pytest.mark.parametrize(("price", "paid"), [(80, 500), (166, 500), (167, 501), (400, 1200)])
def test_the_law_pays_three_times_the_price_and_at_least_500(price: int, paid: int) -> None:
    answer = fraud_compensation(Decimal(price))
    assert answer.values["compensation"] == paid
    assert answer.values["total"] == paid + price


def test_lateness_counts_from_the_end_of_the_promise() -> None:
    assert hours_late(NOON, NOON + timedelta(hours=71)) == 0
    assert hours_late(NOON, NOON + timedelta(hours=96)) == 24
    assert hours_late(NOON, NOON + timedelta(hours=96, seconds=1)) > 24


def test_the_payout_is_credited_within_three_working_days() -> None:
    friday = date(2026, 11, 20)
    assert payout_credited_by(friday) == date(2026, 11, 25)


def test_a_counterfeit_is_refunded_and_paid_three_times_more() -> None:
    found = counterfeit_compensation(Decimal(16800), 365).values
    assert (found["refund"], found["compensation"], found["total"]) == (16800, 50400, 67200)


def test_after_365_days_no_sum_is_promised() -> None:
    answer = counterfeit_compensation(Decimal(16800), 366)
    assert "total" not in answer.values
    assert "legal rights" in answer.say.en


@pytest.mark.parametrize(
    ("case", "eligible"),
    [
        ({"days_since_delivery": 30, "unworn": True, "tagged": True}, "yes"),
        ({"days_since_delivery": 31, "unworn": True, "tagged": True}, "no"),
        ({"days_since_delivery": 5, "unworn": False}, "no"),
        ({"days_since_delivery": 5, "tagged": False}, "no"),
        ({}, "conditions"),
        ({"faulty": True, "excluded": "engraved"}, "yes"),
        ({"faulty": True, "days_since_delivery": 60}, "warranty"),
    ],
)
def test_a_return_needs_its_time_and_an_unworn_tagged_piece(
    case: dict[str, Any], eligible: str
) -> None:
    assert return_eligibility(**case).values["eligible"] == eligible


@pytest.mark.parametrize("excluded", NotReturnable.__args__)  # type: ignore[attr-defined]  # a Literal has __args__
def test_every_exclusion_holds_unless_faulty(excluded: NotReturnable) -> None:
    answer = return_eligibility(1, True, True, excluded)
    assert answer.values["eligible"] == "no"
    assert answer.rule == ("H-E3",)


def test_a_refund_follows_48_hours_of_inspection_and_24_more() -> None:
    found = refund_timing(NOON).values
    assert found["inspected_by"] == (NOON + timedelta(hours=48)).isoformat()
    assert found["released_by"] == (NOON + timedelta(hours=72)).isoformat()
    assert "24 November 2026, 12:00" in refund_timing(NOON).say.en
    assert "released_by" not in refund_timing().values


def test_a_size_is_exchanged_free_once_within_30_days() -> None:
    assert size_exchange(30).values == {"eligible": "yes", "days_left": 0}
    assert size_exchange(31).values["eligible"] == "no"
    assert size_exchange(3, exchanged_before=True).values["eligible"] == "no"


@pytest.mark.parametrize(
    ("on", "sizes", "more", "free"),
    [
        (date(2026, 11, 21), 2, {}, "yes"),
        (date(2026, 11, 21), -2, {}, "yes"),
        (date(2026, 11, 21), 4, {}, "no"),
        (date(2027, 1, 31), 2, {}, "yes"),
        (date(2027, 2, 1), 2, {}, "no"),
        (date(2026, 11, 21), 2, {"full_eternity": True}, "no"),
        (date(2026, 11, 21), 2, {"used_before": True}, "no"),
    ],
)
def test_a_ring_is_resized_free_once_within_12_months_and_2_sizes(
    on: date, sizes: int, more: dict[str, bool], free: str
) -> None:
    assert ring_resizing(date(2026, 1, 31), on, sizes, **more).values["free"] == free


def test_a_dispute_is_decided_within_48_hours() -> None:
    assert dispute_clock(NOON).values["due"] == "2026-11-23T12:00:00+00:00"


def test_the_warranty_covers_faults_for_24_months() -> None:
    bought = date(2024, 11, 21)
    assert warranty(bought, date(2026, 11, 21)).values["covered"] == "yes"
    assert warranty(bought, date(2026, 11, 22)).values["covered"] == "no"
    assert warranty(bought, date(2025, 1, 1), "scratches").values["covered"] == "no"


def test_a_price_of_nothing_is_bad_input() -> None:
    with pytest.raises(BadInput):
        late_payout(Decimal(0), Decimal(1))


def test_a_month_later_is_the_last_day_of_a_shorter_month() -> None:
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)


@given(DAYS, st.integers(min_value=0, max_value=36))
def test_months_add_up_and_never_change_the_day_upwards(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day


@given(DAYS, st.integers(min_value=1, max_value=20))
def test_a_working_day_is_never_at_a_weekend(day: date, count: int) -> None:
    assert working_days_after(day, count).weekday() < 5


@given(st.integers(min_value=1, max_value=200_000), st.integers(min_value=0, max_value=2000))
def test_a_payout_never_passes_its_cap_and_never_falls(price: int, late: int) -> None:
    paid = payout(price, str(late))
    assert paid <= Decimal(price) / 10 + Decimal("0.005")
    assert payout(price, str(late + 1)) >= paid
