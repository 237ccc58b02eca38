"""LlamaIndex's starter: VectorStoreIndex in memory, its default SentenceSplitter, and MiniLM in
place of the embedding that it would ask a server for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from llama_index.core import Document as LlamaDocument
from llama_index.core import VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.vector_stores import ExactMatchFilter, MetadataFilters
from pydantic import PrivateAttr

from bench.peers.document import ENOUGH, Document, Searched
from bench.peers.systems import minilm
from shop.language import Lang


class _MiniLM(BaseEmbedding):
    _model: Any = PrivateAttr()

    def __init__(self) -> None:
        super().__init__(model_name="all-MiniLM-L6-v2")
        self._model = minilm.load()

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return self._model.encode(texts, show_progress_bar=False).tolist()  # type: ignore[no-any-return]  # numpy's

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


class LlamaIndex:
    def __init__(self) -> None:
        self._embedding = _MiniLM()
        self._index: VectorStoreIndex | None = None

    def index(self, documents: Sequence[Document]) -> None:
        whole = [
            LlamaDocument(
                text=d.content, doc_id=d.id, metadata={"lang": d.lang},
                excluded_embed_metadata_keys=["lang"],
            )
            for d in documents
        ]  # fmt: skip
        self._index = VectorStoreIndex.from_documents(
            whole, embed_model=self._embedding, transformations=[SentenceSplitter()]
        )

    def ask(self, question: str, lang: Lang, searched: Searched) -> list[str]:
        assert self._index is not None
        only = MetadataFilters(filters=[ExactMatchFilter(key="lang", value=searched)])
        retriever = self._index.as_retriever(
            similarity_top_k=ENOUGH, filters=only if searched else None
        )
        return list(dict.fromkeys(piece.node.ref_doc_id for piece in retriever.retrieve(question)))


make = LlamaIndex
