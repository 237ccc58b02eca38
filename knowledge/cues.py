"""Cues: words that by themselves tell which section of the knowledge is meant.

Search finds by likeness. A request for what the advisor may not do is often unlike every example,
because people dress it up; its few telling words are then a better guide. The data is
`knowledge/house/cues.yaml`; editors extend it without touching code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, field_validator


class Cue(BaseModel):
    """`section` is 'article/section'; it is meant when one of `says` is found, none of `unless`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    section: str = Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")
    says: tuple[re.Pattern[str], ...] = Field(min_length=1)
    unless: tuple[re.Pattern[str], ...] = ()

    @field_validator("says", "unless", mode="before")
    @classmethod
    def _compiled(cls, patterns: Sequence[str]) -> tuple[re.Pattern[str], ...]:
        try:
            return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
        except re.error as error:
            raise ValueError(f"{error.pattern!r} is no regular expression: {error}") from error

    def fits(self, text: str) -> bool:
        found = any(pattern.search(text) for pattern in self.says)
        return found and not any(pattern.search(text) for pattern in self.unless)


class Cues:
    """All cues, in the order in which they are tried."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._cues = tuple(cues)

    def all(self) -> tuple[Cue, ...]:
        return self._cues

    def section_of(self, text: str) -> str | None:
        """The section that the text's words ask for, or None when they leave it open."""
        return next((cue.section for cue in self._cues if cue.fits(text)), None)


def load_cues(path: Path) -> Cues:
    """Read the cue file. Raises ContentError naming file, line and field."""
    from knowledge.house_data import load_yaml

    return Cues(load_yaml(path, list[Cue]))
