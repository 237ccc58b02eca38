"""LangChain's retrieval tutorial: RecursiveCharacterTextSplitter(1000, 200), Chroma, MiniLM."""

from __future__ import annotations

from collections.abc import Sequence
from tempfile import mkdtemp

from langchain_chroma import Chroma
from langchain_core.documents import Document as LangChainDocument
from langchain_core.embeddings import Embeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from bench.peers.document import ENOUGH, Document, Searched
from bench.peers.systems import minilm
from shop.language import Lang


class _MiniLM(Embeddings):
    def __init__(self) -> None:
        self._model = minilm.load()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._model.encode(texts, show_progress_bar=False).tolist()  # type: ignore[no-any-return]  # numpy's

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


class LangChain:
    def __init__(self) -> None:
        self._embedding = _MiniLM()
        self._store: Chroma | None = None

    def index(self, documents: Sequence[Document]) -> None:
        whole = [
            LangChainDocument(page_content=d.content, metadata={"id": d.id, "lang": d.lang})
            for d in documents
        ]
        splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
        self._store = Chroma.from_documents(
            splitter.split_documents(whole), self._embedding, persist_directory=mkdtemp()
        )

    def ask(self, question: str, lang: Lang, searched: Searched) -> list[str]:
        assert self._store is not None
        only: dict[str, str] | None = {"lang": searched} if searched else None
        found = self._store.similarity_search(question, k=ENOUGH, filter=only)
        return list(dict.fromkeys(piece.metadata["id"] for piece in found))


make = LangChain
