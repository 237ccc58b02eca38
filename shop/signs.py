"""Signs between two people who talk: 'she is typing', which nobody keeps, and 'she has read this'.

Each side makes its signs as itself: the client in her own conversation, and of the house only who
has the conversation, so that nobody seems to be there who is not.
"""

from __future__ import annotations

from enum import StrEnum

from shop.access import Staff
from shop.chats import Chats
from shop.clients import Visitor
from shop.conversations import Conversation, Holder
from shop.desk import Desk
from shop.ports import Store, conversation_topic


class Side(StrEnum):
    CLIENT = "client"
    HOUSE = "house"


class Signs:
    def __init__(self, store: Store, chats: Chats, desk: Desk) -> None:
        self._store, self._chats, self._desk = store, chats, desk

    def client_types(self, visitor: Visitor, conversation_id: str) -> None:
        """Raises NotFound when the conversation isn't theirs."""
        self._whisper(self._chats.get(visitor, conversation_id), Side.CLIENT, kind="typing")

    def house_types(self, staff: Staff, conversation_id: str) -> None:
        """Says nothing unless she has the conversation. Raises NotAllowed, NotFound."""
        conversation = self._desk.conversation(staff, conversation_id)
        if _is_hers(conversation, staff):
            self._whisper(conversation, Side.HOUSE, kind="typing", name=staff.name)

    def client_read(self, visitor: Visitor, conversation_id: str, seq: int) -> None:
        """Keep that she has read up to there. Raises NotFound when it isn't hers."""
        self._read(self._chats.get(visitor, conversation_id), Side.CLIENT, seq)

    def house_read(self, staff: Staff, conversation_id: str, seq: int) -> None:
        """Keeps nothing unless she has the conversation. Raises NotAllowed, NotFound."""
        conversation = self._desk.conversation(staff, conversation_id)
        if _is_hers(conversation, staff):
            self._read(conversation, Side.HOUSE, seq)

    def _read(self, conversation: Conversation, side: Side, seq: int) -> None:
        """Reading only goes on, and not beyond what was said."""
        by_client = side is Side.CLIENT
        if seq <= (conversation.read_by_client if by_client else conversation.read_by_house):
            return
        with self._store.begin(lasting=False) as work:  # lost in a power cut, it is read again
            kept = work.conversations.read(conversation.id, by_client, seq)
        if kept:
            self._whisper(conversation, side, kind="read", seq=str(seq))

    def _whisper(self, conversation: Conversation, side: Side, **words: str) -> None:
        topic = conversation_topic(conversation.id)
        self._store.bell.whisper(topic, {"side": side.value, **words})


def _is_hers(conversation: Conversation, staff: Staff) -> bool:
    return conversation.holder is Holder.PERSON and conversation.staff_id == staff.id
