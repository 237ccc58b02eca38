from __future__ import annotations

import pytest

from shop.clients import Tier
from tests.agents.asked import ruled

SIZES = [
    ("My foot is 24 cm, which EU shoe size?", "H-L1", {"eu": "38", "us": "7.5"}),
    ("脚长24.3厘米穿欧码多少", "H-L1", {"eu": "38.5", "cn_mm": "245"}),
    ("女鞋欧码38是美码多少", "H-L1", {"us": "7.5"}),
    ("I wear US 7.5 women's shoes, what is that in EU?", "H-L1", {"eu": "38"}),
    ("国内老码37对应欧码多少", "SIZE-06", {"eu": "37.5"}),
    ("男鞋脚长26.5穿多大", "H-L2", {"eu": "42", "lower_eu": "41"}),
    ("韩码240是欧码几码", "H-L1", {"eu": "38"}),
    ("胸围88腰围68臀围94穿Soir几码", "H-L3", {"it": "44", "fr": "40"}),
    ("bust 92 cm, waist 72 cm, hips 98 cm: which dress size?", "H-L3", {"it": "46"}),
    ("IT 42 dress in FR?", "H-L3", {"fr": "38", "uk": "10"}),
    ("165/88A 对应什么码", "SIZE-10", {"height_cm": "165"}),
    ("内直径16.5mm的戒指是几号", "H-L4", {"eu": "52", "us": "6"}),
    ("my ring finger is 52 mm around, what ring size?", "H-L4", {"eu": "52"}),
    ("UK ring size L in EU?", "H-L4", {"eu": "52", "lower_eu": "50"}),
    ("港码13号戒指", "SIZE-34", {"number": "13"}),
    ("头围57cm帽子", "SIZE-42", {"us": "7.125"}),
    ("手围20厘米手套", "SIZE-41", {"french": "7.5"}),
    ("下胸围75胸围88什么罩杯", "SIZE-43", {"jp_cn_cup": "B"}),
    ("34C bra in EU?", "SIZE-43", {"eu": "75C"}),
    ("衬衫领围15.5英寸", "SIZE-17", {"cm": "39"}),
    ("chest 100 cm jacket size", "SIZE-16", {"eu": "50"}),
    ("腰围二尺二是多少厘米", "SIZE-17", {"cm": "73.3"}),
]
SERVICES = [
    ("3万的包能分12期吗", "H-G3", {"each": "2500.00", "months": "12"}),
    ("三万的包能分十二期吗", "H-G3", {"each": "2500.00", "months": "12"}),
    ("I spent 60000 RMB this year, what tier?", "H-B1", {"tier": "gold", "missing": "90000"}),
    ("包裹晚了48小时12000元赔多少", "H-C4", {"payout": "200"}),
    ("金卡生日12000元打几折", "H-B3", {"courtesy": "600.00"}),
    ("I bought it 20 days ago, can I return it?", "H-E1", {"days_left": "10"}),
    ("收到二十天了还能退吗", "H-E1", {"days_left": "10"}),
    ("收到三十五天还能退吗", "H-E1", {"eligible": "no"}),
    ("tag cut off, can I return?", "H-E1", {"eligible": "no"}),
    ("吊牌剪了能退吗", "H-E1", {"eligible": "no"}),
    ("戒指买了14个月能改圈吗", "H-I3", {"free": "no"}),
    ("运费 800元的订单", "H-C5", {"fee": "80"}),
    ("can I pay cash on delivery in Hong Kong?", "H-G2", {"possible": "no"}),
]
CUSTOMS = [
    ("€140 parcel to France, how much duty?", "XB-20", {"duty_eur": "3"}),
    ("£120 parcel to the UK duty?", "XB-24", {"duty": "none"}),
    ("3000元跨境税多少", "XB-01", {"tax": "273.00"}),
    ("三千元跨境税多少", "XB-01", {"tax": "273.00"}),
    ("$700 to the US duty?", "XB-25", {"old_limit_usd": "800"}),
    ("Who pays duty to Germany?", "H-D1", {"terms": "DDP"}),
]
MATERIALS = [
    ("18K gold how much gold is it in percent?", "MAT-40", {"percent": "75"}),
    ("925 stamp meaning?", "MAT-40", {"percent": "92.5"}),
    ("19姆米真丝多重", "MAT-26", {"gsm": "82"}),
    ("Super 120s how fine in micron?", "MAT-24", {"max_um": "17.75"}),
    ("cat 3 sunglasses lens?", "MAT-65", {"from_percent": "8"}),
    ("10 bar watch can I swim?", "MAT-60", {"metres": "100"}),
    ("钻石和红宝石哪个更硬", "MAT-50", {"harder": "diamond"}),
]


@pytest.mark.parametrize(("question", "rule", "values"), [*SIZES, *SERVICES, *CUSTOMS, *MATERIALS])
def test_a_question_that_a_rule_book_answers_is_computed(
    question: str, rule: str, values: dict[str, str]
) -> None:
    ruling = ruled(question)
    assert ruling
    assert rule in ruling.rule
    assert {name: str(ruling.values[name]) for name in values} == values


@pytest.mark.parametrize(
    "question",
    [
        "wash silk at 30 degrees ok?", "can I machine wash at 40C", "can I iron at 110 C",
        "水温30度洗羊绒可以吗", "真丝 30 度以下手洗", "小羊皮包放了3天发霉怎么办",
        "小羊皮淋雨2小时怎么办", "cashmere pilled after 2 months what to do", "dry for 24 hours?",
        "how many times a year should I polish silver", "can I store my bag for 6 months in a box",
        "skip the wash for 2 weeks?", "穿了3天脚疼怎么办", "how do I clean a 45 cm necklace",
        "手袋25厘米能放下A4吗", "18k金项链怎么清洗", "925银发黑怎么办",
        "the heel is 85 mm, is it comfortable for 8 hours", "羊绒衫 100% 山羊绒洗后缩水了",
        "pearls: wipe after each of 10 wearings?",
    ],
)  # fmt: skip
def test_a_care_question_with_numbers_is_not_for_a_rule_book(question: str) -> None:
    assert ruled(question) is None


@pytest.mark.parametrize(
    "question",
    ["my iPhone 15 fits the bag?", "order 20261123 where is it", "订单 38271 到哪了", "2026",
     "你好", "hello", "what is your phone number, 400-820-8820?", "版本2.0", "我今年38岁",
     "会议在3月10日", "I have 2 children", "1 + 1 = 2"],
)  # fmt: skip
def test_a_number_by_itself_is_not_for_a_rule_book(question: str) -> None:
    assert ruled(question) is None


def test_a_follow_up_takes_its_measure_from_the_message_before() -> None:
    ruling = ruled("My foot is 24 cm, which EU shoe size?", "and in US?")
    assert ruling
    assert str(ruling.values["us"]) == "7.5"


def test_a_client_s_own_tier_counts_when_none_is_said() -> None:
    mine = ruled("生日月12000元能优惠多少", tier=Tier.GOLD)
    said = ruled("黑卡生日月12000元能优惠多少", tier=Tier.GOLD)
    assert mine
    assert said
    assert str(mine.values["percent"]) == "5"
    assert str(said.values["percent"]) != "5"


@pytest.mark.parametrize(
    "question",
    ["My foot is 0 cm, which EU shoe size?", "脚长999厘米穿多少码", "EU 999 shoe in US?",
     "0元跨境税多少", "ring finger 0 mm which ring size", "US 0 shoes in EU?",
     "收到9999天了还能退吗", "99999999999元能分12期吗", "3万的包能分0期吗", "0K gold percent?",
     "99K gold how much gold percent?", "Super 999s how fine in micron?"],
)  # fmt: skip
def test_a_measure_that_cannot_be_is_answered_honestly_or_not_at_all(question: str) -> None:
    ruling = ruled(question)
    assert ruling is None or (ruling.say.zh and ruling.say.en)
