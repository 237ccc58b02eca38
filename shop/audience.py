"""Whose pages show what is said in a conversation: the topics to ring for a message in it.

A message concerns the conversation and whoever has it at her desk; only while it waits do all
desks show its latest words. To ring everybody for everything is what makes many desks slow.
"""

from __future__ import annotations

from shop.conversations import Conversation, Holder
from shop.ports import DESK, conversation_topic, desk_topic


def audience(conversation: Conversation) -> tuple[str, ...]:
    own = conversation_topic(conversation.id)
    if conversation.holder is Holder.PERSON and conversation.staff_id:
        return (own, desk_topic(conversation.staff_id))
    return (own, DESK) if conversation.holder is Holder.QUEUE else (own,)
