"""Wishes to visit a salon: read in both languages, and never turned into an appointment."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from agents.recognisers.books import Books, open_books
from agents.turn import Question
from agents.visits import salon_named, visit_wish
from shop.language import language_of
from shop.visit_cards import VisitCard, visit_card
from tests.shop.appointments.salon_house import HOUSE, house_catalogue
from tests.shop.people import house_tiers

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)  # a Monday, noon in Shanghai
SHANGHAI, PARIS, DUBAI = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Paris"), ZoneInfo("Asia/Dubai")


@pytest.fixture(scope="module")
def books() -> Books:
    return open_books(HOUSE, house_catalogue(), house_tiers(), lambda: NOON)


def asked(text: str) -> Question:
    return Question(text, language_of(text), (text,))


@pytest.mark.parametrize(
    ("text", "salon", "wished"),
    [
        ("Book me Saturday 3 pm at Jing'an", "shanghai-jingan", (28, 15, SHANGHAI)),
        ("book me saturday 3pm at jing’an", "shanghai-jingan", (28, 15, SHANGHAI)),
        ("帮我约周六下午三点到静安店", "shanghai-jingan", (28, 15, SHANGHAI)),
        ("Can I come to the Paris boutique tomorrow at 11am for a try-on?", "paris-6e",
         (24, 11, PARIS)),
        ("Please reserve a slot on 2 December at 16:00 in Dubai", "dubai", (32, 16, DUBAI)),
        ("我想约后天上午十一点去三里屯试穿", "beijing-sanlitun", (25, 11, SHANGHAI)),
        ("请给我约下周三到杭州店", "hangzhou-xiasha", (32, 12, SHANGHAI)),
        ("I'd like to book an appointment", "", None),
        ("请给我约个到店时间", "", None),
    ],
)  # fmt: skip
def test_a_wish_is_read_with_its_salon_and_its_time_on_the_salons_clock(
    text: str, salon: str, wished: tuple[int, int, ZoneInfo] | None, books: Books
) -> None:
    at = None
    if wished:
        day, hour, zone = wished  # the 32nd of November is the 2nd of December
        month, day = (11, day) if day <= 30 else (12, day - 30)
        at = datetime(2026, month, day, hour, tzinfo=zone)
    assert visit_wish(asked(text), books) == VisitCard(salon, at)


@pytest.mark.parametrize(
    "text",
    [
        "How far ahead can I book an appointment?",
        "What are the rules for salon appointments?",
        "Cancel my appointment at Jing'an",
        "最早提前几天能预约门店",
        "帮我取消静安店的预约",
        "想约个快递上门取件",
        "Book me a table at a restaurant near the salon",
        "Can you book me a flight to Paris?",
        "I'd like to reserve the Sillage in black",
        "Which size of the Cadence pump fits me?",
        "我们约定好的价格是多少",
        "这双鞋大约多少钱",
        "I booked a cleaning at the salon, when is it done?",
    ],
)
def test_what_is_no_such_wish_gets_no_card(text: str, books: Books) -> None:
    assert visit_wish(asked(text), books) is None


def test_every_salon_is_found_by_each_of_its_names(books: Books) -> None:
    for salon_id, salon in books.salons.salons.items():
        for name in (*salon.aliases, salon.name.zh, salon.name.en):
            assert salon_named(f"… {name} …", books.salons) == salon_id


def test_a_follow_up_is_read_in_full(books: Books) -> None:
    question = replace(asked("Saturday"), resolved="Book me an appointment on Saturday in Dubai")
    card = visit_wish(question, books)
    assert card is not None
    assert card.salon == "dubai"


@pytest.mark.parametrize(
    "card",
    [
        VisitCard(),
        VisitCard("dubai"),
        VisitCard("paris-6e", datetime(2026, 12, 2, 16, tzinfo=PARIS)),
    ],
)
def test_a_card_survives_being_kept(card: VisitCard) -> None:
    assert visit_card(card.word) == card


@pytest.mark.parametrize("word", ["TV-B01", "visit:", "visit:x@tomorrow", "visit:x@2026-99-99"])
def test_what_is_no_card_of_a_visit_is_none(word: str) -> None:
    assert visit_card(word) is None
