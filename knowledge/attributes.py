"""What shoppers ask of a piece: words that name an attribute, and where its card answers.

The data is `knowledge/house/attributes.yaml`; editors extend it without touching code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import Field

from knowledge.patterns import AsciiPattern
from shop.language import Bilingual
from shop.products import Category, Product
from shop.typed_data import TypedData


class Entry(TypedData):
    """`kept` are sections of a datasheet that answer it, `nearby` ones that only come near."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    name: Bilingual
    kept: tuple[str, ...] = ()
    nearby: tuple[str, ...] = ()


class Attribute(Entry):
    """What is asked of a piece, and the words that ask for it."""

    of: tuple[Category, ...] = ()
    asks: tuple[AsciiPattern, ...] = Field(min_length=1)
    unless: tuple[AsciiPattern, ...] = ()

    def may_be_asked_of(self, piece: Product) -> bool:
        return not self.of or piece.category in self.of

    def found_in(self, text: str) -> re.Match[str] | None:
        """The words of a text that ask for it."""
        return _first(self.asks, text)


class Attributes(TypedData):
    """All attributes, in the order in which they are tried."""

    kinds: dict[str, AsciiPattern]
    not_about_the_piece: tuple[AsciiPattern, ...]
    attributes: tuple[Attribute, ...]

    def asked_of(self, piece: Product, text: str) -> tuple[Attribute, ...]:
        """What a text asks of a piece; nothing when it asks for help or service instead."""
        return () if self.asks_for_service(text) else tuple(self._asked(piece, text))

    def asks_for_service(self, text: str) -> bool:
        """It asks to clean, mend, ship, return or buy, whatever part it names."""
        return _first(self.not_about_the_piece, text) is not None

    def of_id(self, attribute_id: str) -> Attribute:
        """Raises StopIteration for an id that is none; `test_attributes` proves those of data."""
        return next(entry for entry in self.attributes if entry.id == attribute_id)

    def kind_named(self, text: str) -> str | None:
        """The id of the one piece that a text calls by its kind ('the loafers')."""
        named = self.kinds_named(text)
        return named[0] if len(named) == 1 else None

    def kinds_named(self, text: str) -> tuple[str, ...]:
        """The ids of all pieces that a text calls by their kind."""
        return tuple(piece_id for piece_id, words in self.kinds.items() if words.search(text))

    def without_kinds(self, text: str) -> str:
        """A text without the words that call a piece by its kind: '自动表' asks for no movement."""
        for words in self.kinds.values():
            text = words.sub(" ", text)
        return text

    def _asked(self, piece: Product, text: str) -> Iterator[Attribute]:
        """Each in its own words: what has named one attribute names no second."""
        for attribute in self.attributes:
            if not attribute.may_be_asked_of(piece) or _first(attribute.unless, text):
                continue
            if found := attribute.found_in(text):
                text = text[: found.start()] + " " * len(found.group()) + text[found.end() :]
                yield attribute


def _first(words: Sequence[re.Pattern[str]], text: str) -> re.Match[str] | None:
    return next((found for pattern in words if (found := pattern.search(text))), None)
