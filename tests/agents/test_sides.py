"""Comparisons: put once for each side, and answered for both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agents import voice
from agents.sides import sides
from agents.steps.beside import beside
from agents.turn import Evidence, Plan, Question
from shop.conversations import Behaviour
from tests.agents.asked import questions
from tests.knowledge.conftest import passage


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("墨镜1类和4类哪个更暗", ["墨镜1类哪个更暗", "墨镜4类哪个更暗"]),
        ("黑卡跟金卡，退货期一样吗", ["黑卡，退货期一样吗", "金卡，退货期一样吗"]),
        ("寄新加坡和寄挪威有什么区别", ["寄新加坡", "寄挪威"]),
        ("category 1 or 4 lenses, which is darker",
         ["category 1 lenses, which is darker", "category 4 lenses, which is darker"]),
        ("14k gold or 900 platinum: which is purer",
         ["14k gold: which is purer", "900 platinum: which is purer"]),
        ("Black's vs Silver's birthday courtesy",
         ["Black's birthday courtesy", "Silver's birthday courtesy"]),
        ("square vs square with one line, what does it mean",
         ["square, what does it mean", "square with one line, what does it mean"]),
    ],
)  # fmt: skip
def test_a_comparison_is_put_once_for_each_side(text: str, names: list[str]) -> None:
    both = sides(text)
    assert both is not None
    assert [side.question for side in both] == names


@pytest.mark.parametrize(
    "text", ["小羊皮能沾水吗", "can I wash and iron the dress", "送妈妈和婆婆的包有礼盒吗"]
)
def test_two_things_that_are_not_compared_are_one_question(text: str) -> None:
    assert sides(text) is None


ONE = Evidence(passage("one", "Category 1 passes most light."), "Category 1 passes most light.")
FOUR = Evidence(passage("four", "Category 4 is darkest."), "Category 4 is darkest.")
BOTH = Evidence(passage("pair", "Category 4 is darker than 1."), "Category 4 is darker than 1.")
ASKED = tuple(questions("category 1 or 4 lenses, which is darker"))[1:]
UNKNOWN = Plan(Behaviour.ABSTAIN, fixed=("unknown",))


def answer(*evidence: Evidence) -> Plan:
    return Plan(Behaviour.ANSWER, evidence)


def test_each_side_is_known_by_its_own_words() -> None:
    assert [side.side for side in ASKED] == [{"1"}, {"4"}]


def test_an_answer_for_one_side_gives_way_to_both_in_order() -> None:
    made = beside(answer(FOUR), [answer(ONE), answer(FOUR)], ASKED)
    assert made.evidence == (ONE, FOUR)


def test_an_answer_that_speaks_of_both_stands() -> None:
    assert beside(answer(BOTH), [answer(ONE), answer(FOUR)], ASKED).evidence == (BOTH,)


def test_the_side_that_is_not_known_is_named() -> None:
    made = beside(answer(ONE), [answer(ONE), UNKNOWN], ASKED)
    assert made.evidence == (ONE,)
    assert made.fixed == (voice.SIDE_UNKNOWN.in_("en").format(name="4"),)


def test_a_boundary_is_not_compared_away() -> None:
    refused = replace(answer(BOTH), behaviour=Behaviour.REFUSE)
    assert beside(refused, [answer(ONE), answer(FOUR)], ASKED) is refused


def test_a_comparison_of_unknown_things_stays_unknown() -> None:
    assert beside(UNKNOWN, [UNKNOWN, UNKNOWN], list[Question](ASKED)) is UNKNOWN
