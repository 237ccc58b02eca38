"""What is asked next is asked of what was just spoken of: another's measure, a rule on it."""

from __future__ import annotations

import pytest

from shop.clients import Tier
from tests.agents.asked import ruled


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("胸围90穿Nuage哪个码", "那我妈96呢"), "L（93–97 厘米）"),
        (("my bust is 90, which Nuage", "and my mum, 96?"), "take L"),
        (("脚长23.5穿Cadence几码", "我姐24.5呢"), "EU 39"),
        (("foot of 23.5 cm, which Cadence", "and my sister's 24.5?"), "EU 39"),
    ],
)
def test_another_persons_measure_takes_the_place_of_hers(turns: tuple[str, ...], said: str) -> None:
    ruling = ruled(*turns)
    assert ruling
    assert said in ruling.say.zh + ruling.say.en


@pytest.mark.parametrize(
    "turns",
    [
        ("跨境电商单笔是不是不能超5000", "那Sillage一万六千八怎么走"),
        (
            "what is the cross-border limit for one order",
            "how would the Sillage at 16,800 go then?",
        ),
    ],
)
def test_a_price_beside_the_limit_just_spoken_of_is_ruled_by_it(turns: tuple[str, ...]) -> None:
    ruling = ruled(*turns)
    assert ruling
    assert "5,000" in ruling.say.en
    assert "full" in ruling.say.en


@pytest.mark.parametrize(
    ("question", "credit"),
    [
        ("parcel came 50 hours later than you promised. what's that worth", 300),
        ("it got here 20 hours later than promised, what do i get", 100),
        ("比你们承诺的晚了50小时，赔多少", 300),
    ],
)
def test_hours_later_than_promised_are_hours_late(question: str, credit: int) -> None:
    ruling = ruled(question)
    assert ruling
    assert f"RMB {credit}" in ruling.say.en


@pytest.mark.parametrize(
    ("question", "tier"),
    [
        ("bought 55k off you since last winter, sent 8k of it back. that gold?", Tier.SILVER),
        ("spent 52,000 this year and returned 1,500, is this gold", Tier.GOLD),
    ],
)
def test_what_went_back_is_taken_off_before_a_tier_is_named(question: str, tier: Tier) -> None:
    ruling = ruled(question)
    assert ruling
    assert ruling.values["tier"] == tier.value


@pytest.mark.parametrize(
    "question",
    [
        "sillage or rivage if i've got a small laptop every day",
        "天天带笔记本电脑，Sillage和Rivage选哪个",
    ],
)
def test_of_two_bags_each_is_told_what_it_takes(question: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert "the Sillage does not take a laptop" in ruling.say.en
    assert "the Rivage takes a laptop" in ruling.say.en


@pytest.mark.parametrize(
    "question",
    [
        "手腕一圈才16cm 戴你家那个表会不会空荡荡",
        "my wrist is 16 cm around, will your watch slide about",
        "腕围16厘米，这块表戴着合适吗",
    ],
)
def test_a_wrist_beside_the_watch_is_laid_beside_its_strap(question: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert "145" in ruling.say.en


@pytest.mark.parametrize(
    "question",
    [
        "had our initials engraved in the Orbe and now she wants another one. can it go back",
        "engraved the Orbe, changed my mind, will you take it back",
    ],
)
def test_engraving_that_goes_back_is_no_question_for_the_card(question: str) -> None:
    ruling = ruled(question)
    assert ruling is None or ruling.confidence != "unrecorded"


@pytest.mark.parametrize(
    "turns",
    [
        (
            "handles on my Rivage went dark honey after summer",
            "so do i get a new one under warranty",
        ),
        ("Rivage提手变深了，保修能换新的吗",),
    ],
)
def test_patina_is_no_fault_under_the_warranty(turns: tuple[str, ...]) -> None:
    ruling = ruled(*turns)
    assert ruling
    assert "natural patina" in ruling.say.en
    assert ruling.values["covered"] == "no"


def test_another_leather_that_went_dark_is_not_called_patina() -> None:
    ruling = ruled("my Grain went dark, is that under warranty")
    assert ruling is None or "patina" not in ruling.say.en


@pytest.mark.parametrize(
    "question",
    ["去年双十一买的包，今天开线了", "bought the bag last winter and the seam split open"],
)
def test_what_comes_apart_long_after_it_was_bought_is_a_matter_of_the_warranty(
    question: str,
) -> None:
    ruling = ruled(question)
    assert ruling
    assert ruling.values["months"] == 24
