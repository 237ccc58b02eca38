"""What one client of the house remembers of what it sent: tried, and acknowledged.

A line is written with one call and outlives the process that wrote it, so that the next one knows
what was never acknowledged and sends it again, as a browser does.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sent:
    """`sender` is the number of a shopper, or the login of staff. The request id is the text too:
    every message of the run is one of a kind."""

    author: str  # shopper | person
    sender: str
    conversation_id: str
    request_id: str


class Diary:
    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def tries(self, sent: Sent) -> None:
        self._write("try", sent)

    def acknowledged(self, sent: Sent) -> None:
        self._write("ack", sent)

    def refused(self, sent: Sent) -> None:
        self._write("no", sent)

    def _write(self, what: str, sent: Sent) -> None:
        line = "\t".join((what, sent.author, sent.sender, sent.conversation_id, sent.request_id))
        os.write(self._file, f"{line}\n".encode())


def unacknowledged(path: Path) -> Sent | None:
    """What the process before had sent and heard no answer to: the last line, if it is a try."""
    lines = _lines(path)
    what, *fields = lines[-1] if lines else ("",)
    return Sent(*fields) if what == "try" else None


def acknowledged(path: Path, after: int) -> tuple[list[str], int]:
    """Request ids acknowledged since line `after`, and the number of lines there are now."""
    lines = _lines(path)
    return [fields[-1] for fields in lines[after:] if fields[0] == "ack"], len(lines)


def _lines(path: Path) -> list[list[str]]:
    if not path.exists():
        return []
    whole = path.read_text(encoding="utf-8").rpartition("\n")[0]
    return [line.split("\t") for line in whole.split("\n") if line]
