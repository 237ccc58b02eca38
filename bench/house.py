"""A prepared house to measure: a copy of the real one, so that nothing is left in its records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from operations.prepare import copy_house, open_prepared
from settings import Settings, read_settings

_err = Console(stderr=True, highlight=False)


@contextmanager
def house_to_measure() -> Iterator[Settings]:
    """Settings of a copy in a temporary folder: SQLite, embedded Chroma, offline, indexed.

    Raises StoreBusy when a running server has the real one.
    """
    real = _plain(read_settings().data_dir)
    with open_prepared(real, _err):
        pass
    with TemporaryDirectory(prefix="maroquin-bench-") as folder:
        yield _plain(copy_house(real.data_dir, Path(folder) / "data"))


def _plain(data_dir: Path) -> Settings:
    """The defaults, whatever the environment says: figures of two machines must be comparable."""
    return Settings.defaults(data_dir=data_dir)
