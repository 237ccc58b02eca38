"""A brief's lines said more shortly by a model: other words, never another fact.

The facts are found by code. A model only shortens what a line quotes, and its wording is taken
where it has the figures of the line and its denials, no others, and hardly a new word. A line that
fails stays as it was; so does the whole brief when the model does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from agents.brief.facts import Brief, Fact, Key
from agents.brief.figures import figures_in
from agents.fences import Fences
from agents.meter import Meter
from agents.model_line import ModelLine
from agents.model_lines import drafts, lines
from agents.second_reading import is_hers
from shop.errors import ModelFailed
from shop.language import language_of

_PROMPT = Path(__file__).parents[1] / "prompts" / "brief.v1.md"
_AS_THEY_ARE: frozenset[Key] = frozenset({"piece", "language", "recipient", "place"})
_DENIAL = re.compile(
    r"不|没|未|别|勿|无|\b(?:not|no|never|nothing|none|without)\b|n't\b", re.IGNORECASE
)
_SHORT = 24  # characters that need no shortening
_LONGEST_ANSWER = 20_000  # characters

Phrase = Callable[[Brief, Meter], Brief]


class Phrasing:
    """Shortens with a chat model. `deadline_s` bounds the whole."""

    def __init__(self, model: BaseChatModel, deadline_s: float) -> None:
        self._line = ModelLine(model, deadline_s)
        self._prompt = _PROMPT.read_text(encoding="utf-8")

    def __call__(self, brief: Brief, meter: Meter) -> Brief:
        """The same facts, some in other words. Raises ModelFailed."""
        long = [fact for fact in brief.facts if _may_be_shortened(fact)]
        if not long:
            return brief
        said = dict(self._said(long, meter))
        return Brief(tuple(said.get(fact, fact) for fact in brief.facts))

    def _said(self, facts: Sequence[Fact], meter: Meter) -> Iterator[tuple[Fact, Fact]]:
        lang = language_of(facts[0].value, "zh")
        for line in lines(self._text(facts, meter)):
            for draft in drafts(line, lang):
                cited = [facts[at] for at in draft.evidence if 0 <= at < len(facts)]
                text = draft.text.rstrip("。.")
                if len(draft.evidence) == len(cited) == 1 and _says_the_same(text, cited[0].value):
                    yield cited[0], replace(cited[0], value=text)

    def _text(self, facts: Sequence[Fact], meter: Meter) -> Iterator[str]:
        length = 0
        for chunk in self._line.stream(self._messages(facts), meter):
            length += len(chunk.text)
            if length > _LONGEST_ANSWER:
                raise ModelFailed("the model did not come to an end")
            yield chunk.text

    def _messages(self, facts: Sequence[Fact]) -> list[BaseMessage]:
        fences = Fences()
        quotes = (f"{fact.key}: {fact.value}" for fact in facts)
        data = fences.around_numbered("lines", quotes)
        return [SystemMessage(self._prompt.format(mark=fences.mark)), HumanMessage(data)]


def _may_be_shortened(fact: Fact) -> bool:
    return fact.key not in _AS_THEY_ARE and len(fact.value) > _SHORT


def _says_the_same(text: str, quote: str) -> bool:
    """Not longer, with the same figures, and in words of the quote."""
    same_figures = figures_in(text) == figures_in(quote)
    same_denials = _denials(text) == _denials(quote)
    return 0 < len(text) <= len(quote) and same_figures and same_denials and is_hers(text, quote)


def _denials(text: str) -> set[str]:
    return {found.lower() for found in _DENIAL.findall(text)}
