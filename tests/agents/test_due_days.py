"""The day on which something is needed is read from it, and counted from the day it is ordered."""

from __future__ import annotations

from datetime import date

import pytest

from agents.measures.due_days import Due, due
from tests.agents.asked import ruled

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "start", "needed"),
    [
        ("will it be here by friday", 22, 27),
        ("need it for next friday", 22, 27),
        ("下周五要送人", 22, 27),
        ("这周日前能到吗", 22, 22),
        ("wedding is saturday, its wednesday", 25, 28),
        ("周六婚礼，今天周三", 25, 28),
        ("order monday, have it by thursday?", 23, 26),
        ("周一下单周四能到吗", 23, 26),
        ("明天要用", 22, 23),
        ("need it the day after tomorrow", 22, 24),
        ("后天戴", 22, 24),
        ("this weekend", 22, 28),
        ("in 5 days", 22, 27),
        ("三天内能到吗", 22, 25),
    ],
)
def test_a_day_is_the_next_one_of_that_name(text: str, start: int, needed: int) -> None:
    assert due(text, SUNDAY) == Due(date(2026, 11, start), date(2026, 11, needed))


def test_next_friday_said_on_a_monday_is_not_this_weeks() -> None:
    monday = date(2026, 11, 23)
    assert due("for next friday", monday) == Due(monday, date(2026, 12, 4))
    assert due("for friday", monday) == Due(monday, date(2026, 11, 27))


def test_a_date_of_the_calendar_is_one_to_come() -> None:
    assert due("in time for 24 December", SUNDAY) == Due(SUNDAY, date(2026, 12, 24))
    assert due("2月14日前能到吗", SUNDAY) == Due(SUNDAY, date(2027, 2, 14))


@pytest.mark.parametrize("text", ["how fast do you deliver", "几天能到", "it came last year", ""])
def test_where_no_day_is_named_none_is_supposed(text: str) -> None:
    assert due(text, SUNDAY) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("need the Grain in Paris by thursday, possible?", "Yes, in time"),
        ("下周五要送人，Sillage赶得上吗", "来得及"),
        ("明天要送人，Lune来得及吗", "不能保证"),
        ("can i get the Orbe here by tomorrow", "can't be promised"),
        ("Nil能在12月24日前收到吗", "定制商品不在 72 小时承诺之内"),
        ("Orbe with our initials engraved, in time for saturday?", "does not cover engraved"),
    ],
)
def test_whether_it_comes_in_time_is_computed(question: str, said: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert said in ruling.say.zh + ruling.say.en


def test_of_two_pieces_each_is_told_by_its_name() -> None:
    ruling = ruled("gift for dec 24, Grain or Nil, which one makes it in time?")
    assert ruling
    assert "Grain: Yes, in time" in ruling.say.en
    assert "Nil: The 72-hour promise does not cover made-to-order pieces" in ruling.say.en


@pytest.mark.parametrize(
    "question",
    [
        "can the refund arrive by friday", "周五前退款能到账吗", "can you clean my bag by saturday",
        "周六前能修好吗", "is there a salon appointment free before friday",
    ],
)  # fmt: skip
def test_the_time_for_other_work_is_not_that_of_a_delivery(question: str) -> None:
    ruling = ruled(question)
    assert ruling is None or "in time" not in ruling.say.en
