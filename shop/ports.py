"""What the business needs from the outside: a store of rows, a bell, a clock.

`shop/db` implements these; the services of `shop` and `knowledge` know nothing else of it. A
`Work` is one transaction: everything done through it is kept together or not at all. Its
repositories take and give the plain dataclasses of `shop`. `Work.record` writes the journal
and names the topics to ring once the transaction is kept, so that no write is silent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shop.access import Staff
from shop.clients import Client
from shop.conversations import Author, Conversation, Holder, Message, Turn, TurnState
from shop.disagreements import Disagreement, OpenDisagreement
from shop.handoffs import Handoff, HandoffState
from shop.language import Lang
from shop.proofs import SentenceProof
from shop.revisions import ArticleLabel, ArticleSummary, Revision, RevisionState

Clock = Callable[[], datetime]  # aware UTC

DESK = "desk"  # the topic of the queue
KNOWLEDGE = "knowledge"  # the topic of the article store and of what its editors should see


def conversation_topic(conversation_id: str) -> str:
    return f"conversation:{conversation_id}"


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

    def adopt(self, visitor_id: str, client_id: str) -> list[str]:
        """Give the visitor's anonymous conversations in which she spoke to the client; ids."""

    def held_by(self, staff_id: str) -> list[Conversation]: ...


class Messages(Protocol):
    def append(self, message: Message, request_id: str | None = None) -> Message:
        """Store it as the next of its conversation; its `seq` is given here."""

    def get(self, message_id: str) -> Message | None: ...

    def by_request(
        self, conversation_id: str, author: Author, request_id: str
    ) -> Message | None: ...

    def of(self, conversation_id: str, after_seq: int = 0) -> list[Message]: ...

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
        """Waiting to claimed; False when somebody was first."""

    def reroute(self, handoff: Handoff) -> None:
        """Keep its new `lane`, `tier`, `due` and `note_only`."""

    def end(
        self, handoff_id: str, state: HandoffState, at: datetime, outcome: str = ""
    ) -> None: ...


class Clients(Protocol):
    def add(self, client: Client, at: datetime) -> None: ...

    def get(self, client_id: str) -> Client | None: ...

    def all(self) -> list[Client]: ...


@dataclass(frozen=True, slots=True)
class Credentials:
    staff: Staff
    password_hash: str
    disabled: bool


class StaffDirectory(Protocol):
    def add(self, staff: Staff, password_hash: str, at: datetime) -> None: ...

    def by_login(self, login: str) -> Credentials | None: ...

    def all(self) -> list[Staff]: ...

    def set_password(self, staff_id: str, password_hash: str) -> None: ...

    def disable(self, staff_id: str, at: datetime) -> None: ...


class SignIns(Protocol):
    """Sessions of staff, kept by the hash of their token, and attempts that failed."""

    def add(self, token_hash: str, staff_id: str, at: datetime, expires_at: datetime) -> None: ...

    def staff_of(self, token_hash: str, at: datetime) -> Staff | None:
        """None when unknown, expired, or the account is disabled."""

    def end(self, token_hash: str) -> None: ...

    def end_all_of(self, staff_id: str) -> None: ...

    def add_failure(self, login: str, address: str, at: datetime) -> None: ...

    def failures_of_login(self, login: str, since: datetime) -> list[datetime]:
        """Times, oldest first."""

    def failures_of_address(self, address: str, since: datetime) -> list[datetime]: ...

    def forget_failures(self, login: str, address: str) -> None:
        """Those of this login from this address."""

    def sweep(self, before: datetime) -> None:
        """Drop sessions expired and failures older than `before`."""


class Articles(Protocol):
    def all(self, words: Sequence[str] = (), topic: str = "") -> list[ArticleSummary]:
        """By topic, then id; those whose newest revision has all the words, in any case."""

    def label(self, label: ArticleLabel) -> None:
        """Add or rename the article's line in the list."""

    def add(self, revision: Revision, markdown: str) -> None: ...

    def set_state(self, article_id: str, number: int, state: RevisionState) -> None: ...

    def revisions(self, article_id: str) -> list[Revision]:
        """Newest first; empty when there is no such article."""

    def text(self, article_id: str, number: int) -> str | None: ...

    def published(self) -> list[tuple[str, int, str]]:
        """(article id, revision number, markdown) of every published revision, by id."""

    def edited(self) -> set[str]:
        """Ids of the articles of which a person wrote a revision."""


class Secrets(Protocol):
    def get_or_add(self, name: str, value: str) -> str:
        """The secret of that name; `value` becomes it if there is none yet."""


class Work(Protocol):
    """One transaction."""

    @property
    def conversations(self) -> Conversations: ...
    @property
    def messages(self) -> Messages: ...
    @property
    def proofs(self) -> Proofs: ...
    @property
    def disagreements(self) -> DisagreementRecords: ...
    @property
    def turns(self) -> TurnRecords: ...
    @property
    def handoffs(self) -> Handoffs: ...
    @property
    def clients(self) -> Clients: ...
    @property
    def staff(self) -> StaffDirectory: ...
    @property
    def sign_ins(self) -> SignIns: ...
    @property
    def articles(self) -> Articles: ...
    @property
    def secrets(self) -> Secrets: ...

    def alone(self, key: str) -> None:
        """Wait until no other work holds `key`, and hold it until this work ends."""

    def record(
        self,
        actor: str,
        verb: str,
        subject: str,
        topics: Sequence[str] = (),
        **detail: str | int | bool | None,
    ) -> None:
        """A line in the journal; `topics` ring once the transaction is kept."""


class Subscription(Protocol):
    def wait(self, timeout: float) -> bool:
        """True as soon as a topic rings (or rang since the last wait); False after `timeout` s."""

    def close(self) -> None: ...


class Bell(Protocol):
    """Wakes those who watch a topic. Kept writes ring by themselves, in every process."""

    def ring(self, topic: str) -> None:
        """Wake the watchers in this process."""

    def subscribe(self, topics: Sequence[str]) -> Subscription: ...


class Store(Protocol):
    @property
    def bell(self) -> Bell: ...

    def begin(self, lasting: bool = True) -> AbstractContextManager[Work]:
        """A transaction that writes: kept at the end, undone on any error.

        What is not `lasting` is kept sooner, but a power cut may undo it.
        """

    def read(self) -> AbstractContextManager[Work]:
        """A transaction that only reads; it waits for no writer."""

    def close(self) -> None: ...
