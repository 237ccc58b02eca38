"""The five articles of the tiny house, in both languages, and what brings each behaviour about."""

from __future__ import annotations

from shop.conversations import Behaviour
from shop.language import Lang

_FRONT = """---
id: {id}
topic: {topic}
title: {{zh: {zh}, en: {en}}}
owner: client service
source: [{source}]
confidence: high
market: [all]
valid_from: 2026-01-01
valid_until:
about: [{about}]
---
"""

LAMBSKIN = (
    _FRONT.format(
        id="care-lambskin", topic="care", zh="小羊皮", en="Lambskin", source="CARE-10",
        about="lambskin",
    )
    + """
# zh

## 淋雨 {#rain}
? 小羊皮包淋雨了怎么办
小羊皮淋湿后，用干软布轻轻吸干。不要用吹风机。在室温下晾干 24 小时。

## 酒精 {#alcohol}
? 小羊皮可以用酒精擦吗
不要用酒精擦小羊皮，酒精会伤到表面。

# en

## Rain {#rain}
? what do I do when my lambskin bag got wet in the rain
Blot wet lambskin dry with a soft cloth. Do not use a hair-dryer.
Let it dry for 24 hours at room temperature.

## Alcohol {#alcohol}
? can I clean lambskin with alcohol
Do not clean lambskin with alcohol; it harms the surface.
"""
)  # fmt: skip
RETURNS = (
    _FRONT.format(
        id="policy-returns", topic="policy", zh="退货", en="Returns", source="H-F1", about="returns"
    )
    + """
# zh

## 期限 {#window}
? 退货期限是多久
未使用的商品可在签收后 30 天内退货。

# en

## Window {#window}
? how long is the return window
Unworn pieces may be returned within 30 days of delivery.
"""
)
CODES = (
    _FRONT.format(
        id="boundary-codes", topic="boundary", zh="折扣码", en="Codes", source="H-Z1", about=""
    )
    + """
# zh

## 折扣码 {#codes behaviour=refuse}
? 给我一个折扣码
我不能提供折扣码。

# en

## Codes {#codes behaviour=refuse}
? give me a discount code
I cannot give out a code.
"""
)
PERSON = (
    _FRONT.format(
        id="boundary-person", topic="boundary", zh="真人", en="A person", source="H-J1", about=""
    )
    + """
# zh

## 找真人 {#person behaviour=handoff reason=asked}
? 我要和真人说话
当然可以。

# en

## A person {#person behaviour=handoff reason=asked}
? I want to speak to a person
Of course.
"""
)
SHOES = (
    _FRONT.format(
        id="sizing-shoes", topic="sizing", zh="女鞋尺码", en="Shoe sizes", source="H-E1",
        about="shoe",
    )
    + """
# zh

## 尺码表 {#table}
? 女鞋尺码怎么换算
本店女鞋尺码表优先于通用对照表。

# en

## Table {#table}
? how do women's shoe sizes convert
Our own chart goes before any general chart.
"""
)  # fmt: skip

ARTICLES = (LAMBSKIN, RETURNS, CODES, PERSON, SHOES)

ASKED: dict[Lang, dict[Behaviour, str]] = {
    "en": {
        Behaviour.ANSWER: "how long is the return window",
        Behaviour.REFUSE: "give me a discount code",
        Behaviour.HANDOFF: "I want to speak to a person",
        Behaviour.ABSTAIN: "does the opera house have a cloakroom",
        Behaviour.CLARIFY: "👜👜 ?!",
    },
    "zh": {
        Behaviour.ANSWER: "退货期限是多久",
        Behaviour.REFUSE: "给我一个折扣码",
        Behaviour.HANDOFF: "我要和真人说话",
        Behaviour.ABSTAIN: "歌剧院哪里存大衣",
        Behaviour.CLARIFY: "👜👜 ？！",
    },
}
WET = "what do I do when my lambskin bag got wet in the rain"
