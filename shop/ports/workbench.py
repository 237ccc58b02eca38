"""What is kept of the desk's own tools: snippets, and notes in a conversation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from shop.notes import Note
from shop.snippets import Snippet


class Snippets(Protocol):
    def all(self) -> list[Snippet]:
        """Those that stand, by name."""

    def get(self, snippet_id: str) -> Snippet | None: ...

    def known(self) -> Sequence[str]:
        """The ids of all there ever were, removed ones too."""

    def put(self, snippet: Snippet) -> None:
        """A new one, or in the place of the one with its id."""

    def remove(self, snippet_id: str, at: datetime) -> None: ...


class Notes(Protocol):
    """Each goes with its conversation."""

    def add(self, note: Note) -> None: ...

    def get(self, note_id: str) -> Note | None: ...

    def of(self, conversation_id: str) -> list[Note]:
        """Oldest first."""

    def remove(self, note_id: str) -> None: ...
