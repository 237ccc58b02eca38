"""Ours: the product's own index and search, with the embedding model that the settings name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp

from bench.peers.document import Document, Searched
from bench.retrieval import passage_of
from knowledge.embedders import Embedder, build_engine
from knowledge.embedding.engine import Vectors
from knowledge.index import Index
from knowledge.search import Search
from knowledge.vector_store import open_store
from settings import read_settings
from shop.language import LANGS, Lang

_DEPTH = 10


class _EachTimeAnew(Embedder):
    """Embeds every question: those of a set come again for another language, and what is kept
    in memory would flatter our time.
    """

    def questions(self, texts: Sequence[str]) -> Vectors:
        return self.engine.encode(texts, "query")


class Ours:
    def __init__(self) -> None:
        self._engine = build_engine(read_settings())
        self._index: Index | None = None

    def index(self, documents: Sequence[Document]) -> None:
        if self._index:
            self._index.close()
        folder = Path(mkdtemp())
        store = open_store(folder / "chroma")
        self._index = Index(store, _EachTimeAnew(self._engine), folder / "index.json")
        self._index.update([passage_of(d.id, d.lang, d.title, d.text, d.asks) for d in documents])

    def ask(self, question: str, lang: Lang, searched: Searched) -> list[str]:
        assert self._index is not None
        langs: tuple[Lang, ...] = (searched,) if searched else LANGS
        hits = Search(self._index).find(question, lang, _DEPTH, langs)
        return [hit.passage.article for hit in hits]


make = Ours
