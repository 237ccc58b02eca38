from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.china_tax import cbec_route, cbec_tax
from shop.destinations import Destinations
from shop.duty import eu_duty, uk_duty, us_de_minimis, who_pays
from shop.errors import BadInput, NotFound
from shop.parcel_tax import parcel_band, parcel_tax
from tests.shop.house_books import destinations

PRICES = st.decimals(min_value=1, max_value=5000, places=2)


def test_ordinary_goods_pay_9_1_percent_and_cosmetics_23_06() -> None:
    assert cbec_tax(Decimal(4000)).values["tax"] == 364
    assert cbec_tax(Decimal(1000), "cosmetics").values["tax"] == Decimal("230.60")


def test_every_tax_figure_points_to_the_checkout() -> None:
    for answer in (cbec_tax(Decimal(4000)), cbec_route(Decimal(16800))):
        assert "H-D3" in answer.rule
        assert answer.say.en.endswith("The checkout shows the exact tax.")


def test_a_rate_the_house_has_not_checked_is_not_computed() -> None:
    answer = cbec_tax(Decimal(4000), "other")
    assert answer.confidence == "none"
    assert "tax" not in answer.values


def test_above_5000_the_reduced_rate_is_never_applied() -> None:
    answer = cbec_tax(Decimal(16800))
    assert "tax" not in answer.values
    assert answer.values["route"] == "full_tax"


@pytest.mark.parametrize(
    ("price", "used", "pieces", "route"),
    [
        (5000, 0, 1, "reduced"),
        (5001, 0, 1, "full_tax"),
        (5001, 0, 2, "ask"),
        (16800, 9200, 1, "full_tax"),
        (16800, 9201, 1, "general_trade"),
        (26001, 0, 1, "general_trade"),
        (4000, 23000, 1, "general_trade"),
    ],
)
def test_the_route_goes_by_single_limit_and_yearly_quota(
    price: int, used: int, pieces: int, route: str
) -> None:
    assert cbec_route(Decimal(price), Decimal(used), pieces).values["route"] == route


def test_a_quota_that_was_not_told_is_not_said() -> None:
    assert "left" not in cbec_route(Decimal(4000)).values


@pytest.mark.parametrize(("value", "waived"), [("250", "yes"), ("250.10", "no")])
def test_fifty_yuan_of_tax_are_waived_not_of_value(value: str, waived: str) -> None:
    assert parcel_tax(Decimal(value), "20").values["waived"] == waived


def test_parcels_from_hong_kong_have_a_lower_limit() -> None:
    assert parcel_tax(Decimal(900), "20").values["limit"] == 1000
    answer = parcel_tax(Decimal(900), "20", from_hong_kong=True)
    assert answer.values["limit"] == 800
    assert "indivisible piece may pass" in answer.say.en
    several = parcel_tax(Decimal(900), "20", from_hong_kong=True, pieces=2)
    assert "must be returned or cleared" in several.say.en


def test_bands_of_the_parcel_tax() -> None:
    assert parcel_band("bags").values["band"] == 20
    assert parcel_band("watch", Decimal(9999)).values["band"] == 20
    assert parcel_band("watch", Decimal(10000)).values["band"] == 50
    assert parcel_band("gold_jewellery").confidence == "unrecorded"
    with pytest.raises(BadInput):
        parcel_band("watch")


def test_eu_duty_counts_headings_up_to_150_euros() -> None:
    assert eu_duty(Decimal(150), 2).values["duty_eur"] == 6
    assert "duty_eur" not in eu_duty(Decimal("150.01"), 2).values
    assert eu_duty(Decimal(16800), 1, from_eu=True).values["duty_eur"] == 0


def test_uk_duty_starts_above_135_pounds() -> None:
    assert uk_duty(Decimal(135)).values["duty"] == "none"
    assert uk_duty(Decimal("135.01")).values["duty"] == "due"


def test_the_us_exemption_is_gone() -> None:
    assert us_de_minimis().say.en.startswith("No:")


@pytest.mark.parametrize(
    ("place", "terms"),
    [("china", "DDP"), ("chengdu", "DDP"), ("japan", "DDP"), ("germany", "DDP"), ("macau", "DDP"),
     ("south-korea", "DAP"), ("seoul", "DAP"), ("australia", "DAP"), ("switzerland", "DAP"),
     ("saudi-arabia", "DAP"), ("united-arab-emirates", "DDP"), ("taiwan", "DAP")],
)  # fmt: skip
def test_who_pays_goes_by_the_house_list(place: str, terms: str) -> None:
    assert who_pays(destinations().get(place)).values["terms"] == terms


def test_a_place_nobody_listed_is_dap() -> None:
    assert who_pays(None).values["terms"] == "DAP"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("寄到成都要多久", ["chengdu"]),
        ("can you ship to us in New York?", ["new-york"]),
        ("ship to the US", ["united-states"]),
        ("发到美国洛杉矶和澳洲", ["los-angeles", "australia"]),
        ("I live in Northern Ireland", ["united-kingdom"]),
        ("国内苏州", ["suzhou"]),
        ("a plus for us", []),
    ],
)
def test_places_are_found_as_shoppers_write_them(text: str, ids: list[str]) -> None:
    assert [found.id for found in destinations().find(text)] == ids


def test_one_name_cannot_mean_two_places() -> None:
    sheet = destinations().model_dump(mode="json")
    sheet["countries"][1]["aliases"] = ["日本"]
    with pytest.raises(ValueError, match="names both"):
        Destinations.model_validate(sheet)


def test_an_unknown_place_is_not_found() -> None:
    with pytest.raises(NotFound):
        destinations().get("atlantis")


def test_all_eu_members_are_served_duty_paid_from_paris_within_72_hours() -> None:
    members = [c for c in destinations().countries if c.eu and c.id != "european-union"]
    assert len(members) == 27
    assert {(c.terms, c.warehouse, c.promised_72h) for c in members} == {("DDP", "paris", "yes")}


@given(PRICES, PRICES)
def test_a_higher_price_never_pays_less_tax(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    assert cbec_tax(low).values["tax"] <= cbec_tax(high).values["tax"]  # type: ignore[operator]  # both are Decimal
