"""What holds for every measure, not only for the ones somebody thought of."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shop.budget import within_budget
from shop.china_tax import cbec_route, cbec_tax
from shop.cleaning import cleaning_of
from shop.clients import Tier
from shop.duty import eu_duty, uk_duty
from shop.guarantees import late_payout
from shop.instalments import months_for, payments
from shop.language import Bilingual
from shop.membership import tier_for_spend, tier_of
from shop.parcel_tax import parcel_tax
from shop.rulings import Ruling
from shop.sizing.accessories import gloves_from_hand, gloves_from_number, hat
from shop.sizing.clothing import dress_from_body
from shop.sizing.knitwear import knitwear_from_bust
from shop.sizing.lasts import eu_of_last, last_length, mm_to_old_chinese, old_chinese_to_mm
from shop.sizing.rings import ring_size
from shop.sizing.shoes import shoe_size
from shop.sizing.tailoring import jacket_from_chest, jacket_from_label
from shop.sizing.units import chi_to_cm, convert_body_weight
from tests.shop.house_books import charts, piece, tiers

LADDER = tuple(Tier)
PIECES = tuple(piece(f"TV-{name}") for name in ("B01", "B02", "B03", "B04", "S01", "K01", "W01"))


def tenths(low: int, high: int) -> st.SearchStrategy[Decimal]:
    return st.decimals(Decimal(low), Decimal(high), places=1)


def figures(text: str) -> list[str]:
    return sorted(re.findall(r"\d+(?:\.\d+)?", text.replace(",", "")))


RULED: list[tuple[str, st.SearchStrategy[Decimal], Callable[[Decimal], Ruling | None]]] = [
    ("foot", tenths(15, 35), lambda cm: shoe_size(charts(), "women", "foot_cm", cm)),
    ("bust", tenths(60, 130), lambda cm: dress_from_body(charts(), {"bust": cm})),
    ("knit", tenths(60, 130), lambda cm: knitwear_from_bust(charts(), cm)),
    ("finger", tenths(40, 75), lambda mm: ring_size(charts(), "circumference_mm", mm)),
    ("us ring", tenths(1, 14), lambda us: ring_size(charts(), "us", us)),
    ("head", tenths(50, 66), lambda cm: hat("cm", cm)),
    ("hand", tenths(14, 28), gloves_from_hand),
    ("chest", tenths(80, 130), jacket_from_chest),
    ("spend", tenths(0, 400_000), lambda rmb: tier_for_spend(tiers(), rmb)),
    ("cbec", tenths(1, 60_000), cbec_tax),
    ("route", tenths(1, 60_000), cbec_route),
    ("euro", tenths(1, 400), lambda eur: eu_duty(eur, 2)),
    ("pound", tenths(1, 400), uk_duty),
    ("parcel", tenths(1, 5_000), lambda rmb: parcel_tax(rmb, "20")),
    ("late", tenths(1, 2_000), lambda hours: late_payout(Decimal(3200), hours)),
    ("budget", tenths(1, 300_000), lambda rmb: within_budget(PIECES, Bilingual("a", "a"), rmb)),
]


@pytest.mark.parametrize(("measure", "rule"), [r[1:] for r in RULED], ids=[r[0] for r in RULED])
def test_both_languages_say_the_same_figures(
    measure: st.SearchStrategy[Decimal], rule: Callable[[Decimal], Ruling | None]
) -> None:
    @given(measure)
    @settings(max_examples=40, deadline=None)
    def same_figures(value: Decimal) -> None:
        ruling = rule(value)
        assert ruling
        zh, en = (
            re.sub(r"千分之|[一二三四五六七八九十]", "", t) for t in (ruling.say.zh, ruling.say.en)
        )
        missing = set(figures(zh)) ^ set(figures(en))
        assert missing <= {"1", "7", "2026", "24", "30", "5", "0"}  # dates and spelt numbers

    same_figures()


@given(tenths(15, 35), tenths(15, 35))
def test_a_longer_foot_never_takes_a_smaller_shoe(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    sizes = [shoe_size(charts(), "women", "foot_cm", cm).values for cm in (low, high)]
    eu = [Decimal(values.get("eu", values.get("formula_eu", 0))) for values in sizes]
    assert eu[0] <= eu[1]


@given(tenths(15, 35))
def test_a_foot_outside_the_chart_is_never_given_a_size_silently(cm: Decimal) -> None:
    ruling = shoe_size(charts(), "women", "foot_cm", cm)
    rows = charts().womens_shoes
    inside = rows[0].foot_cm - Decimal("0.05") <= cm <= rows[-1].foot_cm + Decimal("0.05")
    assert ("eu" in ruling.values) == inside
    assert inside or "outside" in ruling.say.en


@given(tenths(60, 130), tenths(60, 130))
def test_a_larger_bust_never_takes_a_smaller_knit(one: Decimal, other: Decimal) -> None:
    letters = ["XS", "S", "M", "L", "XL"]
    low, high = sorted((one, other))
    found = [knitwear_from_bust(charts(), cm).values.get("letter") for cm in (low, high)]
    if all(found):
        assert letters.index(str(found[0])) <= letters.index(str(found[1]))


@given(tenths(48, 58), tenths(48, 58))
def test_a_larger_finger_never_takes_a_smaller_ring(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    eu = [ring_size(charts(), "circumference_mm", mm).values["eu"] for mm in (low, high)]
    assert Decimal(eu[0]) <= Decimal(eu[1])


@given(st.integers(20, 60))
def test_an_old_chinese_number_comes_back(number: int) -> None:
    mm = Decimal(old_chinese_to_mm(Decimal(number)).values["mm"])
    assert mm_to_old_chinese(mm).values["old_cn"] == number


@given(st.integers(34, 48))
def test_a_last_comes_back_as_its_size(eu: int) -> None:
    last = Decimal(last_length(Decimal(eu)).values["last_cm"])
    assert eu_of_last(last).values["eu"] == eu


@given(st.integers(36, 60))
def test_a_jacket_comes_back_across_the_channel(eu: int) -> None:
    uk = Decimal(jacket_from_label("eu", Decimal(eu)).values["uk_us"])
    assert jacket_from_label("uk_us", uk).values["eu"] == eu


@given(st.integers(10, 22))
def test_a_glove_number_comes_back_in_english_inches(half: int) -> None:
    number = Decimal(half) / 2
    girth = Decimal(gloves_from_number(number).values["english_cm"])
    assert gloves_from_hand(girth).values["english"] == number


@given(tenths(30, 150))
def test_jin_are_half_a_kilogram(jin: Decimal) -> None:
    kg = Decimal(convert_body_weight(jin, "jin", "kg").values["found"])
    assert abs(kg * 2 - jin) <= Decimal("0.1")


@given(st.integers(1, 4), st.integers(0, 9), st.integers(1, 4), st.integers(0, 9))
def test_more_chi_and_cun_are_longer(chi: int, cun: int, more_chi: int, more_cun: int) -> None:
    one = Decimal(chi_to_cm(Decimal(chi), Decimal(cun)).values["cm"])
    other = Decimal(chi_to_cm(Decimal(more_chi), Decimal(more_cun)).values["cm"])
    assert ((chi, cun) <= (more_chi, more_cun)) == (one <= other)


@given(tenths(0, 400_000), tenths(0, 400_000))
def test_returns_never_lift_a_tier(spent: Decimal, returned: Decimal) -> None:
    ruling = tier_for_spend(tiers(), spent, returned)
    reached = LADDER.index(Tier(str(ruling.values["tier"])))
    assert reached <= LADDER.index(tier_of(tiers(), spent))


@given(tenths(0, 400_000), st.sampled_from(LADDER))
def test_a_tier_asked_for_is_answered_yes_only_where_it_is_reached(
    spent: Decimal, asked: Tier
) -> None:
    ruling = tier_for_spend(tiers(), spent, asked=asked)
    reached = spent >= tiers().tiers[asked].from_spend
    assert ruling.values["reached"] == ("yes" if reached else "no")
    assert ruling.say.en.startswith("Yes" if reached else "No")


@given(st.sampled_from(LADDER), st.integers(1, 8), st.integers(0, 5))
def test_a_further_bag_never_costs_less(tier: Tier, bags: int, used: int) -> None:
    total = Decimal(cleaning_of(tiers(), tier, bags, used).values["total"])
    more = Decimal(cleaning_of(tiers(), tier, bags + 1, used).values["total"])
    assert total <= more


@given(tenths(3_000, 100_000))
def test_the_payments_of_a_plan_are_its_amount(amount: Decimal) -> None:
    for months in months_for(amount):
        assert sum(payments(amount, months)) == amount


@given(tenths(1, 5_000), tenths(1, 2_000))
def test_a_late_pay_out_is_never_above_its_cap(price: Decimal, hours: Decimal) -> None:
    ruling = late_payout(price, hours)
    assert Decimal(ruling.values["payout"]) <= Decimal(ruling.values["cap"])


@given(tenths(1, 300_000))
def test_nothing_beyond_a_budget_is_offered(rmb: Decimal) -> None:
    ruling = within_budget(PIECES, Bilingual("件", "pieces"), rmb)
    assert ruling
    within = [p for p in PIECES if p.name in str(ruling.values["within"]).split(", ")]
    assert all(piece.price_rmb <= rmb for piece in within)
    assert len(within) == sum(piece.price_rmb <= rmb for piece in PIECES)
