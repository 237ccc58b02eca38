"""What every system is given to find: the same text for all of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, Protocol

from shop.language import Lang

Searched = Lang | Literal[""]  # empty: every language

ENOUGH = 20  # pieces asked of a system that cuts documents: they hold at least ten documents


@dataclass(frozen=True, slots=True)
class Document:
    id: str
    lang: Lang
    title: str
    text: str
    asks: tuple[str, ...] = ()  # ways of asking for it that its editors wrote down

    @property
    def content(self) -> str:
        """All of it as one text, for systems that know nothing of titles and asks."""
        return "\n".join((": ".join(filter(None, (self.title, self.text))), *self.asks))


class System(Protocol):
    """A way to find documents. Its model is loaded when it is made, before anything is timed."""

    def index(self, documents: Sequence[Document]) -> None:
        """Take in these documents instead of any before."""

    def ask(self, question: str, lang: Lang, searched: Searched) -> list[str]:
        """Ids of documents, nearest first, of the language searched."""


def write_documents(path: Path, documents: Sequence[Document]) -> None:
    lines = (json.dumps(asdict(document), ensure_ascii=False) for document in documents)
    path.write_text("\n".join(lines), "utf-8")


def read_documents(path: Path) -> list[Document]:
    rows = map(json.loads, path.read_text("utf-8").split("\n"))
    return [Document(**{**row, "asks": tuple(row["asks"])}) for row in rows]
