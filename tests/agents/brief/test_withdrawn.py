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
