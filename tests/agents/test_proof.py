from __future__ import annotations

import time

import pytest

from agents.proof.figures import figures_of
from agents.proof.polarity import says_no
from agents.proof.prover import prove
from tests.agents.lies import LIES, LIES_ZH, WET_LAMBSKIN, WET_LAMBSKIN_ZH

LAMBSKIN = (
    "Lambskin should not get wet. If it does, blot it with a soft dry cloth and let it dry at room "
    "temperature. Do not use alcohol, wipes or heat."
)
WIPES_ZH = "不要用湿巾，包括婴儿湿巾，擦小羊皮或光面皮。只用干软布，顺着一个方向轻擦。"
CHART = (
    "Our women's shoe chart:\nEU 38: foot 24.0 cm, UK 5, US 7.5, CN 240 mm.\n"
    "EU 39: foot 24.7 cm, UK 6, US 8.5, CN 245 mm."
)
CHART_ZH = "EU 38：脚长 24.0 cm，UK 5，US 7.5。\nEU 39：脚长 24.7 cm，UK 6，US 8.5。"
RETURNS = (
    "You may return unworn pieces within 30 days of delivery. "
    "We refund within 7 working days of receiving them. Return shipping is free."
)
RETURNS_ZH = "未使用的商品可在签收后 30 天内退货。收到退货后 7 个工作日内退款。退货运费由本店承担。"
FREE_CLEANING = (
    "Gold clients have two cleanings free in a membership year; each further one costs RMB 680."
)

SUPPORTED = [
    (LAMBSKIN, "Blot wet lambskin with a soft, dry cloth."),
    (LAMBSKIN, "Let it dry at room temperature."),
    (LAMBSKIN, "Keep lambskin dry; it should not get wet."),
    (LAMBSKIN, "Never use alcohol or heat."),
    (LAMBSKIN, "Avoid alcohol, wipes and heat."),
    (LAMBSKIN, "If your lambskin gets wet, blot it with a soft dry cloth."),
    (LAMBSKIN, "Don’t use alcohol."),
    (WIPES_ZH, "小羊皮只用干软布，顺一个方向轻轻擦。"),
    (WIPES_ZH, "只用干软布顺着一个方向轻擦。"),
    (CHART, "EU 38 is UK 5 and US 7.5."),
    (CHART, "EU 39 suits a foot of 24.7 cm."),
    (CHART_ZH, "EU 38 对应 UK 5、US 7.5。"),
    (RETURNS, "You have 30 days to return unworn pieces."),
    (RETURNS, "You have thirty days from delivery to return unworn pieces."),
    (RETURNS, "Unworn pieces can be returned within 30 days; we refund within 7 working days."),
    (RETURNS_ZH, "未使用的商品，签收后 30 天内可以退货。"),
    (FREE_CLEANING, "Gold clients have 2 cleanings free a year."),
]
WRONG = [
    (LAMBSKIN, "Use heat to dry it."),
    (LAMBSKIN, "You can use alcohol on lambskin."),
    (LAMBSKIN, "Alcohol is fine for cleaning it."),
    (LAMBSKIN, "Blot it with a soft wet cloth."),
    (LAMBSKIN, "Do not blot it with a soft dry cloth."),
    (LAMBSKIN, "Suede should not get wet."),
    (LAMBSKIN, "小羊皮不能沾水。"),
    (LAMBSKIN, "Lambskin should get wet."),
    (WIPES_ZH, "用湿巾擦小羊皮。"),
    (WIPES_ZH, "小羊皮可以用湿巾擦。"),
    (WIPES_ZH, "不要用干软布擦。"),
    (WIPES_ZH, "可以用湿巾擦小羊皮或光面皮。"),
    (WIPES_ZH, "婴儿湿巾可以用来擦小羊皮。"),
    (WIPES_ZH, "特别适合用湿巾擦小羊皮或光面皮。"),
    (CHART, "EU 38 is UK 6."),
    (CHART, "EU 39 suits a foot of 24 cm."),
    (CHART, "EU 40 is UK 6."),
    (CHART_ZH, "EU 38 对应 UK 6、US 8.5。"),
    (RETURNS, "You have 7 days to return unworn pieces."),
    (RETURNS, "You have sixty days from delivery to return unworn pieces."),
    (RETURNS, "We refund within 30 working days of receiving them."),
    (RETURNS, "Return shipping is not free."),
    (RETURNS, "Worn pieces may be returned within 30 days of delivery."),
    (RETURNS, "You may not return unworn pieces within 30 days of delivery."),
    (RETURNS, "Unworn pieces are non-returnable within 30 days of delivery."),
    (RETURNS_ZH, "签收后 30 天内可退货。"),
    (RETURNS_ZH, "签收后 7 天内可退货。"),
    (RETURNS_ZH, "签收后六十天内可退货。"),
    (RETURNS_ZH, "签收后 30 天内不可退货。"),
    (RETURNS_ZH, "退货运费由您承担。"),
    (FREE_CLEANING, "Gold clients have three cleanings free a year."),
]  # fmt: skip


@pytest.mark.parametrize(("evidence", "sentence"), SUPPORTED)
def test_what_the_evidence_says_in_other_words_is_supported(evidence: str, sentence: str) -> None:
    verdict = prove(sentence, [evidence])
    assert verdict.holds, verdict.why
    assert verdict.quote in evidence


@pytest.mark.parametrize(("evidence", "sentence"), WRONG)
def test_what_the_evidence_does_not_say_is_not_supported(evidence: str, sentence: str) -> None:
    assert not prove(sentence, [evidence]).holds


@pytest.mark.parametrize("lie", LIES)
def test_no_lie_is_supported(lie: str) -> None:
    assert not prove(lie, [WET_LAMBSKIN]).holds


@pytest.mark.parametrize("lie", LIES_ZH)
def test_no_lie_in_chinese_is_supported(lie: str) -> None:
    assert not prove(lie, [WET_LAMBSKIN_ZH]).holds


CLAIMS = [
    "I am human.", "I’m a real person.", "I'm not a bot.", "You are talking to a person.",
    "As a human I understand.", "我是真人。", "我是人工客服，真人回复。", "我不是机器人。",
    "我其实是人类。",
    "It is authentic.", "They are genuine.", "100% authentic.", "Authenticity is guaranteed.",
    "保证正品。", "这是真品。", "假一赔十。",
    "Take 20% off.", "Use promo code LOVE.", "Here is a voucher.", "It is on sale.",
    "打八折。", "优惠码是 ABC。", "满减活动。",
    "I have transferred you.", "I've booked it.", "I will connect you now.",
    "I have just refunded it.",
    "Your order has been cancelled.", "已为您转接。", "我已经帮您退款。", "预约成功。",
    "See https://example.org", "Visit www.shop.cn", "Write to me@shop.com", "[here](x)",
]  # fmt: skip


@pytest.mark.parametrize("claim", CLAIMS)
def test_some_claims_may_not_be_phrased_anew_even_where_the_evidence_has_their_words(
    claim: str,
) -> None:
    evidence = f"Nobody may say: “{claim}” {claim[:-1]}, or anything like it."
    assert not prove(claim, [evidence]).holds


@pytest.mark.parametrize(
    "sentence",
    [
        "I cannot say whether a piece is authentic; the certificate names its maker.",
        "我不能断言是否为正品。",
        "I am software, not a person.",
    ],
)
def test_the_house_s_own_sentence_is_supported_word_for_word(sentence: str) -> None:
    verdict = prove(sentence, [f"Before it.\n{sentence}\n之后。"])
    assert verdict.holds
    assert verdict.quote.strip() == sentence


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("It’s dry.", "It's dry."),
        ("晾干 24 小时。", "晾干24小时。"),
        ("晾干 24 小时。", "晾干２４小时。"),
        ("Blot it.", "Blot it"),
    ],
)
def test_spaces_and_forms_of_characters_do_not_make_another_sentence(
    written: str, said: str
) -> None:
    assert prove(said, [written]).quote == written


def test_a_sentence_without_evidence_is_not_supported() -> None:
    assert prove("Lambskin is soft.", []).outcome == "unknown"
    assert prove("Lambskin is soft.", [""]).outcome == "unknown"


@pytest.mark.parametrize("text", ["", " ", "。", "👜", "...", "the and of", "不"])
def test_a_sentence_that_tells_nothing_is_not_supported(text: str) -> None:
    assert not prove(text, [LAMBSKIN]).holds


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("RMB 1,500", {"1500 CNY"}),
        ("１５００ 元", {"1500 CNY"}),
        ("五万元", {"50000 CNY"}),
        ("24.0 cm or 24.50 cm", {"24 cm", "24.5 cm"}),
        ("EU 38½", {"38.5 EU"}),
        ("thirty days", {"30 day"}),
        ("3 working days", {"3 working day"}),
        ("3 个自然日", {"3 calendar day"}),
        ("forty-eight hours", {"48 hour"}),
        ("two hundred euros", {"200 EUR"}),
        ("a fortnight", {"14 day"}),
        ("2 years", {"24 month"}),
        ("三十天", {"30 day"}),
        ("二十四小时", {"24 hour"}),
        ("两次", {"2 times"}),
        ("一百二十元", {"120 CNY"}),
        ("百分之三十", {"30 %"}),
        ("半年", {"6 month"}),
        ("18–22 °C", {"18 °C", "22 °C"}),
        ("3, 6 or 12 months", {"3 month", "6 month", "12 month"}),
        ("第二天再看", set()),
        ("十分柔软", set()),
        ("no one and someone", set()),
        ("千万不要", set()),
    ],
)
def test_figures_are_read_with_their_units_however_they_are_written(
    text: str, figures: set[str]
) -> None:
    assert set(map(str, figures_of(text))) == figures


@pytest.mark.parametrize(
    "text",
    ["Do not rub.", "Don’t rub.", "never", "It is non-returnable", "Avoid heat", "cannot", "不要",
     "请勿", "禁止", "切忌", "没有", "避免暴晒", "unsuitable"],
)  # fmt: skip
def test_a_no_is_heard(text: str) -> None:
    assert says_no(text)


@pytest.mark.parametrize(
    "text",
    ["Rub it.", "no more than 30 degrees", "not only soft", "knot", "notice", "innovation",
     "特别柔软", "区别在于", "不锈钢", "不超过 30 天", "无论颜色", "未来", "不同", "级别"],
)  # fmt: skip
def test_a_word_that_only_looks_like_a_no_is_none(text: str) -> None:
    assert not says_no(text)


@pytest.mark.parametrize(
    "text", ["a-" * 2000, "1" * 4000, "不" * 4000, "((((" * 1000, "a a a " * 700, "I am " * 900]
)
def test_no_text_takes_long(text: str) -> None:
    began = time.thread_time()
    prove(text, [LAMBSKIN, text])
    prove(text[:590], [LAMBSKIN, text])
    assert time.thread_time() - began < 0.3
