"""The house's words for things: one canonical term, and what shoppers call it.

The data is `knowledge/house/glossary.yaml`; editors extend it without touching code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import RootModel

from shop.products import fold

_LATIN = re.compile(r"[a-z0-9]")


class GlossaryFile(RootModel[dict[str, tuple[str, ...]]]):
    """{canonical term: [what people call it, in either language]}"""


class Glossary:
    """Finds canonical terms in text. Longer names win: 'patent leather' is not 'leather'."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._term_of = {
            fold(name): term for term, aliases in names.items() for name in (term, *aliases)
        }
        ordered = sorted(self._term_of, key=len, reverse=True)
        self._pattern = re.compile("|".join(_bounded(name) for name in ordered) or r"(?!)")

    def terms_in(self, text: str) -> list[str]:
        """Canonical terms in the order they appear, each once."""
        found = (self._term_of[match.group()] for match in self._pattern.finditer(fold(text)))
        return list(dict.fromkeys(found))


def load_glossary(path: Path) -> Glossary:
    """Read the glossary file. Raises ContentError naming file, line and field."""
    from knowledge.house_data import load_yaml

    return Glossary(load_yaml(path, GlossaryFile).root)


def _bounded(name: str) -> str:
    """A Latin name must stand as a word, with an optional plural; a Chinese one need not."""
    if _LATIN.match(name[0]) and _LATIN.match(name[-1]):
        return rf"(?<![a-z0-9]){re.escape(name)}(?=(?:e?s)?(?![a-z0-9]))"
    return re.escape(name)
