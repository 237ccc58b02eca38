"""The proof of a sentence: its claims, each with what was found, and whether it may be shown.

A sentence that stands in the evidence word for word is supported without further ado; that is all
the offline language ever drafts. Any other is held strictly: what is rejected here is said in the
evidence's own words instead, so a wrong 'no' costs style and a wrong 'yes' costs a client.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from agents.proof.bindings import contrast_broken, out_of_order, swapped
from agents.proof.claims import Claim, claims_of, opening
from agents.proof.commitments import unauthorised, wrong_payer, wrongly_free
from agents.proof.comparisons import beyond
from agents.proof.conditions import dropped, exclusive
from agents.proof.figures import Figure, figures_of, same_figure
from agents.proof.modality import doubly_denied, overstated
from agents.proof.never_phrased import forbidden_claim
from agents.proof.polarity import opposed, says_no
from agents.proof.script import bare, deceives, is_chinese
from agents.proof.vocabulary import lexicon, overlap, stock_of, telling
from knowledge.passages import sentences_of
from shop.proofs import ClaimProof, Outcome

_LONGEST = 600  # characters of a sentence
_HARMS = frozenset(
    (
        "~harm",
        "~dissolve",
        "~stiffen",
        "~fade",
        "~attack",
        "~shrink",
        "~stretch",
        "~scratch",
        "~mould",
        "~crease",
        "~leave marks",
        "~open",
        "stick",
        "蚀",
        "粘住",
    )
)
_STATES = frozenset(("~wet", "~damp", "~rain"))
_MEASURED = frozenset(
    (
        "day",
        "working day",
        "calendar day",
        "month",
        "hour",
        "minute",
        "%",
        "CNY",
        "EUR",
        "AED",
        "°C",
    )
)
_SUBJECTS = {"material", "tier", "place", "state"}
_SAME_STATEMENT = 0.5
_ALL = 0.8


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


@dataclass(frozen=True, slots=True)
class Wrong:
    why: str
    detail: str = ""
    outcome: Outcome = "unknown"


def prove(
    sentence: str, evidence: Sequence[str], *, about: Sequence[str] = (), approved: bool = True
) -> Proof:
    """Check one sentence against the texts it claims to rest on.

    `about` are titles that say what the texts are about: a sentence may name it. `approved` is
    whether the texts are clauses that may carry a commitment.
    """
    quoted = _quotes(tuple(evidence))
    if (quote := quoted.get(bare(sentence))) and not deceives(sentence):
        return Proof("supported", quote=quote, claims=(ClaimProof(sentence, "supported"),))
    texts = tuple(quoted.values())
    if wrong := _unfit(sentence, texts):
        return Proof(wrong.outcome, wrong.why, wrong.detail)
    return _proved(sentence, texts, tuple(about), approved)


@lru_cache(maxsize=512)
def _quotes(evidence: tuple[str, ...]) -> dict[str, str]:
    """Every sentence of the evidence by its bare form."""
    return {bare(quote): quote for text in evidence for quote in sentences_of(text) if bare(quote)}


def _unfit(sentence: str, quoted: Sequence[str]) -> Wrong | None:
    """Why a sentence need not be compared at all."""
    if len(sentence) > _LONGEST:
        return Wrong("too long")
    if deceives(sentence):
        return Wrong("hidden characters")
    if claimed := forbidden_claim(sentence, quoted):
        return Wrong("never phrased anew", claimed)
    if not quoted:
        return Wrong("no evidence")
    if not telling(sentence):
        return Wrong("says nothing")
    if is_chinese(sentence) != is_chinese("".join(quoted)):
        return Wrong("another language")
    return None


def _proved(
    sentence: str, quoted: tuple[str, ...], about: tuple[str, ...], approved: bool
) -> Proof:
    near = nearest(sentence, quoted)
    as_a_whole = _wrong_as_a_whole(sentence, quoted, about, approved)
    claims = tuple(_claim_proof(claim, sentence, quoted) for claim in claims_of(sentence))
    wrong = as_a_whole or next((c for c in claims if c.outcome != "supported"), None)
    if wrong is None:
        return Proof("supported", quote=near, claims=claims)
    return Proof(wrong.outcome, wrong.why, wrong.detail, near, claims)


def _wrong_as_a_whole(
    sentence: str, quoted: tuple[str, ...], about: tuple[str, ...], approved: bool
) -> Wrong | None:
    """What no single claim shows: words, strength, sides and payers of the whole sentence."""
    near = nearest(sentence, quoted)
    lacking = stock_of((*quoted, *about)).lacks(sentence)
    if lacking:
        return Wrong(_kind_of(lacking[0]), ", ".join(lacking))
    if missing := _figure_missing(sentence, quoted):
        return Wrong("figure", str(missing), "contradicted")
    if opening(sentence) and opening(sentence) != _expected_opening(sentence, near):
        return Wrong("yes and no", opening(sentence))
    if doubly_denied(sentence, quoted):
        return Wrong("double denial")
    if word := overstated(sentence, quoted):
        return Wrong("strength", word)
    if exclusive(sentence, quoted):
        return Wrong("strength", "only")
    if word := beyond(sentence, quoted):
        return Wrong("comparison", word)
    if made := unauthorised(sentence, approved):
        return Wrong("commitment", made)
    if wrongly_free(sentence, quoted):
        return Wrong("commitment", "free", "contradicted")
    if wrong_payer(sentence, quoted):
        return Wrong("commitment", "who pays", "contradicted")
    if out_of_order(sentence, near):
        return Wrong("whose", "order", "contradicted")
    if contrast_broken(sentence, near):
        return Wrong("whose", "one side of a contrast")
    return None


def _kind_of(word: str) -> str:
    """Which claim a word makes that the evidence has not: of a material, a place, or any other."""
    kinds = lexicon().kinds
    return next((kinds[group] for group in telling(word) if group in kinds), "addition")


def _figure_missing(sentence: str, quoted: Sequence[str]) -> Figure | None:
    told = {(f.value, f.unit) for quote in quoted for f in figures_of(quote)}
    return next((f for f in figures_of(sentence) if (f.value, f.unit) not in told), None)


def _expected_opening(sentence: str, near: str) -> str:
    """The yes or no that the evidence opens with; where it has none, what the sentence goes on to say."""
    if given := opening(near):
        return given
    claims = claims_of(sentence)
    return "no" if claims and claims[0].no else "yes"


def _claim_proof(claim: Claim, sentence: str, quoted: tuple[str, ...]) -> ClaimProof:
    wrong = (
        _wrong_way(claim, quoted)
        or _wrong_side(claim, quoted)
        or _left_out(claim, sentence, quoted)
    )
    if wrong:
        return ClaimProof(claim.text, wrong.outcome, wrong.why, wrong.detail)
    return ClaimProof(claim.text, "supported")


def _wrong_way(claim: Claim, quoted: Sequence[str]) -> Wrong | None:
    """A clause is held against the nearest clauses of the evidence, and word by word."""
    if not claim.says or claim.given:
        return None
    told = [each for quote in quoted for each in claims_of(quote)]
    done = [word for word in claim.says if lexicon().kinds.get(word) not in _SUBJECTS]
    most = max((overlap(done, each.says) for each in told), default=0.0)
    near = [each for each in told if overlap(done, each.says) >= most]
    if _is_harm(claim, told):
        return None
    if most >= _SAME_STATEMENT and not any(each.no == claim.no for each in near):
        return Wrong("yes and no", claim.text, "contradicted")
    if most >= _SAME_STATEMENT and all(opposed(claim.text, each.text) for each in near):
        return Wrong("opposite", claim.text, "contradicted")
    if word := _denied_word(claim, told):
        return Wrong("yes and no", word, "contradicted")
    return None


def _is_harm(claim: Claim, told: Sequence[Claim]) -> bool:
    """'Alcohol harms the surface' gives the reason of 'do not use alcohol' and denies nothing."""
    harms = claim.says & _HARMS
    return bool(harms) and not claim.no and any(harms & each.says for each in told if not each.no)


def _denied_word(claim: Claim, told: Sequence[Claim]) -> str:
    """A word of the clause that the evidence has only where it says the other of yes and no."""
    kinds = lexicon().kinds
    for word in sorted(claim.says - _STATES):
        ways = {each.no for each in told if word in each.says}
        if kinds.get(word) not in _SUBJECTS and ways and claim.no not in ways:
            return word.lstrip("~")
    return _denied_figure(claim, told)


def _denied_figure(claim: Claim, told: Sequence[Claim]) -> str:
    for figure in (each for each in figures_of(claim.text) if each.unit in _MEASURED):
        ways = {
            each.no
            for each in told
            if any(same_figure(figure, other) for other in figures_of(each.text))
        }
        if ways and claim.no not in ways:
            return str(figure)
    return ""


def _wrong_side(claim: Claim, quoted: Sequence[str]) -> Wrong | None:
    said = figures_of(claim.text)
    rows = [figures_of(quote) for quote in quoted]
    if said and not any(all(any(same_figure(f, g) for g in row) for f in said) for row in rows):
        return Wrong("whose", ", ".join(map(str, said)), "contradicted")
    if name := swapped(claim.text, [each.text for quote in quoted for each in claims_of(quote)]):
        return Wrong("whose", name, "contradicted")
    return None


def _left_out(claim: Claim, sentence: str, quoted: Sequence[str]) -> Wrong | None:
    """What the nearest sentence of the evidence makes the statement depend on."""
    if claim.given or not claim.says:
        return None
    quote = nearest(claim.text, quoted)
    near = [
        each
        for each in claims_of(quote)
        if not each.condition and overlap(claim.says, each.says) >= _SAME_STATEMENT
    ]
    if lost := dropped(sentence, near, quote):
        return Wrong("condition", lost)
    return None


def same_statement(sentence: str, other: str) -> bool:
    """Whether a sentence says, in some words, all that `other` says."""
    return shared(other, sentence) >= _ALL and says_no(sentence) == says_no(other)


def nearest(sentence: str, quoted: Sequence[str]) -> str:
    """The sentence among `quoted`, which must not be empty, that shares most with this one."""
    return max(quoted, key=lambda other: shared(sentence, other))


def shared(sentence: str, evidence: str) -> float:
    """The share of the sentence's telling words that the evidence has, 0..1."""
    return overlap(telling(sentence), telling(evidence))
