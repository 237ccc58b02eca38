"""The data on parts of a piece, and which questions ask a measure of one."""

from __future__ import annotations

import pytest

from knowledge.attributes import Attributes
from knowledge.datasheets.facts import fact
from knowledge.house_data import load_yaml
from knowledge.parts import Part, Parts
from shop.products import Product
from tests.shop.house_books import HOUSE

PARTS = load_yaml(HOUSE / "parts.yaml", Parts)
ASKED = load_yaml(HOUSE / "attributes.yaml", Attributes)
PIECES = {piece.name: piece for piece in load_yaml(HOUSE / "products.yaml", list[Product])}
MEASURES = {measure.id for measure in PARTS.measures}


@pytest.mark.parametrize("part", PARTS.parts, ids=lambda part: part.id)
def test_every_pair_that_a_card_holds_names_a_measure_and_an_attribute(part: Part) -> None:
    holds = part.holds
    assert set(holds) <= MEASURES
    assert {ASKED.of_id(attribute).id for attribute in holds.values()} == set(holds.values())


@pytest.mark.parametrize("part", PARTS.parts, ids=lambda part: part.id)
def test_every_part_has_a_name_of_both_languages_among_its_words(part: Part) -> None:
    words = part.words
    assert any(word.isascii() for word in words)
    assert any(not word.isascii() for word in words)


@pytest.mark.parametrize(
    ("piece", "zh", "en", "part", "measure"),
    [
        ("Grain", "缝线多粗", "how thick is the thread", "thread", None),
        ("Nil", "拉链是什么牌子", "which brand is the zip", "zip", "maker"),
        ("Cadence", "天皮多厚", "thickness of the heel tip", "heel-tip", "thickness"),
        ("Soir", "裙摆多宽", "how wide is the hem", "hem", "width"),
        ("Orbe", "戒圈多宽", "how wide is the band", "band", "width"),
        ("Lune", "扣头是龙虾扣吗", "is the clasp a lobster", "clasp", "kind"),
    ],
)
def test_a_measure_of_a_part_is_read_in_both_languages(
    piece: str, zh: str, en: str, part: str, measure: str | None
) -> None:
    for text in (zh, en):
        (pair,) = PARTS.asked_of(PIECES[piece], text)
        assert pair.part.id == part
        assert measure is None or pair.measure.id == measure
        assert pair.held is None


def test_the_part_asked_of_is_the_one_that_belongs_to_another() -> None:
    for text in ("diameter of the tip of the heel", "鞋跟的天皮直径多大", "heel tip diameter"):
        (pair,) = PARTS.asked_of(PIECES["Cadence"], text)
        assert pair.part.id == "heel-tip"


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        ("Sillage", "我把内里弄湿了放在太阳底下晒了多久才会恢复原来的颜色"),
        (
            "Sillage",
            "my sister wore the strap to three weddings and lost count, how long ago was it",
        ),
        ("Cadence", "I walked to the office on these heels, how high the stairs were"),
    ],
)
def test_parts_in_a_story_ask_nothing(piece: str, text: str) -> None:
    assert PARTS.asked_of(PIECES[piece], text) == ()


def test_what_else_is_asked_of_a_part_is_left_to_others() -> None:
    text = "what colour polish for the heel"
    assert PARTS.asked_of(PIECES["Cadence"], text, lambda rest: "polish" in rest) == ()


def test_an_unlisted_pair_is_named_in_both_languages() -> None:
    (pair,) = PARTS.asked_of(PIECES["Soir"], "how wide is the hem")
    ruling = fact(PIECES["Soir"], pair.unlisted())
    assert ruling.confidence == "unrecorded"
    assert "下摆的宽度" in ruling.say.zh
    assert "width of the hem" in ruling.say.en
