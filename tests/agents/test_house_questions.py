"""Questions on house rules that are computed: deadlines, codes, baskets, claimed prices, tiers."""

from __future__ import annotations

import pytest

from agents.recognisers.intents import LARGE_ORDER
from shop.clients import Tier
from tests.agents.asked import questions, ruled

COMPUTED = [
    ("paid Wednesday 3pm, ID done too, to Berlin: by when is it here", {"by": "Saturday, 15:00"}),
    ("付款周五中午，身份证周六早上9点才补全，最迟哪天送到", {"by": "Tuesday, 09:00"}),
    ("my return reached you Friday noon, when is the refund", {"released_by": "Monday, 12:00"}),
    ("退货周三上午10点到仓库了，最晚什么时候退款", {"released_by": "Saturday, 10:00"}),
    ("gold member, launch is Wednesday 9am, from when can I buy", {"start": "Tuesday, 09:00"}),
    ("黑卡，新品周六10点开售，我几点能先买", {"start": "Thursday, 10:00"}),
    ("is TV-WXYZ-2026050 a complete code?", {"complete": "no"}),
    ("TV-KLMN-20260417 这个码对吗", {"complete": "yes"}),
    ("a post says Orbe is 15,000 now, true?", {"right": "no", "price": "21500"}),
    ("评论写着Lune 18900，是吗", {"right": "yes"}),
    ("a lab says the Lune is fake, what do I get back in total", {"total": "75600"}),
    ("the Halte came a full week past the 72 hours, what pay-out", {"payout": "700"}),
    ("how much more for silver if I kept 7,650", {"missing": "2350"}),
    ("我消费了48000够不够金卡", {"reached": "no"}),
    ("black: 4 leather cleanings this year, what do I pay", {"total": "680"}),
    ("金卡一年洗四次包一共多少", {"total": "1360"}),
    ("which CITES appendix is the Nil on", {"appendix": "II"}),
    ("is the loafer cheaper than the slip dress", {"apart": "1400"}),
    ("刻字的表收到就坏了，还能退吗", {"eligible": "yes"}),
    ("engraved ring is defective, may I still send it back", {"eligible": "yes"}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "values"), COMPUTED)
def test_a_question_on_a_house_rule_is_computed(question: str, values: dict[str, str]) -> None:
    ruling = ruled(question)
    assert ruling
    assert {name: str(ruling.values.get(name)) for name in values} == values


@pytest.mark.parametrize(
    "text",
    [
        "two Méridien watches and the ring please, ready to pay today",
        "想给年会订八个Rivage，谁跟我对接",
        "I want to buy three Lune necklaces",
        "our company wants to order 15 scarves for clients",
    ],
)
def test_many_pieces_or_a_company_are_looked_after_by_a_person(text: str) -> None:
    assert questions(text)[0].cue == LARGE_ORDER


@pytest.mark.parametrize(
    "text",
    ["我想买一个Grain", "I bought three Lune necklaces", "Orbe买了8个月，52改成54收费吗"],
)
def test_a_small_order_or_one_made_before_is_left_to_the_advisor(text: str) -> None:
    assert questions(text)[0].cue != LARGE_ORDER


def test_her_own_tier_is_said_to_a_client_who_is_signed_in_and_to_nobody_else() -> None:
    mine = ruled("what card am I on at the moment", tier=Tier.GOLD)
    assert mine
    assert "Gold" in mine.say.en
    assert ruled("what card am I on at the moment") is None
    assert ruled("我老婆现在是什么卡", tier=Tier.GOLD) is None


@pytest.mark.parametrize("text", ["paid the courier monday", "when do you open on monday at 9am"])
def test_a_weekday_alone_makes_no_deadline(text: str) -> None:
    ruling = ruled(text)
    assert ruling is None or "by" not in ruling.values
