"""The whole sample house, indexed with the real model: made once, kept between runs of the tests.

Embedding every article takes minutes, so the folder stays in pytest's cache and is brought up to
date, which embeds only what changed, whenever a file that it is made of did.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from filelock import FileLock

from settings import ROOT, Settings

_MADE_OF = ("knowledge", "shop", "wiring.py", "settings.py", "requirements.lock")


def prepared_house(cache: pytest.Cache) -> Path:
    """Its data folder, closed. Several pytest processes may ask at once: one makes it."""
    folder = cache.mkdir("house")
    stamp, wanted = folder / "made-of", _digest()
    with FileLock(folder.with_suffix(".lock")):
        if not stamp.is_file() or stamp.read_text() != wanted:
            stamp.unlink(missing_ok=True)
            _prepare(folder / "data", cache.mkdir("models"))
            stamp.write_text(wanted)
    return folder / "data"


def _prepare(data: Path, models: Path) -> None:
    import wiring

    data.mkdir(exist_ok=True)
    if not (data / "models").exists():
        (data / "models").symlink_to(models, target_is_directory=True)
    wiring.open_house(Settings.defaults(data_dir=data)).close()


def _digest() -> str:
    files = [path for name in _MADE_OF for path in sorted(_files(ROOT / name))]
    told = b"".join(str(p.relative_to(ROOT)).encode() + p.read_bytes() for p in files)
    return hashlib.sha256(told).hexdigest()


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return [path for path in place.rglob("*") if path.suffix in {".py", ".md", ".yaml"}]
