"""Sizes by what is meant: knitwear or a jacket, a wrist or a hand, a child, a country, a part."""

from __future__ import annotations

import pytest

from tests.agents.asked import ruled
from tests.agents.test_recognised_conversions import written

BETWEEN = [
    ("im 92.5 round the chest, want it easy. which letter", {"letter": "L", "smaller": "M"}),
    ("chest is 92.5cm so im stuck between medium and large on the cashmere crew", {"letter": "L"}),
    ("stuck between medium and large on the jumper, i like it snug", {"letter": "M"}),
    ("bust 97.5 in the jumper, hate tight", {"letter": "XL"}),
    ("chest 38 inches, cashmere crew, mens fit", {"letter": "L"}),
    ("胸围87.5 羊绒衫喜欢贴身", {"letter": "S", "larger": "M"}),
    ("我卡在中号和大号之间，羊绒衫选哪个", {"letter": "L"}),
    ("92.5的胸围穿毛衣哪个码", {"letter": "L"}),
]
MEANT = [
    ("手腕16.5厘米戴腕表合适吗", {"wrist_mm": "165"}),
    ("is 38mm too big for a small wrist (15cm)?", {"wrist_mm": "150"}),
    ("手围16的手表能戴吗", {"wrist_mm": "160"}),
    ("手镯有吗，手围15.5", {"wrist_cm": "15.5"}),
    ("手围19厘米手套几号", {"french": "7"}),
    ("pregnant, 7 months, bust 92. crew neck size", {"letter": "M"}),
    ("腰围2尺，吊带裙穿多大", {"it": "44"}),
    ("平时连衣裙穿UK 14，Soir吊带裙对应哪个size", {"it": "46"}),
    ("slip dress, bust 84, what size", {"it": "42"}),
    ("女朋友在日本戴12号戒指，你们家选EU哪个", {"eu": "52"}),
    ("she's from Osaka and wears a 12 ring, which Orbe", {"eu": "52"}),
    ("back home in London I'm a 10, which Soir", {"it": "42"}),
    ("在法国穿38码的裙子，Soir几码", {"it": "42"}),
    ("我一直在美国买鞋，女鞋8.5，换到你家是欧码多少呀", {"eu": "39"}),
    ("my sister from New York takes a 7.5 in shoes. cadence?", {"recommended": "38"}),
    ("I wear a 55 ring, you only do even, up or down?", {"eu": "56", "lower_eu": "54"}),
    ("戒圈53有吗", {"eu": "54"}),
    ("Swiss 12 ring, EU?", {"eu": "52"}),
    ("kid is six, what number do i look for on european childrens clothes", {"label": "116"}),
    ("外甥女8岁，欧洲童装买哪个码", {"label": "128"}),
    ("儿子今年五岁穿什么码", {"label": "110"}),
    ("my daughter is seven, european size for a dress?", {"lower": "116", "upper": "128"}),
]
BRAS = [
    ("上下胸围差15 底围75 按国内", {"size": "75C"}),
    ("上胸围90下胸围75穿什么罩杯，国内的", {"size": "75C"}),
    ("下胸围80，上胸围92.5 国内", {"size": "80B"}),
    ("bust 90, underbust 75, european", {"size": "75B"}),
    ("EN vs CN cup for a difference of 15: same?", {"en_cup": "B", "jp_cn_cup": "C"}),
    ("胸围差15，欧标罩杯跟国内的算出来一样吗", {"en_cup": "B", "jp_cn_cup": "C"}),
    ("bust minus underbust 13 cm, EN cup?", {"en_cup": "A", "jp_cn_cup": "B"}),
]
OLD_NUMBERS = [
    ("鞋盒上只写了265，就是以前说的几码鞋", {"old_cn": "43"}),
    ("鞋盒写着240，过去叫几号", {"old_cn": "38"}),
    ("国标270和老鞋码44一样不", {"old_cn": "44"}),
    ("以前的43号鞋是多少毫米", {"mm": "265"}),
    ("the box says 255, what's the old style number", {"old_cn": "41"}),
]
GOLD = [
    ("9ct or 14ct, how much real gold in each", ("375", "585")),
    ("9 carat gold, what percent gold", ("375",)),
    ("is 18ct gold 75%", ("750",)),
]


@pytest.mark.parametrize(("text", "values"), [*BETWEEN, *MEANT, *BRAS, *OLD_NUMBERS])
def test_a_size_is_of_what_is_meant(text: str, values: dict[str, str]) -> None:
    ruling = ruled(text)
    assert ruling
    assert written(ruling, *values) == values


@pytest.mark.parametrize(("text", "marks"), GOLD)
def test_carats_of_gold_are_its_fineness(text: str, marks: tuple[str, ...]) -> None:
    ruling = ruled(text)
    assert ruling
    assert all(mark in ruling.say.en for mark in marks)


def test_carats_of_a_stone_are_its_weight() -> None:
    assert "0.4 g" in str(ruled("how many grams is 2 carats"))


def test_height_and_weight_put_nobody_between_two_letters() -> None:
    ruling = ruled("95斤 160cm 羊绒衫S还是M")
    assert ruling
    assert ruling.confidence == "none"


@pytest.mark.parametrize(
    "text", ["uk kids label for a 6 year old", "daughter is 14 and her foot is 23 cm, what cadence"]
)
def test_an_age_decides_no_british_label_and_no_shoe(text: str) -> None:
    ruling = ruled(text)
    assert ruling is None or "label" not in ruling.values


@pytest.mark.parametrize("text", ["吊带裙的吊带多宽", "how long are the straps of the slip dress"])
def test_a_strap_that_is_asked_about_is_a_part(text: str) -> None:
    ruling = ruled(text)
    assert ruling
    assert ruling.confidence == "unrecorded"
