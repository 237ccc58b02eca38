"""Sources that disagree: the same statement with another figure, or yes against no.

Of two passages that are both near a question the house rule (a source `H-…`) is said, else the
newer; the other sentence is left out and the pair is noted for the content team. Only statements
in nearly the same words are compared: two figures of two things are no disagreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from agents.proof.claims import Claim, claims_of
from agents.proof.figures import MEASURED, Figure, figures_of
from agents.proof.vocabulary import lexicon, telling
from agents.turn import Evidence, Plan
from knowledge.passages import Hit, Passage, sentences_of
from shop.disagreements import Disagreement

_NEAR = 0.9  # of the best score: a passage that might as well have been chosen
_MOST_NEAR = 3
_SAME_WORDS = 0.8  # shared by two clauses, of all their words
_FEWEST_WORDS = 3
_HOUSE_RULE = "H-"


def settled(plan: Plan, hits: Iterable[Sequence[Hit]]) -> tuple[Plan, tuple[Disagreement, ...]]:
    """The plan without what a better source contradicts, and every such pair."""
    chosen = [item for item in plan.evidence if item.statement == item.passage.text]
    near = {passage.id: passage for found in hits for passage in _near(found)}
    said_of = {item.passage.id: item.passage for item in chosen}
    found = [
        _ordered(one, other, *quotes)
        for one, other in combinations((said_of | near).values(), 2)
        if (one.id in said_of or other.id in said_of) and (quotes := disagree(one, other))
    ]
    for winner, loser, said, unsaid in found:
        plan = replace(plan, evidence=_without(plan.evidence, loser, unsaid, winner, said))
    return plan, tuple(
        Disagreement(_ref(winner), _ref(loser), said, unsaid)
        for winner, loser, said, unsaid in found
    )


def _near(hits: Sequence[Hit]) -> list[Passage]:
    best = hits[0].score if hits else 0.0
    return [hit.passage for hit in hits[:_MOST_NEAR] if hit.score >= best * _NEAR]


def disagree(one: Passage, other: Passage) -> tuple[str, str] | None:
    """The two sentences that cannot both be true, if there are any."""
    if one.lang != other.lang or (one.article, one.section) == (other.article, other.section):
        return None
    return _disagreeing(one.text, other.text)


@lru_cache(maxsize=4096)
def _disagreeing(one: str, other: str) -> tuple[str, str] | None:
    for said in sentences_of(one):
        for meant in sentences_of(other):
            if _sides(said) == _sides(meant) and any(
                _contradict(a, b) for a in claims_of(said) for b in claims_of(meant)
            ):
                return said, meant
    return None


@lru_cache(maxsize=4096)
def _sides(sentence: str) -> frozenset[str]:
    """Tiers, places and materials a sentence speaks of: others make it another statement."""
    kinds = lexicon().kinds
    return frozenset(word for word in telling(sentence) if word in kinds)


def _contradict(one: Claim, other: Claim) -> bool:
    if one.given or other.given or not _same_words(one, other):
        return False
    mine, theirs = figures_of(one.text), figures_of(other.text)
    if one.no != other.no:
        return [str(figure) for figure in mine] == [str(figure) for figure in theirs]
    return _other_figures(mine, theirs)


def _same_words(one: Claim, other: Claim) -> bool:
    both = one.says & other.says
    return len(both) >= max(_FEWEST_WORDS, _SAME_WORDS * len(one.says | other.says))


def _other_figures(mine: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """One figure each, of one unit and bound, with two values: more may be of two things."""
    if len(mine) != 1 or len(theirs) != 1:
        return False
    one, other = mine[0], theirs[0]
    alike = (one.unit, one.bound) == (other.unit, other.bound) and one.unit in MEASURED
    return alike and one.value != other.value


def _ordered(
    one: Passage, other: Passage, said: str, meant: str
) -> tuple[Passage, Passage, str, str]:
    """The one that is said, the one that is not, with their sentences."""
    if _standing(other) > _standing(one):
        return other, one, meant, said
    return one, other, said, meant


def _standing(passage: Passage) -> tuple[bool, str, int]:
    """The house rule first, then what is valid since later, then the higher revision."""
    rule = any(source.startswith(_HOUSE_RULE) for source in passage.source)
    return rule, passage.valid_from.isoformat(), passage.revision


def _without(
    evidence: Sequence[Evidence], loser: Passage, unsaid: str, winner: Passage, said: str
) -> tuple[Evidence, ...]:
    """The evidence with the losing sentence taken out, and the winning one in its place."""
    told = any(item.passage.id == winner.id for item in evidence)
    kept = list[Evidence]()
    for item in evidence:
        if item.passage.id != loser.id:
            kept.append(item)
            continue
        if not told:
            kept.append(Evidence(winner, said))
        if rest := item.statement.replace(unsaid, "").strip():
            kept.append(replace(item, statement=rest))
    return tuple(kept)


def _ref(passage: Passage) -> str:
    return f"{passage.id}@{passage.revision}"
