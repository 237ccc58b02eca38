"""Questions about a sentence as a whole, which no single clause can answer.

Each is a function that gives what is wrong, or None; they are asked in the order in which staff
should read the reasons.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from agents.proof.bindings import contrast_broken, out_of_order
from agents.proof.claims import claims_of, opening
from agents.proof.commitments import unauthorised, wrong_payer, wrongly_free
from agents.proof.comparisons import beyond
from agents.proof.conditions import exclusive
from agents.proof.figures import Figure, figures_of
from agents.proof.modality import doubly_denied, overstated, unfounded_reason
from agents.proof.near_copies import small_word_changed
from agents.proof.verdicts import Told, Wrong
from agents.proof.vocabulary import lexicon, telling
from agents.proof.wording import wording_of

_EVERY = re.compile(r"\b(?:every|each|yearly|annual\w*)\b|每", re.IGNORECASE)


def wrong_as_a_whole(told: Told) -> Wrong | None:
    """The first thing wrong with the sentence."""
    return next((wrong for ask in _QUESTIONS if (wrong := ask(told))), None)


def _words(told: Told) -> Wrong | None:
    lacking = wording_of((*told.quoted, *told.about)).lacks(told.sentence)
    return Wrong(_kind_of(lacking[0]), ", ".join(lacking)) if lacking else None


def _kind_of(word: str) -> str:
    """Which claim a word makes that the evidence has not: of a material, a place, or any other."""
    kinds = lexicon().kinds
    return next((kinds[group] for group in telling(word) if group in kinds), "addition")


def _figures(told: Told) -> Wrong | None:
    known = {(f.value, f.unit) for quote in told.quoted for f in figures_of(quote)}
    missing = [
        f
        for f in figures_of(told.sentence)
        if (f.value, f.unit) not in known and not _every_time(f, told)
    ]
    return Wrong("figure", str(missing[0]), "contradicted") if missing else None


def _every_time(figure: Figure, told: Told) -> bool:
    """'Once' every year is no figure of its own."""
    return str(figure) == "1 times" and _EVERY.search("".join(told.quoted)) is not None


def _opening(told: Told) -> Wrong | None:
    """A bare yes or no must be the evidence's, or that of what the sentence goes on to say."""
    said = opening(told.sentence)
    claims = claims_of(told.sentence)
    goes_on = "no" if claims and claims[0].no else "yes"
    wanted = opening(told.near) or goes_on
    return Wrong("yes and no", said) if said and said != wanted else None


def _denials(told: Told) -> Wrong | None:
    return Wrong("double denial") if doubly_denied(told.sentence, told.quoted) else None


def _small_words(told: Told) -> Wrong | None:
    word = small_word_changed(told.sentence, told.near)
    return Wrong("opposite", word, "contradicted") if word else None


def _strength(told: Told) -> Wrong | None:
    if unfounded_reason(told.sentence, told.quoted):
        return Wrong("addition", "a reason")
    word = overstated(told.sentence, told.quoted)
    if not word and exclusive(told.sentence, told.quoted):
        word = "only"
    return Wrong("strength", word) if word else None


def _comparison(told: Told) -> Wrong | None:
    word = beyond(told.sentence, told.quoted)
    return Wrong("comparison", word) if word else None


def _commitment(told: Told) -> Wrong | None:
    if made := unauthorised(told.sentence, told.approved):
        return Wrong("commitment", made)
    if wrongly_free(told.sentence, told.quoted):
        return Wrong("commitment", "free", "contradicted")
    if wrong_payer(told.sentence, told.quoted):
        return Wrong("commitment", "who pays", "contradicted")
    return None


def _order(told: Told) -> Wrong | None:
    if out_of_order(told.sentence, told.near):
        return Wrong("whose", "order", "contradicted")
    if contrast_broken(told.sentence, told.near):
        return Wrong("whose", "one side of a contrast")
    return None


_QUESTIONS: tuple[Callable[[Told], Wrong | None], ...] = (
    _words, _figures, _opening, _denials, _small_words, _strength, _comparison, _commitment, _order,
)  # fmt: skip
