"""Chroma, where the vectors live: embedded in the data folder, or a server.

Chroma embedded is silently corrupted when two processes open one folder, so the owner holds an
operating-system lock, which a killed process cannot leave behind. `CHROMA_URL` names a server that
any number of processes share. Chroma computes nothing here: it is given vectors and keeps them;
search compares in memory (`knowledge/search.py`). Its errors stop at this file.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np
from filelock import FileLock, Timeout

from knowledge.embedding.engine import Vectors
from shop.errors import SettingsError, StoreBusy
from shop.language import Lang

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.collection_configuration import CreateCollectionConfiguration
    from chromadb.api.models.Collection import Collection
    from chromadb.config import Settings

_PAGE = 2000
_COSINE: CreateCollectionConfiguration = {"hnsw": {"space": "cosine"}}


class VectorStore:
    """The collections of one Chroma. Thread-safe. Close it to let another process in."""

    def __init__(self, client: ClientAPI, place: str, lock: FileLock | None = None) -> None:
        self._client, self._place, self._lock = client, place, lock

    @property
    def is_ours(self) -> bool:
        """Embedded: no other process uses these collections."""
        return self._lock is not None

    def collection(self, name: str) -> VectorCollection:
        """The collection of that name, made now unless it is there."""
        found = self._client.get_or_create_collection(
            name, configuration=_COSINE, embedding_function=None
        )
        return VectorCollection(found, self._place)

    def drop(self, name: str) -> None:
        """Forget a collection; it need not exist."""
        if name in {collection.name for collection in self._client.list_collections()}:
            self._client.delete_collection(name)

    def close(self) -> None:
        self._client.close()  # type: ignore[attr-defined]  # missing from the interface only
        if self._lock:
            self._lock.release()


class VectorCollection:
    """Vectors by id. An id's vector never changes, so adding one twice does no harm."""

    def __init__(self, collection: Collection, place: str) -> None:
        self._collection, self._place = collection, place

    def all(self) -> dict[str, Vectors]:
        """Every vector by its id; each of shape (dimensions,). SettingsError: it is damaged."""
        with _damage_said_plainly(self._place):
            return dict(pair for page in self._pages() for pair in page)

    def _pages(self) -> Iterator[list[tuple[str, Vectors]]]:
        for offset in range(0, self._collection.count(), _PAGE):
            page = self._collection.get(limit=_PAGE, offset=offset, include=["embeddings"])
            vectors = np.asarray(page["embeddings"], dtype=np.float32)
            yield list(zip(page["ids"], vectors, strict=True))

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        if ids:
            self._collection.upsert(ids=list(ids), embeddings=vectors)

    def remove(self, ids: Sequence[str]) -> None:
        for start in range(0, len(ids), _PAGE):
            self._collection.delete(ids=list(ids[start : start + _PAGE]))


def open_store(folder: Path, url: str = "") -> VectorStore:
    """The server at `url` or, without one, Chroma embedded in `folder`.

    Raises StoreBusy when another process has the folder, SettingsError when the server or the
    folder cannot be used.
    """
    return _connect(url) if url else _open_embedded(folder)


def collection_name(lang: Lang, fingerprint: str) -> str:
    """Vectors of different models never share a collection."""
    return f"passages-{lang}-{hashlib.sha256(fingerprint.encode()).hexdigest()[:12]}"


def _open_embedded(folder: Path) -> VectorStore:
    import chromadb

    lock = _locked(folder)
    try:
        with _damage_said_plainly(str(folder)):
            client = chromadb.PersistentClient(str(folder), settings=_quiet())
    except BaseException:
        lock.release()
        raise
    return VectorStore(client, str(folder), lock)


def _locked(folder: Path) -> FileLock:
    with _folder_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder.with_suffix(".lock"), timeout=0)
        owner = folder.with_suffix(".owner")
        try:
            lock.acquire()
        except Timeout as error:
            raise StoreBusy(
                f"Another process ({_read(owner)}) has the index in {folder} open. "
                "Stop it first, or share a Chroma server through CHROMA_URL."
            ) from error
        owner.write_text(f"pid {os.getpid()}", "utf-8")
    return lock


@contextmanager
def _damage_said_plainly(place: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # Chroma raises what its Rust side sends
        why = (str(error).splitlines() or [type(error).__name__])[0]
        raise SettingsError(
            f"The index in {place} cannot be read ({why}). Remove it and start again: "
            "it is built anew from the articles."
        ) from error


@contextmanager
def _folder_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SettingsError(f"{folder} cannot be written: {error.strerror or error}.") from error


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else "unknown"


def _connect(url: str) -> VectorStore:
    import chromadb

    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingsError(f"CHROMA_URL={url} is not an address like http://127.0.0.1:8000.")
    secure = parts.scheme == "https"
    try:
        client = chromadb.HttpClient(
            parts.hostname, parts.port or (443 if secure else 80), secure, settings=_quiet()
        )
    except Exception as error:  # Chroma wraps every failure to connect in ValueError or its own
        raise SettingsError(f"No Chroma server answers at CHROMA_URL={url}.") from error
    return VectorStore(client, url)


def _quiet() -> Settings:
    from chromadb.config import Settings

    logging.getLogger("chromadb.telemetry").setLevel(logging.CRITICAL)
    return Settings(anonymized_telemetry=False)
