"""The words of `words.yaml`, compiled once: what a clause is about, in either language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

_DATA = Path(__file__).parent / "words.yaml"
_FLAGS = re.IGNORECASE | re.ASCII  # a Latin word also ends where a Chinese character begins


def words(name: str) -> re.Pattern[str]:
    """All expressions under a name as one pattern. Raises KeyError for a name that is none."""
    return _all()[name]


@cache
def _all() -> Mapping[str, re.Pattern[str]]:
    data = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return {name: re.compile("|".join(parts), _FLAGS) for name, parts in data.items()}
