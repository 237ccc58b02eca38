"""Parts: several questions are told apart, a story with one question stays whole."""

from __future__ import annotations

import pytest

from agents.parts import parts


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("小羊皮能沾水吗？退货期限是多久？", ["小羊皮能沾水吗？", "退货期限是多久？"]),
        ("Grain多少钱，多重，Sillage呢", ["Grain多少钱", "多重", "Sillage呢"]),
        ("鞋底什么材质 跟多高", ["鞋底什么材质", "跟多高"]),
        ("退货要钱吗 运费谁出 多久退款", ["退货要钱吗", "运费谁出", "多久退款"]),
        ("没有等级洗包收费多少，几天能好", ["没有等级洗包收费多少", "几天能好"]),
        ("寄迪拜的朋友收，从哪发货？要自己交税吗", ["寄迪拜的朋友收，从哪发货？", "要自己交税吗"]),
        ("会掉色吗，另外能分期吗", ["会掉色吗", "能分期吗"]),
        ("昨天淋了雨，怎么处理，还能退吗", ["昨天淋了雨，怎么处理", "还能退吗"]),
        ("how much is the Grain and how heavy is it", ["how much is the Grain", "how heavy is it"]),
        ("can it get wet, and also how long is the return window", ["can it get wet",
         "how long is the return window"]),
        ("Does it fade? Also, does it scratch? plus can it be cleaned",
         ["Does it fade?", "does it scratch?", "can it be cleaned"]),
        ("what is 5 bar, can I swim, and what about the strap", ["what is 5 bar", "can I swim",
         "what about the strap"]),
        ("I'm 165 cm. Which size should I take, and can I machine wash it",
         ["I'm 165 cm. Which size should I take", "can I machine wash it"]),
        ("shipping to Dubai: where from and do i pay tax", ["shipping to Dubai: where from",
         "do i pay tax"]),
        ("How long does delivery take, is tax included, and can I pay by PayPal?",
         ["How long does delivery take", "is tax included", "can I pay by PayPal?"]),
    ],
)  # fmt: skip
def test_several_questions_come_apart_in_order(text: str, asked: list[str]) -> None:
    assert parts(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "昨天下雨我没带伞，包淋湿了，怎么办", "朋友问我这是什么皮，我说不出来，到底是什么皮",
        "不知道怎么洗，能不能机洗",
        "能机洗吗，还是只能干洗", "有几个朋友推荐我买Grain，它重吗",
        "我脚长24.5，平时穿38，Cadence选几码",
        "价格、尺寸、重量都是多少", "小羊皮能沾水吗？真的吗？", "如果不合适，30天内可以换吗",
        "你好，请问，Nuage能机洗吗",
        "I bought a Sillage last week, it rained and I forgot my umbrella. What should I do?",
        "my friend asked me what caviar is. is it fish?", "Can lambskin get wet? Really?",
        "Is it waterproof",
        "Hi! Could you tell me the price and weight of the Grain?",
        "It is black and is made of lamb, right?",
        "If I return it after 20 days because the size is wrong, is it free?",
        "wash it or dry clean it?", "does the Méridien want a check-up, how often and how much",
        "Lune要换线吗，多久一次", "do you restring pearls? how often?",
        "I'm not sure what size I am. How should I measure my foot?", "thanks. bye", "",
    ],
)  # fmt: skip
def test_one_question_stays_whole(text: str) -> None:
    assert parts(text) == []
