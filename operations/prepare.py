"""Prepare: the data folder, the database, the articles, the index and the demo's people.

Everything here may be run again at any time: what stands already is left as it is.
"""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from shop.errors import SettingsError

if TYPE_CHECKING:
    from wiring import Services

_NEEDED_MB = 500


def require_data_folder(folder: Path) -> None:
    """Make the data folder. Raises SettingsError when it cannot be written or has no room."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.write_text("")
        probe.unlink()
    except OSError as error:
        raise SettingsError(_folder_problem(folder, error)) from error
    free_mb = shutil.disk_usage(folder).free // 1_000_000
    if free_mb < _NEEDED_MB:
        raise SettingsError(
            f"Only {free_mb} MB are free at {folder}: make room for {_NEEDED_MB} MB, "
            "or set DATA_DIR to another disk."
        )


def _folder_problem(folder: Path, error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return f"The disk of {folder} is full: make room, or set DATA_DIR to another disk."
    return f"{folder} cannot be written ({error.strerror}): set DATA_DIR to a folder that can."


@contextmanager
def said_plainly(folder: Path) -> Iterator[None]:
    """Turn a full or failing disk, met on the way, into one line that says what to do."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        full = getattr(error, "errno", None) == errno.ENOSPC or "is full" in str(error)
        if not full:
            raise
        raise SettingsError(_folder_problem(folder, OSError(errno.ENOSPC, "full"))) from error


def bring_up_to_date(services: Services, progress: Callable[[int, int], None] | None = None) -> str:
    """Seed the house's articles and bring the index up to date; says in one line what was done."""
    seeded = services.seed()
    report = services.update_index(progress)
    kept = f"{report.kept} passages as they were, {report.embedded} embedded"
    return f"{seeded} articles added or renewed; {kept}, {report.removed} removed"
