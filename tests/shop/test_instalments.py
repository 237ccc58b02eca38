from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.clients import Tier
from shop.errors import BadInput
from shop.instalments import months_for, payments, plans, schedule
from shop.payments import bank_transfer, cash_on_delivery
from shop.shipping import (
    Uncovered,
    all_not_covered,
    delivery_promise,
    not_covered,
    shipping_fee,
)
from tests.shop.house_books import destinations, tiers


@pytest.mark.parametrize(
    ("amount", "months"),
    [(2999, ()), (3000, (3, 6)), (9999, (3, 6)), (10000, (3, 6, 9, 12)),
     (100000, (3, 6, 9, 12)), (100001, ())],
)  # fmt: skip
def test_plans_go_by_the_amount(amount: int, months: tuple[int, ...]) -> None:
    assert months_for(Decimal(amount)) == months


def test_odd_cents_are_in_the_first_payment() -> None:
    first, *rest = payments(Decimal(11200), 9)
    assert first == Decimal("1244.48")
    assert set(rest) == {Decimal("1244.44")}


def test_a_schedule_runs_monthly_from_the_order() -> None:
    found = schedule(Decimal(16800), 12, date(2026, 11, 30)).values
    assert found["each"] == 1400
    assert (found["first_on"], found["last_on"]) == ("2026-11-30", "2027-10-30")


def test_a_plan_that_is_not_offered_names_those_that_are() -> None:
    answer = schedule(Decimal(5600), 12)
    assert answer.values["months"] == "3, 6"
    assert "each" not in answer.values
    with pytest.raises(BadInput):
        payments(Decimal(5600), 12)


def test_engraved_pieces_have_no_instalments() -> None:
    answer = plans(Decimal(16800), "engraved")
    assert answer.rule == ("H-G4",)
    assert answer.values["months"] == ""


def test_approval_is_never_promised() -> None:
    assert "payment partner decides" in plans(Decimal(16800)).say.en
    assert "由支付合作机构决定" in schedule(Decimal(16800), 3).say.zh


@given(st.decimals(min_value=10000, max_value=100000, places=2), st.sampled_from([3, 6, 9, 12]))
def test_payments_add_up_to_the_cent(amount: Decimal, months: int) -> None:
    parts = payments(amount, months)
    assert sum(parts) == amount
    assert len(parts) == months
    assert 0 <= parts[0] - parts[-1] < Decimal("0.01") * months


@pytest.mark.parametrize(
    ("amount", "tier", "fee"),
    [(1999, None, 80), (2000, None, 0), (1999, Tier.REGISTERED, 80), (100, Tier.SILVER, 0)],
)
def test_shipping_is_free_from_2000_or_for_any_tier(
    amount: int, tier: Tier | None, fee: int
) -> None:
    assert shipping_fee(tiers(), Decimal(amount), tier).values["fee"] == fee


@pytest.mark.parametrize(
    ("place", "hours", "days", "warehouse"),
    [("chengdu", 72, None, "hong-kong"), ("suzhou", None, 7, "hong-kong"),
     ("china", 72, 7, "hong-kong"), ("new-york", 72, None, "paris"),
     ("saudi-arabia", None, 7, "dubai"), ("germany", 72, None, "paris"),
     ("turkey", None, 7, None)],
)  # fmt: skip
def test_the_promise_goes_by_the_destination(
    place: str, hours: int | None, days: int | None, warehouse: str | None
) -> None:
    found = delivery_promise(destinations().get(place)).values
    assert (found.get("hours"), found.get("days")) == (hours, days)
    assert found.get("warehouse") == warehouse


def test_a_place_nobody_listed_takes_up_to_seven_days() -> None:
    assert delivery_promise(None).values == {"days": 7}


@pytest.mark.parametrize("uncovered", Uncovered.__args__)  # type: ignore[attr-defined]  # a Literal has __args__
def test_what_is_not_covered_gets_no_promise(uncovered: Uncovered) -> None:
    answer = delivery_promise(destinations().get("shanghai"), uncovered)
    assert answer.rule[0] == "H-C3"
    assert "hours" not in answer.values
    assert not_covered(uncovered).say.zh.split("不在")[0] in all_not_covered().say.zh


def test_exotic_skins_need_their_papers() -> None:
    assert not_covered("exotic").values == {"from_days": 15, "to_days": 45}


@pytest.mark.parametrize(
    ("place", "price", "possible"),
    [("united-arab-emirates", None, "yes"), ("saudi-arabia", 5600, "depends"),
     ("saudi-arabia", 16800, "no"), ("france", 100, "no")],
)  # fmt: skip
def test_cash_on_delivery_is_for_two_countries_and_no_rate_is_invented(
    place: str, price: int | None, possible: str
) -> None:
    found = cash_on_delivery(destinations().get(place), Decimal(price) if price else None)
    assert found.values["possible"] == possible
    assert "AED 5,000" in found.say.en


@pytest.mark.parametrize(("amount", "possible"), [(199_999, "no"), (200_000, "yes"), (0, "no")])
def test_a_bank_transfer_is_taken_from_its_least_amount_on(amount: int, possible: str) -> None:
    found = bank_transfer(Decimal(amount))
    assert found.values["possible"] == possible
    assert "RMB 200,000" in found.say.en
    assert "200,000 元" in found.say.zh
