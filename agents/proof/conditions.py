# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""Conditions: an entitlement said without what it depends on is another entitlement.

What restricts a statement of the evidence: a clause with if, unless or only; a tier or a place; a
state such as unworn; a bound such as 'at most' beside a figure; 'one' of something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.proof.bindings import pieces_of
from agents.proof.claims import Claim, claims_of
from agents.proof.figures import Figure, figures_of, same_figure
from agents.proof.numerals import plain_numbers
from agents.proof.vocabulary import of_kind, overlap, telling

_HALF = 0.5
_ONE = re.compile(
    r"\b1 (?=[a-z])|\bone (?!of\b|another\b|by\b)|\bonce\b|\bsingle\b|(?<!第)一[次笔单张枚]|1 ?times|1 ?次"
)
_ONLY = re.compile(r"\b(?:only|solely|exclusively|nowhere else)\b|只(?!要)|仅|限于")


def dropped(sentence: str, near: Sequence[Claim], quote: str) -> str:
    """The first condition of the evidence that the sentence leaves out; else empty.

    `near` are the clauses of `quote` whose statement the sentence makes.
    """
    said = telling(sentence)
    for claim in near:
        if lost := _lost_restriction(sentence, claim.text):
            return lost
    if near and (lost := _lost_clause(sentence, said, quote)):
        return lost
    return _lost_bound(sentence, quote)


def _lost_clause(sentence: str, said: frozenset[str], quote: str) -> str:
    """A clause of condition whose own words, those that the statement has not, are left out."""
    told = claims_of(quote)
    stated = frozenset().union(*(claim.says for claim in told if not claim.condition))
    for condition in (claim for claim in told if claim.condition):
        own = condition.says - stated
        if own and overlap(own, said) < _HALF:
            return condition.text
        if not own and _tells(condition) and not _keeps(condition, sentence):
            return condition.text
    return ""


def _tells(condition: Claim) -> bool:
    """'If it does' only takes up what was said before."""
    return bool(condition.says or figures_of(condition.text))


def _keeps(condition: Claim, sentence: str) -> bool:
    """A condition without words of its own: its figure is said, or some condition at all."""
    figures = figures_of(condition.text)
    if figures:
        return any(same_figure(one, other) for one in figures for other in figures_of(sentence))
    return any(claim.condition for claim in claims_of(sentence))


def _lost_restriction(sentence: str, clause: str) -> str:
    for kind in ("tier", "place"):
        if lost := _lost_side(sentence, clause, kind):
            return lost
    said = telling(sentence)
    for piece in pieces_of(clause):
        if overlap(_without_states(piece), said) < _HALF:
            continue
        if lost := _lost_side(sentence, piece, "state"):
            return lost
        if _ONE.search(piece) and not _ONE.search(plain_numbers(sentence)):
            return "one"
        if lost := _lost_limit(sentence, piece):
            return lost
    return ""


def _without_states(piece: str) -> frozenset[str]:
    return telling(piece) - {group for group, _, _ in of_kind(piece, "state")}


def _lost_side(sentence: str, told: str, kind: str) -> str:
    wanted = [group for group, _, _ in of_kind(told, kind)]
    kept = {group for group, _, _ in of_kind(sentence, kind)} & set(wanted)
    return wanted[0].split(":")[-1] if wanted and not kept else ""


def _lost_limit(sentence: str, piece: str) -> str:
    """'accepted from RMB 200,000' said as 'accepted'."""
    limits = [figure for figure in figures_of(piece) if figure.bound]
    kept = any(same_figure(one, other) for one in limits for other in figures_of(sentence))
    return f"{limits[0].bound} {limits[0]}" if limits and not kept else ""


def _lost_bound(sentence: str, quote: str) -> str:
    """'from RMB 3,800' said as 'RMB 3,800', 'within 30 days' as 'after 30 days'."""
    told = figures_of(quote)
    for figure in figures_of(sentence):
        same = [other for other in told if (other.value, other.unit) == (figure.value, figure.unit)]
        if same and not any(_may_stand(figure, other) for other in same):
            return f"{same[0].bound or 'exactly'} {same[0]}"
    return ""


def _may_stand(said: Figure, told: Figure) -> bool:
    if said.bound == told.bound:
        return True
    return (said.bound, told.bound) in {
        ("", "within"),
        ("within", ""),
        ("within", "most"),
        ("most", "within"),
    }


def exclusive(sentence: str, evidence: Sequence[str]) -> bool:
    """Whether the sentence says 'only' where no evidence does."""
    return bool(_ONLY.search(sentence)) and not any(_ONLY.search(text) for text in evidence)
