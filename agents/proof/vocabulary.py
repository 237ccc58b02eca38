"""Words as a proof compares them: which may stand for each other, and which carry no fact.

The data is `words.yaml`. A text becomes words: the longest known phrase at each place, else the
word itself; Chinese that no phrase covers becomes pairs of characters. A sentence may use only
words of its evidence, others of their groups, and fillers: a new word is a new claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import yaml

from agents.proof.numerals import plain_numbers

_DATA = Path(__file__).parent / "words.yaml"
_TOKEN = re.compile(
    r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:[-'][A-Za-zÀ-ÖØ-öø-ÿ]+)*|[\u3400-\u9fff\uf900-\ufaff]|\d[\d.,:]*"
)
_CAPITALS = {
    "US": "usa",
    "USA": "usa",
    "IT": "it-size",
    "Gold": "gold-tier",
    "Silver": "silver-tier",
    "Black": "black-tier",
}
_ENDINGS = re.compile(r"(?:(?<=[a-z]{3})(?:ing|ed)|(?<=[a-z]{3})ly|(?<=[a-z]{5})e)$")
LONGEST_PHRASE = 6
PART = frozenset({"filler"})


@dataclass(frozen=True, slots=True)
class Token:
    stem: str
    start: int
    end: int
    chinese: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A known phrase, with the groups it may mean, or a word of its own (`groups` = itself)."""

    groups: frozenset[str]
    start: int
    end: int

    @property
    def filler(self) -> bool:
        return self.groups == PART


class Lexicon:
    """The groups of `words.yaml`: what a phrase may mean, and of which kind a group is."""

    def __init__(self, data: Mapping[str, object]) -> None:
        self.groups: dict[tuple[str, ...], set[str]] = {}
        self.kinds: dict[str, str] = {}
        self.names: set[str] = set()
        self.fillers = {stem(word) for line in _lines(data["filler"]) for word in line.split()}
        for line in _lines(data["same"]):
            self._add(line, f"~{line.split(',')[0]}")
        kinds = data["kinds"]
        assert isinstance(kinds, dict)  # noqa: S101  # our own file
        for kind, lines in kinds.items():
            for line in _lines(lines):
                self.kinds[f"{kind}:{line.split(',')[0]}"] = kind
                self._add(line, f"{kind}:{line.split(',')[0]}")

    def _add(self, line: str, group: str) -> None:
        self.names.add(group)
        for phrase in line.split(","):
            stems = tuple(token.stem for token in tokens(phrase))
            self.groups.setdefault(stems, set()).add(group)

    def meanings(self, phrase: Sequence[str]) -> frozenset[str]:
        """The groups of a phrase; `filler` alone where it is only that; empty when unknown."""
        if "".join(phrase) in self.fillers:
            return PART
        return frozenset(self.groups.get(tuple(phrase), ()))


def _lines(value: object) -> list[str]:
    return [str(line) for line in value] if isinstance(value, list) else []


@cache
def lexicon() -> Lexicon:
    with _DATA.open(encoding="utf-8") as file:
        return Lexicon(yaml.safe_load(file))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A Latin word without case and endings, so that 'dried' meets 'dries' and 'wipes' 'wiping'."""
    if word in _CAPITALS:
        return _CAPITALS[word]
    plain = word.lower().removesuffix("'s")
    if not plain.isascii() or len(plain) <= 3:
        return plain
    if plain.endswith(("ies", "ied")):
        plain = plain[:-3] + "y"
    elif plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
        plain = plain[:-1]
    shorter = _ENDINGS.sub("", plain)
    if (
        shorter != plain
        and len(shorter) > 3
        and shorter[-1] == shorter[-2]
        and shorter[-1] in "bdgmnprt"
    ):
        shorter = shorter[:-1]
    return shorter


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Latin words by their stems, Chinese characters and figures one by one."""
    return tuple(_tokens(plain_numbers(text)))


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        said = match.group()
        chinese = "\u3400" <= said <= "\ufaff"
        yield Token(said if chinese else stem(said), match.start(), match.end(), chinese)


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text from left to right, the longest known phrase at each place."""
    return tuple(_words(tokens(text)))


def _words(found: Sequence[Token]) -> Iterator[Word]:
    at, loose = 0, list[Token]()
    while at < len(found):
        length, groups = _phrase_at(found, at)
        if length:
            yield from _pairs(loose)
            loose = []
            yield Word(groups, found[at].start, found[at + length - 1].end)
        else:
            token = found[at]
            if not token.chinese or (loose and loose[-1].end != token.start):
                yield from _pairs(loose)
                loose = []
            if token.chinese:
                loose.append(token)
            else:
                yield Word(frozenset({token.stem}), token.start, token.end)
        at += length or 1
    yield from _pairs(loose)


def _phrase_at(found: Sequence[Token], at: int) -> tuple[int, frozenset[str]]:
    known = lexicon()
    for length in range(min(LONGEST_PHRASE, len(found) - at), 0, -1):
        groups = known.meanings([token.stem for token in found[at : at + length]])
        if groups:
            return length, groups
    return 0, frozenset()


def _pairs(run: Sequence[Token]) -> Iterator[Word]:
    if len(run) == 1:
        yield Word(frozenset({run[0].stem}), run[0].start, run[0].end)
    for one, other in pairwise(run):
        yield Word(frozenset({one.stem + other.stem}), one.start, other.end)


@lru_cache(maxsize=4096)
def telling(text: str) -> frozenset[str]:
    """The groups and words of a text that tell something; figures are looked at elsewhere."""
    return frozenset(
        group
        for word in words_of(text)
        if not word.filler
        for group in word.groups
        if not group[0].isdigit()
    )


def of_kind(text: str, kind: str) -> list[tuple[str, int, int]]:
    """(group, start, end) of every word of that kind, in order; 'EU 39' is a size, not a place."""
    known = lexicon().kinds
    plain = plain_numbers(text)
    return [
        (group, word.start, word.end)
        for word in words_of(text)
        for group in word.groups
        if known.get(group) == kind
        and not (kind == "place" and plain[word.end : word.end + 2].strip()[:1].isdigit())
    ]


def overlap(one: Iterable[str], other: frozenset[str]) -> float:
    """The share of the words of `one` that `other` has; 0 for none."""
    said = set(one)
    return len(said & other) / len(said) if said else 0.0
