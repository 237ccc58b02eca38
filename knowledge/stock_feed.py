"""The stock feed: a file that the house's stock system writes into the data folder.

`stock.json` is read first, then `stock.csv` (docs/operations.md). It is read again whenever it
changes. A file that cannot be used is reported in the log and counts as no feed.
"""

from __future__ import annotations

import csv
import io
import json
import logging
from pathlib import Path
from threading import Lock
from typing import Any

from pydantic import ValidationError

from shop.stock import StockFeed

_log = logging.getLogger(__name__)
_NAMES = ("stock.json", "stock.csv")
_State = tuple[Path, int, int]


class StockFile:
    """Reads the newest feed of a folder; may be called from many threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._read: tuple[_State, StockFeed | None] | None = None

    def __call__(self) -> StockFeed | None:
        state = _state(self._folder)
        if state is None:
            return None
        with self._lock:
            if self._read is None or self._read[0] != state:
                self._read = (state, _feed(state[0]))
            return self._read[1]


def _state(folder: Path) -> _State | None:
    """Which file there is, and whether it is still the same one."""
    for name in _NAMES:
        path = folder / name
        try:
            found = path.stat()
        except OSError:
            continue
        return path, found.st_mtime_ns, found.st_size
    return None


def _feed(path: Path) -> StockFeed | None:
    try:
        text = path.read_text("utf-8-sig")
        fields = json.loads(text) if path.suffix == ".json" else _rows(text)
        return StockFeed.model_validate(fields)
    except (OSError, ValueError, csv.Error) as error:
        _log.warning("the stock feed %s cannot be used: %s", path.name, _reason(error))
        return None


def _rows(text: str) -> dict[str, Any]:
    """Rows of piece, size, quantity and at; the oldest time of all rows is the feed's."""
    rows = [dict(row) for row in csv.DictReader(io.StringIO(text))]
    times = sorted(str(row.pop("at", "")) for row in rows)
    return {"at": times[0] if times else "", "items": rows}


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(error)
