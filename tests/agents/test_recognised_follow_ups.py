"""What a second or third message asks is computed with what was said before it."""

from __future__ import annotations

import pytest

from shop.language import language_of
from tests.agents.asked import ruled

FOLLOW_UPS: tuple[tuple[tuple[str, ...], str], ...] = (
    # the price between two pieces
    (("小羊皮那只多少钱？", "那鳄鱼的呢", "价钱差多少呢"), "151,200"),
    (("How much is the little crossbody?", "and the tote", "so what's the difference"), "1,400"),
    (("Nuage 多少钱", "那条真丝的裙子呢", "贵多少"), "3,200"),
    (("price of the suede slip-ons", "and the patent heels?", "how much cheaper"), "500"),
    # a basket, and whose it is
    (("运费怎么算", "那我买1500的呢"), "80"),
    (("运费怎么算", "那我买1500的呢", "银卡也要吗"), "免费"),
    (("how much to ship one scarf priced 1200?", "and if my basket was 2,300"), "free"),
    (("what's the shipping fee on 900", "what if I'm silver"), "free for Silver"),
    (("whats leather cleaning cost", "and once I hit gold"), "340"),
    (("whats leather cleaning cost", "and once I hit gold", "and black, how many are free"),
     "Black"),
    (("birthday courtesy for silver?", "on a 21,500 ring how much off", "and if I were black"),
     "1,720"),
    # sizes
    (("胸围90毛衣穿什么码", "如果想宽松点呢"), "M（88–92"),
    (("胸围90毛衣穿什么码", "如果想宽松点呢", "要是94呢"), "L（93–97"),
    (("bust is 91, which knit size", "and I like it roomy", "what about bust 95"), "L (93–97"),
    (("男朋友脚长27.3，那双麂皮的要几码", "42平时穿的话呢"), "EU 41"),
    (("I'm a 42 in most men's shoes, what do I take in the suede ones?", "and if I was a 44"),
     "EU 43"),
    (("乐福鞋我平时穿42，该拿几码？", "那高跟那双呢，我穿38"), "Cadence"),
    (("the steel watch, what's its wrist range", "my wrist is 20cm"), "does not fit"),
    # instalments
    (("买了6900的高跟鞋想分期", "12期行吗", "每个月多少钱"), "不能分 12 期"),
    (("想分12期买那只鳄鱼包", "那换成珍珠项链呢", "每期多少"), "1,575"),
    (("I want 12 payments on the pearls", "whats each one"), "1,575"),
    (("I want 12 payments on the pearls", "whats each one", "and over 6?"), "3,150"),
    (("I'd like to pay a 2,500 order in parts", "and at 3,400"), "3 or 6"),
    (("six payments on the dress", "how much is each", "could it be nine"), "cannot be paid in 9"),
    (("shipping on a 1,700 order?", "and 2,100"), "free for this order"),
    (("my parcel came 40 hours late, what do I get", "and if it had been 75 hours"), "RMB 400"),
    (("买两件3000的能走跨境吗", "一件六千的呢"), "单件 6,000"),
    (("珍珠那串多长",), "45 cm"),
    (("做一次皮具清洁多少钱？", "那黑卡呢"), "还剩 2 次"),  # one to come, none yet used
    (("黑卡洗包已经用了一次，下次多少钱",), "还剩 1 次"),
    # care
    (("珍珠那条重新穿线要多少", "多久弄一次"), "1–2 年"),
    (("my jumper is bobbling", "what does it cost me"), "120"),
    (("我的羊绒衫起球了", "要多少钱"), "120"),
    (("my pearl strand has come loose, it snapped", "how much"), "450"),
    (("我这双鞋底磨薄了", "多少钱"), "900"),
    (("bought a ring 10 months ago, it's too small", "whats it cost me"), "free of charge"),
    (("14个月前买的戒指太紧了", "改要钱吗"), "超过 12 个月"),
    # tax, customs and cash
    (("从香港寄巴西要自己交税吗",), "DAP"),
    (("从香港寄巴西要自己交税吗", "那日本呢"), "DDP"),
    (("do I pay tax on a parcel from Paris to Canada?",), "DAP"),
    (("does shipping to Brazil include taxes", "and to Singapore?", "so whats it cost me extra"),
     "duty paid"),
    (("今年额度用了两万了，再买那条项链可以吗",), "18,900"),
    (("今年额度用了两万了，再买那条项链可以吗", "那乐福鞋呢"), "7,400"),
    (("mainland limit per order?", "I've used 22,000, can I still get the knit"), "5,600"),
    (("买个单价8800的裙子能走跨境吗", "税全免吗"), "全额征税"),
    (("I'm in Dubai can I pay cash", "the item is AED 4,000"), "within"),
    (("I'm in Dubai can I pay cash", "the item is AED 4,000", "and AED 7000"), "above"),
    (("我在迪拜，能货到付款吗", "6000迪拉姆的可以吗"), "超过上限"),
    (("can you do a 9-month plan on the watch", "per month?"), "4,277"),
    (("珍珠项链分六期，一期多少", "那九期呢"), "2,100"),
    # tiers and appointments
    (("bag clean price for gold", "how long does it take", "and if I'm only silver"), "680"),
    (("I ordered at 3pm as gold, leaves today?", "and at 1pm"), "13:00"),
    (("最便宜的是哪个", "最贵的呢"), "168,000"),
    (("I spent 48k this year, which tier am I", "and if I spend 3k more"), "51,000"),
    (("我今年消费了4万8，是什么等级", "再买3000呢"), "51,000"),
    (("I need to pull out of my appointment, how late can I?", "it's in 3 hours"), "too late"),
    (("I want to cancel my salon appointment", "it's in 6 hours"), "can still"),
    (("想取消门店预约", "还有两个小时就到了"), "来不及"),
)  # fmt: skip


@pytest.mark.parametrize(("said", "holds"), FOLLOW_UPS)
def test_what_follows_is_computed_with_what_was_said(said: tuple[str, ...], holds: str) -> None:
    ruling = ruled(*said)
    assert ruling is not None
    assert holds in ruling.say.in_(language_of(said[-1]))


@pytest.mark.parametrize(
    "said",
    [
        ("can I pay for the Nil in 6 instalments", "and if I don't like it?"),
        ("我一年花了六万算什么等级", "那上门试穿有我的份吗"),
        ("Nuage 会起球吗", "为什么"),
        ("the ring is too small", "can I return it"),
    ],
)
def test_what_asks_something_else_is_left_to_others(said: tuple[str, ...]) -> None:
    ruling = ruled(*said)
    assert ruling is None or not {"H-G3", "H-G4", "H-B1", "H-I2", "H-I3"} & {*ruling.rule}


def test_the_tier_named_last_counts() -> None:
    ruling = ruled("what does leather cleaning cost for a black card", "and I am gold, how much")
    assert ruling is not None
    assert "340" in ruling.say.en
    assert "Black" not in ruling.say.en
