"""What an embedding engine is here: LangChain's `Embeddings` that knows two sides.

E5 and its like embed a question and a passage differently (by a prefix); mixing the two up costs
more than any model is worth. `encode` says which side it is on, and takes many texts at once on
either, which LangChain's `embed_query` cannot.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Literal

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

Side = Literal["query", "passage"]
Vectors = NDArray[np.float32]


class Engine(Embeddings):
    """An embedding model. `fingerprint` changes whenever its vectors would."""

    fingerprint: str

    @abstractmethod
    def encode(self, texts: Sequence[str], side: Side) -> Vectors:
        """Vectors of length 1, shape (texts, dimensions). Raises ModelFailed."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self.encode(texts, "passage").tolist()  # type: ignore[no-any-return]  # numpy's

    def embed_query(self, text: str) -> list[float]:
        return self.encode([text], "query")[0].tolist()  # type: ignore[no-any-return]  # numpy's


def normalised(vectors: Vectors) -> Vectors:
    """Each row brought to length 1; a row of zeros stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths == 0, 1, lengths)).astype(np.float32)
