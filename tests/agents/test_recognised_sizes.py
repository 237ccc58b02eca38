"""Sizes and measures as shoppers tell them, by places, people and claims; and what is no size."""

from __future__ import annotations

import pytest

from tests.agents.asked import ruled
from tests.agents.test_recognised_conversions import written

BY_PLACE = [
    ("found grandad's hat, london label says 7 1/8. round the head in cm?", {"cm": "58"}),
    ("英国买的老礼帽写7 1/4，头围多少", {"cm": "59"}),
    ("a US hat 7 1/4, in UK?", {"cm": "58"}),
    ("British hat 7 3/8 in US", {"us": "7.5"}),
    ("英码7又1/8的帽子头围几厘米", {"cm": "58"}),
    ("美码帽子7又3/8，英码多少", {"uk": "7.25"}),
    ("korean site says 245. whats that if the shop is japanese", {"jp": "24.5"}),
    ("韩国网站写250，日本店里买几号", {"jp": "25"}),
    ("two dresses say 38, one i got in paris one in berlin. same thing?", {"sizes_apart": "1"}),
    ("巴黎买的40和米兰买的40一样大吗", {"sizes_apart": "2"}),
    ("a 42 from Milan and a 42 from Munich, which is bigger", {"sizes_apart": "3"}),
    ("意大利和德国的裙子都是40，差多少", {"sizes_apart": "3"}),
]
OF_A_MAN = [
    ("dad's a UK 9, what US mens do i ask for", {"us": "10"}),
    ("老公平时英码8，美国买几码", {"us": "9"}),
    ("my husband takes a US 10, what is that in UK", {"uk": "9"}),
    ("boyfriend is EU 43, uk?", {"uk": "9"}),
    ("爸爸欧码42，英码多少", {"uk": "8"}),
    ("dad's jacket is UK 40", {"eu": "50"}),
    ("his hat is UK 7, US?", {"us": "7.125"}),
]
OLD_CHINESE = [
    ("我爸一直穿老国产鞋44的，脚到底多长啊", {"mm": "270"}),
    ("以前的国产鞋43号，脚长多少厘米", {"mm": "265"}),
    ("国产老鞋号42是脚长几毫米", {"mm": "260"}),
    ("old chinese shoe number 41, foot in mm?", {"mm": "255"}),
]
CLAIMED = [
    ("gran swears a 37.5 in your heels is a UK 5. is it?", {"right": "no", "found": "4.5"}),
    ("店员说Cadence的39就是美码8.5，对吗", {"right": "yes"}),
    ("Is an EU 43 men's shoe a UK 10?", {"right": "no", "found": "9"}),
    ("Halte 42码是英码8对不对", {"right": "yes"}),
    ("我朋友说女鞋37等于国码240，是吗", {"right": "no", "found": "235"}),
    ("is it true your heels 40 are CN 255", {"right": "yes"}),
]
NAMED = [
    ("平时买女装都是美码4，Soir那条裙子该拿意码几号呀", {"it": "40"}),
    ("我穿的都是英码10，Soir拿几码", {"it": "42"}),
    ("US counter measured me at 7.5, which Orbe", {"eu": "56"}),
    ("在日本店里量的戒指是12号，Orbe几号", {"eu": "52"}),
    ("245(2.5)的鞋换成欧码是多少", {"eu": "39"}),
    ("trousers are a US 34 waist, so what belt number", {"us": "36"}),
    ("裤子是32腰，皮带买多大", {"us": "34"}),
    ("jeans waist 30 inch what belt size", {"us": "32"}),
    ("我腰围80厘米 皮带几码", {"us": "33.5"}),
    ("size 6 in London, what in the Cadence", {"recommended": "39"}),
    ("在伦敦穿6码的鞋，Cadence几码", {"recommended": "39"}),
    ("Halte for someone who's a 44 everywhere else", {"recommended": "43"}),
    ("my feet differ: 24 left, 24.4 right. pumps?", {"eu": "39"}),
    ("日本买的裙子13号，意码多少", {"it": "46"}),
    ("东京买的连衣裙11号，Soir几码", {"it": "44"}),
    ("胸围84腰围70的女生是A还是B", {"letter": "A"}),
    ("French bra 90B in UK", {"uk": "34B"}),
    ("what's UK for my French 85C bra", {"uk": "32C"}),
    ("95D French to UK", {"uk": "36D"}),
    ("法国码85B的文胸换英码", {"uk": "32B"}),
    ("my grandma's ring reads N and a half UK", {"eu": "56"}),
    ("英码N半的戒指，Orbe几号", {"eu": "56"}),
    ("a UK shop, my bra is 75B, what is it there", {"uk": "34B"}),
    ("3 scarves + 1 belt from outside the EU, 110 euro, ioss shop. customs duty?",
     {"duty_eur": "6"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "values"), [*BY_PLACE, *OF_A_MAN, *OLD_CHINESE, *CLAIMED, *NAMED]
)
def test_a_size_is_read_with_the_country_it_was_printed_in(
    question: str, values: dict[str, str]
) -> None:
    ruling = ruled(question)
    assert ruling
    assert written(ruling, *values) == values


def test_a_country_named_in_a_follow_up_is_that_of_its_number() -> None:
    ruling = ruled("想给自己买个Orbe", "在美国柜台量的是7号半，拿哪个")
    assert ruling
    assert ruling.values["eu"] == 56


@pytest.mark.parametrize(
    "question",
    [
        "铜锣湾小店买的戒指写12号，你们Orbe我要几号",
        "hong kong ring number 15 = exactly how many mm",
        "my ring from a shop in Mong Kok says 13, what Orbe",
        "港码16的戒指内径几毫米",
    ],
)
def test_a_hong_kong_ring_number_is_said_to_have_no_standard(question: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert ruling.rule == ("SIZE-34",)
    assert ruling.confidence == ("unrecorded" if "mm" in question or "毫米" in question else "none")


def test_a_ring_number_of_no_country_is_asked_back() -> None:
    ruling = ruled("戒指14号，Orbe拿几号")
    assert ruling
    assert ruling.confidence == "none"


@pytest.mark.parametrize(
    "question",
    [
        "鞋盒写240(2)，括号里那个“型”说的是啥",
        "on the shoe box 235 (1.5), what's the number in brackets",
        "中环店可以量戒指吗，我12号过去",
        "little bucket with a hand in it, so 50 degrees is ok by hand?",
        "he is a UK 40, what EU",
        "my Paris flat is number 38 and my Berlin flat too",
        "non-IOSS parcel with 2 belts and a bag worth 90 euro, what duty",
        "one belt at €95 please",
        "wide band ring, my finger is EU 54, same?",
        "宽戒指要不要大一号，我平时EU 52",
    ],
)
def test_what_is_no_size_is_left_alone(question: str) -> None:
    assert ruled(question) is None


@pytest.mark.parametrize(
    "later",
    [
        "and what is the price difference?", "what does it cost", "how long is delivery",
        "差价多少", "怎么洗", "能退款吗",
    ],
)  # fmt: skip
def test_what_is_no_size_leaves_the_measures_said_before(later: str) -> None:
    ruling = ruled("My foot is 24.2 cm, which size of the Cadence?", later)
    assert ruling is None or "24.2" not in ruling.say.en


@pytest.mark.parametrize(
    ("text", "size"),
    [("im a US 8.5 womens, whats that in yours", "EU 39"), ("女款美码7.5是多少", "EU 38"),
     ("ladies' UK 5.5 please convert", "EU 38.5")],
)  # fmt: skip
def test_a_womans_half_size_can_only_be_a_shoe(text: str, size: str) -> None:
    ruling = ruled(text)
    assert ruling is not None
    assert size in ruling.say.en
