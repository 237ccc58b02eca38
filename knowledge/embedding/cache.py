"""Vectors already computed, kept in one SQLite file beside the index.

Only knowledge is kept, never what a shopper asked. It is a cache: when the file cannot be read
or written, embedding simply takes longer, so its errors end here and are logged.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np

from knowledge.embedding.engine import Side, Vectors

_log = logging.getLogger(__name__)
_AT_ONCE = 500  # below SQLite's limit of variables in one statement
_TABLE = """CREATE TABLE IF NOT EXISTS vectors (
    fingerprint TEXT, digest BLOB, vector BLOB, PRIMARY KEY (fingerprint, digest)
) WITHOUT ROWID"""


class VectorCache:
    """Vectors by (fingerprint of the model, SHA-256 of side and text). Thread-safe."""

    def __init__(self, path: Path, fingerprint: str) -> None:
        self._path, self._fingerprint = path, fingerprint
        self._one_writer = threading.Lock()

    def get(self, texts: Sequence[str], side: Side) -> dict[str, Vectors]:
        """The vectors that are known, by text; each of shape (dimensions,)."""
        by_digest = {_digest(text, side): text for text in texts}
        found: dict[str, Vectors] = {}
        with _errors_logged(), self._open() as database:
            for some in _in_parts(list(by_digest)):
                for digest, blob in self._select(database, some):
                    found[by_digest[digest]] = np.frombuffer(blob, dtype="<f4")
        return found

    def put(self, vectors: Mapping[str, Vectors], side: Side) -> None:
        """Keep these vectors; the same text again replaces the earlier one."""
        rows = [
            (self._fingerprint, _digest(text, side), vector.astype("<f4").tobytes())
            for text, vector in vectors.items()
        ]
        with _errors_logged(), self._one_writer, self._open() as database, database:
            database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)

    def _select(
        self, database: sqlite3.Connection, digests: Sequence[bytes]
    ) -> list[tuple[bytes, bytes]]:
        marks = ",".join("?" * len(digests))
        query = f"SELECT digest, vector FROM vectors WHERE fingerprint = ? AND digest IN ({marks})"  # noqa: S608  # only question marks are put in
        return database.execute(query, (self._fingerprint, *digests)).fetchall()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path, timeout=5)) as database:
            database.execute("PRAGMA journal_mode=WAL")
            database.execute(_TABLE)
            yield database


@contextmanager
def _errors_logged() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        _log.warning("The cache of vectors is not usable: %s", error)


def _in_parts(digests: list[bytes]) -> Iterator[list[bytes]]:
    for start in range(0, len(digests), _AT_ONCE):
        yield digests[start : start + _AT_ONCE]


def _digest(text: str, side: Side) -> bytes:
    return hashlib.sha256(f"{side}\x00{text}".encode()).digest()
