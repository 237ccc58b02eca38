"""Forms over the rule-books: what staff fill in, and the ruling that is computed from it.

A form names its fields and their kinds; their words are the console's. What is filled in comes as
text, the way a browser has it, and is read here: a figure that is none is BadInput, and a field
left empty is None. A form answers None while it needs more.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal

from agents.recognisers.books import Books
from shop.clients import Tier
from shop.destinations import Destination
from shop.errors import BadInput
from shop.products import Product
from shop.rulings import Ruling

FieldKind = Literal["piece", "amount", "number", "text", "place", "tier", "day", "choice"]

_LARGEST = Decimal(10) ** 9  # beyond it no figure of ours is meant
ELSEWHERE = "elsewhere"  # a place the house does not list
YES_OR_NO = ("yes", "no")


@dataclass(frozen=True, slots=True)
class Field:
    """`choices` are what a choice may be, or the pieces' categories that a piece may have."""

    name: str
    kind: FieldKind
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What was filled in, by the name of the field."""

    books: Books
    values: Mapping[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        return self.values.get(name, "").strip() or None

    def number(self, name: str) -> Decimal | None:
        """Raises BadInput for what is no number."""
        text = self.text(name)
        if text is None:
            return None
        plain = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "")
        try:
            found = Decimal(plain)
        except InvalidOperation:
            raise BadInput(f"{text!r} is not a number.") from None
        if not found.is_finite() or abs(found) > _LARGEST:
            raise BadInput(f"{text!r} is not a number.")
        return found

    def whole(self, name: str) -> int | None:
        """Raises BadInput for what is no whole number."""
        found = self.number(name)
        return None if found is None else whole(found)

    def yes(self, name: str) -> bool | None:
        said = self.text(name)
        return None if said is None else said == "yes"

    def day(self, name: str) -> date | None:
        said = self.text(name)
        return date.fromisoformat(said) if said else None

    @property
    def piece(self) -> Product | None:
        """Raises NotFound."""
        said = self.text("piece")
        return self.books.catalogue.get(said) if said else None

    @property
    def place(self) -> Destination | None:
        """None also for a place that the house does not list. Raises NotFound."""
        said = self.text("place")
        return self.books.destinations.get(said) if said and said != ELSEWHERE else None

    @property
    def tier(self) -> Tier | None:
        said = self.text("tier")
        return Tier(said) if said else None

    def price(self, name: str = "amount") -> Decimal | None:
        """The amount that was filled in, else the price of the piece."""
        said = self.number(name)
        return said if said is not None or self.piece is None else self.piece.price_rmb


Rule = Callable[[Given], Ruling | None]
Fields = Callable[[Product | None], tuple[Field, ...]]


@dataclass(frozen=True, slots=True)
class RuleForm:
    """`fields` may depend on the piece that was chosen."""

    name: str
    fields: Fields
    rule: Rule


def always(*fields: Field) -> Fields:
    """The same fields whatever the piece."""
    return lambda piece: fields


def whole(figure: Decimal) -> int:
    """Raises BadInput for what is no whole number: nothing of a figure is left out."""
    if figure != int(figure):
        raise BadInput(f"{figure} is not a whole number.")
    return int(figure)


def literal(value: str | None, known: tuple[str, ...]) -> str | None:
    """A choice as it may be handed to a rule-book. Raises BadInput for any other."""
    if value is not None and value not in known:
        raise BadInput(f"{value!r} is none of {', '.join(known)}.")
    return value
