"""The index: every published passage as vectors in Chroma and as words in memory.

A passage has a vector for its text, one for each way of asking for it and, if it is long, one for
each sentence. A vector's id carries
the digest of what was embedded, so nothing is ever overwritten: an update adds what is missing,
swaps the shelves that readers use, writes down which collections count, and only then removes
what is gone. Killed anywhere before the swap, the old knowledge is whole, and the next update goes
on where this one stopped. Another embedding model means other collections beside the old ones.
"""

from __future__ import annotations

import json
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from knowledge.embedders import Embedder
from knowledge.embedding.engine import Vectors
from knowledge.passages import Passage
from knowledge.shelves import Entry, Shelf, entries_of, make_shelf, told_apart
from knowledge.vector_store import VectorCollection, VectorStore, collection_name, open_store
from settings import Settings
from shop.language import LANGS, Lang

_log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]

_AT_ONCE = 512  # vectors embedded between two reports of progress


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What an update did, in passages. `rebuilt`: for another model than the last time."""

    embedded: int
    kept: int
    removed: int
    seconds: float
    rebuilt: bool = False

    @property
    def changed(self) -> bool:
        return bool(self.embedded or self.removed)


class Index:
    """Owns the collections. `shelves` may be read from any thread while `update` runs."""

    def __init__(self, store: VectorStore, embedder: Embedder, pointer: Path) -> None:
        self.embedder = embedder
        self.shelves: dict[Lang, Shelf] = {}
        self._store = store
        self._pointer = pointer
        self._one_update = threading.Lock()

    @property
    def collections(self) -> dict[Lang, str]:
        """The names of the collections that this embedding model uses."""
        return {lang: collection_name(lang, self.embedder.fingerprint) for lang in LANGS}

    @property
    def built_with(self) -> str:
        """The fingerprint of the model that made the last whole index; empty before the first."""
        return self._read_pointer().fingerprint

    def update(self, passages: Sequence[Passage], progress: Progress | None = None) -> IndexReport:
        """Make the index hold exactly these passages; only what is new is embedded.

        `progress(done, all)` counts vectors. Readers see the new knowledge at once, at the end.
        Raises ModelFailed when the embedding model does; the old knowledge then stays.
        """
        with self._one_update:
            began = time.perf_counter()
            rebuilt = self.built_with not in {"", self.embedder.fingerprint}
            books = [self._open(lang, passages) for lang in LANGS]
            self._embed([(book, entry) for book in books for entry in book.missing], progress)
            shelves = {book.lang: shelf for book in books if (shelf := book.shelf())}
            self.shelves = told_apart(shelves)
            self._flip()
            for book in books:
                book.remove_gone()
            return _report(books, time.perf_counter() - began, rebuilt)

    def close(self) -> None:
        """Let another process have the index."""
        self._store.close()

    def _open(self, lang: Lang, passages: Sequence[Passage]) -> _Book:
        collection = self._store.collection(self.collections[lang])
        own = [passage for passage in passages if passage.lang == lang]
        return _Book(lang, own, collection)

    def _embed(self, missing: list[tuple[_Book, Entry]], progress: Progress | None) -> None:
        done = 0
        for some in _batches(missing):
            texts = [entry.text for _, entry in some]
            vectors = self.embedder.knowledge(texts, some[0][1].side)
            for book in {id(book): book for book, _ in some}.values():
                rows = [row for row, (owner, _) in enumerate(some) if owner is book]
                book.add([some[row][1].id for row in rows], vectors[rows])
            done += len(some)
            if progress:
                progress(done, len(missing))

    def _flip(self) -> None:
        """Say which collections count from now on, and forget those of an earlier model."""
        old = self._read_pointer().collections
        new = _Pointer(self.embedder.fingerprint, self.collections)
        draft = self._pointer.with_suffix(".new")
        draft.write_text(json.dumps(asdict(new), indent=1), "utf-8")
        os.replace(draft, self._pointer)
        if self._store.is_ours:
            for name in set(old.values()) - set(self.collections.values()):
                self._store.drop(name)

    def _read_pointer(self) -> _Pointer:
        """An unreadable file counts as none: it says nothing that an update does not find out."""
        if not self._pointer.is_file():
            return _Pointer("", {})
        try:
            return TypeAdapter(_Pointer).validate_json(self._pointer.read_bytes())
        except ValidationError:
            _log.warning("%s is damaged and is written anew", self._pointer)
            return _Pointer("", {})


@dataclass(frozen=True, slots=True)
class _Pointer:
    """What index.json says: the model and the collections of the last whole index."""

    fingerprint: str
    collections: dict[Lang, str]


class _Book:
    """The passages of one language during one update, beside what is stored of them."""

    def __init__(self, lang: Lang, passages: list[Passage], collection: VectorCollection) -> None:
        self.lang, self.passages = lang, passages
        self._collection = collection
        self._vectors = collection.all()
        self._before = set(self._vectors)
        wanted = [entry for passage in passages for entry in entries_of(passage)]
        self.missing = [entry for entry in wanted if entry.id not in self._before]
        self._gone = self._before - {entry.id for entry in wanted}

    def add(self, ids: list[str], vectors: Vectors) -> None:
        self._collection.add(ids, vectors)
        self._vectors.update(zip(ids, vectors, strict=True))

    def shelf(self) -> Shelf | None:
        return make_shelf(self.passages, self._vectors)

    def remove_gone(self) -> None:
        self._collection.remove(sorted(self._gone))

    @property
    def embedded(self) -> set[str]:
        return {_passage_of(entry.id) for entry in self.missing}

    @property
    def removed(self) -> set[str]:
        stays = {passage.id for passage in self.passages}
        return {_passage_of(gone) for gone in self._gone} - stays


def open_index(settings: Settings, embedder: Embedder) -> Index:
    """The house's index. Raises StoreBusy when another process owns it, SettingsError."""
    store = open_store(settings.data_dir / "chroma", settings.chroma_url)
    return Index(store, embedder, settings.data_dir / "index.json")


def _batches(missing: list[tuple[_Book, Entry]]) -> Iterator[list[tuple[_Book, Entry]]]:
    """Parts of one side each, texts of like length together."""
    for side in ("passage", "query"):
        own = [pair for pair in missing if pair[1].side == side]
        own.sort(key=lambda pair: len(pair[1].text))
        for start in range(0, len(own), _AT_ONCE):
            yield own[start : start + _AT_ONCE]


def _report(books: Sequence[_Book], seconds: float, rebuilt: bool) -> IndexReport:
    embedded = sum(len(book.embedded) for book in books)
    return IndexReport(
        embedded=embedded,
        kept=sum(len(book.passages) for book in books) - embedded,
        removed=sum(len(book.removed) for book in books),
        seconds=seconds,
        rebuilt=rebuilt,
    )


def _passage_of(vector_id: str) -> str:
    return vector_id.rpartition("@")[0]
