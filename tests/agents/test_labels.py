"""A care label described in words is read sign by sign."""

from __future__ import annotations

import re

import pytest

from agents.steps.labels import SIGNS


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
