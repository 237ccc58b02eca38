"""The one door for a person's words in a conversation, so that none is lost and none is doubled.

Only who holds the conversation may use it, under its lock. The same request made twice is one
message, and a first reply is counted with the promise it keeps.
"""

from __future__ import annotations

from datetime import date, datetime

from shop import queueing
from shop.access import Permission, Staff, require
from shop.audience import audience
from shop.conversations import Author, Conversation, Message
from shop.errors import Conflict
from shop.handoffs import Handoff
from shop.ids import new_id
from shop.language import Lang
from shop.ownership import Verb, locked, require_move
from shop.ports import CLIENTS, DESK, Work
from shop.reply_drafts import ReplyDraft


def held(work: Work, staff: Staff, conversation_id: str, verb: Verb) -> Conversation:
    """The conversation under its lock. Raises NotFound, and Conflict unless she may do this."""
    require(staff, Permission.SERVE_CLIENTS)
    conversation = locked(work, conversation_id)
    require_move(verb, conversation, staff.id)
    return conversation


def open_handoff(work: Work, conversation: Conversation) -> Handoff:
    """Raises Conflict when it is over."""
    handoff = work.handoffs.open_of(conversation.id)
    if handoff is None:
        raise Conflict("This hand-over is over. Look at the queue again.")
    return handoff


def said_before(work: Work, conversation: Conversation, request_id: str) -> Message | None:
    """What the same request has kept already."""
    return work.messages.by_request(conversation.id, Author.PERSON, request_id)


def persons_message(
    staff: Staff,
    conversation: Conversation,
    *,
    text: str,
    lang: Lang,
    at: datetime,
    cards: tuple[str, ...] = (),
    draft: ReplyDraft | None = None,
) -> Message:
    """What she says there, signed by her, and labelled as AI's where it is still that `draft`."""
    return Message(
        id=new_id(),
        conversation_id=conversation.id,
        seq=0,
        author=Author.PERSON,
        text=text,
        at=at,
        lang=lang,
        staff_name=staff.name,
        cards=cards,
        drafted=draft.kind if draft else None,
    )


def say(
    work: Work, staff: Staff, conversation: Conversation, message: Message, request_id: str
) -> Message:
    """Keep her message in a conversation that is `held`; the message with its `seq`."""
    kept = work.messages.append(message, request_id)
    work.handoffs.keep(queueing.answered(open_handoff(work, conversation), kept.at))
    seen_by = audience(conversation)
    work.record(staff.actor, "reply", conversation.id, seen_by, message=kept.id)
    return kept


def follow_up_done(work: Work, staff: Staff, conversation: Conversation, today: date) -> None:
    """The client's follow-ups that are due are done by writing to her, in whichever conversation
    or book each was set. Only for words that were not kept before."""
    client = conversation.client_id
    if client and work.book.followed_up(client, today):
        shown = (CLIENTS, DESK)
        work.record(staff.actor, "write because of", client, shown, kind="follow_up")
