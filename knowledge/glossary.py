"""The house's words for things: one canonical term, and what shoppers call it.

The data is `knowledge/house/glossary.yaml`; editors extend it without touching code.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import RootModel

from knowledge.house_data import load_yaml
from shop.products import fold

Group = Literal["materials", "things", "features", "services"]

_LATIN = re.compile(r"[a-z0-9]")


class GlossaryFile(RootModel[dict[Group, dict[str, tuple[str, ...]]]]):
    """{group: {canonical term: [what people call it, in either language]}}"""


@dataclass(frozen=True, slots=True)
class Mention:
    """A term where it stands in a text; `start` and `end` count characters."""

    term: str
    start: int
    end: int


class Glossary:
    """Finds canonical terms in text. Longer names win: 'patent leather' is not 'leather'."""

    def __init__(
        self, names: Mapping[str, Iterable[str]], groups: Mapping[str, Group] | None = None
    ) -> None:
        self._names = {term: (term, *aliases) for term, aliases in names.items()}
        self._groups = dict(groups or {})
        self._term_of = {fold(name): term for term, known in self._names.items() for name in known}
        self._pattern = _any_of(self._term_of)

    def names(self) -> tuple[str, ...]:
        """Every name in the glossary, canonical terms included."""
        return tuple(name for known in self._names.values() for name in known)

    def names_of(self, term: str) -> tuple[str, ...]:
        """All names of one canonical term, itself included."""
        return self._names.get(term, ())

    def group_of(self, term: str) -> Group | None:
        return self._groups.get(term)

    def mentions(self, text: str) -> list[Mention]:
        """Every mention of a term, in order; mentions don't overlap."""
        return [
            Mention(self._term_of[match.group()], match.start(), match.end())
            for match in self._pattern.finditer(fold_in_place(text))
        ]

    def terms_in(self, text: str) -> list[str]:
        """Canonical terms in the order they appear, each once."""
        return list(dict.fromkeys(mention.term for mention in self.mentions(text)))


def load_glossary(path: Path) -> Glossary:
    """Read the glossary file. Raises ContentError naming file, line and field."""
    groups = load_yaml(path, GlossaryFile).root
    names = {term: known for terms in groups.values() for term, known in terms.items()}
    group_of = {term: group for group, terms in groups.items() for term in terms}
    return Glossary(names, group_of)


def fold_in_place(text: str) -> str:
    """Like `fold`, but each character keeps its place, so that matches can be cut out of `text`."""
    return "".join(folded if len(folded := fold(c)) == 1 else c for c in text)


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """The longer first. Under their first character, so that few are tried at each place."""
    under: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        under[name[0]].append(_after_first(name))
    branches = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in under.items())
    return re.compile("|".join(branches) or r"(?!)")


def _after_first(name: str) -> str:
    """A Latin name must stand as a word, with an optional plural; a Chinese one need not."""
    first, rest = re.escape(name[0]), re.escape(name[1:])
    if _LATIN.match(name[0]) and _LATIN.match(name[-1]):
        return rf"(?<![a-z0-9]{first}){rest}(?=(?:e?s)?(?![a-z0-9]))"
    return rest
