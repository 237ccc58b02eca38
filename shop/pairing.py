"""What goes with what: the house's rules, as data that its personal shoppers may change.

Facts of a piece are those of its card; `knowledge/house/pairing.yaml` says what follows from them.
A rule that needs a fact which a card has not simply does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pydantic import Field

from shop.language import Bilingual
from shop.products import Category, Material, Product, fold
from shop.typed_data import TypedData

_Two = tuple[str, str]
_LETTER = re.compile(r"[^\W\d_]")


class Words(TypedData):
    """How something is said. English words are whole words; Chinese ones stand anywhere."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def are_in(self, text: str) -> bool:
        return bool(list(_said(self.zh, self.en, text)))


class Avoid(Words):
    """What a client who says one of the words keeps away from; `tones`: of the metal that shows."""

    tones: tuple[str, ...] = ()
    materials: tuple[Material, ...] = ()
    categories: tuple[Category, ...] = ()
    heels: bool = False
    unless_nickel_free: bool = False

    def meets(self, piece: Product, tone: str | None) -> bool:
        if self.unless_nickel_free and piece.nickel_free:
            return False
        of_it = set(self.materials) & set(piece.materials)
        return (
            bool(of_it)
            or tone in self.tones
            or piece.category in self.categories
            or (self.heels and _heeled(piece))
        )


class Tone(TypedData):
    name: Bilingual
    materials: tuple[Material, ...]


class Occasion(TypedData):
    name: Bilingual
    materials: tuple[Material, ...]

    def suits(self, piece: Product) -> bool:
        return bool(set(self.materials) & set(piece.materials))


class Pair(TypedData):
    pieces: tuple[Category, Category]
    why: Bilingual


class Colours(TypedData):
    """`of`: the colour of a piece, by its id, where somebody has written it down."""

    names: dict[str, Bilingual] = Field(default_factory=dict)
    of: dict[str, str] = Field(default_factory=dict)
    together: tuple[_Two, ...] = ()
    apart: tuple[_Two, ...] = ()


class PairingBook(TypedData):
    agree: int = Field(ge=3)
    tones: dict[str, Tone]
    covering: tuple[Material, ...] = ()
    apart: tuple[_Two, ...] = ()
    colours: Colours = Colours()
    pairs: tuple[Pair, ...]
    occasions: dict[str, Occasion]
    avoids: tuple[Avoid, ...]
    harmless: Words
    around: Words = Words()
    refusing: Words
    having: Words

    def tone_of(self, piece: Product) -> str | None:
        """That of the metal that shows; None for a piece without metal."""
        metals = [m for m in piece.materials if m in self.covering] or piece.materials
        for name, tone in self.tones.items():
            if set(tone.materials) & set(metals):
                return name
        return None

    def pair_of(self, one: Product, other: Product) -> Pair | None:
        both = {one.category, other.category}
        return next((pair for pair in self.pairs if set(pair.pieces) == both), None)

    def keeps_apart(self, one: Product, other: Product) -> bool:
        """Whether these two never belong into one look."""
        sexes = {one.gender, other.gender} - {None}
        tones = (self.tone_of(one), self.tone_of(other))
        colours = (self.colours.of.get(one.id), self.colours.of.get(other.id))
        return (
            len(sexes) > 1
            or one.category == other.category
            or _listed(tones, self.apart)
            or _listed(colours, self.colours.apart)
        )

    def avoided_in(self, text: str) -> list[Avoid]:
        """What a text names; 'white gold' is not also 'gold'."""
        zh = tuple(word for each in self.avoids for word in each.zh)
        en = tuple(word for each in self.avoids for word in each.en)
        found = set(_said(zh, en, text))
        return [each for each in self.avoids if found & {*map(fold, each.zh), *map(fold, each.en)}]

    def reads_whole(self, allergy: str) -> bool:
        """Whether every word of it is one that pieces avoid, a harmless one, or speech `around`."""
        known = [*self.avoids, self.harmless, self.around]
        zh = tuple(word for each in known for word in each.zh)
        en = tuple(word for each in known for word in each.en)
        return not _LETTER.search(_cut(zh, en, allergy))

    def shared_occasions(self, pieces: Sequence[Product]) -> list[Occasion]:
        return [each for each in self.occasions.values() if all(map(each.suits, pieces))]

    def colours_agree(self, one: Product, other: Product) -> bool:
        colours = (self.colours.of.get(one.id), self.colours.of.get(other.id))
        return _listed(colours, self.colours.together)


def _listed(two: tuple[str | None, str | None], pairs: Sequence[_Two]) -> bool:
    return any(set(two) == set(pair) and two[0] and two[1] for pair in pairs)


def _heeled(piece: Product) -> bool:
    return bool(piece.heel_mm)


def _said(zh: tuple[str, ...], en: tuple[str, ...], text: str) -> Iterator[str]:
    """The words that stand in a text, folded; of two that overlap the longer."""
    for found in _pattern(zh, en).finditer(fold(text.replace("\u2019", "'"))):
        yield found[0]


def _cut(zh: tuple[str, ...], en: tuple[str, ...], text: str) -> str:
    """What is left of a text without these words, folded."""
    return _pattern(zh, en).sub(" ", fold(text.replace("\u2019", "'")))


@lru_cache(maxsize=64)
def _pattern(zh: tuple[str, ...], en: tuple[str, ...]) -> re.Pattern[str]:
    whole, anywhere = _either(en), _either(zh)
    return re.compile(rf"(?<![a-z0-9])(?:{whole})(?![a-z0-9])|(?:{anywhere})")


def _either(words: tuple[str, ...]) -> str:
    longest_first = sorted(map(fold, words), key=len, reverse=True)
    return "|".join(map(re.escape, longest_first)) or r"(?!)"
