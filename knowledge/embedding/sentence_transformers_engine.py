"""Any sentence-transformers model, by its name or by the path of its folder.

For a house that prefers a model of its own. Importing the library takes seconds and hundreds of
megabytes, so it happens here, when such a model is named, and nowhere else.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from knowledge.embedding.engine import Engine, Side, Vectors
from shop.errors import ModelFailed, SettingsError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


class SentenceTransformersEngine(Engine):
    """A sentence-transformers model on the CPU. Raises SettingsError when it can't be loaded.

    A model that brings prompts named query and passage (or document) keeps them; an E5 that
    brings none is given its own; any other is asked without.
    """

    def __init__(self, model: str) -> None:
        self._model = _load(model)
        self._prompts = _prompts(model, self._model)
        self._one_at_a_time = threading.Lock()  # torch modules hold state while they run
        size = self._model.get_embedding_dimension()
        digest = _digest(self._model, self._prompts)
        self.fingerprint = f"sentence-transformers/{model}/{digest[:16]}/{size}"

    def encode(self, texts: Sequence[str], side: Side) -> Vectors:
        try:
            with self._one_at_a_time:
                found = self._model.encode(
                    list(texts),
                    prompt=self._prompts.get(side),
                    normalize_embeddings=True,
                    show_progress_bar=False,
                )
        except RuntimeError as error:  # torch's own: out of memory, sizes that don't fit
            raise ModelFailed(f"The embedding model failed: {_one_line(error)}.") from error
        return np.asarray(found, dtype=np.float32)


def _load(model: str) -> SentenceTransformer:
    if model.startswith(("/", ".", "~")) and not Path(model).expanduser().is_dir():
        raise SettingsError(f"EMBEDDING_MODEL={model}: there is no such folder.")
    try:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(str(Path(model).expanduser()), device="cpu")
    except ImportError as error:
        raise SettingsError(
            f"EMBEDDING_MODEL={model} needs a package: pip install sentence-transformers."
        ) from error
    except Exception as error:  # the library, torch and the hub raise all sorts
        raise SettingsError(
            f"EMBEDDING_MODEL={model} cannot be loaded: {_one_line(error)}. "
            "Name a folder, or 'bundled'."
        ) from error


def _prompts(name: str, model: SentenceTransformer) -> dict[Side, str]:
    own = {key: prompt for key, prompt in (model.prompts or {}).items() if prompt}
    passage = own.get("passage") or own.get("document")
    if own.get("query") or passage:
        return {"query": own.get("query", ""), "passage": passage or ""}
    is_e5 = "e5" in name.rstrip("/").rsplit("/", 1)[-1].lower()
    return {"query": "query: ", "passage": "passage: "} if is_e5 else {}


def _digest(model: SentenceTransformer, prompts: dict[Side, str]) -> str:
    """Of the weights themselves: a model retrained under the same name is another model."""
    digest = hashlib.sha256(repr(sorted(prompts.items())).encode())
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(tensor.detach().cpu().float().contiguous().numpy().data)
    return digest.hexdigest()


def _one_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return (lines[0] if lines else type(error).__name__)[:200].rstrip(". ")
