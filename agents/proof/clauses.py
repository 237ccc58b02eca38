"""The proof of one clause: yes or no, whose figures and sides, and what it depends on."""

from __future__ import annotations

from collections.abc import Sequence

from agents.proof.bindings import exchanged, swapped
from agents.proof.claims import Claim, alike, claims_of, gives_reason
from agents.proof.conditions import dropped
from agents.proof.figures import MEASURED, figures_of, same_figure
from agents.proof.nearness import shared
from agents.proof.polarity import opposed
from agents.proof.verdicts import Wrong
from agents.proof.vocabulary import lexicon, overlap
from shop.proofs import ClaimProof

_SAME_STATEMENT = 0.5
_STATES = frozenset(("~wet", "~damp", "~rain"))
_SUBJECTS = {"material", "tier", "place", "state"}


def prove_clause(claim: Claim, sentence: str, quoted: Sequence[str]) -> ClaimProof:
    """One clause of a sentence against all sentences of its evidence."""
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
    if claim.given:
        return None
    told = [each for quote in quoted for each in claims_of(quote)]
    done = [word for word in claim.says if lexicon().kinds.get(word) not in _SUBJECTS]
    near = alike(claim, told, frozenset(done))
    most = max((overlap(done, each.says) for each in near), default=0.0)
    if gives_reason(claim, told):
        return None
    if most >= _SAME_STATEMENT and not any(each.no == claim.no for each in near):
        return Wrong("yes and no", claim.text, "contradicted")
    if most >= _SAME_STATEMENT and all(opposed(claim.text, each.text) for each in near):
        return Wrong("opposite", claim.text, "contradicted")
    if word := _denied_word(claim, told):
        return Wrong("yes and no", word, "contradicted")
    return None


def _denied_word(claim: Claim, told: Sequence[Claim]) -> str:
    """A word of the clause that the evidence has only where it says the other of yes and no."""
    kinds = lexicon().kinds
    for word in sorted(claim.says - _STATES):
        ways = {each.no for each in told if word in each.says}
        if kinds.get(word) not in _SUBJECTS and ways and claim.no not in ways:
            return word.lstrip("~")
    return _denied_figure(claim, told)


def _denied_figure(claim: Claim, told: Sequence[Claim]) -> str:
    for figure in (each for each in figures_of(claim.text) if each.unit in MEASURED):
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
    if values := exchanged(claim.text, quoted):
        return Wrong("whose", values, "contradicted")
    if name := swapped(claim.text, quoted):
        return Wrong("whose", name, "contradicted")
    return None


def _left_out(claim: Claim, sentence: str, quoted: Sequence[str]) -> Wrong | None:
    """What the nearest sentence of the evidence makes the statement depend on."""
    if claim.given or not claim.says:
        return None
    quote = max(quoted, key=lambda each: (shared(claim.text, each), shared(sentence, each)))
    near = [
        each
        for each in claims_of(quote)
        if not each.condition and overlap(claim.says, each.says) >= _SAME_STATEMENT
    ]
    if lost := dropped(sentence, near, quote):
        return Wrong("condition", lost)
    return None
