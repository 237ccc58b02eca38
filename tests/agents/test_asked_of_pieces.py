"""What is asked of a piece, of the catalogue's prices, and of stock."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from agents.recognisers.reading import read
from agents.steps.consult import rule
from shop.rulings import Ruling
from shop.stock import StockFeed
from tests.agents.asked import NOON, questions, ruled
from tests.agents.house import books

RECORDED = [
    ("Sillage weight", "H-M1", "620 g"),
    ("Sillage多重", "H-M1", "620 g"),
    ("Méridien 动储多久", "H-M11", "42"),
    ("how thick is the Méridien", "H-M11", "9.4 mm"),
    ("Cadence 鞋底什么材质", "H-M5", "真皮"),
    ("Lune 珍珠多大", "H-M10", "7.0–7.5"),
    ("Grain strap length", "H-M3", "95–120 cm"),
    ("does a 13 inch laptop fit in the Rivage", "H-M2", "Yes"),
    ("Rivage 能装15寸电脑吗", "H-M2", "不行"),
    ("how much is the Éclipse", "H-M12", "3,200"),
    ("乐福鞋多少钱", "H-M6", "7,400"),
]
UNRECORDED = [
    "Cadence 多重",
    "how heavy is the Nil",
    "Méridien 机芯型号",
    "Méridien calibre number",
    "Sillage 有什么颜色",
    "does the Grain come in red?",
    "Lune 有60cm的吗",
    "Éclipse polarised?",
    "Sillage made in france?",
    "Soir 哪年出的",
    "Halte heel height",
    "Sillage closure zip or magnet",
    "Nil 能放A4吗",
    "Which is lighter, Cadence or Halte?",
    "Orbe GIA?",
    "where do the pearls of the Lune come from",
    "Lune的珍珠产地是哪",
    "Éclipse flex hinge?",
    "Éclipse是弹簧铰链吗",
    "how many pearls on the Lune",
]
NOT_ABOUT_THE_PIECE = [
    "the lining of my Sillage is stained", "Sillage 内里沾了粉底怎么办", "Cadence 鞋跟断了能修吗",
    "can the Méridien strap get wet", "Rivage 提手变色了正常吗", "Halte 鞋头蹭了黑印怎么弄",
    "can I return the Sillage", "Sillage 寄到上海多少钱运费", "does the Nuage pill", "Nuage 起球吗",
    "is 2-ply a sign of quality on the Nuage",
]  # fmt: skip
PRICES = [
    ("两万以内的包", "Grain, Rivage, Sillage", "3"),
    ("any watch below 20k", "", "0"),
    ("shoes under 7000", "Cadence", "1"),
    ("gifts between 5,000 and 8,000", "Nuage, Cadence, Halte", "3"),
    ("预算一万五的包", "Grain, Rivage", "2"),
]
NOT_PRICES = [
    "跨境 5000 以内要交税吗", "is shipping free under 2000", "三千以下能分期吗", "€150以内关税",
    "can I get a discount for 10,000", "GB 18267 micron limit for cashmere under 16",
]  # fmt: skip


@pytest.mark.parametrize(("question", "rule_id", "said"), RECORDED)
def test_what_the_card_records_is_answered(question: str, rule_id: str, said: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert rule_id in ruling.rule
    assert said in ruling.say.zh + ruling.say.en


@pytest.mark.parametrize("question", UNRECORDED)
def test_what_the_card_lacks_is_said_to_be_missing(question: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert ruling.confidence == "unrecorded"
    assert "colleague" in ruling.say.en


@pytest.mark.parametrize("question", NOT_ABOUT_THE_PIECE)
def test_a_request_for_help_is_not_taken_for_a_question_about_the_piece(question: str) -> None:
    ruling = ruled(question)
    assert ruling is None or "attribute" not in ruling.values


@pytest.mark.parametrize(("question", "within", "count"), PRICES)
def test_a_budget_is_computed_over_the_catalogue(question: str, within: str, count: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert ruling.values["within"] == within
    assert str(ruling.values["count"]) == count


@pytest.mark.parametrize("question", NOT_PRICES)
def test_an_amount_that_is_no_budget_offers_nothing(question: str) -> None:
    ruling = ruled(question)
    assert ruling is None or "within" not in ruling.values


def stock_ruled(question: str, at: datetime = NOON) -> Ruling | None:
    items = [{"piece": "TV-S01", "size": "EU 38", "quantity": 2}]
    feed = StockFeed.model_validate({"at": at.isoformat(), "items": items})
    return rule(read(questions(question)[0], None, books(lambda: NOON, lambda: feed)))


@pytest.mark.parametrize("question", ["Cadence 38码有货吗", "is the Cadence in 38 in stock?"])
def test_stock_is_stated_from_a_fresh_feed_with_its_time(question: str) -> None:
    ruling = stock_ruled(question)
    assert ruling
    assert ruling.values["in_stock"] == "yes"
    assert ruling.values["as_of"] == "2026-11-23T12:00+08:00"


def test_stock_is_not_stated_from_an_old_feed() -> None:
    ruling = stock_ruled("Cadence 38码有货吗", datetime(2026, 11, 22, 4, 0, tzinfo=UTC))
    assert ruling is None or "in_stock" not in ruling.values


def test_a_feed_says_nothing_of_a_salon_or_a_restock() -> None:
    for question in ("上海门店 Cadence 38码有货吗", "when is the Cadence back in stock"):
        ruling = stock_ruled(question)
        assert ruling is None or "in_stock" not in ruling.values
