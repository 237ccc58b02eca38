"""Cues of payments, visits, gifts and provenance: a kind in any words; what is near it, not."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.cues import Cues, load_cues

PAYER, SINGLE = "tax-cbec-real-name/payer", "tax-cbec-limits/single-piece"
LAID_OUT, WHEN = "salon-appointments/pieces", "salon-appointments/window"
GIFT, CODE = "policy-refunds/gift-refund", "provenance-trace-code/what"
ORIGIN = "provenance-sourcing/origin"


@pytest.fixture(scope="module")
def cues() -> Cues:
    return load_cues(Path("knowledge/house/cues.yaml"))


ASKED = {
    PAYER: [
        "a bag for my mum in Chengdu, ID and name hers, but my alipay. works?",
        "gift to my sister in Beijing, her id on the form and my wechat pay",
        "boyfriend in Shenzhen: his name as buyer, I pay with my visa, ok?",
        "送女友的裙子，收货和身份证都用她的，我来付款行吗",
        "给我爸买表，订购人写他名字，刷我的卡可以吗",
        "给老婆买，实名用老婆的，我支付宝付，我老婆出不了钱",
    ],
    SINGLE: [
        "单次限额5000，我购物车里1万2的包怎么还能结算",
        "订单上限五千，为什么购物车能放Lune",
        "跨境不是一单限5000吗，我咋还能加购",
        "isn't the limit 5,000 per order? how come the basket takes a 21,500 ring",
        "cross-border cap is 5k, why can i still check out the watch",
        "the maximum is five thousand, yet the cart still lets me add the ring",
    ],
    LAID_OUT: [
        "我周六去店里试，你们最多能提前备几件",
        "过来试戴的话能给我留出几样",
        "预约到店能帮我摆多少款",
        "coming to the Chengdu boutique, how many bags will you lay out",
        "how many pieces can you pull aside before i visit",
        "visiting thursday, how many shoes can you have waiting",
    ],
    WHEN: [
        "how soon can we drop by the Dubai boutique",
        "when may i visit your salon in Chengdu",
        "which days can i come to the boutique in Paris",
        "啥时候能去三里屯店逛逛",
        "香港店哪天方便过去",
        "最快什么时候能到静安店试",
    ],
    GIFT: [
        "my sister-in-law bought me the ring, not my style, do i get cash",
        "it was a present from a friend and i don't want it. who gets the money",
        "i was given the sunglasses, hate them, can i hand them back for money",
        "婆婆送我的项链不想要，能拿到什么",
        "朋友买给我的包不喜欢，退了钱归谁",
        "男友送我的表用不上，退的话退给谁",
    ],
    CODE: [
        "what should the number on the little card look like",
        "how many digits has the string on the card in the box",
        "what format is the serial inside the lining",
        "那张小卡片上的编号应该长什么样",
        "溯源卡上那串字母数字是什么格式",
        "吊牌里的号码几位",
    ],
    ORIGIN: [
        "are you lot a reseller or what",
        "where do you guys get your bags from",
        "is your stock grey market",
        "你们是不是二道贩子",
        "这家店的货从哪儿进的",
        "你家是代购拼的货吗",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("section", "text"), [(s, t) for s, ts in ASKED.items() for t in ts])
def test_a_kind_is_heard_in_any_words(cues: Cues, section: str, text: str) -> None:
    assert cues.section_of(text) == section


@pytest.mark.parametrize(
    "text",
    [
        "can i pay with my husband's card for a bag shipped to London",
        "use my mum's ID for China so I save quota, I'll pay",
        "帮我把Sillage加购物车",
        "how many pieces can i try at home as black",
        "上门试穿能带几件",
        "how many salons do you have",
        "what time does the Paris salon open",
        "啥时候能去店里取我的包",
        "aunt gave me the necklace and the clasp is broken, what now",
        "朋友送的鞋太小了，能换吗",
        "what do the numbers on the care card mean",
        "what does the number on my credit card start with",
        "货到哪儿了",
        "where do you get your leather from",
        "我想做代购，从你们这进货有折扣吗",
    ],
)
def test_what_is_near_a_kind_is_left_alone(cues: Cues, text: str) -> None:
    assert cues.section_of(text) not in ASKED
