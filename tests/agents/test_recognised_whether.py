"""Whether a place is served, and which of the bags takes a thing."""

from __future__ import annotations

import pytest

from tests.agents.asked import ruled

IN_DAYS = [
    "do you ship to Brazil", "do you deliver to Canada", "can you send it to Norway",
    "shipping to Mexico?", "你们发货到新西兰吗", "能寄到墨尔本吗", "你们送印度吗", "印度能送不",
]  # fmt: skip
IN_HOURS = ["can you deliver to my hotel in Tokyo", "会寄到澳门吗", "do you ship to Singapore"]
NOT_OF_PLACES = [
    "can you ship it back from Norway", "do you ship to Brazil free of duty",
    "寄到加拿大要交税吗",
    "澳门能到店退吗", "can I return it in the Dubai salon", "can I pay cash in Norway",
    "do you ship crocodile to Canada",
]  # fmt: skip


@pytest.mark.parametrize("question", IN_DAYS)
def test_a_place_beyond_the_list_is_served_within_days(question: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert ruling.values["days"] == 7


@pytest.mark.parametrize("question", IN_HOURS)
def test_a_place_on_the_list_is_served_within_hours(question: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert ruling.values["hours"] == 72


@pytest.mark.parametrize("question", NOT_OF_PLACES)
def test_another_question_with_a_place_is_no_question_whether_it_is_served(question: str) -> None:
    ruling = ruled(question)
    assert ruling is None or "warehouse" not in ruling.values


@pytest.mark.parametrize(
    "question",
    ["which bag fits an A4 folder", "do you have a bag that takes a laptop", "哪个包放得下A4",
     "有没有能装13寸电脑的包", "any bag big enough for an ipad?", "推荐一个能放平板的包"],
)  # fmt: skip
def test_every_bag_is_looked_at_for_what_is_to_go_in(question: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert ruling.values["found"] == "Rivage"
    assert "Nil" in ruling.say.en


def test_a_laptop_too_large_for_all_is_said_to_fit_none() -> None:
    ruling = ruled("which bag takes a 17 inch laptop")
    assert ruling
    assert ruling.values["count"] == 0


@pytest.mark.parametrize(
    "question",
    ["the Méridien stopped after two days off the wrist", "why does the Méridien stop overnight"],
)
def test_why_a_watch_stops_is_told_by_its_reserve(question: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert "42" in ruling.say.en


@pytest.mark.parametrize(
    "question", ["戒指大了两号能改小吗", "the ring is two sizes too big, can you resize it"]
)
def test_a_resizing_has_no_last_day_while_the_purchase_has_none(question: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert "until" not in ruling.values
    assert "12" in ruling.say.en


def test_the_hand_s_girth_beside_a_watch_is_a_wrist() -> None:
    ruling = ruled("手围18能戴吗 那只表")
    assert ruling
    assert ruling.values["fits"] == "yes"
