"""Water ratings, chests in inches, parts of a carat, transfers and places that stand for scales."""

from __future__ import annotations

import pytest

from tests.agents.asked import ruled

TWO_RATINGS = [
    "表上写3巴跟10巴，能干的事差在哪", "3 bar和10 bar的区别", "30m vs 100m water resistant",
    "防水30米和100米差多少", "3 atm or 10 atm for swimming?", "手表3ATM与10ATM有什么不同",
]  # fmt: skip
COMPUTED = [
    ("40 inch chest, what EU jacket", {"eu": "50", "uk_us": "40"}),
    ("his chest is 41 in, suit jacket size", {"eu": "52", "uk_us": "42"}),
    ("胸围42英寸，西装外套EU几码", {"eu": "52"}),
    ("chest 101 cm jacket EU", {"eu": "52"}),
    ("what does a half carat stone weigh in grams", {"found": "0.100"}),
    ("a quarter-carat diamond in grams?", {"found": "0.050"}),
    ("half of a carat is how many grams", {"found": "0.100"}),
    ("can I pay for the Cadence by bank transfer", {"possible": "no", "amount": "6900"}),
    ("买 Grain 可以银行转账吗", {"possible": "no", "amount": "11200"}),
    ("wire transfer for 250,000 rmb ok?", {"possible": "yes"}),
    ("二十五万的单子能电汇吗", {"possible": "yes"}),
    ("胸衣34b换成国内的下围是70还是75", {"eu": "75B"}),
    ("胸罩36c 是国内什么码", {"eu": "80C"}),
    ("鞋底印着265，老的说法是几码", {"old_cn": "43"}),
    ("盒上240，旧叫法多少", {"old_cn": "38"}),
]
LEFT_ALONE = [
    "is a bank transfer to a colleague's private account fine for the Grain",
    "Grain 转账给店员个人可以吗",
    "防水50米的手表和潜水表有啥不一样",
    "refund of the Sillage by bank transfer?",
]


@pytest.mark.parametrize("question", TWO_RATINGS)
def test_each_of_two_ratings_is_told(question: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert all(f"{bar} bar" in ruling.say.en for bar in (3, 10))
    assert "splashes" in ruling.say.en
    assert "snorkelling" in ruling.say.en


def test_a_follow_up_is_of_the_ratings_before_it() -> None:
    ruling = ruled("3bar和10bar的表", "哪个能游泳")
    assert ruling
    assert "10 bar" in ruling.say.zh


@pytest.mark.parametrize(("question", "values"), COMPUTED)
def test_a_figure_in_other_dress_is_computed(question: str, values: dict[str, str]) -> None:
    ruling = ruled(question)
    assert ruling
    assert {name: str(ruling.values.get(name)) for name in values} == values


@pytest.mark.parametrize("question", LEFT_ALONE)
def test_what_is_another_question_is_left_alone(question: str) -> None:
    assert ruled(question) is None


def test_what_is_bought_in_a_city_is_of_its_scale() -> None:
    ruling = ruled("thinking about the Cadence", "in Tokyo i buy 25. what EU?")
    assert ruling
    assert "EU 39.5" in ruling.say.en


@pytest.mark.parametrize(
    "question",
    ["Méridien用的哪家机芯", "Meridien movement by whom", "is the Méridien movement in-house",
     "Méridien是自产机芯吗", "Méridien 的机芯是瑞士的吗", "whose movement is in the Meridien"],
)  # fmt: skip
def test_who_made_a_movement_is_not_on_the_card(question: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert ruling.confidence == "unrecorded"
