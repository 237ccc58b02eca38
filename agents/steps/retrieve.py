"""Retrieve: the passages that may answer each question, nearest first.

The search measures how near a passage is; what is done with the measures is decided here,
because it depends on the question: of which piece it is, of which material, and what was spoken of
before. A passage counts by its example questions more than by its own text, since an answer, and
a refusal above all, seldom sounds like what it answers.

    nearness  = OWN_TEXT * dense + (1 - OWN_TEXT) * max(dense, asked)
    relevance = nearness + WORDS * lexical + what the shopper is known to speak of
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agents.measures import money, normal
from agents.recognisers.intents import LARGE_ORDER
from agents.recognisers.orders import LARGE_ORDER_RMB
from agents.turn import Question
from knowledge.passages import Hit, Passage
from knowledge.search import Search
from knowledge.sources import Sources
from shop.conversations import Behaviour
from shop.products import fold

_LIMIT = 40
_CUED = 1.0  # surer than any likeness
_ALMOST_ASKED = 0.75  # measured: the highest at which nearly no request to refuse slips through
# 'system', 'prompt', 'crack', 'visa' …
LOOSE_CUES = ("boundary-instructions", "boundary-misuse", "boundary-off-topic")
_FIRM = (Behaviour.REFUSE, Behaviour.HANDOFF)
_MUCH, _FAR = 0.06, 0.15
_CLEAR, _AHEAD = 0.56, 0.04  # of an act without names, and of what else it may be
_SEVERAL = re.compile(
    r"\beach\b|\bapiece\b|\bper (?:piece|bag|person)\b|[×x]\s?\d|每|各|[两三四五]", re.I
)
_SMALL_TALK = "advisor-small-talk"
_LIMITS = ("boundary", "advisor")  # topics about what the advisor may and may not do


@dataclass(frozen=True, slots=True)
class Weights:
    """How measures become relevance; chosen on the house's golden questions (bench/README.md)."""

    own_text: float = 0.15
    words: float = 0.2
    piece_meant: float = 0.03
    piece_not_meant: float = -0.12
    term_meant: float = 0.03
    term_not_meant: float = -0.06
    just_spoken_of: float = 0.02
    from_context: float = 0.02  # a question with the context it leans on
    told_before: float = -0.05  # chosen on questions of others, that name two things in a row


WEIGHTS = Weights()


def retrieve(question: Question, search: Search, sources: Sources) -> list[Hit]:
    """Hits for all queries of a question, one for each passage, by relevance (their `score`).

    The section that the question's words ask for, if any, comes first; unless those words also
    stand in innocent questions, and the house knows just such a question.
    """
    found = list(_found(question.queries, question, search))
    hits = rank(question, found)
    if question.suggested and _may_be_widened(hits):
        hits = rank(question, [*found, *_suggested(question, search)])
    cued = sources.section(question.cue, question.lang) if question.cue else None
    heeded = cued is not None and (question.sure_cue or not _innocent(cued, hits))
    return [Hit(cued, _CUED, 1.0, 0.0, 0.0), *hits] if cued and heeded else hits


def heard(question: Question, hits: Sequence[Hit]) -> Question:
    """The question with its cue only if that was heeded."""
    return question if hits and hits[0].score == _CUED else replace(question, cue=None)


def _innocent(cued: Passage, hits: Sequence[Hit]) -> bool:
    """'How do I crack the riddle of what comes first, perfume or pearls' cracks nothing."""
    answers = (hit.score for hit in hits if hit.passage.topic not in _LIMITS)
    return cued.article in LOOSE_CUES and next(answers, 0.0) >= _ALMOST_ASKED


def rank(question: Question, found: list[tuple[int, Hit]], weights: Weights = WEIGHTS) -> list[Hit]:
    """The best hit of each passage. `found` pairs each hit with the place of its query.

    What is declined or handed over by her bare words stays so, unless what came before is much
    nearer: a request for a person doesn't become a question about the rain spoken of earlier.
    """
    weighed = _weighed(question, found, weights)
    hits = _best(question, weighed, weights)
    bare = _best(question, [(order, hit) for order, hit in weighed if not order], weights)[:1]
    firm = [hit for hit in bare if hit.passage.behaviour in _FIRM]
    if firm and firm[0].score >= hits[0].score - _MUCH:
        return _first(firm[0], hits)
    act = _act(question, weighed, weights)
    outweighed = act and not question.nameless and act.score < hits[0].score - _FAR
    return _first(act, hits) if act and not outweighed else hits


def _is_the_others(hit: Hit, question: Question) -> bool:
    """What is declined of words that she only shows is declined to whoever wrote them; nor are
    their thanks and greetings hers.
    """
    passage = hit.passage
    return question.hearsay and (
        passage.behaviour is Behaviour.REFUSE or passage.article == _SMALL_TALK
    )


def _is_no_large_order(hit: Hit, question: Question) -> bool:
    """'Something around 20k' is no order above 50,000, however like one it sounds; two of them
    may be, so only a single amount tells.
    """
    if not hit.passage.id.startswith(LARGE_ORDER):
        return False
    said = [amount.amount for amount in money(normal(question.text))]
    return len(said) == 1 and said[0] <= LARGE_ORDER_RMB and not _SEVERAL.search(question.text)


def _first(chosen: Hit, hits: Sequence[Hit]) -> list[Hit]:
    return [chosen, *(hit for hit in hits if hit.passage.id != chosen.passage.id)]


def _act(question: Question, weighed: list[tuple[int, Hit]], weights: Weights) -> Hit | None:
    """What is to be declined or handed over whatever it is asked of, if the words without the
    names say so clearly: 'a third off the ring', 'write a certificate for a trace code'.
    """
    at = question.queries.index(question.nameless) if question.nameless else 0
    here = _best(question, [(0, hit) for order, hit in weighed if order == at], weights)
    firm = next((hit for hit in here if hit.passage.behaviour in _FIRM), None)
    if firm is None or firm.score < max(_CLEAR, here[0].score - _MUCH):
        return None
    other = next((hit.score for hit in here if _is_an_answer(hit.passage)), 0.0)
    return firm if firm.score >= other + _AHEAD else None


def _is_an_answer(passage: Passage) -> bool:
    """Neither firm nor small talk: what is wanted counts, not the kind words around it."""
    return passage.behaviour not in _FIRM and passage.article != _SMALL_TALK


def _weighed(
    question: Question, found: list[tuple[int, Hit]], weights: Weights
) -> list[tuple[int, Hit]]:
    """The same with relevance as score, without what is somebody else's or no such order."""
    return [
        (order, _scored(hit, _relevance(hit, question, weights)))
        for order, hit in found
        if not (_is_the_others(hit, question) or _is_no_large_order(hit, question))
    ]


def _best(question: Question, weighed: list[tuple[int, Hit]], weights: Weights) -> list[Hit]:
    best: dict[str, Hit] = {}
    for order, hit in weighed:
        score = hit.score + _by_query(order, hit.passage, question, weights)
        known = best.get(hit.passage.id)
        if known is None or score > known.score:
            best[hit.passage.id] = _scored(hit, score)
    return sorted(best.values(), key=lambda hit: -hit.score)


def _by_query(order: int, passage: Passage, question: Question, weights: Weights) -> float:
    """Asked together with her message before, what answered that one is found once more."""
    together = bool(question.leaning) and question.queries[order : order + 1] == (question.leaning,)
    again = together and (passage.article, passage.section) in question.told
    return (weights.from_context if order else 0.0) + (weights.told_before if again else 0.0)


def _scored(hit: Hit, score: float) -> Hit:
    """Said in full: `replace` takes five times as long, and a turn weighs hundreds."""
    return Hit(hit.passage, score, hit.asked, hit.dense, hit.lexical)


def _may_be_widened(hits: Sequence[Hit]) -> bool:
    """Not where understanding by itself leads to a refusal, a person or a question back."""
    return not hits or hits[0].passage.behaviour is Behaviour.ANSWER


def _suggested(question: Question, search: Search) -> Iterator[tuple[int, Hit]]:
    for _, hit in _found(question.suggested, question, search):
        if hit.passage.behaviour is Behaviour.ANSWER:
            yield len(question.queries), hit


def _found(queries: Sequence[str], question: Question, search: Search) -> Iterator[tuple[int, Hit]]:
    for order, query in enumerate(queries):
        for hit in search.find(query, question.lang, limit=_LIMIT):
            yield order, hit


def _relevance(hit: Hit, question: Question, weights: Weights) -> float:
    own = weights.own_text
    nearness = own * hit.dense + (1 - own) * max(hit.dense, hit.asked)
    return nearness + weights.words * hit.lexical + _nudge(hit.passage, question, weights)


def _nudge(passage: Passage, question: Question, weights: Weights) -> float:
    spoken_of = passage.article in question.recent_articles
    return (
        _by_piece(passage, question, weights)
        + _by_term(passage, question, weights)
        + (weights.just_spoken_of if spoken_of else 0.0)
    )


def _by_piece(passage: Passage, question: Question, weights: Weights) -> float:
    if passage.topic != "product":
        return 0.0
    if set(question.unwanted) & set(passage.about):
        return 2 * weights.piece_not_meant  # made of what was named to be left out
    meant = {f"product-{fold(piece.name)}" for piece in question.pieces}
    return weights.piece_meant if passage.article in meant else weights.piece_not_meant


def _by_term(passage: Passage, question: Question, weights: Weights) -> float:
    if not question.terms or not passage.about:
        return 0.0
    shared = set(question.terms) & set(passage.about)
    return weights.term_meant if shared else weights.term_not_meant
