"""Messages of a chat as sources of the client book: which of them staff may keep something from."""

from __future__ import annotations

from shop.client_entries import Channel, Source
from shop.clients import Client
from shop.conversations import Author, Conversation, Holder, Message
from shop.errors import Conflict, NotFound
from shop.ports import Work


def readable(work: Work, conversation_id: str) -> Conversation:
    """A client's conversation that people have or had, and whose brief they may see.

    Raises NotFound for any other, Conflict while nobody has it or she did not agree.
    """
    conversation = work.conversations.get(conversation_id)
    if (
        conversation is None
        or conversation.client_id is None
        or not work.handoffs.ever_of(conversation_id)
    ):
        raise NotFound("There is no such conversation.")
    if conversation.holder is Holder.QUEUE:
        raise Conflict("Nobody has this conversation yet. Claim it first.")
    asks = work.consents.wants_to_be_asked(conversation.client_id)
    answer = work.consents.answer(conversation_id)
    if answer is False or (asks and answer is None):
        raise Conflict("The client has not agreed to a brief of this conversation.")
    return conversation


def message_at(work: Work, conversation_id: str, seq: int) -> Message:
    """Raises NotFound."""
    for message in work.messages.of(conversation_id, seq - 1):
        if message.seq == seq:
            return message
    raise NotFound("There is no such message in this conversation.")


def said_in(message: Message, client: Client) -> Source:
    """Who said it, where and when, as the book keeps it."""
    by = client.name if message.author is Author.SHOPPER else message.staff_name
    said_in = (message.conversation_id, message.id, message.seq)
    return Source(Channel.CHAT, by, message.at, *said_in)
