"""Cues: words that by themselves tell which section of the knowledge is meant.

Search finds by likeness. A request for what the advisor may not do is often unlike every example,
because people dress it up; its few telling words are then a better guide. The data is
`knowledge/house/cues.yaml`; editors extend it without touching code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from pydantic import Field

from knowledge.house_data import load_yaml
from knowledge.patterns import Pattern
from shop.typed_data import TypedData

_LONGEST_RUN = 20  # digits of a card's number and the blanks in it
_RUN = re.compile(r"[\d.,]{21,}")  # would be looked through again from each of its digits


class Cue(TypedData):
    """`section` is 'article/section'; it is meant when one of `says` is found, and each of `also`,
    and none of `unless`.
    """

    section: str = Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")
    says: tuple[Pattern, ...] = Field(min_length=1)
    also: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()

    def fits(self, text: str) -> bool:
        found = any(pattern.search(text) for pattern in self.says)
        whole = found and all(pattern.search(text) for pattern in self.also)
        return whole and not any(pattern.search(text) for pattern in self.unless)


class Cues:
    """All cues, in the order in which they are tried."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._cues = tuple(cues)

    def all(self) -> tuple[Cue, ...]:
        return self._cues

    def section_of(self, text: str) -> str | None:
        """The section that the text's words ask for, or None when they leave it open."""
        plain = _RUN.sub(lambda run: run[0][:_LONGEST_RUN], text)
        return next((cue.section for cue in self._cues if cue.fits(plain)), None)


def load_cues(path: Path) -> Cues:
    """Read the cue file. Raises ContentError naming file, line and field."""
    return Cues(load_yaml(path, list[Cue]))
