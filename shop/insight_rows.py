"""What insights are computed from: one row for a conversation, a question, a hand-over.

The rows hold nothing that names a client. All instants are aware UTC.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from shop.clients import Tier
from shop.conversations import Behaviour
from shop.handoffs import HandoffState, Reason
from shop.language import Lang


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` up to, not including, `end`."""

    start: datetime
    end: datetime

    @property
    def before(self) -> Period:
        """The one just before, of the same length."""
        return Period(self.start - (self.end - self.start), self.start)


@dataclass(frozen=True, slots=True)
class TalkRow:
    """A conversation in which the client wrote within the period, as that period saw it.

    `with_people`: a person was asked for, or spoke. `helped` and `not_helped` count thumbs on the
    advisor's answers, `abstained` its answers that said 'we don't have that'.
    """

    conversation_id: str
    tier: Tier | None
    at: datetime  # her first message of the period
    with_people: bool
    helped: int = 0
    not_helped: int = 0
    abstained: int = 0


@dataclass(frozen=True, slots=True)
class SourceRead:
    """A section that an answer rested on."""

    article: str
    section: str
    lang: Lang
    title: str


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A client's message with what the advisor's answer to it was.

    `asker` only tells whether two came from the same person. `seen_by_staff`: the conversation
    was handed over once, so staff may read it.
    """

    conversation_id: str
    asker: str = field(repr=False)
    tier: Tier | None
    at: datetime
    lang: Lang
    text: str = field(repr=False)
    behaviour: Behaviour
    seen_by_staff: bool
    sources: tuple[SourceRead, ...] = ()
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """A hand-over asked for within the period, as it stands now.

    `reopened`: the client wrote again after a person had closed. `score`: 1 to 5, when she gave
    one after the close.
    """

    conversation_id: str
    tier: Tier | None
    reason: Reason
    state: HandoffState
    created_at: datetime
    first_due: datetime
    first_reply_at: datetime | None = None
    ended_at: datetime | None = None
    reopened: bool = False
    score: int | None = None

    @property
    def was_asked_for(self) -> bool:
        """Not where she was written to first: nobody waited, and nothing was promised."""
        return self.reason is not Reason.WROTE_FIRST
