"""The name of a process that answers turns, and whether the process behind a name still lives."""

from __future__ import annotations

import os
import socket

from shop.ids import new_id


def runner_name() -> str:
    """Machine and process, and a part of its own: pids come again."""
    return f"{socket.gethostname()}:{os.getpid()}:{new_id()}"


def is_gone(other: str) -> bool:
    """Whether another runner is surely dead; False for what runs on other machines.

    Our own pid under another name is a process before us that had the same number, as in a
    container that was restarted.
    """
    host, pid, _ = other.rsplit(":", 2)
    return host == socket.gethostname() and (int(pid) == os.getpid() or not _lives(int(pid)))


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
