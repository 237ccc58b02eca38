"""Preparing: what cannot work is one line that says what to do, and nothing is done twice."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections import namedtuple
from pathlib import Path

import pytest

from knowledge.index import IndexReport
from operations.prepare import (
    copy_house,
    disk_trouble_said_plainly,
    require_data_folder,
    summary,
)
from shop.errors import SettingsError

Usage = namedtuple("Usage", "total used free")


def test_a_missing_data_folder_is_made(tmp_path: Path) -> None:
    require_data_folder(tmp_path / "new" / "data")
    assert list((tmp_path / "new" / "data").iterdir()) == []


def test_a_data_folder_that_cannot_be_made_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SettingsError, match=r"file/data cannot be written .*: set DATA_DIR"):
        require_data_folder(tmp_path / "file" / "data")


def test_a_read_only_folder_names_the_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, _text: str) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(self))

    monkeypatch.setattr(Path, "write_text", refuse)  # root may write anywhere
    with pytest.raises(SettingsError, match=r"\(Read-only file system\): set DATA_DIR"):
        require_data_folder(tmp_path)


def test_a_nearly_full_disk_stops_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 9 * 10**8, 10**8))
    with pytest.raises(SettingsError, match=r"Only 100 MB are free at .*: make room for 500 MB"):
        require_data_folder(tmp_path)


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        sqlite3.OperationalError("database or disk is full"),
    ],
)
def test_a_disk_that_fills_up_on_the_way_is_said_plainly(tmp_path: Path, error: Exception) -> None:
    with (
        pytest.raises(SettingsError, match=r"is full: make room"),
        disk_trouble_said_plainly(tmp_path),
    ):
        raise error


def test_other_trouble_is_not_taken_for_a_full_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), disk_trouble_said_plainly(tmp_path):
        raise FileNotFoundError(errno.ENOENT, "No such file")


def test_what_was_done_is_one_line() -> None:
    assert summary(0, IndexReport(0, 2000, 0, 1.2)) == "Index up to date: 2000 passages."
    told = summary(3, IndexReport(40, 1960, 7, 12.3))
    assert told == "Indexed 2000 passages (40 new, 7 removed) in 12 s."


def test_a_copied_house_shares_only_the_model(tmp_path: Path) -> None:
    house = tmp_path / "house"
    (house / "models" / "one").mkdir(parents=True)
    for name in ("maroquin.db", "chroma.lock", "chroma.owner", "embeddings.db-wal"):
        (house / name).write_text(name)
    copy = copy_house(house, tmp_path / "copy")
    assert sorted(path.name for path in copy.iterdir()) == ["maroquin.db", "models"]
    assert (copy / "models" / "one").samefile(house / "models" / "one")
