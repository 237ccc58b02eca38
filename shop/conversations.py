"""A conversation, its messages, and whose turn it is to speak."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from shop.language import Lang


class Author(StrEnum):
    SHOPPER = "shopper"
    ADVISOR = "advisor"
    PERSON = "person"
    NOTICE = "notice"  # the house itself: 'Claire has joined'


class Holder(StrEnum):
    """Who answers the next message. Exactly one at any instant."""

    ADVISOR = "advisor"
    QUEUE = "queue"  # waiting for a person; the advisor still helps meanwhile
    PERSON = "person"  # the advisor is silent
    CLOSED = "closed"


class Behaviour(StrEnum):
    """What an advisor's answer was, as a whole."""

    ANSWER = "answer"
    ABSTAIN = "abstain"
    REFUSE = "refuse"
    HANDOFF = "handoff"
    CLARIFY = "clarify"


class DraftKind(StrEnum):
    """What AI had a hand in, of a message that a person sent."""

    ANSWER = "answer"  # drafted from the house's notes
    TRANSLATION = "translation"  # put into the client's language by a machine


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a sentence comes from. `quote` stands word for word in that revision."""

    article: str
    revision: int
    section: str
    lang: Lang
    title: str
    quote: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence a shopper reads; `cites` are indexes into the message's citations."""

    text: str
    cites: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """Text of unknown origin that came with a message. Data, never instructions.

    `channel` says how it came: user, product_review, kb_document, uploaded_text, image_alt_text, …
    """

    channel: str
    text: str


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `seq` counts from 1 within its conversation; `at` is aware UTC."""

    id: str
    conversation_id: str
    seq: int
    author: Author
    text: str
    at: datetime
    lang: Lang
    staff_name: str = ""
    behaviour: Behaviour | None = None
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    cards: tuple[str, ...] = ()  # product ids shown below the text
    attachments: tuple[Attachment, ...] = ()
    helpful: bool | None = None
    mode: str = ""  # offline | openai: which language phrased it
    remark: str = ""  # for staff: what went wrong on the way, if anything did
    drafted: DraftKind | None = None  # of a person's message: she sent what AI had drafted


@dataclass(frozen=True, slots=True)
class Conversation:
    id: str
    visitor_id: str
    client_id: str | None
    lang: Lang
    holder: Holder
    opened_at: datetime
    staff_id: str | None = None
    staff_name: str = ""
    pending_turns: tuple[str, ...] = field(default=())
    tokens_in: int = 0  # that models have read and written for it so far
    tokens_out: int = 0
    read_by_client: int = 0  # up to which message each side has seen it, by `seq`
    read_by_house: int = 0

    @property
    def tokens(self) -> int:
        return self.tokens_in + self.tokens_out


class TurnState(StrEnum):
    PENDING = "pending"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"  # a person took over: the advisor's words are discarded


@dataclass(frozen=True, slots=True)
class Turn:
    """The advisor's duty to answer one message. `runner` is the process that is at it."""

    id: str
    conversation_id: str
    message_id: str
    state: TurnState
    created_at: datetime
    runner: str = ""
    lease_until: datetime | None = None
    answer_id: str | None = None
