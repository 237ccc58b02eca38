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
_ENDINGS = re.compile(r"(?:(?<=[a-z]{3})(?:ing|ed)|(?<=[a-z]{3})ly|(?<=[a-z]{3})e)$")
_LONGEST_PHRASE = 6
_PART = frozenset({"filler"})
_KNOWN = 0.1  # what a piece that is known costs


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
        return self.groups == _PART


class Lexicon:
    """The groups of `words.yaml`: what a phrase may mean, and of which kind a group is."""

    def __init__(self, data: Mapping[str, object]) -> None:
        self.groups: dict[tuple[str, ...], set[str]] = {}
        self.kinds: dict[str, str] = {}
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
        for phrase in line.split(","):
            stems = tuple(token.stem for token in tokens(phrase))
            self.groups.setdefault(stems, set()).add(group)

    def meanings(self, phrase: Sequence[str]) -> frozenset[str]:
        """The groups of a phrase; `filler` alone where it is only that; empty when unknown."""
        if "".join(phrase) in self.fillers:
            return _PART
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
    if plain.endswith("ies") or plain.endswith("ied"):
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
    for length in range(min(_LONGEST_PHRASE, len(found) - at), 0, -1):
        groups = known.meanings([token.stem for token in found[at : at + length]])
        if groups:
            return length, groups
    return 0, frozenset()


def _pairs(run: Sequence[Token]) -> Iterator[Word]:
    if len(run) == 1:
        yield Word(frozenset({run[0].stem}), run[0].start, run[0].end)
    for one, other in zip(run, run[1:], strict=False):
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


class Stock:
    """What words an evidence has: its stems, every phrase it might mean, its Chinese characters."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.stems: set[str] = set()
        self.groups: set[str] = set()
        self.chinese = "\n".join(plain_numbers(text) for text in texts)
        for line in self.chinese.split("\n"):
            found = tokens(line)
            self.stems |= {token.stem for token in found}
            self._take_phrases(found)

    def _take_phrases(self, found: Sequence[Token]) -> None:
        known = lexicon()
        for at in range(len(found)):
            for length in range(1, min(_LONGEST_PHRASE, len(found) - at) + 1):
                stems = [token.stem for token in found[at : at + length]]
                self.groups |= known.meanings(stems) - _PART
                if length == 1 and not found[at].chinese and "-" in stems[0]:
                    self.stems |= set(stems[0].split("-"))

    def lacks(self, text: str) -> list[str]:
        """The words of a text that neither the evidence nor a group of it nor a filler has."""
        plain, found = plain_numbers(text), tokens(text)
        lacking: list[str] = []
        at = 0
        while at < len(found):
            if found[at].chinese:
                end = at
                while (
                    end < len(found)
                    and found[end].chinese
                    and (end == at or found[end].start == found[end - 1].end)
                ):
                    end += 1
                lacking += self._lacking_chinese("".join(t.stem for t in found[at:end]))
                at = end
            else:
                length = self._known_at(found, at)
                if not length:
                    lacking.append(plain[found[at].start : found[at].end])
                at += length or 1
        return lacking

    def _known_at(self, found: Sequence[Token], at: int) -> int:
        """How many tokens from here are a phrase the evidence allows; 0 for none."""
        known = lexicon()
        for length in range(min(_LONGEST_PHRASE, len(found) - at), 0, -1):
            stems = [token.stem for token in found[at : at + length]]
            if length == 1 and self._has(stems[0]):
                return 1
            meant = known.meanings(stems)
            if meant and (meant == _PART or meant & self.groups):
                return length
            if length > 1 and any(group in known.kinds for group in meant):
                return 0  # 'white gold' is not in an evidence that has white and gold
        return 0

    def _has(self, word: str) -> bool:
        """Whether a word stands in the evidence, whole or in its parts, or is a figure."""
        if word[0].isdigit() or word in self.stems or word in lexicon().fillers:
            return True
        parts = word.split("-")
        return len(parts) > 1 and all(self._has(part) for part in parts if part)

    def _lacking_chinese(self, run: str) -> list[str]:
        """The fewest characters that no phrase covers, by the best cut of the run."""
        best: list[tuple[float, int]] = [(0.0, 0)]  # cost so far, length of the last piece
        for end in range(1, len(run) + 1):
            best.append(
                min(
                    (best[end - n][0] + self._cost(run[end - n : end]), n)
                    for n in range(1, min(_LONGEST_PHRASE, end) + 1)
                )
            )
        pieces, end = list[str](), len(run)
        while end:
            pieces.insert(0, run[end - best[end][1] : end])
            end -= best[end][1]
        return self._new(pieces)

    def _new(self, pieces: Sequence[str]) -> list[str]:
        """Pieces the evidence lacks, and words put together from single characters of it."""
        costs = [self._cost(piece) for piece in pieces]
        beside = [*costs[1:], 0.0], [0.0, *costs[:-1]]
        return [
            piece
            for piece, cost, after, before in zip(pieces, costs, *beside, strict=True)
            if cost >= 1 or (cost > _KNOWN and max(after, before) > _KNOWN)
        ]

    def _cost(self, piece: str) -> float:
        meant = lexicon().meanings(list(piece))
        if (len(piece) > 1 and piece in self.chinese) or meant == _PART or meant & self.groups:
            return _KNOWN
        if len(piece) == 1:
            return 0.4 if piece in self.chinese else 2.0
        return 5.0 * len(piece)


@lru_cache(maxsize=512)
def stock_of(texts: tuple[str, ...]) -> Stock:
    return Stock(texts)
