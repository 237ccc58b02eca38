"""Questions of every kind that a rule-book answers, in the words shoppers use."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from shop.clients import Tier
from tests.agents.asked import ruled

SIZES = [
    ("我平时穿38.5，Cadence 拿几码", {"recommended": "38.5"}),
    ("我平时穿43，Halte 拿几码", {"recommended": "42"}),
    ("左脚24.3右脚24.6 女鞋买几码", {"eu": "39"}),
    ("between 38 and 38.5 in Cadence which should I take", {"eu": "38.5"}),
    ("老码39是多少毫米", {"mm": "245"}),
    ("四二码的男鞋 欧码脚多长", {"foot_cm": "26.7"}),
    ("一米六五 九十斤 穿Soir几码", {"height_cm": "165", "weight_kg": "45.0"}),
    ("104斤是多少公斤", {"found": "52.0"}),
    ("三围 84 66 90", {"it": "42"}),
    ("腰2尺1 穿几码裙子", {"it": "44"}),
    ("bust 34 in waist 27 in hip 37 in dress size", {"it": "44"}),
    ("36 inch bust in the sweater", {"letter": "M"}),
    ("between S and M knitwear which", {"letter": "M", "smaller": "S"}),
    ("9AR 是什么意思", {"jp_bust_cm": "83"}),
    ("42R jacket in EU", {"eu": "52"}),
    ("collar 15 and a half in", {"cm": "39"}),
    ("领围 15 寸半 多少厘米", {"cm": "39"}),
    ("W33 jeans in cm", {"cm": "83.8"}),
    ("EU 95 belt in US", {"us": "38"}),
    ("hat 7 3/8 in cm", {"cm": "59"}),
    ("法国90B 换成中国", {"eu": "75B"}),
    ("36F US bra in EU", {"eu": "80F"}),
    ("IT 3C bra in UK", {"uk": "34C"}),
    ("介于52和54之间戒指", {"eu": "54"}),
    ("Swiss ring size 14", {"eu": "54"}),
    ("港金一两多少克", {"found": "37.429"}),
    ("三钱金子几克", {"found": "15.000"}),
    ("五寸是几厘米", {"cm": "16.7", "inch_cm": "12.7"}),
]
SERVICES = [
    ("消费16万后退了一个16800的包，还是黑卡吗", {"tier": "gold", "reached": "no"}),
    ("spent 160k then returned a 16.8k bag, am I black?", {"tier": "gold", "reached": "no"}),
    ("黑卡洗第三个包多少钱", {"price": "340"}),
    ("金卡洗三个包一共多少钱", {"total": "1020"}),
    ("换鞋底多少钱", {"price": "900"}),
    ("water test price", {"price": "200"}),
    ("羊绒去球收费吗", {"price": "120"}),
    ("手表买了14个月坏了还保修吗", {"covered": "yes"}),
    ("warranty covers scratches?", {"covered": "no"}),
    ("争议多久处理", {"hours": "48"}),
    ("11月20日你们收到退货 什么时候退款", {"released_by": "2026-11-23"}),
    ("are you open at 9pm for gold", {"open": "yes"}),
    ("paid at 15:00 as gold, does it leave today", {"same_day": "no"}),
    ("等级有效期多久", {"months": "12"}),
    ("上门试穿可以试6件吗", {"possible": "no"}),
    ("没有包装盒能退吗", {"eligible": "no"}),
    ("11月6号签收的，退货最晚哪天", {"until": "2026-12-06"}),
    ("慢就赔最多赔多少 3200", {"cap": "320.00"}),
]
TAXES = [
    ("两件各3000元 跨境 一起下单要交税多少", {"route": "ask", "price": "6000"}),
    ("跨境额度我用了20000 还能买7400的吗", {"route": "general_trade", "left": "6000"}),
    ("€120 parcel with T-shirt and a watch, duty?", {"duty_eur": "6"}),
    ("5 T-shirts worth €90 to Germany duty", {"duty_eur": "3"}),
    ("UK parcel £135 exactly", {"duty": "none"}),
    ("行邮税 250元 衣服", {"waived": "yes"}),
    ("行邮税 手表 12000", {"band": "50"}),
]
LEFT_ALONE = [
    "by when is the uk £135 duty relief meant to go", "金卡和黑卡的私人顾问有什么不同",
    "Super 120s 西装料子怎么洗", "0% instalments in the EU after nov 2026: so no credit check?",
    "我朋友45公斤的行李", "the 2026 collection", "下午两点半到店", "二三码的差别",
]  # fmt: skip


@pytest.mark.parametrize(("question", "values"), [*SIZES, *SERVICES, *TAXES])
def test_a_question_of_a_kind_is_computed(question: str, values: dict[str, str]) -> None:
    ruling = ruled(question)
    assert ruling
    assert {name: str(ruling.values.get(name)) for name in values} == values


@pytest.mark.parametrize("question", LEFT_ALONE)
def test_a_question_of_another_kind_is_left_alone(question: str) -> None:
    assert ruled(question) is None


def test_a_client_s_own_cleanings_are_counted_down() -> None:
    ruling = ruled("我今年已经洗过一次包了还剩几次免费", tier=Tier.BLACK)
    assert ruling
    assert str(ruling.values["free_left"]) == "1"


def test_height_and_weight_alone_ask_for_the_measures_of_the_chart() -> None:
    ruling = ruled("一米六五 九十斤 穿Soir几码")
    assert ruling
    assert ruling.confidence == "none"
    assert "bust" in ruling.say.en


def test_days_are_counted_by_the_clock_of_the_house() -> None:
    """At four in the morning in Beijing it is the day before in UTC."""
    early = datetime(2026, 11, 22, 20, tzinfo=UTC)
    ruling = ruled("it was delivered on 23 October 2026, can I still return it", at=early)
    assert ruling
    assert ruling.values["eligible"] == "no"
    assert ruling.values["days"] == 31
