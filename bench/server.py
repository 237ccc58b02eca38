"""The real server as a process of its own, on a free port of this machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from operations.serve import server_command
from settings import ROOT, Settings
from shop.errors import SettingsError

_PATIENCE_S = 60.0
_OURS = ("DATA_DIR", "DATABASE_URL", "CHROMA_URL", "EMBEDDING_MODEL", "LANGUAGE_MODE", "OPENAI_",
         "HOST", "PORT", "PUBLIC_URL", "MARKET", "DEMO", "SESSION_HOURS")  # fmt: skip


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def running(settings: Settings, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`streamlit run app.py` over these settings; stopped as Ctrl-C would at the end."""
    with started(server_command(settings), settings, log) as process:
        wait_until_up(settings, process)
        yield process


@contextmanager
def started(
    command: Sequence[str], settings: Settings, log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a group of its own, told of these settings by its environment."""
    with log.open("ab") as out:
        process = subprocess.Popen(
            command, cwd=ROOT, env=_environment(settings), stdin=subprocess.DEVNULL,
            stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    try:
        yield process
    finally:
        stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ask nicely, then not."""
    for sign in (signal.SIGINT, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
            process.wait(timeout=15)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
        return


def wait_until_up(settings: Settings, process: subprocess.Popen[bytes]) -> None:
    """Raises SettingsError when the server ends or does not answer within a minute."""
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{settings.address}/_stcore/health", timeout=1):  # noqa: S310  # loopback
                return
        except (URLError, OSError):
            time.sleep(0.05)
    raise SettingsError(f"The server at {settings.address} did not start.")


def _environment(settings: Settings) -> dict[str, str]:
    """This process's, with nothing of another house in it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return kept | {
        "DATA_DIR": str(settings.data_dir),
        "DATABASE_URL": settings.database_url,
        "HOST": settings.host,
        "PORT": str(settings.port),
        "LANGUAGE_MODE": settings.language_mode,
        "OPENAI_BASE_URL": settings.openai_base_url,
        "OPENAI_TIMEOUT_S": str(settings.openai_timeout_s),
        "DEMO": str(settings.demo),
    }
