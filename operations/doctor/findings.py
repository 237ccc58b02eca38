"""What the doctor says of one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rich.console import Console
from rich.table import Table
from rich.text import Text

State = Literal["fine", "missing", "broken"]

_COLOURS: dict[State, str] = {"fine": "green", "missing": "yellow", "broken": "red"}


@dataclass(frozen=True, slots=True)
class Finding:
    """`broken` stops the house; `missing` is made by the next start, or not needed by all."""

    name: str
    state: State
    said: str


def fine(name: str, said: object) -> Finding:
    return Finding(name, "fine", str(said))


def missing(name: str, said: object) -> Finding:
    return Finding(name, "missing", str(said))


def broken(name: str, said: object) -> Finding:
    return Finding(name, "broken", str(said))


def is_broken(findings: Iterable[Finding]) -> bool:
    return any(finding.state == "broken" for finding in findings)


def as_object(findings: Iterable[Finding]) -> dict[str, Any]:
    return {finding.name: {"state": finding.state, "said": finding.said} for finding in findings}


def print_findings(findings: Sequence[Finding], out: Console) -> None:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding in findings:
        state = Text(finding.state, _COLOURS[finding.state])
        table.add_row(finding.name, state, Text(finding.said))
    out.print(table)
