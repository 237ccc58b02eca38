"""What is read of a period for managers, and the scores that clients give."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from shop.insight_rows import AskedRow, HandoverRow, Period, TalkRow


class History(Protocol):
    """Only reads. Each list is in the order of time."""

    def talks(self, period: Period) -> list[TalkRow]:
        """Conversations in which a client wrote within the period."""

    def asked(self, period: Period) -> list[AskedRow]:
        """Clients' messages of the period that the advisor answered."""

    def handovers(self, period: Period) -> list[HandoverRow]:
        """Hand-overs asked for within the period."""


class Scores(Protocol):
    def closed_last(self, conversation_id: str) -> str | None:
        """Id of its hand-over that a person closed last."""

    def of(self, handoff_id: str) -> int | None: ...

    def put(self, handoff_id: str, score: int, at: datetime) -> None:
        """In the place of any before. Only under the conversation's lock."""
