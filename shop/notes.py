"""An internal note in a conversation: for staff only, never for the client or a model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

LONGEST_NOTE = 2000  # characters


@dataclass(frozen=True, slots=True)
class Note:
    """It stands behind the message `after_seq`, the last one when it was written (0: none)."""

    id: str
    conversation_id: str
    after_seq: int
    text: str
    at: datetime
    staff_id: str
    staff_name: str = ""
