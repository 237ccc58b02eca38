"""Sizes over several messages: the measure in one, the standard or the piece in another."""

from __future__ import annotations

import pytest

from agents.recognisers.intents import WHICH_SIZE
from tests.agents.asked import questions, ruled


@pytest.mark.parametrize(
    "turns",
    [
        ("what size shld i get", "im 5'5 and about 60 kilos if it helps"),
        ("which size do i take?", "172cm and 65kg"),
        ("我该穿几码", "身高165，体重104斤"),
        ("拿什么码好", "一米六八 110斤"),
        ("what size am i, 170 cm, 58 kg",),
        ("几码合适", "178 150斤"),
    ],
)
def test_how_tall_and_heavy_she_is_asks_for_the_piece(turns: tuple[str, ...]) -> None:
    assert questions(*turns)[0].cue == WHICH_SIZE
    assert ruled(*turns) is None


@pytest.mark.parametrize(
    ("turns", "needed"),
    [
        (("what size shld i get in the Nuage", "im 5'5 and about 60 kilos"), "bust in cm"),
        (("what size dress shld i get", "im 5'5 and about 60 kilos"), "bust, waist and hips"),
    ],
)
def test_of_a_piece_it_asks_for_the_measure(turns: tuple[str, ...], needed: str) -> None:
    ruling = ruled(*turns)
    assert ruling
    assert ruling.confidence == "none"
    assert needed in ruling.say.en


@pytest.mark.parametrize(
    ("turns", "en", "jp"),
    [
        (("内衣上胸下胸差15厘米",), "B", "C"),
        (("内衣上胸下胸差15厘米", "按日本那边算啥罩杯"), "B", "C"),
        (("内衣上胸下胸差15厘米", "按日本那边算啥罩杯", "那照欧洲标准EN的呢"), "B", "C"),
        (("上下胸围差12.5，国内算什么杯", "换成欧标呢"), "A", "B"),
        (("my bust is 15 cm over my underbust, what cup", "and by the EN standard?"), "B", "C"),
        (("bust to underbust is 17 cm apart, which cup", "and in japan"), "C", "D"),
        (("difference of 13 cm, what bra cup by EN", "and in China?"), "A", "B"),
    ],
)  # fmt: skip
def test_the_difference_of_two_busts_is_a_cup_by_either_standard(
    turns: tuple[str, ...], en: str, jp: str
) -> None:
    ruling = ruled(*turns)
    assert ruling
    assert (ruling.values["en_cup"], ruling.values["jp_cn_cup"]) == (en, jp)


def test_a_difference_is_no_bust() -> None:
    ruling = ruled("my bust is 15 bigger than it was, which dress")
    assert ruling is None or "H-L3" not in ruling.rule


@pytest.mark.parametrize(
    "turns",
    [
        ("What size would you suggest?", "I'm 6 foot and 80 kg"),
        ("size?", "5 foot 4, 125 lbs"),
        ("which one should i get size wise", "158 cm 50 kg"),
        ("给我推荐个码", "我1米6 95斤"),
    ],
)
def test_so_many_feet_tall_is_no_length_of_a_foot(turns: tuple[str, ...]) -> None:
    assert questions(*turns)[0].cue == WHICH_SIZE
    assert ruled(*turns) is None


def test_a_foot_beside_a_height_is_the_one_that_counts() -> None:
    ruling = ruled("I'm 5 foot 6 and my foot is 24 cm, size in Cadence?")
    assert ruling
    assert "EU 38" in ruling.say.en


@pytest.mark.parametrize(
    ("turns", "rule"),
    [
        (("我穿什么码的毛衣", "160 100斤"), "H-L5"),
        (("what shoe size should i get", "170 cm 60 kg"), "H-L1"),
        (("什么码的鞋适合我老公", "178 150斤"), "H-L2"),
    ],
)
def test_a_kind_of_thing_just_spoken_of_names_the_measure(
    turns: tuple[str, ...], rule: str
) -> None:
    ruling = ruled(*turns)
    assert ruling
    assert ruling.confidence == "none"
    assert rule in ruling.rule


def test_a_difference_beyond_a_standard_has_no_letter_there() -> None:
    ruling = ruled("the gap between bust and underbust is 20cm, which cup", "and in japan")
    assert ruling
    assert "—" not in ruling.say.en
    assert "outside the cups" in ruling.say.en
