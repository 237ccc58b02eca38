"""Kinds: a piece that is called by its kind ('the loafers'), now or just before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from agents.recognisers.books import Books
from agents.turn import Question
from shop.piece_search import is_made_of
from shop.products import Product

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_BRIEF_EN, _BRIEF_ZH = 8, 12  # words or characters


def called(
    question: Question, text: str, earlier: Sequence[str], books: Books
) -> tuple[Product, ...]:
    """The one piece that a text calls by its kind; else the one spoken of just before, where short
    words name nothing but what it is made of: 'natural or lab grown?' after the ring.
    """
    now = _of(text, books)
    if now is not None:
        return (now,)
    told = question.before[-1].pieces if question.before else ()
    before = told[0] if len(told) == 1 else _of(earlier[0], books) if earlier else None
    return (before,) if before and _is_asked_of(before, question, text) else ()


def _of(text: str, books: Books) -> Product | None:
    kind = _read_once(books.attributes.kind_named, text)
    return books.catalogue.get(kind) if kind else None


def _is_asked_of(piece: Product, question: Question, text: str) -> bool:
    terms = [term for term in question.terms if term not in (piece.category, "leather")]
    brief = len(text.split()) <= _BRIEF_EN and len(_CHINESE.findall(text)) <= _BRIEF_ZH
    return brief and bool(terms) and all(is_made_of(piece, term) for term in terms)


@lru_cache(maxsize=256)
def _read_once(kind_named: Callable[[str], str | None], text: str) -> str | None:
    """A dozen recognisers ask for the kinds of the same text."""
    return kind_named(text)
