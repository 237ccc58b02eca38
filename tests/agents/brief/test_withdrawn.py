from __future__ import annotations

import pytest

from agents.brief import KEYS
from tests.agents.brief.talks import facts, of, values


def everything(*texts: str) -> str:
    return " | ".join(fact.value for fact in facts(*texts) if fact.key in KEYS)


@pytest.mark.parametrize(
    ("said", "gone", "stands"),
    [
        ("I wear 39. no wait, 40", "39", "40"),
        ("ring size 7 US. hmm no it's 6.5", "7 US", "6.5"),
        ("我穿39码，不对，40码", "39", "40码"),
        ("budget is 8k. scrap that, make it 11k", "8k", "11k"),
        ("预算八千，算错了，一万二", "八千", "一万二"),
    ],
)
def test_a_corrected_figure_is_in_no_line(said: str, gone: str, stands: str) -> None:
    told = everything(said)
    assert gone not in told
    assert stands in told


@pytest.mark.parametrize(
    ("first", "later"),
    [("I take a 41", "my trainers"), ("我穿41", "运动鞋"), ("size 41", "that's my sneaker size")],
)
def test_a_size_of_other_shoes_is_not_hers(first: str, later: str) -> None:
    assert values("size", first, "Is that a dress shoe size?", later) == ""


def test_a_size_said_again_to_be_of_something_else_is_not_hers() -> None:
    told = values("size", "我穿41", "量过脚吗？", "等等 41是我跑鞋的")
    assert "41" not in told


def test_a_question_taken_back_takes_its_answer_with_it() -> None:
    asked = (
        "can I use my wife's ID",
        "No: we never borrow another's quota.",
        "never mind, forget it",
    )
    assert "ID" not in everything(*asked)
    assert "quota" not in everything(*asked)


@pytest.mark.parametrize(
    "texts",
    [
        ("my friend wears a 36 and hers rub", "Feet differ.", "mine is 38"),
        ("我闺蜜穿36", "各人不同。", "我穿38"),
    ],
)
def test_what_somebody_else_wears_is_no_size_of_hers(texts: tuple[str, ...]) -> None:
    assert "36" not in values("size", *texts)
    assert "38" in values("size", *texts)


def test_a_recipient_s_size_counts() -> None:
    assert "44" in values("size", "loafers for my husband, he wears a 44")
    assert "44" in values("size", "给我老公买乐福鞋，他穿44码")


def test_a_joke_is_no_fact() -> None:
    assert values("budget", "my budget is 900k, just kidding") == ""
    assert values("budget", "预算一百万 开玩笑的") == ""


def test_a_piece_she_gave_up_is_not_discussed() -> None:
    found = of("piece", "the loafers and the watch", "Both are here.", "then leave the watch")
    assert [fact.value for fact in found] == ["TV-S02"]


def test_another_place_stands_instead() -> None:
    told = values("place", "ship it to Geneva", "Noted.", "Annecy then, not Geneva")
    assert told == "Annecy"


def test_the_house_s_sentence_about_a_withdrawn_figure_is_left_out() -> None:
    texts = ("UK 10 dress. no wait, UK 12", "UK 10 is IT 42. One free exchange within 30 days.")
    assert "UK 10" not in everything(*texts)
    assert "30 days" in values("promise_made", *texts)


@pytest.mark.parametrize(
    ("gone", "texts"),
    [
        ("200", ("budget: I can go 200. Or 150. say 150 tops",)),
        ("the 4th", ("party on the 4th", "Noted", "they've moved it from the 4th to the 11th")),
        ("4号", ("派对4号", "好", "从4号挪到11号了")),
        ("Friday", ("Need it Friday.", "OK", "Friday's off. Monday.")),
        ("4 pm", ("could someone ring me at 4 pm?", "4 pm, I'll ask.", "not 4. 6 pm is fine")),
        ("Tuesday", ("Can I come Tuesday?", "Yes.", "make that Wednesday, Tuesday I've a dentist")),
        ("小红书", ("小红书上有人说走线歪的就是假的",)),
        ("包工头", ("不要黄的像包工头",)),
        ("分期", ("能分期吗", "可以。", "不分了 全款")),
    ],
)
def test_what_she_does_not_mean_is_in_no_line(gone: str, texts: tuple[str, ...]) -> None:
    assert gone not in everything(*texts)


def test_a_clause_keeps_what_still_stands_of_it() -> None:
    told = ("our wedding is on 5 May in Lyon. sorry, 6 May",)
    assert "wedding" in values("occasion", *told)
    assert "5 May" not in everything(*told)
    assert "6 May" in values("date", *told)


def test_a_piece_named_in_jest_is_not_discussed() -> None:
    found = of("piece", "the tote please. or the crocodile, kidding", "TV-B02 it is.")
    assert [fact.value for fact in found] == ["TV-B02"]


def test_what_was_for_somebody_who_stays_away_is_left_out() -> None:
    texts = (
        "the loafers for me, my flatmate wants the watch",
        "Noted.",
        "she's not coming, just me",
    )
    assert [fact.value for fact in of("piece", *texts)] == ["TV-S02"]
