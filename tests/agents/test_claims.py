"""What is owed: for a late parcel, for a counterfeit, and by law for a deceit elsewhere."""

from __future__ import annotations

import pytest

from agents.recognisers.intents import LEGAL_MINIMUM, SUPPOSED_FAKE
from tests.agents.asked import questions, ruled

LATE = [
    ("parcel turned up 30 hrs past the promise. what am i owed", "200"),
    ("Lune说好72小时，结果又拖了26小时才到，赔我多少", "200"),
    ("say a 12,600 tote lands 50 hours after the promised time, what do i get back", "300"),
    ("墨镜比承诺的晚了49个小时，能赔多少", "300"),
    ("the Halte is two days overdue, how much credit do I get", "200"),
    ("Grain 承诺72小时，多等了三天，补偿多少", "300"),
    ("my necklace was delayed by 5 hours, any compensation", "100"),
    ("付款后100小时才送到，赔多少", "200"),
    ("it took 97 hours to reach me in Shanghai, late pay-out?", "200"),
    ("超出时限10天，一副3200的墨镜赔多少", "320"),
    ("晚了两小时赔不赔", "100"),
    ("假如Rivage送上海比承诺的晚了50个小时，你们赔多少", "300"),
    ("假设Lune晚到了30小时，赔我多少", "200"),
    ("arrived 3h after the deadline. worth anything?", "100"),
    ("超时25小时，买的是Éclipse", "200"),
    ("came 4 days late and it was the 3,200 shades: credit?", "320"),
]


@pytest.mark.parametrize(("question", "payout"), LATE)
def test_hours_are_counted_from_the_end_of_the_promise(question: str, payout: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert str(ruling.values["payout"]).removesuffix(".00") == payout


@pytest.mark.parametrize(
    "question",
    [
        "退款晚了两天，你们赔吗", "my refund is 3 days late, what do i get",
        "我的预约晚到10分钟会取消吗", "还款晚了两天要赔多少", "400天后才查出假的还赔吗",
        "two years late to find a fault, does the warranty pay",
    ],
)  # fmt: skip
def test_only_a_parcel_is_paid_for_being_late(question: str) -> None:
    ruling = ruled(question)
    assert not ruling or "payout" not in ruling.values


@pytest.mark.parametrize(
    "question",
    [
        "the Nil came 30 hours late, what compensation do I get",
        "ID forgot, customs sat on it a week. do i get the late money",
        "我的戒指刻了字，迟了三天赔不赔",
        "身份证忘了填，晚了两天，能赔多少",
    ],
)
def test_what_the_promise_leaves_out_pays_nothing_for_being_late(question: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert "H-C3" in ruling.rule
    assert str(ruling.values.get("payout", 0)) == "0"


BY_LAW = [
    ("国内商家卖我假货，只花了80块，退一赔三才240？法律有保底没", "500", "580"),
    ("淘宝店卖假的给我，花了120元，消保法最少赔多少", "500", "620"),
    (
        "another shop in China sold me a fake for 100 yuan, legal minimum compensation?",
        "500",
        "600",
    ),
    ("别家直播间买到假货，付了400块，法定最低赔多少", "1200", "1600"),
]


@pytest.mark.parametrize(("question", "compensation", "total"), BY_LAW)
def test_the_law_on_a_fake_from_elsewhere_is_no_claim_against_us(
    question: str, compensation: str, total: str
) -> None:
    assert questions(question)[0].cue == LEGAL_MINIMUM
    ruling = ruled(question)
    assert ruling
    assert (str(ruling.values["compensation"]), str(ruling.values["total"])) == (
        compensation,
        total,
    )


@pytest.mark.parametrize(
    ("turns", "total"),
    [
        (
            ("hypothetically: 16,800 bag, lab says its a dud. what lands back with me all in",),
            "67200",
        ),
        (
            (
                "what if an accredited lab says my bag is counterfeit",
                "say it was the 16,800 one, total money back to me?",
            ),
            "67200",
        ),
        (("假如实验室说Lune是假货，我一共能拿回多少",), "75600"),
        (("如果鉴定是赝品", "就按5600那件算，退我多少"), "22400"),
        (("suppose the Orbe turns out counterfeit, what would I be paid",), "86000"),
        (("万一检测出手表是假的，一共赔我几万",), None),
    ],
)
def test_a_supposed_counterfeit_is_computed_and_not_handed_over(
    turns: tuple[str, ...], total: str | None
) -> None:
    assert questions(*turns)[0].cue == SUPPOSED_FAKE
    ruling = ruled(*turns)
    assert (str(ruling.values["total"]) if ruling else None) == total


@pytest.mark.parametrize(
    "text",
    [
        "I think my bag is fake, what do I get back", "我感觉收到的包是假的，你们怎么赔",
        "a lab found the ring you sold me is counterfeit, refund me",
        "你们卖的包已经检出是假的，赔钱",
    ],
)  # fmt: skip
def test_a_doubt_about_her_own_piece_is_not_taken_for_a_supposition(text: str) -> None:
    assert questions(text)[0].cue != SUPPOSED_FAKE


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "人在里昂，网上刚买的衣服后悔了，当地法律给几天能不说理由退",
            "rights-eu-uk/fourteen-days",
        ),
        ("我住柏林，法定的无理由退货是多少天", "rights-eu-uk/fourteen-days"),
        (
            "I live in Milan, how many days does the law give me to change my mind online",
            "rights-eu-uk/fourteen-days",
        ),
        (
            "legally, how long can I return something bought online in the UK",
            "rights-eu-uk/fourteen-days",
        ),
        ("in Germany, how many days until my refund by law", "rights-eu-uk/refund"),
        ("我在上海，法定几天内退款", "rights-china/refund-time"),
        ("我在成都，法律规定网购几天内能退", "rights-china/seven-days"),
        ("statutory return period in Shanghai, how many days", "rights-china/seven-days"),
    ],
)
def test_the_right_to_withdraw_is_that_of_where_she_is(text: str, country: str) -> None:
    assert questions(text)[0].cue == country


@pytest.mark.parametrize(
    "text",
    [
        "how many days do I have to return it",
        "legal cooling off, china vs EU, how many days each",
        "法国和上海法定退货各几天",
        "我在柏林，退款几天到账",
        "里昂的门店买的，法律给几天冷静期",
    ],
)
def test_other_terms_are_not_taken_for_the_law(text: str) -> None:
    assert questions(text)[0].cue not in ("rights-eu-uk/fourteen-days", "rights-china/seven-days")


PAYING = [
    (
        ("我在利雅得", "能不能货送到手再给钱，最多能付多少"),
        {"possible": "yes", "limit_aed": "5000"},
    ),
    (("ship to Dubai, can I pay when it arrives",), {"possible": "yes"}),
    (("东西到家了再付钱行吗，我在吉达",), {"possible": "yes"}),
    (("I'm in Paris", "can I settle up once it's delivered"), {"possible": "no"}),
    (("上海能货到了再给钱吗",), {"possible": "no"}),
    (("want my initials put on it and then pay it off over 6 months, doable?",), {"months": ""}),
    (("名字烫上去的包能分6期吗",), {"months": ""}),
    (("can a personalised bag be split over 3 months",), {"months": ""}),
    (("我的年度额度被我“攻破”了，2万6全花完，还能正经买吗",), {"left": "0"}),
    (("my 26,000 quota is all used up, can I still buy",), {"left": "0"}),
    (("今年跨境额度用光了，还想买Lune，能买吗",), {"route": "general_trade"}),
    (("额度刷爆了还能下单吗",), {"left": "0"}),
    (
        ("maxed out my CBEC allowance, 3,000 sunglasses still possible?",),
        {"route": "general_trade"},
    ),
    (
        ("how long does the Méridien guarantee run", "ok and if i ding it on a door frame?"),
        {"covered": "no"},
    ),
    (("保修多久", "摔了一下凹了个坑保不保"), {"covered": "no"}),
    (("2.6万额度今年用了一万，还剩多少",), {"left": "16000"}),
    (("3年前买的现在坏了",), {"covered": "no"}),
    (("bought it 20 months ago and it stopped working",), {"covered": "yes"}),
    (("gift card for mum, monthly ok?",), {"months": ""}),
    (("spent 52k then sent back a 5k jumper, still gold?",), {"tier": "silver"}),
    (("消费了6万退了一万五，还是金卡吗",), {"tier": "silver"}),
    (("got it 29 days ago, is tomorrow too late",), {"until": "2026-11-24"}),
    (("收到25天了，还来得及吗",), {"until": "2026-11-28"}),
    (("HK delivery - any tax when it arrives?",), {"terms": "DDP"}),
    (("黑卡一年四次洗包多少钱",), {"total": "680"}),
    (("does the warranty cover it if I drop my watch",), {"covered": "no"}),
]


@pytest.mark.parametrize(("turns", "values"), PAYING)
def test_money_and_terms_are_computed_in_her_own_words(
    turns: tuple[str, ...], values: dict[str, str]
) -> None:
    ruling = ruled(*turns)
    assert ruling
    assert {name: str(ruling.values.get(name)) for name in values} == values


@pytest.mark.parametrize(
    "text",
    [
        "额度没用完能留到明年吗",
        "is my quota nearly used up if I buy this",
        "跨境额度用完之前能买几件",
    ],
)
def test_a_quota_that_is_not_gone_is_not_taken_for_gone(text: str) -> None:
    ruling = ruled(text)
    assert not ruling or ruling.values.get("left") != 0
