"""Pieces pointed at by what they are like: 'the suede slip-ons', 带单钻的那枚.

The data is `knowledge/house/descriptions.yaml`; editors extend it without touching code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import Field

from knowledge.patterns import AsciiPattern
from shop.typed_data import TypedData

_LONGEST = 400  # characters that are read
# 'the little crossbody', 'that big crocodile one with the gold lock'
_HEADS = (
    r"ones?|pair|piece|thing|bags?|handbags?|purse|cross.?body|shoes?|heels?|pumps?|stilettos?"
    r"|slip.?ons?|loafers?|moccasins?|sweaters?|jumpers?|pullovers?|knit|dress|gown|slip|rings?"
    r"|band|necklaces?|strands?|string|watch|timepiece|glasses|sunglasses|shades|sunnies|frames"
    r"|croc(?:odile)?|solitaire"
)
_ENGLISH = re.compile(
    rf"\b(?:the|that|this|those|these|your)((?:[ -][a-z0-9'’]+){{0,3}}?[ -](?:{_HEADS}))\b"
    r"(?! (?:tables?|charts?|sizes?|sizing|scales?|codes?|owners?|box|finger|service))"
    r"((?: (?:with|made of|made from|in|that|which)(?: [a-z0-9'’-]+){1,4})?)",
    re.IGNORECASE | re.ASCII,
)
_TAIL_ENDS = re.compile(
    r"\b(?:is|are|was|can|does|do|will|would|should|cost\w*|and|or|to|for|how|what|which|my|i)\b"
    r"(?<!that is)|[?!,.;]",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    r"([^\s，。？！,?!;；、]{0,9}?)(?:[那这](?:一)?([只个双件条枚块副款串])|你们的?那?)"
)
_STARTS_AFTER = re.compile(
    r".*(?:(?<!高)跟|[和与比给配买要想选带](?!着|单|钻|珍)|还是|或者?|穿|戴|用|把)"
)
_AFTER = re.compile(
    r"(?:(?!能|可以|会(?!越)|要|多少|怎么|是|有(?!钻|珍)|和|(?<!高)跟|与|还是|比|配|得|在|我|您?几|吗|呢)"
    r"[^\s，。？！,?!;；、]){0,9}"
)


class Quality(TypedData):
    """A quality or kind, the words that say it, and the ids of the pieces that have it."""

    words: AsciiPattern
    of: frozenset[str] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Description:
    """Where a text points at a piece by what it is like; `start` and `end` count characters.

    `by_kind`: it only says its kind ('the necklace').
    """

    piece_id: str
    start: int
    end: int
    by_kind: bool = False


class Descriptions(TypedData):
    """What the pieces of the season are like."""

    qualities: tuple[Quality, ...]
    kinds: tuple[Quality, ...]
    alone: AsciiPattern
    counted: Mapping[str, frozenset[str]]

    def find(self, text: str) -> tuple[Description, ...]:
        """The pieces that a text describes, in order."""
        read = text[:_LONGEST]
        return tuple(sorted((*self._english(read), *self._chinese(read)), key=lambda d: d.start))

    def pieces(self, text: str) -> tuple[str, ...]:
        """The ids of the pieces that a text describes, each once, in order."""
        return tuple(dict.fromkeys(found.piece_id for found in self.find(text)))

    def _english(self, text: str) -> Iterator[Description]:
        for found in _ENGLISH.finditer(text):
            ends = _TAIL_ENDS.search(found[2])
            tail = found[2][: ends.start()] if ends else found[2]
            said = found[0][: found.end(1) - found.start()]
            for words in (said, said + tail):
                if piece := self._only_one(words):
                    yield Description(piece, found.start(), found.start() + len(words))
                    break
            else:
                if piece := self._its_kind(said):
                    yield Description(piece, found.start(), found.start() + len(said), True)

    def _chinese(self, text: str) -> Iterator[Description]:
        for found in _CHINESE.finditer(text):
            before = _STARTS_AFTER.sub("", found[1])
            after = (_AFTER.match(text, found.end()) or found)[0]
            counted = self.counted.get(found[2]) if found[2] else None
            start = found.end(1) - len(before)
            if piece := self._only_one(f"{before} {after}", counted):
                yield Description(piece, start, found.end() + self._said_until(after))

    def _said_until(self, words: str) -> int:
        """Where the last word that describes ends, with its 的."""
        matches = (m for q in (*self.qualities, *self.kinds) for m in q.words.finditer(words))
        ends = max((match.end() for match in matches), default=0)
        return ends + words.startswith("的", ends) if ends else 0

    def _its_kind(self, words: str) -> str | None:
        """'The necklace': what points, and a kind of which there is one piece."""
        kind = words.partition(" ")[2]
        if not self.alone.fullmatch(kind):
            return None
        only = (each.of for each in self.kinds if each.words.fullmatch(kind) and len(each.of) == 1)
        return next((piece for pieces in only for piece in pieces), None)

    def _only_one(self, words: str, among: frozenset[str] | None = None) -> str | None:
        said = [quality.of for quality in self.qualities if quality.words.search(words)]
        if not said:
            return None
        said += [kind.of for kind in self.kinds if kind.words.search(words)]
        left = frozenset.intersection(*said, *([among] if among else []))
        return next(iter(left)) if len(left) == 1 else None
