"""Settings: what is wrong is one line, and .env.example tells of every one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from settings import ROOT, Settings, read_settings
from shop.errors import SettingsError

_LINE = re.compile(r"^# ?([A-Z_]+)=(.*)$", re.MULTILINE)
EXAMPLE = dict(_LINE.findall((ROOT / ".env.example").read_text("utf-8")))


@pytest.fixture(autouse=True)
def _no_env_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(Settings.model_config, "env_file", None)
    for name in EXAMPLE:
        monkeypatch.delenv(name, raising=False)


def test_the_example_lists_exactly_the_settings() -> None:
    assert set(EXAMPLE) == {name.upper() for name in Settings.model_fields}


def test_the_example_shows_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in EXAMPLE.items():
        monkeypatch.setenv(name, value)
    assert read_settings() == Settings.defaults()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "70000"),
        ("OPENAI_TIMEOUT_S", "0"),
        ("LANGUAGE_MODE", "gpt"),
        ("LANGUAGE_MODE", "openai"),
        ("MARKET", "mars"),
        ("PUBLIC_URL", "boutique.example"),
        ("CHROMA_URL", "localhost:8000"),
    ],
)
def test_a_broken_setting_is_one_line_that_names_it(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as raised:
        read_settings()
    assert str(raised.value).startswith(f"{name} is not usable: ")
    assert "\n" not in str(raised.value)


def test_a_secret_never_stands_in_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    monkeypatch.setenv("OPENAI_BASE_URL", "sk-secret")
    with pytest.raises(SettingsError) as raised:
        read_settings()
    assert "sk-secret" not in str(raised.value)


def test_a_relative_data_folder_lies_in_the_clone_wherever_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_settings(data_dir="data").data_dir == ROOT / "data"


def test_an_empty_variable_means_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "")
    assert read_settings().port == 8501


def test_a_server_of_one_s_own_needs_no_key() -> None:
    given = read_settings(language_mode="auto", openai_base_url="http://127.0.0.1:8080/v1")
    assert given.mode == "openai"


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ({}, "http://127.0.0.1:8501"),
        ({"host": "0.0.0.0", "port": 80}, "http://127.0.0.1:80"),  # noqa: S104  # never bound
        ({"public_url": "https://boutique.example/"}, "https://boutique.example"),
    ],
)
def test_the_address_is_one_that_a_browser_can_open(given: dict[str, str], address: str) -> None:
    assert read_settings(**given).address == address
