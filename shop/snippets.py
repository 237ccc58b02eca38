"""Snippets: sentences the house says often, in both languages, with variables to fill in.

A variable stands for what is known as data, {client} or {price}; an unknown one is told when the
snippet is saved. One without a value here stays in the text, and a reply with such a hole is not
sent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from shop.errors import BadInput, Unfilled, UnknownVariable
from shop.figures import written as with_figures
from shop.language import Bilingual, Lang
from shop.writings import written

Variable = Literal["client", "me", "salon", "visit", "piece", "price"]
VARIABLES: tuple[Variable, ...] = get_args(Variable)
LONGEST_NAME = 60  # characters
LONGEST_TEXT = 1500

_VARIABLE = re.compile(r"\{([^{}]*)\}")
_KNOWN = re.compile(r"\{(?:" + "|".join(VARIABLES) + r")\}")


@dataclass(frozen=True, slots=True)
class Snippet:
    """`by` wrote it last; empty: it came with the house."""

    id: str
    name: str
    text: Bilingual
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class HouseSnippet:
    """One that comes with the software, as `knowledge/house/snippets.yaml` has it."""

    id: str
    name: str
    zh: str
    en: str

    @property
    def text(self) -> Bilingual:
        return Bilingual(self.zh, self.en)


@dataclass(frozen=True, slots=True)
class Filled:
    """A snippet for one client. `missing` are variables without a value, which stand in it."""

    text: str
    missing: tuple[str, ...] = ()


def checked(name: str, text: Bilingual) -> tuple[str, Bilingual]:
    """Name and texts as they are kept. Raises BadInput, UnknownVariable."""
    name = written(" ".join(name.split()), LONGEST_NAME)
    kept = Bilingual(_checked(text.zh), _checked(text.en))
    if set(_VARIABLE.findall(kept.zh)) != set(_VARIABLE.findall(kept.en)):
        raise BadInput("Both languages need the same variables.")
    return name, kept


def filled(text: str, lang: Lang, values: Mapping[str, str]) -> Filled:
    """The text with the values there are; {name} stays where there is none."""
    names = list(dict.fromkeys(_VARIABLE.findall(text)))
    missing = tuple(name for name in names if not values.get(name))
    known = {name: values.get(name) or f"{{{name}}}" for name in names}
    return Filled(with_figures(text, lang, known), missing)


def require_filled(reply: str) -> None:
    """Raise Unfilled while a variable still stands in what is to be sent."""
    if holes := _KNOWN.findall(reply):
        raise Unfilled(tuple(dict.fromkeys(holes)))


def _checked(text: str) -> str:
    text = written(text, LONGEST_TEXT)
    unknown = [name for name in _VARIABLE.findall(text) if name not in VARIABLES]
    if unknown:
        raise UnknownVariable(unknown[0])
    if set("{}") & set(_VARIABLE.sub("", text)):
        raise BadInput("A brace stands alone. Variables are written {client}.")
    return text
