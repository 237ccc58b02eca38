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
