"""OpenAI embeddings, or any server that speaks the same protocol."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from pydantic import SecretStr

from knowledge.embedding.engine import Engine, Side, Vectors, normalised
from shop.errors import ModelFailed, SettingsError


class OpenAIEngine(Engine):
    """LangChain's OpenAIEmbeddings; both sides are embedded alike.

    Nothing is called until the first text: a server that is down at the start is not a broken
    setting. So the fingerprint names server and model; the number of dimensions follows from them.
    Raises SettingsError without a key for OpenAI itself.
    """

    def __init__(self, model: str, key: SecretStr, base_url: str, timeout: float) -> None:
        from langchain_openai import OpenAIEmbeddings

        if not model:
            raise SettingsError("EMBEDDING_MODEL=openai: names no model after the colon.")
        if not key.get_secret_value() and not base_url:
            raise SettingsError(f"EMBEDDING_MODEL=openai:{model} needs OPENAI_API_KEY.")
        self._client = OpenAIEmbeddings(
            model=model,
            api_key=SecretStr(key.get_secret_value() or "none"),  # own servers may need none
            base_url=base_url or None,
            timeout=timeout,
            max_retries=2,
            check_embedding_ctx_length=False,  # True would download a vocabulary at run time
        )
        self.fingerprint = f"openai/{model}/{base_url.rstrip('/') or 'api.openai.com'}"

    def encode(self, texts: Sequence[str], side: Side) -> Vectors:
        from openai import OpenAIError

        try:
            found = self._client.embed_documents(list(texts))
        except OpenAIError as error:
            problem = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
            raise ModelFailed(f"The embedding server did not answer: {problem}") from error
        return normalised(np.asarray(found, dtype=np.float32).reshape(len(texts), -1))
