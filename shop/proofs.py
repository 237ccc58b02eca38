"""The ledger of a turn: each drafted sentence, what it claims, what was found, shown or not.

It is kept with the message for staff and never shown to a shopper. `why` is a code; a page has the
words for it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from shop.writings import storable

Outcome = Literal["supported", "contradicted", "unknown"]

# Every reason for which a sentence is not shown.
REASONS = (
    "too long", "hidden characters", "never phrased anew", "no evidence", "says nothing",
    "another language", "addition", "material", "tier", "place", "cloth", "state", "figure",
    "yes and no", "double denial", "strength", "comparison", "commitment", "whose",
    "opposite", "condition",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClaimProof:
    """One clause of a sentence; `detail` is the word, figure or condition that `why` is about."""

    text: str
    outcome: Outcome
    why: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SentenceProof:
    """One drafted sentence. `evidence`: 'article/section@revision' and ids of rules it rests on.

    `quote` is the evidence's own sentence nearest to it; `mode` the language that drafted it.
    """

    text: str
    mode: str
    outcome: Outcome
    shown: bool
    why: str = ""
    detail: str = ""
    quote: str = ""
    evidence: tuple[str, ...] = ()
    claims: tuple[ClaimProof, ...] = ()


def storable_proof(proof: SentenceProof) -> SentenceProof:
    """The same without what no database takes: a model may have drafted it."""
    claims = tuple(
        replace(claim, text=storable(claim.text), detail=storable(claim.detail))
        for claim in proof.claims
    )
    return replace(proof, text=storable(proof.text), detail=storable(proof.detail), claims=claims)
