"""Chooses the embedding model that the settings name, and gives it what every model needs.

    EMBEDDING_MODEL=bundled             multilingual-e5-small in 4 bits, offline (the default)
    EMBEDDING_MODEL=openai:NAME         an OpenAI embedding, or OPENAI_BASE_URL's
    EMBEDDING_MODEL=NAME or a folder    any sentence-transformers model

All three stand behind LangChain's `Embeddings`. An Embedder adds what searching needs: vectors of
length 1 as arrays, a cache on disk for the knowledge, a small one in memory for questions, and
a fingerprint, so that vectors of two models are never mixed.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np

from knowledge.embedding.cache import VectorCache
from knowledge.embedding.engine import Engine, Side, Vectors
from settings import Settings
from shop.errors import SettingsError

_OPENAI = "openai:"
_QUESTIONS_KEPT = 1024


class Embedder:
    """An engine with its caches. Thread-safe. `fingerprint` changes when its vectors would."""

    def __init__(self, engine: Engine, cache_path: Path | None = None) -> None:
        self.engine = engine
        self.fingerprint = engine.fingerprint
        self._cache = VectorCache(cache_path, engine.fingerprint) if cache_path else None
        self._questions: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = Lock()

    def knowledge(self, texts: Sequence[str], side: Side = "passage") -> Vectors:
        """Vectors of what the house knows, shape (texts, dimensions); only new texts are computed.

        Raises ModelFailed.
        """
        known = self._cache.get(texts, side) if self._cache else {}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            computed = dict(zip(new, self.engine.encode(new, side), strict=True))
            known.update(computed)
            if self._cache:
                self._cache.put(computed, side)
        return _stack([known[text] for text in texts])

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Vectors of what shoppers say, shape (texts, dimensions); the latest stay in memory."""
        found = {text: vector for text in set(texts) if (vector := self._recall(text)) is not None}
        new = [text for text in dict.fromkeys(texts) if text not in found]
        if new:
            found.update(zip(new, self.engine.encode(new, "query"), strict=True))
            self._remember({text: found[text] for text in new})
        return _stack([found[text] for text in texts])

    def _recall(self, text: str) -> Vectors | None:
        with self._lock:
            if text in self._questions:
                self._questions.move_to_end(text)
            return self._questions.get(text)

    def _remember(self, vectors: dict[str, Vectors]) -> None:
        with self._lock:
            self._questions.update(vectors)
            while len(self._questions) > _QUESTIONS_KEPT:
                self._questions.popitem(last=False)


def build_embedder(settings: Settings) -> Embedder:
    """The embedder that the settings name. Raises SettingsError in one line."""
    return Embedder(build_engine(settings), settings.data_dir / "embeddings.db")


def build_engine(settings: Settings) -> Engine:
    """The bare engine. Raises SettingsError in one line."""
    name = settings.embedding_model.strip()
    if not name:
        raise SettingsError("EMBEDDING_MODEL is empty: 'bundled' is the model that always works.")
    if name == "bundled":
        from knowledge.embedding.bundled_e5 import BundledE5

        return BundledE5(settings.data_dir / "models")
    if name.startswith(_OPENAI):
        from knowledge.embedding.openai_engine import OpenAIEngine

        return OpenAIEngine(
            name.removeprefix(_OPENAI),
            settings.openai_api_key,
            settings.openai_base_url,
            settings.openai_timeout_s,
        )
    from knowledge.embedding.sentence_transformers_engine import SentenceTransformersEngine

    return SentenceTransformersEngine(name)


def _stack(vectors: list[Vectors]) -> Vectors:
    return np.stack(vectors).astype(np.float32) if vectors else np.empty((0, 0), np.float32)
