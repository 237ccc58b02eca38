"""Stand-ins that are real implementations of what they stand for, only simpler and quicker."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from knowledge.embedding.engine import Engine, Side, Vectors, normalised
from knowledge.lexical import words


class HashEngine(Engine):
    """Texts that share words are near: each word is a fixed random direction. Counts its work."""

    def __init__(self, name: str = "hash", dimensions: int = 64) -> None:
        self.fingerprint = f"{name}/{dimensions}"
        self.encoded: list[tuple[str, Side]] = []
        self._name, self._dimensions = name, dimensions

    def encode(self, texts: Sequence[str], side: Side) -> Vectors:
        self.encoded += [(text, side) for text in texts]
        return normalised(np.stack([self._sum(text) for text in texts]))

    def _sum(self, text: str) -> Vectors:
        directions = [self._direction(word) for word in sorted(words(text) | {"·"})]
        total: Vectors = np.sum(directions, axis=0, dtype=np.float32)
        return total

    def _direction(self, word: str) -> Vectors:
        digest = hashlib.sha256(f"{self._name}:{word}".encode()).digest()
        seeded = np.random.default_rng(int.from_bytes(digest[:8], "big"))
        return seeded.standard_normal(self._dimensions).astype(np.float32)
