"""What is kept of the drafts that AI made for staff."""

from __future__ import annotations

from typing import Protocol

from shop.reply_drafts import ReplyDraft


class ReplyDrafts(Protocol):
    """The drafts of conversations; each goes with its conversation."""

    def add(self, draft: ReplyDraft) -> None: ...

    def of(self, conversation_id: str) -> list[ReplyDraft]:
        """Newest first."""

    def became(self, draft_id: str, message_id: str) -> None:
        """A message was sent from it."""
