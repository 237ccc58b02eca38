from __future__ import annotations

import pytest

from agents.brief import KEYS, Key
from tests.agents.brief.talks import facts, of, values


@pytest.mark.parametrize(
    ("key", "text", "part"),
    [
        ("budget", "预算1万3", "13,000"),
        ("budget", "不超过两万", "20,000"),
        ("budget", "I can do 5k", "5k"),
        ("budget", "under 10 grand please", "10 grand"),
        ("budget", "nothing over 7500", "7500"),
        ("date", "腊月初八她生日", "腊月初八"),
        ("date", "need it before the 12th", "12th"),
        ("date", "下周二就要", "下周二"),
        ("date", "十一月二十九号", "29"),
        ("urgency", "I fly on Friday", "Friday"),
        ("urgency", "再晚就来不及了", "来不及"),
        ("measurement", "胸围2尺9", "2尺9"),
        ("measurement", "waist 26 in", "26 in"),
        ("measurement", "我105斤", "105斤"),
        ("occasion", "it's for our 25th anniversary", "25th anniversary"),
        ("occasion", "闺蜜婚礼当伴娘", "婚礼"),
        ("place", "i live in antwerp", "antwerp"),
        ("place", "寄到西宁", "西宁"),
        ("dislike", "nothing too flashy", "flashy"),
        ("dislike", "千万别棕色", "棕"),
        ("colour_or_material_wish", "do you have it in navy", "navy"),
        ("allergy", "she gets a rash from nickel", "rash"),
        ("allergy", "我对镍过敏", "过敏"),
        ("mood", "honestly I'm so stressed", "stressed"),
        ("mood", "急死我了", "急"),
        ("recipient", "a bag for my sister", "sister"),
        ("recipient", "给我爸买", "爸"),
        ("recipient", "just treating myself", "the client"),
    ],
)
def test_a_kind_of_fact_is_found_in_her_words(key: Key, text: str, part: str) -> None:
    assert part in values(key, text)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("那双漆皮高跟", "TV-S01"),
        ("the loafers", "TV-S02"),
        ("有珍珠项链吗", "TV-J02"),
        ("is TV-B01 soft?", "TV-B01"),
    ],
)
def test_a_piece_is_known_by_name_kind_or_material(text: str, piece: str) -> None:
    assert piece in values("piece", text)


def test_every_line_rests_on_messages_that_exist() -> None:
    made = facts("I wear 38, wedding on 3 May", "Noted.", "a person please", "Passing you on now.")
    assert made
    assert all(fact.rests_on and set(fact.rests_on) <= {1, 2, 3, 4} for fact in made)
    assert {fact.key for fact in made} <= set(KEYS)


def test_what_the_house_does_not_know_is_open_with_her_question() -> None:
    [fact] = of("question_open", "Is the dress lined?", "The card doesn't say; I can't tell.")
    assert fact.rests_on == (1, 2)
    assert "lined" in fact.value


def test_a_question_nobody_answered_is_open() -> None:
    [fact] = of("question_open", "Is it lined?")
    assert fact.rests_on == (1,)


@pytest.mark.parametrize(
    ("asked", "open_"),
    [
        ("My bag got wet. What should I do now?", "What should I do now"),
        ("Does it wear well?", "Does it wear well"),
        (
            "Which size of the Cadence do I need, please?",
            "Which size of the Cadence do I need, please",
        ),
        ("周五之前送到，可以吗？", "周五之前送到，可以吗"),
        ("It comes by Friday, right?", "It comes by Friday, right"),
        ("Black. Is it lined?", "Is it lined"),
    ],
)
def test_an_open_question_is_quoted_so_that_it_can_be_read_alone(asked: str, open_: str) -> None:
    [fact] = of("question_open", asked)
    assert fact.value == open_


def test_what_was_told_and_what_was_promised_are_kept_apart_from_the_greeting() -> None:
    texts = ("hi", "Hello, I'm Ambre, an AI advisor. It holds A4. First reply within 15 minutes.")
    assert "It holds A4" in values("advisor_claim", *texts)
    assert "Ambre" not in values("advisor_claim", *texts)
    assert "15 minutes" in values("promise_made", *texts)


def test_the_next_step_is_the_house_s_last_word_on_it() -> None:
    [fact] = of("next_step", "get me a human", "Passing you to the Gold desk for the repair.")
    assert "Gold desk" in fact.value
    assert fact.rests_on == (1, 2)


def test_the_reason_is_what_she_called_for() -> None:
    found = values("reason", "我要投诉，包开胶了", "抱歉，我现在转客服台。")
    assert "投诉" in found


def test_a_house_s_size_advice_is_a_size() -> None:
    assert "EU 38.5" in values("size", "脚长24.3", "脚长 24.3 cm 对应 EU 38.5，正码。")


def test_a_mixed_message_is_in_both_languages() -> None:
    found = of("language", "我想要that suede loafer please")
    assert {fact.value for fact in found} == {"zh", "en"}


def test_nothing_said_makes_no_brief() -> None:
    assert facts() == ()


@pytest.mark.parametrize(
    ("key", "text", "part"),
    [
        ("dislike", "Not in beige", "beige"),
        ("dislike", "黄金有点俗", "俗"),
        ("urgency", "we jet off Sunday morning", "Sunday"),
        ("size", "L please", "L"),
        ("budget", "分6期吧", "6期"),
        ("budget", "price is no object", "no object"),
        ("place", "the do is on the 3rd, Leeds", "Leeds"),
        ("occasion", "for my mother-in-law's seventieth", "seventieth"),
    ],
)
def test_more_kinds_of_fact_are_found_in_her_words(key: Key, text: str, part: str) -> None:
    assert part in values(key, text)


def test_a_brief_begins_with_what_she_came_for() -> None:
    found = facts("hello! do you have the tote in black?", "I can't see colours.", "ok thanks")
    assert found[0].key == "reason"
    assert "tote in black" in found[0].value


def test_no_line_lies_inside_another_of_its_key() -> None:
    found = of("reason", "I want a person, my bag broke", "I'm calling a colleague now.")
    assert len(found) == 1


def test_a_line_begins_without_filler() -> None:
    assert values("date", "and also, it's on 5 May").startswith("it's")


def test_what_the_house_does_not_know_is_no_promise() -> None:
    told = values("promise_made", "will it last?", "I can't say how it will wear.")
    assert told == ""
