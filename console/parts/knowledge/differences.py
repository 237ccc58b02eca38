"""What changed between two revisions, in a form that a person can read.

Lines are compared first; where a line was reworded, its words are compared (Chinese character by
character), so that a correction of one figure shows as one figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from itertools import zip_longest
from typing import Literal

_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|\w+|\s+|.", re.DOTALL)
_ALIKE = 0.3  # below this two lines share too little for a comparison word by word

Kind = Literal["kept", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text. In a `removed` or `added` line, `marked` pieces are what makes it so."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the comparison. Numbers count from 1; 0 where the line does not stand."""

    kind: Kind
    old_number: int
    new_number: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def compare(old: str, new: str) -> list[Line]:
    """Every line of both texts, in reading order."""
    before, after = old.splitlines(), new.splitlines()
    lines: list[Line] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            lines += [
                Line("kept", i1 + n + 1, j1 + n + 1, (Piece(text),))
                for n, text in enumerate(before[i1:i2])
            ]
        else:
            lines += _replaced(before[i1:i2], after[j1:j2], i1, j1)
    return lines


def _replaced(old: list[str], new: list[str], old_at: int, new_at: int) -> Iterator[Line]:
    for n, (before, after) in enumerate(zip_longest(old, new)):
        marks_before, marks_after = _words(before, after)
        if before is not None:
            yield Line("removed", old_at + n + 1, 0, marks_before)
        if after is not None:
            yield Line("added", 0, new_at + n + 1, marks_after)


def _words(before: str | None, after: str | None) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    old, new = _WORD.findall(before or ""), _WORD.findall(after or "")
    match = SequenceMatcher(None, old, new, autojunk=False)
    if match.ratio() < _ALIKE:
        return (Piece(before or "", marked=True),), (Piece(after or "", marked=True),)
    changes = match.get_opcodes()
    return (
        _pieces((tag != "equal", old[i1:i2]) for tag, i1, i2, _, _ in changes),
        _pieces((tag != "equal", new[j1:j2]) for tag, _, _, j1, j2 in changes),
    )


def _pieces(runs: Iterable[tuple[bool, list[str]]]) -> tuple[Piece, ...]:
    return tuple(Piece("".join(words), marked) for marked, words in runs if words)


def around_changes(lines: list[Line], context: int = 2) -> list[list[Line]]:
    """The changed lines with `context` kept lines on each side, as separate runs."""
    near = {
        at + step
        for at, line in enumerate(lines)
        if line.kind != "kept"
        for step in range(-context, context + 1)
    }
    runs: list[list[Line]] = []
    for at, line in enumerate(lines):
        if at not in near:
            continue
        if at - 1 not in near or not runs:
            runs.append([])
        runs[-1].append(line)
    return runs


def as_html(lines: list[Line]) -> str:
    """The lines as a table; all text escaped. Marks do not rest on colour alone."""
    return f'<table class="mq-diff">{"".join(map(_row, lines))}</table>'


def _row(line: Line) -> str:
    tag = {"removed": "del", "added": "ins", "kept": "span"}[line.kind]
    text = "".join(
        f"<{tag}>{escape(piece.text)}</{tag}>" if piece.marked else escape(piece.text)
        for piece in line.pieces
    )
    sign = {"removed": "−", "added": "+", "kept": ""}[line.kind]
    numbers = f"<td>{line.old_number or ''}</td><td>{line.new_number or ''}</td>"
    return f'<tr class="mq-{line.kind}">{numbers}<td>{sign}</td><td>{text or "&nbsp;"}</td></tr>'
