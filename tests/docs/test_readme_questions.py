"""What the README tells a newcomer to ask is answered as the README says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from operations import asking
from shop.conversations import Behaviour

if TYPE_CHECKING:
    from wiring import Services

README = Path(__file__).parents[2] / "README.md"
SAYS = {
    Behaviour.ANSWER: "",
    Behaviour.ABSTAIN: "it says that it does not know",
    Behaviour.REFUSE: "it declines",
}
FACTS = ("soft cloth", "EU 38.5", "RMB 5,600")  # of the first three


def questions() -> list[tuple[str, str]]:
    """Each question with the remark behind it."""
    section = README.read_text("utf-8").split("## What to try first")[1].split("2. **")[0]
    return re.findall(r"^ +- `([^`]+)`(.*)$", section, re.MULTILINE)


def asked_first() -> list[str]:
    return [asked for asked, _ in questions()[: len(FACTS)]]


def test_the_readme_asks_something() -> None:
    assert len(questions()) >= 5


@pytest.mark.parametrize(("question", "remark"), questions())
def test_a_question_of_the_readme_is_answered_as_it_says(
    house: Services, question: str, remark: str
) -> None:
    told = asking.as_object(list(asking.ask(house, question)))
    wanted = next((b for b, words in SAYS.items() if words and words in remark), Behaviour.ANSWER)
    assert told["behaviour"] == wanted
    assert told["citations"]


@pytest.mark.parametrize(("question", "fact"), list(zip(asked_first(), FACTS, strict=True)))
def test_its_first_answers_hold_their_fact(house: Services, question: str, fact: str) -> None:
    told = asking.as_object(list(asking.ask(house, question)))
    assert fact in " ".join(told["sentences"])
