"""BM25 alone (bm25s, its defaults), over Latin words and pairs of Chinese characters: its own
tokenizer would take a Chinese sentence for one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import bm25s
import numpy as np

from bench.peers.document import ENOUGH, Document, Searched
from shop.language import Lang

_RUN = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]+")


class BM25:
    def __init__(self) -> None:
        self._model = bm25s.BM25()
        self._ids: list[str] = []
        self._langs = np.array([])

    def index(self, documents: Sequence[Document]) -> None:
        self._model = bm25s.BM25()
        self._model.index([list(_words(d.content)) for d in documents], show_progress=False)
        self._ids = [d.id for d in documents]
        self._langs = np.array([d.lang for d in documents])

    def ask(self, question: str, lang: Lang, searched: Searched) -> list[str]:
        scores = self._model.get_scores(list(_words(question)))
        if searched:
            scores = np.where(self._langs == searched, scores, -1)
        return [self._ids[place] for place in np.argsort(-scores, kind="stable")[:ENOUGH]]


def _words(text: str) -> Iterator[str]:
    for run in _RUN.findall(text.lower()):
        if run.isascii() or len(run) == 1:
            yield run
        else:
            yield from (run[at : at + 2] for at in range(len(run) - 1))


make = BM25
