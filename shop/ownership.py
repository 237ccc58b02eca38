"""Whose a conversation is, and what may change that: the only way from one owner to another.

At every instant a conversation has exactly one owner: the advisor, the queue, one person, or
nobody any more because it is closed. `MOVES` says for each owner which verbs there are, who may
use them, and whose it is afterwards. A verb that is not listed for the present owner is a
Conflict. With the owner goes its hand-over:

    advisor   none that is open, or a note that waits for the desk to open
    queue     one that waits
    person    one that is claimed, by her
    closed    none that is open

Every move is made under the conversation's lock, with its hand-over in the same transaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from shop.conversations import Conversation, Holder
from shop.errors import Conflict
from shop.existing import existing
from shop.ports import DESK, ESCALATIONS, Work, conversation_topic


class Who(StrEnum):
    """Who uses a verb."""

    SHOPPER = "shopper"
    ADVISOR = "advisor"
    STAFF = "staff"  # anybody who serves clients, and whom it is offered to, or whose client she is
    OWNER = "owner"  # the person whose it is
    WATCH = "watch"  # the house's own clock (`shop.watch`)


class Verb(StrEnum):
    SAY = "say"
    ANSWER = "answer"
    REQUEST = "request"  # a person, while the desk is open
    NOTE = "note"  # a person, while it is not
    OPEN = "open"  # a note's hour has come
    CLAIM = "claim"
    WRITE = "write first"  # to a client who waits for nobody
    REPLY = "reply"
    TRANSFER = "transfer"
    GIVE_BACK = "give back"
    CLOSE = "close"
    LOSE = "lose"  # she was silent or went away: back to the queue
    LOSE_TO_NOTE = "lose to note"  # the same while the desk is closed
    LAPSE = "lapse"  # she wrote first, and nobody has written for long
    ERASE = "erase"  # its time is over


@dataclass(frozen=True, slots=True)
class Move:
    verb: Verb
    who: Who
    start: Holder
    end: Holder | None  # None: the conversation is gone


_ADVISOR, _QUEUE, _PERSON, _CLOSED = Holder.ADVISOR, Holder.QUEUE, Holder.PERSON, Holder.CLOSED

MOVES: tuple[Move, ...] = (
    Move(Verb.SAY, Who.SHOPPER, _ADVISOR, _ADVISOR),
    Move(Verb.SAY, Who.SHOPPER, _QUEUE, _QUEUE),
    Move(Verb.SAY, Who.SHOPPER, _PERSON, _PERSON),
    Move(Verb.SAY, Who.SHOPPER, _CLOSED, _ADVISOR),
    Move(Verb.ANSWER, Who.ADVISOR, _ADVISOR, _ADVISOR),
    Move(Verb.ANSWER, Who.ADVISOR, _QUEUE, _QUEUE),
    Move(Verb.REQUEST, Who.ADVISOR, _ADVISOR, _QUEUE),
    Move(Verb.REQUEST, Who.ADVISOR, _QUEUE, _QUEUE),
    Move(Verb.REQUEST, Who.ADVISOR, _PERSON, _PERSON),
    Move(Verb.NOTE, Who.ADVISOR, _ADVISOR, _ADVISOR),
    Move(Verb.NOTE, Who.ADVISOR, _QUEUE, _QUEUE),
    Move(Verb.NOTE, Who.ADVISOR, _PERSON, _PERSON),
    Move(Verb.OPEN, Who.WATCH, _ADVISOR, _QUEUE),
    Move(Verb.CLAIM, Who.STAFF, _ADVISOR, _PERSON),  # a note, before its hour
    Move(Verb.CLAIM, Who.STAFF, _QUEUE, _PERSON),
    Move(Verb.WRITE, Who.STAFF, _ADVISOR, _PERSON),
    Move(Verb.WRITE, Who.STAFF, _CLOSED, _PERSON),
    Move(Verb.REPLY, Who.OWNER, _PERSON, _PERSON),
    Move(Verb.TRANSFER, Who.OWNER, _PERSON, _PERSON),
    Move(Verb.GIVE_BACK, Who.OWNER, _PERSON, _ADVISOR),
    Move(Verb.CLOSE, Who.OWNER, _PERSON, _CLOSED),
    Move(Verb.LOSE, Who.WATCH, _PERSON, _QUEUE),
    Move(Verb.LOSE_TO_NOTE, Who.WATCH, _PERSON, _ADVISOR),
    Move(Verb.LAPSE, Who.WATCH, _PERSON, _ADVISOR),
    Move(Verb.ERASE, Who.WATCH, _ADVISOR, None),
    Move(Verb.ERASE, Who.WATCH, _CLOSED, None),
)

_ESCALATES = ("escalate", "claim", "request")  # what begins it, and what may end it
_TABLE: Mapping[tuple[Verb, Holder], Move] = {(move.verb, move.start): move for move in MOVES}


def may(verb: Verb, conversation: Conversation, staff_id: str | None = None) -> bool:
    """Whether the table lists the verb for the present owner, and for her if it takes the owner."""
    move = _TABLE.get((verb, conversation.holder))
    if move is None:
        return False
    return move.who is not Who.OWNER or (staff_id or "") == conversation.staff_id


def require_move(verb: Verb, conversation: Conversation, staff_id: str | None = None) -> Move:
    """The move as the table lists it; Conflict when there is none."""
    if not may(verb, conversation, staff_id):
        raise Conflict(_refusal(verb, conversation))
    return _TABLE[verb, conversation.holder]


def move(
    work: Work,
    verb: Verb,
    conversation: Conversation,
    staff_id: str | None = None,
    to: str | None = None,
) -> Conversation:
    """Make the move and keep the new owner. `conversation` was locked by this work.

    `staff_id` is who uses the verb, `to` the person whose it will be (her own id at a claim).
    Raises Conflict when the table doesn't list it.
    """
    made = require_move(verb, conversation, staff_id)
    if made.end is None:
        raise ValueError(f"{verb} leaves no owner to keep")
    person = (to or conversation.staff_id) if made.end is Holder.PERSON else None
    if (made.end, person) != (conversation.holder, conversation.staff_id):
        work.conversations.hold(conversation.id, made.end, person)
    name = conversation.staff_name if person == conversation.staff_id else ""
    return replace(conversation, holder=made.end, staff_id=person, staff_name=name)


def _refusal(verb: Verb, conversation: Conversation) -> str:
    if any(each.verb is verb and each.who is Who.OWNER for each in MOVES):
        return "You don't hold this conversation. Claim it from the queue first."
    return f"There is no '{verb}' while the conversation is with: {conversation.holder}."


def locked(work: Work, conversation_id: str) -> Conversation:
    """The conversation, which nobody else changes until this work ends. Raises NotFound."""
    return existing(work.conversations.lock(conversation_id), "conversation")


def record(work: Work, actor: str, verb: str, conversation: Conversation, **detail: str) -> None:
    """A line in the journal that rings at the desk and in the conversation."""
    topics = [conversation_topic(conversation.id), DESK]
    if verb in _ESCALATES:
        topics.append(ESCALATIONS)
    work.record(actor, verb, conversation.id, topics, **detail)
