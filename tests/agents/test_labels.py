"""A care label described in words is read sign by sign."""

from __future__ import annotations

import re

import pytest

from agents.steps.labels import SIGNS, drawn


def _read(label: str) -> list[str]:
    return [section for section, sign in SIGNS.items() if re.search(sign, label, re.I | re.A)]


@pytest.mark.parametrize(
    ("label", "section"),
    [
        ("a hand in the tub", "symbol-wash/hand"),
        ("水盆里画了一只手", "symbol-wash/hand"),
        ("triangle crossed out", "symbol-bleach/none"),
        ("熨斗里两个点", "symbol-iron/two-dots"),
        ("方框里一条横线", "symbol-dry/flat"),
    ],
)
def test_a_sign_is_known_by_its_shape(label: str, section: str) -> None:
    assert section in _read(label)


def test_a_tub_without_a_hand_is_no_hand_wash() -> None:
    assert "symbol-wash/hand" not in _read("a tub with 30 in it")


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("洗标上一个方块里头横着一道，是要干嘛", "symbol-dry/flat"),
        ("洗标方框中间一条横杠怎么晾", "symbol-dry/flat"),
        ("square with a line lying flat in it on my jumper tag?", "symbol-dry/flat"),
        ("衣服标签上正方形里竖着一条是啥意思", "symbol-dry/line"),
        ("the tag shows a square with two vertical lines", "symbol-dry/drip"),
        ("square with a slanted line in the corner, meaning?", "symbol-dry/shade"),
        ("triangle with two slanted lines on the label", "symbol-bleach/oxygen"),
        ("标签上小桶下面画了两道杠", "symbol-wash/two-bars"),
        ("little bucket with a hand in it, so 50 degrees is ok?", "symbol-wash/hand"),
        ("盆子里伸着一只手，45度水行吗", "symbol-wash/hand"),
    ],
)
def test_a_sign_drawn_in_a_question_is_read(question: str, section: str) -> None:
    assert drawn(question) == [section]


@pytest.mark.parametrize(
    ("question", "sections"),
    [
        ("洗标圆圈里W和F各啥意思", {"symbol-professional/f", "symbol-professional/w"}),
        ("triangle crossed out and a square with a flat line, meaning?",
         {"symbol-bleach/none", "symbol-dry/flat"}),
    ],
)  # fmt: skip
def test_several_signs_drawn_are_all_read(question: str, sections: set[str]) -> None:
    assert set(drawn(question)) == sections


def test_a_circle_in_a_square_is_the_dryer_and_no_letter_is_read_from_with() -> None:
    assert drawn("Tag says a square w/ circle inside and ONE dot. what temp?") == [
        "symbol-dry/tumble-low"
    ]
    assert drawn("标签方形里圆圈打叉是什么意思") == ["symbol-dry/tumble-none"]


@pytest.mark.parametrize(
    "question",
    [
        "can I wash the Nuage in a bowl by hand",
        "在盆里手洗羊绒可以吗",
        "my square scarf has a horizontal line across, a fold",
    ],
)
def test_a_thing_of_that_shape_is_left_to_search(question: str) -> None:
    assert drawn(question) == []
