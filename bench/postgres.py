"""A real PostgreSQL: the one that is given, or a temporary one of Debian's packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg

_INSTALLED = "/usr/lib/postgresql"
_FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses="


class PostgresMissing(Exception):
    def __init__(self) -> None:
        super().__init__("No PostgreSQL here: sudo apt install postgresql, or DATABASE_URL_TEST")


@contextmanager
def running_postgres() -> Iterator[str]:
    """The URL of a server: DATABASE_URL_TEST, or a cluster that lives as long as the block."""
    given = os.environ.get("DATABASE_URL_TEST", "")
    if given:
        yield given
        return
    with _temporary_cluster(_binaries()) as url:
        yield url


@contextmanager
def fresh_database(server: str) -> Iterator[str]:
    """The URL of a new, empty database on that server; dropped at the end."""
    name = f"maroquin_{uuid4().hex[:12]}"
    admin = address(server)
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    try:
        yield urlsplit(admin)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(admin, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def address(url: str) -> str:
    """The URL as psycopg takes it, whatever driver it names."""
    return urlsplit(url)._replace(scheme="postgresql").geturl()


def _binaries() -> Path:
    found = sorted(Path(_INSTALLED).glob("*/bin/initdb"))
    if not found:
        raise PostgresMissing
    return found[-1].parent


@contextmanager
def _temporary_cluster(binaries: Path) -> Iterator[str]:
    """Reached by a socket in a folder of its own; the server listens on no port."""
    home = Path(tempfile.mkdtemp(prefix="maroquin-pg-"))  # short: socket paths end at 107 bytes
    if os.geteuid() == 0:
        shutil.chown(home, "postgres", "postgres")
    try:
        data = str(home / "data")
        log = str(home / "log")
        _run(binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
             "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        options = f"{_FAST} -c unix_socket_directories={home}"
        _run(binaries / "pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start")
        try:
            yield f"postgresql://postgres@/postgres?host={home}"
        finally:
            _run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run(*command: str | Path) -> None:
    """As the user postgres when we are root: PostgreSQL refuses to run as root."""
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run(
        [*as_user, *map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd="/", timeout=60
    )
