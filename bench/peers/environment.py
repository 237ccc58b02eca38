"""The peers' own virtual environment, made on demand in the data folder.

It sees the product's packages too, through a .pth file, so that torch, Chroma and LangChain's
core are neither downloaded twice nor of another version than ours.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from rich.console import Console

from settings import ROOT
from shop.errors import SettingsError

REQUIREMENTS = ROOT / "bench" / "peers" / "requirements.txt"


def peers_python(data_dir: Path, out: Console) -> Path:
    """Python with the peers installed. Raises SettingsError in one line when they cannot be."""
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes() + sys.prefix.encode()).hexdigest()[:12]
    folder = data_dir / "peers" / wanted
    python, done = folder / "bin" / "python", folder / "installed"
    if not done.is_file():
        with out.status("Installing the peers"):
            _install(folder, python)
        done.touch()
    return python


def _install(folder: Path, python: Path) -> None:
    venv.create(folder, clear=True, with_pip=True)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    ours = folder / "lib" / version / "site-packages" / "product.pth"
    ours.write_text(sysconfig.get_path("purelib"), "utf-8")
    said = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
         "-r", REQUIREMENTS],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if said.returncode:
        why = (said.stderr.strip().splitlines() or ["pip said nothing"])[-1]
        raise SettingsError(f"The peers cannot be installed ({why}). Is there a network?")
