"""Parts of a piece, and what may be told of them: which pairs a card holds, and which it doesn't.

'How wide is the hem' is neither the dress's length nor nothing: it asks a measure of a part. The
data is `knowledge/house/parts.yaml`. A pair is only read where it explains its clause: in 'the
lining tore, how long may I wait' something else is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic import Field

from knowledge.attributes import Entry
from knowledge.patterns import AsciiPattern
from shop.language import Bilingual
from shop.products import Category, Product
from shop.typed_data import TypedData

_CLAUSE = re.compile(r"[,;?!，。；？！\n]|\.(?!\d)")
_LATIN = re.compile(r"[a-z]+(?:['’-][a-z]+)*", re.IGNORECASE)
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_OF = re.compile(r"^[^,]*?\b(?:of|on|in|behind|inside|at) (?:the|its|your|my)?", re.IGNORECASE)
_COUNTED = re.compile(r"\bhow many (?:\w+ )?$", re.IGNORECASE)  # 'how many prongs hold the stone'
_CHARACTERS = 2  # of Chinese make a word
_LEFT = 1.5  # words that a pair may leave unexplained in its clause


class Part(TypedData):
    """A part, the measures of it that the card holds, and the words that tell its kinds apart."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    name: Bilingual
    of: tuple[Category, ...] = ()
    words: tuple[str, ...] = Field(min_length=1)
    holds: Mapping[str, str] = Field(default_factory=dict)
    kinds: tuple[str, ...] = ()


class Measure(TypedData):
    """What may be told of a part."""

    id: str = Field(pattern=r"^[a-z]+$")
    name: Bilingual
    words: tuple[AsciiPattern, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Pair:
    """A measure asked of a part: `held` is the attribute that answers it, None where none does."""

    part: Part
    measure: Measure

    @property
    def held(self) -> str | None:
        return self.part.holds.get(self.measure.id)

    def unlisted(self) -> Entry:
        """The pair as an attribute that no card holds."""
        part, measure = self.part.name, self.measure.name
        name = Bilingual(f"{part.zh}的{measure.zh}", f"{measure.en} of the {part.en}")
        return Entry(id=f"{self.part.id}-{self.measure.id}", name=name)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int


class Parts(TypedData):
    """All parts and measures, and the words that only carry a question."""

    parts: tuple[Part, ...]
    measures: tuple[Measure, ...]
    not_of_parts: tuple[AsciiPattern, ...]
    plain: tuple[str, ...]

    def asked_of(
        self, piece: Product, text: str, otherwise: Callable[[str], bool] = lambda _: False
    ) -> tuple[Pair, ...]:
        """Each clause that asks one measure of one part, and little else.

        `otherwise` says of the rest of a clause that it asks for something else.
        """
        pairs = (self._pair(piece, clause, otherwise) for clause in _CLAUSE.split(text))
        return tuple(pair for pair in pairs if pair)

    def left_beside(self, start: int, end: int, text: str) -> float:
        """How many words a clause leaves unexplained beside what stands from `start` to `end`."""
        before, after = _CLAUSE.split(text[:start])[-1], _CLAUSE.split(text[end:])[0]
        return self.left_of(self._names.sub(" ", f"{before} {after}"))

    def left_of(self, text: str) -> float:
        """How many words of a text neither carry a question nor are blanked out of it."""
        latin = [word for word in _LATIN.findall(text) if word.lower() not in self._plain]
        chinese = "".join(_CHINESE.findall(self._plain_chinese.sub("", text)))
        return len(latin) + len(chinese) / _CHARACTERS

    def _pair(self, piece: Product, clause: str, otherwise: Callable[[str], bool]) -> Pair | None:
        found = list(self._parts_in(piece, clause))
        if not found:
            return None
        part = self._head(clause, found)
        rest = _blanked(clause, [place for _, place in found])
        measure, places = self._measure(part, rest)
        rest = _blanked(rest, places)
        if measure is None or self.left_of(rest) > _LEFT or self._asks_else(rest, otherwise):
            return None
        return Pair(part, measure)

    def _asks_else(self, rest: str, otherwise: Callable[[str], bool]) -> bool:
        return otherwise(rest) or any(words.search(rest) for words in self.not_of_parts)

    def _parts_in(self, piece: Product, clause: str) -> Iterator[tuple[Part, _Found]]:
        """Parts from left to right, the longest name first where two begin together."""
        own = {part.id: part for part in self.parts if not part.of or piece.category in part.of}
        for match in self._names.finditer(clause):
            named = (own[i] for i in self._ids_of(match[0]) if i in own)
            if part := next(named, None):
                yield part, _Found(*match.span())

    @staticmethod
    def _head(clause: str, found: list[tuple[Part, _Found]]) -> Part:
        """'The buckle on the strap' is a buckle, and so is '表带的针扣' or 'the strap buckle'."""
        first, last = found[0], found[-1]
        if _COUNTED.search(clause[: first[1].start]):
            return first[0]
        between = clause[first[1].end : last[1].start]
        return first[0] if _OF.match(between) else last[0]

    def _measure(self, part: Part, rest: str) -> tuple[Measure | None, list[_Found]]:
        """The measure asked for, and the places of all that is explained by what is asked."""
        kinds = [_Found(*m.span()) for m in _any_of(part.kinds).finditer(rest)]
        named = [(m, place) for m in self.measures for place in _places(m, rest)]
        if not named:
            kind = next(m for m in self.measures if m.id == "kind")
            return (kind, kinds) if kinds else (None, [])
        return named[0][0], [*kinds, *(place for _, place in named)]

    def _ids_of(self, name: str) -> tuple[str, ...]:
        folded = name.lower()
        return tuple(p.id for p in self.parts if folded in (word.lower() for word in p.words))

    @cached_property
    def _names(self) -> re.Pattern[str]:
        return _any_of(tuple(word for part in self.parts for word in part.words))

    @cached_property
    def _plain(self) -> frozenset[str]:
        return frozenset(word for line in self.plain for word in line.split() if word.isascii())

    @cached_property
    def _plain_chinese(self) -> re.Pattern[str]:
        words = (word for line in self.plain for word in line.split() if not word.isascii())
        return re.compile("|".join(sorted(words, key=len, reverse=True)))


def _places(measure: Measure, text: str) -> Iterator[_Found]:
    for pattern in measure.words:
        yield from (_Found(*found.span()) for found in pattern.finditer(text))


def _blanked(text: str, places: list[_Found]) -> str:
    for place in places:
        text = text[: place.start] + " " * (place.end - place.start) + text[place.end :]
    return text


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these words, the longest first; Latin ones stand alone. Nothing matches no words."""
    longest = sorted(words, key=len, reverse=True)
    one_of = "|".join(_alone(word) for word in longest) or r"(?!)"
    return re.compile(one_of, re.IGNORECASE | re.ASCII)


def _alone(word: str) -> str:
    return rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word)
