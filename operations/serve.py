"""Serve: check what can be checked, prepare, tell the operator where to look, become the server."""

from __future__ import annotations

import errno
import os
import socket
import sys

from rich.console import Console

from operations import people, prepared
from operations.prepare import open_prepared, require_data_folder
from settings import ROOT, Settings
from shop import demo
from shop.errors import SettingsError


def serve(settings: Settings, out: Console) -> None:
    """Never returns. Raises SettingsError, StoreBusy, ContentError before anything is served."""
    require_free_port(settings.host, settings.port)
    require_data_folder(settings.data_dir)
    if not prepared.is_current(settings):
        prepare(settings, out)
    out.print(f"\nOpen {settings.address}   (Ctrl-C stops)", soft_wrap=True)
    become_the_server(settings)


def prepare(settings: Settings, out: Console) -> None:
    """Everything that the server would do by itself, but where the operator can watch it."""
    with open_prepared(settings, out) as services:
        if settings.demo:
            made = demo.furnish(services.staff_accounts, services.client_accounts, services.owners)
            people.announce(made, settings.address, out)
    prepared.mark(settings)


def require_free_port(host: str, port: int) -> None:
    """Raises SettingsError when nobody can listen there, and says why."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except UnicodeError as error:
        raise SettingsError(f"HOST={host} is no address. See .env.example.") from error
    except OSError as error:
        raise SettingsError(_port_problem(host, port, error)) from error


def _port_problem(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8501
        return f"Port {port} is taken: stop what runs there, or choose: make run PORT={other}"
    if error.errno == errno.EACCES:
        return f"Port {port} needs rights that you have not: choose one above 1023."
    return f"HOST={host} is no address of this machine ({error.strerror}). See .env.example."


def server_command(settings: Settings) -> list[str]:
    return [
        sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"),
        "--server.port", str(settings.port), "--server.address", settings.host,
    ]  # fmt: skip


def become_the_server(settings: Settings) -> None:
    """This process is replaced, so that signals reach the server and memory begins anew."""
    sys.stdout.flush()
    os.chdir(ROOT)  # where Streamlit looks for .streamlit/config.toml
    os.execv(sys.executable, server_command(settings))  # noqa: S606  # our own arguments
