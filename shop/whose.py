"""Whose a conversation is: a client's is hers alone, and another's does not exist."""

from __future__ import annotations

from shop.clients import Visitor
from shop.conversations import Conversation
from shop.errors import NotFound


def theirs(
    conversation: Conversation | None, visitor: Visitor, sought: str = "conversation"
) -> Conversation:
    """The conversation, if it is this visitor's. Raises NotFound when it isn't, or is none: of
    what was `sought` there.
    """
    if conversation is None or not _belongs(conversation, visitor):
        raise NotFound(f"There is no such {sought}.")
    return conversation


def _belongs(conversation: Conversation, visitor: Visitor) -> bool:
    if conversation.client_id is not None:
        return visitor.client is not None and visitor.client.id == conversation.client_id
    return conversation.visitor_id == visitor.id
