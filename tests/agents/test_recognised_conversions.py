"""Conversions, claims about labels, and follow-ups that keep the figure said before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from shop.figures import number
from shop.rulings import Ruling
from tests.agents.asked import ruled

CONVERSIONS = [
    ("a last of 12 inches in adult UK", {"uk": "11"}),
    ("鞋楦 10.5 英寸是英码几", {"uk": "6.5"}),
    ("a 27 cm last is which EU size", {"eu": "40.5"}),
    ("japan box says 26.5, what would a Korean box print", {"kr": "265"}),
    ("韩国鞋标245，是脚长多少厘米", {"foot_cm": "24.5"}),
    ("my korean boots are a 240, EU?", {"eu": "38"}),
    ("chinese tag says 245 mm, what's the old style number", {"old_cn": "39"}),
    ("盒子印260，旧鞋号几", {"old_cn": "42"}),
    ("italian bra band 5 is which EU band", {"eu": "85"}),
    ("法国95的下围是欧码多少", {"eu": "80"}),
    ("美码帽子7又3/8，头围大概几公分", {"cm": "59"}),
    ("帽子7⅜是多少厘米", {"cm": "59"}),
    ("frame code 50□21-150, how long are the arms", {"temple_mm": "150"}),
    ("我的眼镜是 54-18-140，鼻梁多宽", {"bridge_mm": "18"}),
    ("8 bar is roughly how many metres of water", {"metres": "80"}),
    ("100米是几巴", {"bar": "10"}),
    ("EU 44 的鞋楦多长", {"last_cm": "29.33"}),
]
CLAIMS = [
    ("will a 20 mm strap do on 21 mm lugs, close enough?", {"fits": "no"}),
    ("表耳20毫米，装20毫米的表带行吗", {"fits": "yes"}),
    ("有个换算器说US7戒指内径18.08毫米，准吗", {"right": "no", "diameter_mm": "17.3"}),
    ("a site gives a US 6 ring 16.5 mm inner diameter, correct?", {"right": "yes"}),
    ("is an italian 38 as big as a german 38?", {"sizes_apart": "3"}),
    ("德码36和法码38一样大吗", {"sizes_apart": "0"}),
]
NEVER_EXACT = [
    ("is a dress US 8 always IT 44 everywhere?", "SIZE-13"),
    ("美码6一定是意码42吗", "SIZE-13"),
    ("is ring US 7 exactly a UK N", "SIZE-32"),
    ("英码8的男鞋一定是美码9吗", "SIZE-03"),
]
FOLLOW_UPS = [
    (("one HK tael is how many grams", "so 3 tael?"), {"found": "112.287"}),
    (("香港一两黄金多少克", "那三两呢"), {"found": "112.287"}),
    (("scarf is 14 momme", "grams per square metre?"), {"gsm": "61"}),
    (("珍珠项链和翡翠镯子能叠戴吗", "谁会被刮花，硬度各多少"), {"harder": "jadeite"}),
    (("EU 56 jacket, US?", "and chest in cm for that"), {"chest_cm": "112"}),
    (("老妈说她腰2尺2", "换成厘米多少，1尺是33.33"), {"cm": "73.3"}),
    (("my japanese ring is a 19", "inner mm?"), {"diameter_mm": "19"}),
    (("uk 36 bra band in EU?", "and in france?"), {"fr": "95"}),
    (("今年跨境额度已用2万", "还剩多少"), {"left": "6000"}),
    (("今年跨境已经买了1万8", "额度还剩多少，单笔能买6000的鞋免关税吗"),
     {"left": "8000", "route": "full_tax"}),
]  # fmt: skip


def written(ruling: Ruling, *names: str) -> dict[str, str]:
    """Some of a ruling's values, figures without needless zeros."""
    found = {name: ruling.values.get(name) for name in names}
    return {
        n: number(v).replace(",", "") if isinstance(v, Decimal) else str(v)
        for n, v in found.items()
    }


@pytest.mark.parametrize(("question", "values"), [*CONVERSIONS, *CLAIMS])
def test_a_conversion_or_a_claim_is_computed(question: str, values: dict[str, str]) -> None:
    ruling = ruled(question)
    assert ruling
    assert written(ruling, *values) == values


@pytest.mark.parametrize(("question", "rule"), NEVER_EXACT)
def test_labels_said_to_agree_always_are_denied(question: str, rule: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert rule in ruling.rule
    assert ruling.say.en.startswith("No")
    assert ruling.say.zh.startswith("不")


@pytest.mark.parametrize(("texts", "values"), FOLLOW_UPS)
def test_a_follow_up_keeps_the_figure_said_before(
    texts: tuple[str, str], values: dict[str, str]
) -> None:
    ruling = ruled(*texts)
    assert ruling
    assert written(ruling, *values) == values


@pytest.mark.parametrize("question", ["it says 38 on the tag", "does it fit us, we are 40"])
def test_it_and_us_are_words_before_they_are_countries(question: str) -> None:
    assert ruled(question) is None
