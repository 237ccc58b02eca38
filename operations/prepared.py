"""Whether the house stands prepared, without opening it: a second start need not wait for that.

A file in the data folder holds a digest of all that preparing depends on. The server brings itself
up to date in any case; a wrong yes costs the operator the progress bar, nothing else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from settings import ROOT, Settings

_MADE_OF = ("knowledge", "shop", "wiring", "settings.py", "requirements.lock")
_KINDS = {".py", ".md", ".yaml"}


def is_current(settings: Settings) -> bool:
    needed = [settings.data_dir / "index.json"]
    if not settings.database_url:
        needed.append(settings.data_dir / "maroquin.db")
    mark_ = _mark(settings)
    whole = all(path.is_file() for path in [mark_, *needed])
    return whole and mark_.read_text("utf-8") == _digest(settings)


def mark(settings: Settings) -> None:
    """Say that everything was prepared just now."""
    _mark(settings).write_text(_digest(settings), "utf-8")


def digest_of_house() -> str:
    """Of every file that articles, passages, vectors and tables are made from."""
    paths = (path for name in _MADE_OF for path in _files(ROOT / name))
    told = b"".join(bytes(path.relative_to(ROOT)) + path.read_bytes() for path in paths)
    return hashlib.sha256(told).hexdigest()


def _digest(settings: Settings) -> str:
    chosen = (settings.embedding_model, settings.market, str(settings.demo))
    places = hashlib.sha256(f"{settings.database}\n{settings.chroma_url}".encode()).hexdigest()
    return "\n".join([digest_of_house(), places, *chosen])


def _mark(settings: Settings) -> Path:
    return settings.data_dir / "prepared"


def _files(place: Path) -> Iterator[Path]:
    found = [place] if place.is_file() else sorted(place.rglob("*"))
    return (path for path in found if path.is_file() and (path.suffix in _KINDS or path == place))
