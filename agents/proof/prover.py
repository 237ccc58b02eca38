"""The proof of a sentence: its claims, each with what was found, and whether it may be shown.

A sentence that stands in the evidence word for word is supported without further ado; that is all
the offline language ever drafts. Any other is held strictly: what is rejected here is said in the
evidence's own words instead, so a wrong 'no' costs style and a wrong 'yes' costs a client.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from agents.proof.claims import claims_of
from agents.proof.clauses import prove_clause
from agents.proof.nearness import nearest
from agents.proof.never_phrased import forbidden_claim
from agents.proof.script import bare, deceives, is_chinese
from agents.proof.sentences import wrong_as_a_whole
from agents.proof.verdicts import Told, Wrong
from agents.proof.vocabulary import telling
from knowledge.passages import sentences_of
from shop.proofs import ClaimProof, Outcome

_LONGEST = 600  # characters of a sentence


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of one sentence. `why` is a code of `shop.proofs`, `detail` what it was about."""

    outcome: Outcome
    why: str = ""
    detail: str = ""
    quote: str = ""  # the evidence's own sentence that carries it
    claims: tuple[ClaimProof, ...] = ()

    @property
    def holds(self) -> bool:
        return self.outcome == "supported"


def prove(
    sentence: str, evidence: Sequence[str], *, about: Sequence[str] = (), approved: bool = True
) -> Proof:
    """Check one sentence against the texts it claims to rest on.

    `about` are titles that say what the texts are about: a sentence may name it. `approved` is
    whether the texts are clauses that may carry a commitment.
    """
    quoted = _quotes(tuple(evidence))
    if (quote := quoted.get(bare(sentence))) and (quote == sentence or not deceives(sentence)):
        return Proof("supported", quote=quote, claims=(ClaimProof(sentence, "supported"),))
    texts = tuple(quoted.values())
    if wrong := _unfit(sentence, texts):
        return Proof(wrong.outcome, wrong.why, wrong.detail)
    told = Told(sentence, texts, nearest(sentence, texts), tuple(about), approved)
    return _proved(told)


@lru_cache(maxsize=512)
def _quotes(evidence: tuple[str, ...]) -> dict[str, str]:
    """Every sentence of the evidence by its bare form."""
    return {bare(quote): quote for text in evidence for quote in sentences_of(text) if bare(quote)}


def _unfit(sentence: str, quoted: Sequence[str]) -> Wrong | None:
    """Why a sentence need not be compared at all."""
    if claimed := forbidden_claim(sentence, quoted):
        return Wrong("never phrased anew", claimed)
    reasons: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("too long", lambda: len(sentence) > _LONGEST),
        ("hidden characters", lambda: deceives(sentence)),
        ("no evidence", lambda: not quoted),
        ("says nothing", lambda: not telling(sentence)),
        ("another language", lambda: is_chinese(sentence) != is_chinese("".join(quoted))),
    )
    return next((Wrong(why) for why, holds in reasons if holds()), None)


def _proved(told: Told) -> Proof:
    claims = tuple(
        prove_clause(claim, told.sentence, told.quoted) for claim in claims_of(told.sentence)
    )
    wrong = wrong_as_a_whole(told) or next((c for c in claims if c.outcome != "supported"), None)
    if wrong is None:
        return Proof("supported", quote=told.near, claims=claims)
    return Proof(wrong.outcome, wrong.why, wrong.detail, told.near, claims)
