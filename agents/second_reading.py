"""A second reading of a message: when it is worth its time, and what may be done with it.

Offline understanding decides; a model may only add to what is searched. What it restates is used
if it is the shopper's own: her words, her figures, her 'not'. It finds nothing but passages that
answer, and only where offline understanding would answer too: so whatever a model writes, or a
message makes it write, it can bring about no refusal, question back or hand-over, and undo none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from pydantic import BaseModel, Field, field_validator

from agents.meter import Meter, estimated
from agents.turn import Question, shopper_texts
from knowledge.lexical import words
from shop.errors import ModelFailed
from shop.turns import TurnInput

_LONG = 60  # tokens: about as many Chinese characters, or 45 English words
_MOST_QUESTIONS = 4
_LONGEST = 300  # characters of one question
_MOSTLY = 0.75  # of a restated question's words are the shopper's
_CONTEXT = 6  # earlier messages whose words count as hers
_ASKS = re.compile(r"[?？]")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_MUST_BE_HERS = re.compile(
    r"\d+(?:[.,]\d+)*|不|没|未|别|勿|非|\b(?:not|no|never|without)\b|n't\b", re.IGNORECASE
)
_SMALL_WORDS = words(
    "a an the is are was be been am do does did can could will would should may might must have has"
    " had i me my mine we our you your it its that this these those one of for in on at to from"
    " with by about as and or but if so then than there here what which who when where why how much"
    " many please 的 了 吗 呢 么 什 怎 么 样 是 有 我 您 你 它 这 那 个 和 与 在 会 能 可 以 请 问"
)


class Understood(BaseModel):
    """What a model makes of one message. Anything more that it says is left out."""

    questions: list[str] = Field(description="each question, restated to stand alone")
    language: str = Field(description="the shopper's language as a code, such as zh or en")
    follow_up: bool = Field(description="whether it leans on earlier messages")
    pieces: list[str] = Field(description="names of pieces that it is about")

    @field_validator("questions", "pieces")
    @classmethod
    def _few_and_short(cls, given: list[str]) -> list[str]:
        said = (text.strip() for text in given)
        return [text for text in said if 0 < len(text) <= _LONGEST][:_MOST_QUESTIONS]


class SecondReader(Protocol):
    def read(self, turn: TurnInput, meter: Meter) -> Understood | None:
        """None when there is no reading to be had now; raises ModelFailed with the reason."""
        ...


AsAsked = Callable[[str], Question]  # a text understood offline, as if the shopper had sent it


def read_again(
    turn: TurnInput,
    asked: Sequence[Question],
    reader: SecondReader,
    as_asked: AsAsked,
    meter: Meter,
) -> tuple[Sequence[Question], list[str]]:
    """The questions, perhaps with more to search for, and remarks for staff."""
    if not may_help(asked):
        return asked, []
    try:
        understood = reader.read(turn, meter)
    except ModelFailed as error:
        return asked, [f"understood offline: {error}"]
    return (widened(turn, asked, understood, as_asked) if understood else asked), []


def may_help(asked: Sequence[Question]) -> bool:
    """Whether offline understanding may have missed something.

    Most messages are one short question that names its subject: offline understanding has all of
    it, and a second reading would only make the shopper wait. It is worth a second for what leans
    on earlier messages, is long, or asks several things; and never where a cue has decided.
    """
    whole = asked[0]
    if any(question.cue for question in asked):
        return False
    several = len(asked) > 1 or len(_ASKS.findall(whole.text)) > 1
    return whole.follow_up or several or estimated(whole.text) > _LONG


def widened(
    turn: TurnInput, asked: Sequence[Question], understood: Understood, as_asked: AsAsked
) -> Sequence[Question]:
    """`asked` with what is restated to search for as well; nothing of it is lost."""
    own = _own_words(turn)
    restated = [text for text in understood.questions if is_hers(text, own)]
    named = [name for name in understood.pieces if is_hers(name, own)]
    whole, *parts = asked
    also = restated if len(restated) == 1 else []
    if named and not whole.pieces:
        also = [*also, f"{' '.join(named)} {whole.text}"]
    whole = replace(whole, suggested=tuple(also))
    if len(restated) < 2 or parts:
        return [whole, *_each_with(parts, restated)]
    return [whole, whole, *(_only_suggested(as_asked(text)) for text in restated)]


def _each_with(parts: Sequence[Question], restated: Sequence[str]) -> list[Question]:
    if len(parts) != len(restated):
        return list(parts)
    pairs = zip(parts, restated, strict=True)
    return [replace(part, suggested=(text,)) for part, text in pairs]


def _only_suggested(question: Question) -> Question:
    """A part that offline understanding did not see: searched, but no cue of it counts."""
    return replace(question, queries=(), suggested=question.queries, cue=None)


def _own_words(turn: TurnInput) -> str:
    """Hers alone: the 'not' of an answer is none of hers."""
    earlier = shopper_texts(turn.history[-_CONTEXT:])
    return " ".join([*earlier, turn.message.text])


def is_hers(text: str, own: str) -> bool:
    """Whether a restated text says nothing that was not said: no figure, no 'not', few words."""
    if _fixed(text) - _fixed(own):
        return False
    new = _units(text)
    return bool(new) and len(new & _units(own)) >= _MOSTLY * len(new)


def _fixed(text: str) -> set[str]:
    return {found.lower() for found in _MUST_BE_HERS.findall(text)}


def _units(text: str) -> set[str]:
    """English words and Chinese characters that mean something by themselves."""
    latin = {word for word in words(text) if word.isascii()}
    return (latin | set(_CHINESE.findall(text))) - _SMALL_WORDS
