"""What every rule-book answers with: a ruling.

A ruling is exact, says what it rests on, and is already a sentence a shopper can read, in both
languages. `values` holds the same figures for code: sizes, amounts, limits, each key naming its
unit. 'There is no standard' is a ruling too, with confidence `none` and what is known.

Confidence: `house` the house's own sheet or table; `standard` a standard, a statute or
arithmetic; `trade` a convention that makers don't all share; `none` no answer can be given;
`unrecorded` the house's own notes don't say, and a colleague can find out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from shop.errors import BadInput
from shop.figures import number, written
from shop.language import Bilingual

Value = str | Decimal | int
Confidence = Literal["house", "standard", "trade", "none", "unrecorded"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """`rule`: ids of house rules (H-…), pieces (TV-…) and checked facts (SIZE-…, MAT-…, XB-…)."""

    rule: tuple[str, ...]
    say: Bilingual
    values: Mapping[str, Value]
    confidence: Confidence

    def named(self, name: str) -> Ruling:
        """This ruling, begun with the name of what it is about: for several in one answer."""
        return replace(self, say=Bilingual(f"{name}：{self.say.zh}", f"{name}: {self.say.en}"))

    def then(self, note: Ruling) -> Ruling:
        """This ruling with a further sentence; its confidence stays its own."""
        return replace(
            self,
            rule=tuple(dict.fromkeys(self.rule + note.rule)),
            say=Bilingual(self.say.zh + note.say.zh, f"{self.say.en} {note.say.en}"),
            values={**self.values, **note.values},
        )


def ruling(
    rules: str, confidence: Confidence, zh: str, en: str, /, **figures: Value | Bilingual
) -> Ruling:
    """A ruling from its templates. `rules` are ids between spaces.

    Figures fill the templates (see `shop.figures.written`) and become the values; a Bilingual is
    a word of the sentence and no value.
    """
    values = {name: v for name, v in figures.items() if not isinstance(v, Bilingual)}
    return Ruling(tuple(rules.split()), phrase(zh, en, **figures), values, confidence)


def phrase(zh: str, en: str, /, **figures: Value | Bilingual) -> Bilingual:
    """A part of a sentence from its templates, which are filled like those of a ruling."""
    return Bilingual(written(zh, "zh", figures), written(en, "en", figures))


def same(text: str) -> Bilingual:
    """A word that is the same in both languages: the name of a piece, a label as printed."""
    return Bilingual(text, text)


def require_positive(value: Decimal | int, what: str) -> None:
    """Raise BadInput unless `value` is more than nothing."""
    if value <= 0:
        raise BadInput(f"{what} must be more than 0, not {number(value)}.")


def require_not_negative(value: Decimal | int, what: str) -> None:
    """Raise BadInput for less than nothing."""
    if value < 0:
        raise BadInput(f"{what} cannot be {number(value)}.")
