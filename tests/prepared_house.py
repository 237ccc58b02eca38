"""The whole sample house, indexed with the real model: made once, kept between runs of the tests.

Embedding every article takes minutes, so the folder stays in pytest's cache and is brought up to
date, which embeds only what changed, whenever a file that it is made of did.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock

from operations.prepared import digest_of_house
from settings import Settings


def prepared_house(cache: pytest.Cache) -> Path:
    """Its data folder, closed. Several pytest processes may ask at once: one makes it."""
    folder = cache.mkdir("house")
    stamp, wanted = folder / "made-of", digest_of_house()
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
