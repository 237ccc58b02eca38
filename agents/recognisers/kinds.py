"""Kinds: a piece that is not named but called or described: 'the loafers', 'the suede slip-ons'."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import get_args

from agents.recognisers.books import Books
from agents.turn import Question, names_a_subject
from shop.piece_search import is_made_of
from shop.products import Category, Product

_CATEGORIES = frozenset(get_args(Category))
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_BRIEF_EN, _BRIEF_ZH = 8, 12  # words or characters


def called(
    question: Question, text: str, earlier: Sequence[str], books: Books
) -> tuple[Product, ...]:
    """The one piece that a text calls so, else the one that it leans on, called so just before.

    A text that names another subject leans on none, unless all it names is a part of the piece:
    'natural or lab grown?' after a ring with a diamond.
    """
    now = _of(text, books)
    if now is not None:
        return (now,)
    for at, before in enumerate(earlier):
        named = question.before[-1 - at].pieces if at < len(question.before) else ()
        piece = named[0] if len(named) == 1 else _of(before, books)
        if piece is not None:
            return (piece,) if _leans_on(piece, question, text) else ()
    return ()


def _of(text: str, books: Books) -> Product | None:
    kind = _read_once(books.attributes.kind_named, text)
    return books.catalogue.get(kind) if kind else None


def _leans_on(piece: Product, question: Question, text: str) -> bool:
    kinds = _CATEGORIES.intersection(question.terms)
    if kinds - {piece.category}:
        return False
    others = [term for term in question.terms if names_a_subject((term,))]
    if question.follow_up and not others:
        return True
    brief = len(text.split()) <= _BRIEF_EN and len(_CHINESE.findall(text)) <= _BRIEF_ZH
    return brief and bool(others) and all(is_made_of(piece, term) for term in others)


@lru_cache(maxsize=256)
def _read_once(kind_named: Callable[[str], str | None], text: str) -> str | None:
    """A dozen recognisers ask for the kinds of the same text."""
    return kind_named(text)
