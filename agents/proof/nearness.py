"""How near two sentences are: the share of one's telling words that the other has."""

from __future__ import annotations

from collections.abc import Sequence

from agents.proof.polarity import says_no
from agents.proof.vocabulary import overlap, telling

_ALL = 0.8


def same_statement(sentence: str, other: str) -> bool:
    """Whether a sentence says, in some words, all that `other` says."""
    return shared(other, sentence) >= _ALL and says_no(sentence) == says_no(other)


def nearest(sentence: str, quoted: Sequence[str]) -> str:
    """The sentence among `quoted`, which must not be empty, that shares most with this one."""
    return max(quoted, key=lambda other: (shared(sentence, other), shared(other, sentence)))


def shared(sentence: str, evidence: str) -> float:
    """The share of the sentence's telling words that the evidence has, 0..1."""
    return overlap(telling(sentence), telling(evidence))
