"""Grounding: is this sentence carried by its evidence? Asked of every sentence before it is shown.

A verdict is `supported`, `contradicted` or `unknown`; only supported sentences reach a shopper.
The checks are deliberately plain, so that their failures can be read:

1. claims nobody may make here (links, being human, 'authentic', discounts, a hand-over done);
2. every figure of the sentence stands in the evidence;
3. the sentence says no where its evidence says no;
4. most of its words come from the evidence.

A sentence that stands in the evidence word for word is supported without further ado.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.lexical import words
from knowledge.passages import sentences_of

Outcome = Literal["supported", "contradicted", "unknown"]

_ENOUGH_SHARED = 0.55
_SAME_STATEMENT = 0.5
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NEGATION = re.compile(
    r"\b(?:not|no|never|cannot|avoid|without|nor|neither)\b|n't\b|[不勿禁忌无没别未]|避免", re.I
)
_FORBIDDEN: dict[str, re.Pattern[str]] = {
    "link": re.compile(r"https?://|www\.|!\[|\]\(|\b[\w-]+\.(?:com|cn|example|net|org)\b", re.I),
    "claims to be human": re.compile(
        r"\bI(?:'m| am) (?:a |an )?(?:real |actual )?(?:human|person)\b|我是(?:真人|人类|一个人)",
        re.I,
    ),
    "authenticity": re.compile(
        r"\b(?:is|are|it's) (?:definitely |certainly )?(?:authentic|genuine)\b|(?:是|为|保证)正品",
        re.I,
    ),
    "discount": re.compile(r"\b\d+ ?% off\b|打[一二三四五六七八九\d.]+折|优惠码|promo ?code", re.I),
    "hand-over": re.compile(
        r"\b(?:I have|I've) (?:transferred|passed|connected|forwarded)"
        r"|已(?:经)?(?:为您|帮您)?转(?:接|给|到)",
        re.I,
    ),
}


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
    if sentence in quoted:
        return Verdict("supported", quote=sentence)
    said = "\n".join(evidence)
    for what, pattern in _FORBIDDEN.items():
        if pattern.search(sentence) and not pattern.search(said):
            return Verdict("unknown", what)
    if not quoted:
        return Verdict("unknown", "no evidence")
    missing = figures_of(sentence) - figures_of(said)
    if missing:
        return Verdict("contradicted", f"figure not in the evidence: {', '.join(sorted(missing))}")
    return _compare(sentence, quoted, said)


def _compare(sentence: str, quoted: Sequence[str], said: str) -> Verdict:
    nearest = max(quoted, key=lambda other: shared_words(sentence, other))
    negated = bool(_NEGATION.search(sentence))
    if shared_words(sentence, nearest) >= _SAME_STATEMENT and negated != bool(
        _NEGATION.search(nearest)
    ):
        return Verdict("contradicted", "says the opposite of its evidence", nearest)
    if shared_words(sentence, said) < _ENOUGH_SHARED:
        return Verdict("unknown", "not in the evidence", nearest)
    return Verdict("supported", quote=nearest)


def shared_words(sentence: str, evidence: str) -> float:
    """The share of the sentence's words that the evidence has, 0..1."""
    said = words(sentence)
    return len(said & words(evidence)) / len(said) if said else 0.0


def figures_of(text: str) -> set[str]:
    """The numbers of a text, with thousands separators and full-width digits folded."""
    folded = _THOUSANDS.sub("", unicodedata.normalize("NFKC", text))
    return {number.rstrip("0").rstrip(".") if "." in number else number
            for number in _NUMBER.findall(folded)}  # fmt: skip
