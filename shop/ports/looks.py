"""What is kept of looks."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from shop.looks import Look, Reaction


class LookRecords(Protocol):
    """Each look comes with what its client thought of it."""

    def add(self, look: Look) -> None: ...

    def get(self, look_id: str) -> Look | None: ...

    def lock(self, look_id: str) -> Look | None:
        """The look, which nobody else changes until this work ends."""

    def unsent(self, newest: int, client_id: str | None) -> list[Look]:
        """Of those that nobody was sent yet, the newest so many and all for this client; the newest
        first."""

    def of_client(self, client_id: str) -> list[Look]:
        """Composed for her or sent into a conversation of hers, newest first."""

    def in_conversation(self, conversation_id: str) -> list[Look]: ...

    def change(self, look: Look) -> None:
        """Its pieces, note and for whom it is."""

    def sent(self, look_id: str, message_id: str, client_id: str | None, at: datetime) -> None: ...

    def discard(self, look_id: str) -> None: ...

    def react(self, look_id: str, reaction: Reaction) -> None:
        """In the place of any before. Only under the conversation's lock."""

    def take_back(self, look_id: str, piece: str) -> None: ...
