from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.care_services import care_price, price_list
from shop.cleaning import cleaning_price
from shop.clients import Tier
from shop.errors import BadInput
from shop.membership import benefits, birthday_courtesy, tier_for_spend, tier_of, tier_validity
from shop.privileges import home_try_on, new_arrival_preview, personal_shopper, priority_dispatch
from tests.shop.house_books import care, destinations, tiers

LADDER = list(Tier)


@pytest.mark.parametrize(
    ("spend", "tier"),
    [(0, "registered"), (9999, "registered"), (10000, "silver"), (49999, "silver"),
     (50000, "gold"), (149999, "gold"), (150000, "black")],
)  # fmt: skip
def test_a_tier_begins_at_its_threshold(spend: int, tier: str) -> None:
    assert tier_for_spend(tiers(), Decimal(spend)).values["tier"] == tier


def test_what_is_missing_to_the_next_tier_is_said() -> None:
    found = tier_for_spend(tiers(), Decimal(62000))
    assert (found.values["next_tier"], found.values["missing"]) == ("black", 88000)
    assert "next_tier" not in tier_for_spend(tiers(), Decimal(150000)).values


def test_negative_spend_is_bad_input() -> None:
    with pytest.raises(BadInput):
        tier_of(tiers(), Decimal(-1))


def test_a_tier_lasts_twelve_months() -> None:
    assert tier_validity(tiers(), date(2026, 3, 15)).values["until"] == "2027-03-15"


@pytest.mark.parametrize(("tier", "courtesy"), [("silver", 504), ("gold", 840), ("black", 1344)])
def test_the_birthday_courtesy_is_on_one_order(tier: str, courtesy: int) -> None:
    found = birthday_courtesy(tiers(), Tier(tier), Decimal(16800))
    assert found.values["courtesy"] == courtesy
    assert found.values["to_pay"] == 16800 - courtesy
    assert "one order" in found.say.en


def test_without_a_tier_there_is_no_courtesy() -> None:
    assert "courtesy" not in birthday_courtesy(tiers(), None, Decimal(16800)).values


@pytest.mark.parametrize(
    ("tier", "used", "price", "left"),
    [(None, 0, 680, 0), (Tier.SILVER, 0, 680, 0), (Tier.GOLD, 0, 340, 0), (Tier.BLACK, 0, 0, 2),
     (Tier.BLACK, 1, 0, 1), (Tier.BLACK, 2, 340, 0), (Tier.BLACK, 9, 340, 0)],
)  # fmt: skip
def test_leather_cleaning_costs_what_the_tier_says(
    tier: Tier | None, used: int, price: int, left: int
) -> None:
    found = cleaning_price(tiers(), tier, used).values
    assert (found["price"], found["free_left"]) == (price, left)


def test_benefits_name_only_what_a_tier_has() -> None:
    silver = benefits(tiers(), Tier.SILVER)
    assert "personal" not in silver.say.en
    assert "H-B9" not in silver.rule
    assert "home try-on" in benefits(tiers(), Tier.BLACK).say.en
    assert "no tier benefits" in benefits(tiers(), None).say.en


def test_people_and_hours_of_each_tier() -> None:
    black = personal_shopper(tiers(), Tier.BLACK).values
    assert (black["opens"], black["closes"]) == ("09:00", "24:00")
    assert black["first_reply_minutes"] == 15
    gold = personal_shopper(tiers(), Tier.GOLD)
    assert gold.values["closes"] == "22:00"
    assert "first_reply_minutes" not in gold.values
    assert personal_shopper(tiers(), None).values["closes"] == "20:00"


def test_preview_and_priority_go_to_gold_and_black() -> None:
    hours = [new_arrival_preview(tiers(), tier).values["preview_hours"] for tier in LADDER]
    assert hours == [0, 0, 24, 48]
    assert [priority_dispatch(tiers(), tier).values["priority"] for tier in LADDER] == [
        "no", "no", "yes", "yes",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tier", "city", "pieces", "possible"),
    [(Tier.BLACK, "shanghai", 4, "yes"), (Tier.BLACK, "paris", 5, "no"),
     (Tier.BLACK, "chengdu", 1, "no"), (Tier.GOLD, "shanghai", 1, "no"),
     (Tier.BLACK, "hong-kong", 1, "yes")],
)  # fmt: skip
def test_home_try_on_is_for_black_in_four_cities(
    tier: Tier, city: str, pieces: int, possible: str
) -> None:
    found = home_try_on(tiers(), tier, destinations().get(city), pieces)
    assert found.values["possible"] == possible


def test_home_try_on_without_a_city_depends() -> None:
    assert home_try_on(tiers(), Tier.BLACK).values["possible"] == "depends"


def test_cities_of_the_home_try_on_are_known_destinations() -> None:
    assert [destinations().get(city).id for city in tiers().home_try_on.cities] == [
        "shanghai", "beijing", "hong-kong", "paris",
    ]  # fmt: skip


def test_de_pilling_is_free_for_any_tier() -> None:
    assert care_price(care(), "cashmere_depilling", tiers(), Tier.SILVER).values["price"] == 0
    assert care_price(care(), "cashmere_depilling", tiers()).values["price"] == 120


def test_a_watch_service_starts_at_its_price() -> None:
    answer = care_price(care(), "watch_service", tiers())
    assert "from RMB 3,800" in answer.say.en
    assert "每 4–5 年" in answer.say.zh


def test_the_price_list_goes_by_tier() -> None:
    assert price_list(care(), tiers(), Tier.GOLD).values["price_leather_cleaning"] == 340
    assert price_list(care(), tiers()).values["price_water_test"] == 200


@given(st.integers(min_value=0, max_value=400_000), st.integers(min_value=0, max_value=400_000))
def test_spending_more_never_lowers_the_tier(one: int, other: int) -> None:
    low, high = sorted((one, other))
    reached = [tier_of(tiers(), Decimal(spend)) for spend in (low, high)]
    assert LADDER.index(reached[0]) <= LADDER.index(reached[1])
