"""Prepare: the data folder, the database, the articles, the index and the demo's people.

Everything here may be run again at any time: what stands already is left as it is.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from operations.progress import progress_bar
from settings import Settings
from shop.errors import SettingsError

if TYPE_CHECKING:
    from knowledge.index import IndexReport
    from shop.ports import Clock
    from wiring import Services

NEEDED_MB = 500  # the unpacked model, the index, and room for conversations


def require_data_folder(folder: Path) -> None:
    """Make the data folder. Raises SettingsError when it cannot be written or has no room."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".writable-{os.getpid()}"
        probe.write_text("yes")
        probe.unlink()
    except OSError as error:
        raise SettingsError(_folder_problem(folder, error)) from error
    free_mb = shutil.disk_usage(folder).free // 1_000_000
    if free_mb < NEEDED_MB:
        raise SettingsError(
            f"Only {free_mb} MB are free at {folder}: make room for {NEEDED_MB} MB, "
            "or set DATA_DIR to another disk."
        )


@contextmanager
def disk_trouble_said_plainly(folder: Path) -> Iterator[None]:
    """Turn a disk that fills up on the way into one line that says what to do."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        if getattr(error, "errno", None) != errno.ENOSPC and "is full" not in str(error):
            raise
        raise SettingsError(_full(folder)) from error


@contextmanager
def open_prepared(
    settings: Settings, out: Console, clock: Clock | None = None, talks: str = ""
) -> Iterator[Services]:
    """The services, everything known and indexed; `out` gets a progress bar and one line.

    `talks`: see `wiring.build`. Raises SettingsError, StoreBusy, ContentError in one line each.
    """
    require_data_folder(settings.data_dir)
    with disk_trouble_said_plainly(settings.data_dir):
        with out.status("Opening the house"):
            import wiring

            services = wiring.build(settings, clock or wiring.utc_now, talks)
        try:
            bring_up_to_date(services, out)
            yield services
        finally:
            services.close()


def bring_up_to_date(services: Services, out: Console) -> None:
    """Take in the house's articles and index what changed; says in one line what was done."""
    with out.status("Reading the articles"):
        seeded = services.seed()
    with progress_bar(out, "Indexing the articles") as show:
        report = services.update_index(show)
    out.print(summary(seeded, report), soft_wrap=True)


def summary(seeded: int, report: IndexReport) -> str:
    passages = report.embedded + report.kept
    if not seeded and not report.changed:
        return f"Index up to date: {passages} passages."
    changes = f"{report.embedded} new, {report.removed} removed"
    return f"Indexed {passages} passages ({changes}) in {report.seconds:.0f} s."


def copy_house(source: Path, target: Path) -> Path:
    """A copy of the data folder of a house that is closed, to try things on; gives `target`.

    The unpacked model, which never changes, is linked, and vectors already computed stay behind.
    """
    left_out = shutil.ignore_patterns("models", "*.lock", "*.owner", "embeddings.db*")
    shutil.copytree(source, target, ignore=left_out, dirs_exist_ok=True)
    if (source / "models").is_dir():
        (target / "models").symlink_to((source / "models").resolve(), target_is_directory=True)
    return target


def _folder_problem(folder: Path, error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return _full(folder)
    why = error.strerror or type(error).__name__
    return f"{folder} cannot be written ({why}): set DATA_DIR to a folder that can."


def _full(folder: Path) -> str:
    return f"The disk of {folder} is full: make room, or set DATA_DIR to another disk."
