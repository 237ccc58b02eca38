"""Goods that the catalogue lacks: said so where they are looked for, and nowhere else."""

from __future__ import annotations

import pytest

from tests.agents.asked import ruled


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("do you have scarves", "scarves"),
        ("do u have 羊绒 scarf", "scarves"),
        ("Do you sell perfume?", "fragrance"),
        ("any earrings?", "earrings"),
        ("i'm looking for a leather card holder", "small leather goods"),
        ("do you make boots for men", "boots"),
        ("你们有围巾吗", "scarves"),
        ("有没有钱包", "wallets"),
        ("卖不卖帽子啊", "hats"),
        ("想买双运动鞋", "sneakers"),
        ("出不出双肩包", "backpacks"),
        ("有耳环吗", "earrings"),
    ],
)
def test_goods_that_are_looked_for_and_not_sold_are_said_not_to_be_in_the_catalogue(
    text: str, goods: str
) -> None:
    made = ruled(text)
    assert made is not None
    assert made.rule == ("H-L6",)
    assert f"has no {goods}" in made.say.en


@pytest.mark.parametrize(
    "text",
    [
        "do you have a cloth for cleaning boots",
        "do you have a size chart for gloves",
        "how do I measure my head for a hat",
        "can I wear perfume with the Lune",
        "穿孔耳环拆封了能退吗",
        "有没有洗围巾的办法",
        "手套7号是多少厘米",
        "香水喷到裙子上了怎么办",
        "do you have handbags",
        "有没有戒指",
    ],
)
def test_goods_that_are_only_mentioned_are_left_alone(text: str) -> None:
    made = ruled(text)
    assert made is None or made.rule != ("H-L6",)
