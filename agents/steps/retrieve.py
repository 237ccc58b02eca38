"""Retrieve: the passages that may answer each question, nearest first.

Scores come from the search; what the shopper is known to speak of moves them a little: the
datasheet of the piece meant, the material meant, the article just spoken of.
"""

from __future__ import annotations

from dataclasses import replace

from agents.turn import Question
from knowledge.passages import Hit, Passage
from knowledge.search import Search
from shop.products import fold

_LIMIT = 10
_PIECE_MEANT = 0.05
_PIECE_NOT_MEANT = -0.12
_TERM_MEANT = 0.03
_TERM_NOT_MEANT = -0.03
_JUST_SPOKEN_OF = 0.02
_FROM_CONTEXT = -0.01  # the bare words count a little more than words with context added


def retrieve(question: Question, search: Search) -> list[Hit]:
    """Hits for all queries of a question, one for each passage, best first."""
    best: dict[str, Hit] = {}
    for order, query in enumerate(question.queries):
        for hit in search.find(query, question.lang, limit=_LIMIT):
            nudged = hit.score + _nudge(hit.passage, question) + (_FROM_CONTEXT if order else 0.0)
            known = best.get(hit.passage.id)
            if known is None or nudged > known.score:
                best[hit.passage.id] = replace(hit, score=nudged)
    return sorted(best.values(), key=lambda hit: -hit.score)


def _nudge(passage: Passage, question: Question) -> float:
    return (
        _nudge_by_piece(passage, question)
        + _nudge_by_term(passage, question)
        + (_JUST_SPOKEN_OF if passage.article in question.recent_articles else 0.0)
    )


def _nudge_by_piece(passage: Passage, question: Question) -> float:
    if passage.topic != "product":
        return 0.0
    meant = {f"product-{fold(piece.name)}" for piece in question.pieces}
    return _PIECE_MEANT if passage.article in meant else _PIECE_NOT_MEANT


def _nudge_by_term(passage: Passage, question: Question) -> float:
    if not question.terms or not passage.about:
        return 0.0
    return _TERM_MEANT if set(question.terms) & set(passage.about) else _TERM_NOT_MEANT
