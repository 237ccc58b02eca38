"""What is kept of conversations: messages, their proofs, turns, and who was called in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from shop.conversations import Author, Conversation, Holder, Message, Turn, TurnState
from shop.disagreements import Disagreement, OpenDisagreement
from shop.handoffs import Handoff, HandoffState
from shop.language import Lang
from shop.proofs import SentenceProof


class Conversations(Protocol):
    def add(self, conversation: Conversation) -> None: ...

    def get(self, conversation_id: str) -> Conversation | None: ...

    def lock(self, conversation_id: str) -> Conversation | None:
        """Like get, and nobody else changes it until this work ends."""

    def current(
        self, visitor_id: str, client_id: str | None, closed_after: datetime
    ) -> Conversation | None:
        """The one a person or the queue holds, else the latest; closed ones only if recent.

        A client's are found by client, an anonymous visitor's by visitor.
        """

    def hold(self, conversation_id: str, holder: Holder, staff_id: str | None = None) -> None: ...

    def speak(self, conversation_id: str, lang: Lang) -> None:
        """Go on in that language."""

    def spend(self, conversation_id: str, tokens_in: int, tokens_out: int) -> None:
        """Add to what models have used for it."""

    def read(self, conversation_id: str, by_client: bool, seq: int) -> bool:
        """Read up to there, by the client or the house; False unless that is news, and said."""

    def adopt(self, visitor_id: str, client_id: str) -> list[str]:
        """Give the visitor's anonymous conversations in which she spoke to the client; ids."""

    def held_by(self, staff_id: str) -> list[Conversation]: ...

    def over(self, before: datetime, limit: int) -> list[str]:
        """Ids of those nobody wrote in since, oldest first, none that is open with people."""

    def is_over(self, conversation_id: str, before: datetime) -> bool:
        """Whether it is one of those."""

    def erase(self, conversation_id: str) -> None:
        """The conversation with its messages, their proofs, its turns and hand-overs."""


class Messages(Protocol):
    def append(self, message: Message, request_id: str | None = None) -> Message:
        """Store it as the next of its conversation; its `seq` is given here."""

    def get(self, message_id: str) -> Message | None: ...

    def by_request(
        self, conversation_id: str, author: Author, request_id: str
    ) -> Message | None: ...

    def of(self, conversation_id: str, after_seq: int = 0) -> list[Message]: ...

    def unseen(self, staff_id: str) -> dict[str, list[int]]:
        """Numbers of what clients said in her conversations and she has not seen, by its id."""

    def rate(self, message_id: str, helpful: bool, reason: str, at: datetime) -> None: ...


class Proofs(Protocol):
    """The ledgers of answers; each goes with its message."""

    def add(self, message_id: str, ledger: Sequence[SentenceProof]) -> None: ...

    def of(self, conversation_id: str) -> dict[str, tuple[SentenceProof, ...]]:
        """By the id of the answer; an answer without a ledger is left out."""


class DisagreementRecords(Protocol):
    def add(self, what: Disagreement, message_id: str, at: datetime) -> bool:
        """False when this pair was recorded before, settled or not."""

    def open(self) -> list[OpenDisagreement]:
        """Not settled yet, newest first."""

    def settle(self, disagreement_id: str, by: str, at: datetime) -> bool:
        """False when it is not open."""


class TurnRecords(Protocol):
    def add(self, turn: Turn) -> None: ...

    def get(self, turn_id: str) -> Turn | None: ...

    def of_message(self, message_id: str) -> Turn | None: ...

    def in_state(self, *states: TurnState) -> list[Turn]:
        """Oldest first."""

    def neglected(self, before: datetime) -> list[str]:
        """Ids of turns pending since before, each the next of a conversation where none runs."""

    def start(self, turn_id: str, runner: str, at: datetime, lease_until: datetime) -> bool:
        """Pending to running; False when it wasn't pending."""

    def put_back(self, turn_id: str, runner: str) -> bool:
        """Running by that runner to pending; False when it no longer was."""

    def end(
        self,
        turn_id: str,
        state: TurnState,
        at: datetime,
        answer_id: str | None = None,
        why: str = "",
    ) -> None: ...

    def withdraw_pending(self, conversation_id: str, at: datetime) -> int: ...


class Handoffs(Protocol):
    def add(self, handoff: Handoff) -> None: ...

    def get(self, handoff_id: str) -> Handoff | None: ...

    def open_of(self, conversation_id: str) -> Handoff | None:
        """The one that waits or is claimed."""

    def ever_of(self, conversation_id: str) -> bool: ...

    def waiting(self) -> list[Handoff]:
        """In the order of the queue: due, lane, arrival."""

    def held_by(self, staff_id: str) -> list[Handoff]: ...

    def claim(self, handoff_id: str, staff_id: str, at: datetime) -> bool:
        """Waiting to claimed, a note becoming a conversation; False when somebody was first."""

    def claimed(self) -> list[Handoff]:
        """All that somebody holds."""

    def keep(self, handoff: Handoff) -> None:
        """Keep all of it that may change. Only under the conversation's lock."""

    def owe(self, conversation_id: str, since: datetime) -> None:
        """Whoever holds it owes an answer since then, unless she owed one before."""

    def end(
        self, handoff_id: str, state: HandoffState, at: datetime, outcome: str = ""
    ) -> None: ...
