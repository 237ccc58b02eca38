"""Grounding: is this sentence carried by its evidence? Asked of every sentence before it is shown.

A verdict is `supported`, `contradicted` or `unknown`; only supported sentences reach a shopper.
The checks are deliberately plain, so that their failures can be read:

1. claims nobody may phrase anew (`agents.claims`): links, being human, discounts, things done;
2. the figures of each clause stand together in the sentence of the evidence nearest to it;
3. each clause says no where its evidence says no, and takes the same side of opposites;
4. most of its words come from the evidence.

A sentence that stands in the evidence word for word is supported without further ado. The rest is
held strictly: what is rejected here is said in the evidence's own words instead, so a wrong 'no'
costs style and a wrong 'yes' costs a client.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from agents.claims import forbidden_claim
from agents.figures import figures_of
from agents.polarity import opposed, says_no
from knowledge.lexical import words
from knowledge.passages import sentences_of

Outcome = Literal["supported", "contradicted", "unknown"]

_ENOUGH_SHARED = 0.7
_LONGEST = 600  # characters of a sentence
_SAME_STATEMENT = 0.5
_ALL = 0.8
_CLAUSE_END = re.compile(
    r"[;；。！？!?，]|[.:](?=\s|$)|：|\n"
    r"|,\s*(?=(?:and|but|so|then|while|instead|never|not|no|do not|don't|avoid|without)\b)"
    r"|\s(?:and|but)\s+(?=(?:do not|don't|never|avoid|not|cannot|must not)\b)",
    re.IGNORECASE,
)
_FUNCTION_WORDS = re.compile(
    r"\b(?:an?|the|it|its|is|are|be|been|to|of|for|in|on|at|by|with|and|or|as|if|you|your|we|our|i"
    r"|this|that|these|those|they|them|can|could|may|might|must|should|will|would|do|does|don't|not"
    r"|no|yes|never|cannot|please|also|then|so|but|have|has)\b"
    r"|不可以|可以|不能|能够|不要|请勿|切勿|应该|不应|必须|不会|没有|您的|[能勿应请也都就的了吗会不是您它]",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?<=[a-z]{4})(?:ing|ed|ly|e)$")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Verdict:
    outcome: Outcome
    why: str = ""
    quote: str = ""  # the evidence's own sentence that carries it

    @property
    def holds(self) -> bool:
        return self.outcome == "supported"


def ground(sentence: str, evidence: Sequence[str]) -> Verdict:
    """Check one sentence against the texts it claims to rest on."""
    quoted = [s for text in evidence for s in sentences_of(text)]
    for quote in quoted:
        if _bare(quote) == _bare(sentence):
            return Verdict("supported", quote=quote)
    if unfit := _unfit(sentence, quoted):
        return Verdict("unknown", unfit)
    near = nearest(sentence, quoted)
    wrong = _wrong(sentence, quoted)
    if wrong:
        same = shared(sentence, near) >= _SAME_STATEMENT
        return Verdict("contradicted" if same else "unknown", wrong, near)
    if shared(sentence, "\n".join(evidence)) < _ENOUGH_SHARED:
        return Verdict("unknown", "not in the evidence", near)
    return Verdict("supported", quote=near)


def _unfit(sentence: str, quoted: Sequence[str]) -> str:
    """Why a sentence need not be compared at all; else empty."""
    if len(sentence) > _LONGEST:
        return "too long to be checked"
    nothing = not quoted or not content(sentence)
    return forbidden_claim(sentence) or ("no evidence" if nothing else "")


def same_statement(sentence: str, other: str) -> bool:
    """Whether a sentence says, in some words, all that `other` says."""
    return shared(other, sentence) >= _ALL and says_no(sentence) == says_no(other)


def nearest(sentence: str, quoted: Sequence[str]) -> str:
    """The sentence among `quoted`, which must not be empty, that shares most with this one."""
    return max(quoted, key=lambda other: shared(sentence, other))


def shared(sentence: str, evidence: str) -> float:
    """The share of the sentence's telling words that the evidence has, 0..1."""
    said = content(sentence)
    return len(said & content(evidence)) / len(said) if said else 0.0


@lru_cache(maxsize=2048)
def content(text: str) -> frozenset[str]:
    """The words that tell something, as they are compared."""
    telling = _FUNCTION_WORDS.sub(" ", text.replace("’", "'"))
    return frozenset(_ENDING.sub("", word) for word in words(telling))


def _wrong(sentence: str, quoted: Sequence[str]) -> str:
    """What is wrong with the first clause that says other than its evidence; else empty."""
    for clause in _clauses(sentence):
        if reason := _wrong_figure(clause, quoted) or _wrong_way(clause, quoted):
            return reason
    return ""


def _wrong_figure(clause: str, quoted: Sequence[str]) -> str:
    """Figures must stand together in a nearest sentence, so that none is swapped for another."""
    said = figures_of(clause)
    if not said:
        return ""
    bare = _DIGITS.sub(" ", clause)
    most = max(shared(bare, quote) for quote in quoted)
    beside = [figures_of(quote) for quote in quoted if shared(bare, quote) >= most]
    if any(said <= figures for figures in beside):
        return ""
    missing = min((said - figures for figures in beside), key=len)
    return f"figure not in the evidence: {', '.join(sorted(missing))}"


def _wrong_way(clause: str, quoted: Sequence[str]) -> str:
    """A clause is held against the nearest clause of the evidence and the sentence around it.

    Only a clause said in full speaks for itself: a 'do not' reaches over the commas after it.
    """
    if not content(clause):
        return ""
    parts = [part for quote in quoted for part in _clauses(quote)]
    most = max(shared(clause, part) for part in parts)
    against = [[part for part in parts if shared(clause, part) >= most]]
    if most < 1:
        against.append([nearest(clause, quoted)])
    opposite = any(
        shared(clause, near[0]) >= _SAME_STATEMENT and all(_opposite(clause, n) for n in near)
        for near in against
    )
    return "says the opposite of its evidence" if opposite else ""


def _opposite(clause: str, other: str) -> bool:
    return says_no(clause) != says_no(other) or opposed(clause, other)


def _clauses(text: str) -> Iterable[str]:
    return [part for part in _CLAUSE_END.split(text) if part and part.strip()] or [text]


def _bare(text: str) -> str:
    """A sentence without what the eye skips: width of forms, spaces, quotes and its end mark."""
    folded = unicodedata.normalize("NFKC", text).replace("’", "'")
    return re.sub(r"[\s\"'“”‘]", "", folded).rstrip(".。")
