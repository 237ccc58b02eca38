"""A piece is known by what it is like, when it is pointed at and no other piece is like that."""

from __future__ import annotations

import pytest

from knowledge.descriptions import Descriptions
from knowledge.house_data import load_yaml
from tests.shop.house_books import HOUSE

KNOWN = load_yaml(HOUSE / "descriptions.yaml", Descriptions)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("the gold one with one stone, how big is the stone?", "TV-J01"),
        ("带单钻的那枚多少钱", "TV-J01"),
        ("can the suede slip-ons get wet?", "TV-S02"),
        ("绒面的那双能沾水吗", "TV-S02"),
        ("what is your big crocodile one", "TV-B04"),
        ("the croc, can I return it", "TV-B04"),
        ("那只会越用越深的包防水吗", "TV-B02"),
        ("does the honey-coloured bag stain in rain", "TV-B02"),
        ("what about the bag that fits a laptop?", "TV-B02"),
        ("what does the necklace weigh", "TV-J02"),
        ("how do I wash the dress", "TV-D01"),
        ("the shiny heels, do they run true?", "TV-S01"),
        ("那高跟那双呢，我穿38", "TV-S01"),
        ("那个黑漆皮的旁边放报纸行吗", "TV-S01"),
        ("can the silk one go in the washer", "TV-D01"),
        ("你们的真丝裙能机洗吗", "TV-D01"),
        ("can I wear the steel one in the pool", "TV-W01"),
        ("那块钢表多重", "TV-W01"),
        ("那副茶色镜片的开车能戴吗", "TV-E01"),
        ("珍珠那条重新穿线要多少", "TV-J02"),
        ("小羊皮那只多少钱？", "TV-B01"),
        ("这只荔枝纹的能背着淋雨吗", "TV-B03"),
    ],
)
def test_a_quality_that_one_piece_has_names_it(text: str, piece: str) -> None:
    assert KNOWN.pieces(text) == (piece,)


@pytest.mark.parametrize(
    "text",
    [
        "what about the gold one",  # a tier, a ring, a clasp
        "my suede shoes got wet", "这双鞋开胶了", "the black one", "the men's shoe chart",
        "this suede jacket in the rain", "真丝的能机洗吗", "the white gold ring", "那条丝巾多少钱",
        "the silk scarf", "那双真丝的", "is the gold watch on sale",
        "the heel is 85 mm", "the strap is loose", "is there a dress code", "the band is tight",
    ],
)  # fmt: skip
def test_what_may_be_none_or_several_names_nothing(text: str) -> None:
    assert KNOWN.pieces(text) == ()


def test_a_description_ends_with_its_last_word() -> None:
    text = "那双麂皮的脏了怎么办"
    found = KNOWN.find(text)[0]
    assert text[found.start : found.end] == "那双麂皮的"
