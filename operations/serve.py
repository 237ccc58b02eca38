"""Serve: check what can be checked, prepare, tell the operator where to look, start the server."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

from rich.console import Console

from operations.prepare import require_data_folder
from settings import Settings
from shop.errors import SettingsError

ROOT = Path(__file__).parent.parent


def require_free_port(host: str, port: int) -> None:
    """Raises SettingsError when somebody listens there already."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SettingsError(
                f"Port {port} on {host} cannot be used ({error.strerror}): "
                f"stop what runs there, or choose another: make run PORT={port + 1}"
            ) from error


def require_can_serve(settings: Settings) -> None:
    """Everything that would stop the server, found before it starts."""
    require_free_port(settings.host, settings.port)
    require_data_folder(settings.data_dir)


def start(settings: Settings, out: Console) -> None:
    """Become the server: this process is replaced, so that signals reach it."""
    out.print(f"Open {settings.address}  (staff sign in at {settings.address}/sign-in)")
    command = [
        sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"),
        "--server.port", str(settings.port), "--server.address", settings.host,
    ]  # fmt: skip
    sys.stdout.flush()
    os.chdir(ROOT)
    os.execv(sys.executable, command)  # noqa: S606  # our own interpreter, our own arguments
