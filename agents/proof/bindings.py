"""Whose figure, whose side: 'inspected within 48 hours, refunded within 24' must not change places.

A value (a figure, a tier, a place, a material, first or last) is told of the words around it. It
holds where the evidence tells the same value of most of those words; it is swapped where another
value of the same kind stands nearer to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from agents.proof.claims import claims_of
from agents.proof.figures import Figure, figures_of
from agents.proof.numerals import plain_numbers
from agents.proof.vocabulary import lexicon, of_kind, overlap, telling, words_of

_PIECE = re.compile(
    r"[,;。，；：、!?\n()]|[.:](?=\s|$)|\s(?:and|or|but|while|whereas|with|plus|then)\s|和|及|或|而|并|与|再|比"
    r"|\s(?:rather than|instead of|than|over|versus|vs)\s"
)
_SIDES = ("tier", "place", "material", "state")
_TIMES = frozenset(("hour", "day", "working day", "calendar day", "month", "minute"))
_JOINER = re.compile(r",|、|，|/|\b(?:and|or)\b|和|及|或|与")
_FIRST_LAST = {
    "first": re.compile(r"\bfirst\b|最先|首先|先(?!生|前)", re.IGNORECASE),
    "last": re.compile(r"\b(?:last|finally)\b(?! (?:for|as|a |long))|最后", re.IGNORECASE),
}
_CONTRAST = re.compile(
    r"\b(?:rather than|instead of|as against|versus|vs\.?|than|against|rises? from|falls? from"
    r"|over (?=[A-Z]))\b"
    r"|而非|而不是|比|由.{1,12}(?:变为|升为|降为)|不同于",
)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a kind, with the telling words of its own piece of text."""

    kind: str
    name: str
    beside: frozenset[str]
    around: frozenset[str]


@lru_cache(maxsize=4096)
def values_of(clause: str) -> tuple[Value, ...]:
    """The values of a clause, each with the words beside it, none of its own kind among them.

    Values that are only joined, 'cashmere and wool', '3, 6 or 12 months', share their words.
    """
    around = telling(clause)
    pieces = pieces_of(clause)
    found = [
        (kind, name, _words_from(pieces, at, kind))
        for at, piece in enumerate(pieces)
        for kind, name in _named(piece)
    ]
    return tuple(
        Value(kind, name, _others(_joined(kind, words, clause, found), kind), _others(around, kind))
        for kind, name, words in found
    )


def _words_from(pieces: Sequence[str], at: int, kind: str) -> frozenset[str]:
    """The words of a piece; where it has none, as the '9' of '9 and 12 months', of the next."""
    for piece in pieces[at:]:
        if words := _others(telling(piece), kind):
            return words
    return frozenset()


def _joined(
    kind: str, words: frozenset[str], clause: str, found: Sequence[tuple[str, str, frozenset[str]]]
) -> frozenset[str]:
    if kind not in _SIDES:
        return words
    places = of_kind(clause, kind)
    plain = plain_numbers(clause)
    together = len(places) > 1 and all(
        _joins(plain[one[2] : other[1]]) for one, other in pairwise(places)
    )
    if not together:
        return words
    return frozenset().union(*(each for other, _, each in found if other == kind))


def _joins(between: str) -> bool:
    return _JOINER.search(between) is not None and not telling(between)


def pieces_of(clause: str) -> list[str]:
    """A clause at its commas and conjunctions: each thing of a list with what is said of it."""
    return [piece for piece in _PIECE.split(plain_numbers(clause)) if piece and piece.strip()]


def _named(piece: str) -> list[tuple[str, str]]:
    figures = [_figure_value(figure) for figure in figures_of(piece)]
    sides = [(kind, group) for kind in _SIDES for group, _, _ in of_kind(piece, kind)]
    order = [("order", name) for name, said in _FIRST_LAST.items() if said.search(piece)]
    return [*figures, *sides, *order]


def _figure_value(figure: Figure) -> tuple[str, str]:
    """All lengths of time are of one kind: '72 hours' stands in the place of '7 days'."""
    if figure.unit in _TIMES:
        return "figure time", str(figure)
    return f"figure {figure.unit}", figure.value


def _others(words: frozenset[str], kind: str) -> frozenset[str]:
    kinds = lexicon().kinds
    return frozenset(word for word in words if kinds.get(word) != kind)


def exchanged(clause: str, sentences: Sequence[str]) -> str:
    """Figures of one unit that stand in another order than in any sentence of the evidence."""
    told = [figures_of(sentence) for sentence in sentences]
    for piece in pieces_of(clause):
        said = figures_of(piece)
        for unit in {figure.unit for figure in said}:
            values = [figure.value for figure in said if figure.unit == unit]
            rows = [[f.value for f in row if f.unit == unit] for row in told]
            if len(values) > 1 and not any(_in_order(values, row) for row in rows):
                return f"{', '.join(values)} {unit}"
    return ""


def _in_order(values: Sequence[str], row: Sequence[str]) -> bool:
    rest = iter(row)
    return all(value in rest for value in values)


def swapped(clause: str, quoted: Sequence[str]) -> str:
    """The first value of a clause that the evidence tells of other words; else empty."""
    told = [value for quote in quoted for value in _told_by(quote)]
    for value in values_of(clause):
        rivals = [other for other in told if other.kind == value.kind]
        if rivals and not _belongs(value, rivals):
            return value.name.split(":")[-1]
    return ""


@lru_cache(maxsize=4096)
def _told_by(quote: str) -> tuple[Value, ...]:
    """The values of a sentence's clauses. A clause that names no side speaks of those before it."""
    found, before = list[Value](), list[tuple[str, str]]()
    for claim in claims_of(quote):
        values = values_of(claim.text)
        sides = [(value.kind, value.name) for value in values if value.kind in _SIDES]
        if sides:
            before = sides
        elif claim.says:
            found += [Value(kind, name, claim.says, claim.says) for kind, name in before]
        found += values
    return tuple(found)


def _belongs(value: Value, rivals: Iterable[Value]) -> bool:
    """Whether no rival of another name stands nearer to the words beside the value."""
    if not (value.beside or value.around):
        return True
    beside = [(overlap(value.beside, rival.beside), rival.name) for rival in rivals]
    around = [(overlap(value.around, rival.around), rival.name) for rival in rivals]
    near = beside if max(beside)[0] else around
    best = max(near)[0]
    return best == 0 or any(name == value.name for shared, name in near if shared >= best)


_SEQUENCE = re.compile(
    r"\b(?:first|then|before|after|afterwards|last|finally|once|until)\b|先|再|然后|最后|之前|之后|以后|后|前"
)
_THEN = re.compile(r"\bthen\b|\bafterwards\b|再|然后")
_BEFORE_AFTER = re.compile(r"\b(?:before|after|once|until)\b|之前|之后|以后|后|前")


def out_of_order(sentence: str, quote: str) -> bool:
    """Whether what is to be done first is told last: 'dress first, then put perfume on'."""
    if not (_SEQUENCE.search(sentence) and _SEQUENCE.search(quote)):
        return False
    if _halves_turned(sentence, quote):
        return True
    if _BEFORE_AFTER.findall(sentence) != _BEFORE_AFTER.findall(quote) and _BEFORE_AFTER.search(
        sentence
    ):
        return False
    said, told = _steps(sentence), _steps(quote)
    common = [word for word in said if word in told]
    pairs = [(one, other) for at, one in enumerate(common) for other in common[at + 1 :]]
    turned = sum(told.index(one) > told.index(other) for one, other in pairs)
    return turned > len(pairs) / 2


def _halves_turned(sentence: str, quote: str) -> bool:
    """Whether what stands before 'then' in one stands after it in the other."""
    said, told = _THEN.split(sentence, maxsplit=1), _THEN.split(quote, maxsplit=1)
    if len(said) < 2 or len(told) < 2:
        return False
    (one, other), (first, second) = map(telling, said), map(telling, told)
    return len(one & second) + len(other & first) > len(one & first) + len(other & second)


def _steps(text: str) -> list[str]:
    """What is done, in the order told; things and materials are no steps."""
    kinds = lexicon().kinds
    found = [
        sorted(word.groups)[0]
        for word in words_of(text)
        if not word.filler
        and not any(group in kinds or group[0].isdigit() for group in word.groups)
    ]
    return list(dict.fromkeys(found))


def contrast_broken(sentence: str, quote: str) -> bool:
    """Whether the evidence sets two tiers or places against each other and the sentence drops one.

    'Previews are 48 rather than 24 hours early' tells of two tiers; with one of them left out,
    nobody can say whose hours they are.
    """
    if not _CONTRAST.search(quote):
        return False
    for kind in ("tier", "place"):
        against = [group for group, _, _ in of_kind(quote, kind)]
        said = [group for group, _, _ in of_kind(sentence, kind)]
        in_order = said == [group for group in against if group in said][: len(said)]
        if len(set(against)) > 1 and said and not (in_order and set(said) == set(against)):
            return True
    return False
