"""A client's copy and erasure from the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cli
from settings import Settings
from shop.client_accounts import ClientAccounts
from shop.clients import Client, Tier
from shop.db import open_store
from shop.db.store import utc_now


@pytest.fixture
def lin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setitem(Settings.model_config, "env_file", None)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    store = open_store(f"sqlite:///{tmp_path / 'maroquin.db'}")
    client = ClientAccounts(store, utc_now).create("林若澜", Tier.BLACK, "zh", {"shoes": "EU 38"})
    store.close()
    return client


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(list(arguments))
    return int(ended.value.code or 0)


def test_a_copy_is_written_for_its_owners_eyes_only(lin: Client, tmp_path: Path) -> None:
    to = tmp_path / "lin.json"
    assert run("export", "林若澜", "--out", str(to)) == 0
    assert json.loads(to.read_text("utf-8"))["client"]["id"] == lin.id
    assert to.stat().st_mode & 0o077 == 0


def test_who_is_not_there_is_said_in_one_line(
    lin: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "nobody") == 2
    assert "There is no client 'nobody'" in capsys.readouterr().err


def test_erasure_is_asked_for_and_then_complete(
    lin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("typer.confirm", _refuse)
    assert run("erase", lin.id) == 1
    assert run("export", lin.id) == 0
    assert run("erase", lin.id, "--yes") == 0
    assert run("export", lin.id) == 2


def _refuse(_: str, abort: bool) -> bool:
    import typer

    assert abort
    raise typer.Abort
