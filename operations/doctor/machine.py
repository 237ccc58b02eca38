"""Python, the packages, and the folder where everything is kept."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from operations.doctor.findings import Finding, broken, fine, missing
from operations.prepare import NEEDED_MB
from settings import ROOT, Settings

_ONLY_FOR_OWN_MODELS = {"torch", "sentence-transformers"}
_TOLD = ("streamlit", "langchain-core", "langgraph", "chromadb", "onnxruntime", "sqlalchemy")


def python() -> list[Finding]:
    return [fine("python", f"{platform.python_version()} on {platform.platform()}")]


def packages() -> list[Finding]:
    """Versions of the chief ones, and whatever is not as requirements.txt wants it."""
    told = ", ".join(f"{name} {_installed(name) or 'missing'}" for name in _TOLD)
    return [fine("packages", told), *_wrong(ROOT / "requirements.txt")]


def _wrong(requirements: Path) -> Iterator[Finding]:
    for name, wanted in _pinned(requirements):
        found = _installed(name)
        if found is None and name in _ONLY_FOR_OWN_MODELS:
            yield missing(name, "not installed: only an EMBEDDING_MODEL of your own needs it")
        elif found is None:
            yield broken(name, f"not installed: make run installs {wanted}")
        elif found.split("+")[0] != wanted:
            yield missing(name, f"{found} is installed, {wanted} was tested: make run")


def _pinned(requirements: Path) -> Iterator[tuple[str, str]]:
    for line in requirements.read_text("utf-8").splitlines():
        name, pinned, wanted = line.partition("==")
        if pinned and not line.startswith("#"):
            yield name.partition("[")[0], wanted


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def data_folder(settings: Settings) -> list[Finding]:
    folder = settings.data_dir
    if not folder.is_dir():
        return [missing("data folder", f"{folder} is not there yet: make run makes it")]
    free_mb = shutil.disk_usage(folder).free // 1_000_000
    said = f"{folder}, {free_mb / 1000:.1f} GB free"
    if not os.access(folder, os.W_OK):
        return [broken("data folder", f"{said}: not writable; set DATA_DIR to a folder that is")]
    if free_mb < NEEDED_MB:
        return [broken("data folder", f"{said}: make room for {NEEDED_MB} MB")]
    return [fine("data folder", said)]
