"""What clients agreed to, each with its day."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Consents(Protocol):
    def wants_to_be_asked(self, client_id: str) -> bool:
        """Whether she wants to agree before a brief is passed on. False until she says so."""

    def ask_first(self, client_id: str, ask: bool, at: datetime) -> None:
        """Her setting from now on, as she chose it herself."""

    def answer(self, conversation_id: str) -> bool | None:
        """What she answered about the brief of one conversation; None: nothing yet."""

    def answered(self, conversation_id: str, agreed: bool, at: datetime) -> None: ...
