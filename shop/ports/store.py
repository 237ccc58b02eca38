"""The store itself: transactions, and the bell they ring."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shop.ports.articles import Articles
from shop.ports.client_book import BookEntries
from shop.ports.consents import Consents
from shop.ports.insights import History, Scores
from shop.ports.looks import LookRecords
from shop.ports.people import (
    ClientOwners,
    Clients,
    Presence,
    Secrets,
    SignIns,
    StaffDirectory,
)
from shop.ports.reply_drafts import ReplyDrafts
from shop.ports.talks import (
    Conversations,
    DisagreementRecords,
    Handoffs,
    Messages,
    Proofs,
    TurnRecords,
)
from shop.ports.traces import TraceScans
from shop.ports.visits import Appointments, Cases
from shop.ports.workbench import Notes, Snippets

Clock = Callable[[], datetime]  # aware UTC

DESK = "desk"  # the topic of the queue
CLIENTS = "clients"  # the topic of the client book
ESCALATIONS = "escalations"  # the topic of missed promises that nobody has taken up yet
KNOWLEDGE = "knowledge"  # the topic of the article store and of what its editors should see


def conversation_topic(conversation_id: str) -> str:
    return f"conversation:{conversation_id}"


def notes_topic(conversation_id: str) -> str:
    """Of what only staff see of a conversation."""
    return f"notes:{conversation_id}"


def desk_topic(staff_id: str) -> str:
    """Of what only she sees at the desk: the conversations that are hers."""
    return f"{DESK}:{staff_id}"


class Work(Protocol):
    """One transaction."""

    @property
    def conversations(self) -> Conversations: ...
    @property
    def messages(self) -> Messages: ...
    @property
    def proofs(self) -> Proofs: ...
    @property
    def reply_drafts(self) -> ReplyDrafts: ...
    @property
    def disagreements(self) -> DisagreementRecords: ...
    @property
    def turns(self) -> TurnRecords: ...
    @property
    def handoffs(self) -> Handoffs: ...
    @property
    def clients(self) -> Clients: ...
    @property
    def book(self) -> BookEntries: ...
    @property
    def consents(self) -> Consents: ...
    @property
    def owners(self) -> ClientOwners: ...
    @property
    def presence(self) -> Presence: ...
    @property
    def staff(self) -> StaffDirectory: ...
    @property
    def sign_ins(self) -> SignIns: ...
    @property
    def articles(self) -> Articles: ...
    @property
    def secrets(self) -> Secrets: ...
    @property
    def history(self) -> History: ...
    @property
    def scores(self) -> Scores: ...
    @property
    def appointments(self) -> Appointments: ...
    @property
    def cases(self) -> Cases: ...
    @property
    def looks(self) -> LookRecords: ...
    @property
    def trace_scans(self) -> TraceScans: ...
    @property
    def snippets(self) -> Snippets: ...
    @property
    def notes(self) -> Notes: ...

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


@dataclass(frozen=True, slots=True)
class Sound:
    """A topic rang, or with `words` something was whispered on it.

    The empty topic: any may have rung. `mark` is the bell's after it.
    """

    topic: str
    mark: str
    words: Mapping[str, str] | None = None


Hear = Callable[[Sound], None]  # on whatever thread it sounds: quick, and never raises


class Subscription(Protocol):
    def wait(self, timeout: float) -> bool:
        """True as soon as a topic rings (or rang since the last wait); False after `timeout` s."""

    def close(self) -> None: ...


class Listening(Protocol):
    def close(self) -> None: ...


class Bell(Protocol):
    """Wakes those who watch a topic. Kept writes ring by themselves, in every process."""

    def ring(self, topic: str) -> None:
        """Wake the watchers in this process."""

    def whisper(self, topic: str, words: Mapping[str, str]) -> None:
        """Tell those who listen now; nothing is kept, and who does not listen has missed it."""

    def subscribe(self, topics: Sequence[str]) -> Subscription: ...

    def listen(self, topics: Sequence[str], hear: Hear) -> Listening:
        """Like subscribe, for whoever cannot wait in a thread."""

    def mark(self) -> str:
        """Where the bell stands. Taken before something is read, it tells later what was missed."""

    def rang_since(self, mark: str, topics: Sequence[str]) -> bool:
        """Whether one of the topics may have rung after that mark; True for a mark unknown here."""


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
