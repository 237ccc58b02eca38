"""A hand-over from the advisor to a person: why, to whom, by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shop.clients import Tier


class Lane(StrEnum):
    """Which people answer. Order of the queue is by `due`, then lane, then arrival."""

    DEDICATED = "dedicated"  # black
    SHARED = "shared"  # gold
    SERVICE = "service"  # everyone else


class Reason(StrEnum):
    """House rule H-J2, plus a client who simply asked, or was written to."""

    ASKED = "asked"
    COMPLAINT = "complaint"
    COUNTERFEIT = "counterfeit"
    LARGE_ORDER = "large_order"
    STYLING = "styling"
    DATA_RIGHTS = "data_rights"
    DISTRESS = "distress"
    UNANSWERED = "unanswered"
    WROTE_FIRST = "wrote_first"  # nobody asked: her personal shopper wrote to her


class HandoffState(StrEnum):
    WAITING = "waiting"
    CLAIMED = "claimed"
    GIVEN_BACK = "given_back"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Handoff:
    """`note_only`: nobody is on duty now; the note waits and opens the queue at `due`.

    `due` is by when a person's first words are due; it moves when the conversation is lost back
    to the queue, `first_due` does not. `queued_at`: since when it waits in the queue this time.
    `owed_since`: since when the client waits for a person's words, None while she does not.
    Owner and cover are those named for the client at this moment.
    """

    id: str
    conversation_id: str
    lane: Lane
    reason: Reason
    state: HandoffState
    created_at: datetime
    due: datetime
    note_only: bool
    tier: Tier | None
    client_name: str = ""
    staff_id: str | None = None
    staff_name: str = ""
    last_message: str = ""
    queued_at: datetime | None = None
    claimed_at: datetime | None = None
    owed_since: datetime | None = None
    first_due: datetime | None = None
    first_reply_at: datetime | None = None
    warned_at: datetime | None = None
    escalated_at: datetime | None = None
    owner_id: str | None = None
    owner_name: str = ""
    cover_id: str | None = None
    cover_name: str = ""

    @property
    def rests(self) -> bool:
        """She wrote first, and the client has said nothing since: nobody waits for anybody."""
        hers = self.state is HandoffState.CLAIMED and self.reason is Reason.WROTE_FIRST
        return hers and self.owed_since is None
