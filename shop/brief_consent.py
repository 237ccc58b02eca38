"""Whether a brief may be passed on: always, unless the client wants to agree first.

The brief holds nothing but what stands in the conversation, which staff may read once it was handed
over. A client who does not want her words summed up for them says so in her settings; then nobody
reads a brief of hers until she has agreed, for each conversation anew.
"""

from __future__ import annotations

from typing import Literal

from shop.access import Staff
from shop.clients import Visitor
from shop.conversations import Conversation
from shop.desk_reading import handed_over
from shop.errors import NotFound
from shop.ports import DESK, Clock, Store, Work, conversation_topic
from shop.whose import theirs

Consent = Literal["free", "asked", "agreed", "declined"]


class BriefConsent:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def asks_first(self, visitor: Visitor) -> bool:
        """Her setting; False for who isn't signed in."""
        if visitor.client is None:
            return False
        with self._store.read() as work:
            return work.consents.wants_to_be_asked(visitor.client.id)

    def ask_first(self, visitor: Visitor, ask: bool) -> None:
        """Change her setting. Raises NotFound for who isn't signed in."""
        client = visitor.client
        if client is None:
            raise NotFound("Only a signed-in client has settings.")
        with self._store.begin() as work:
            work.alone(f"client:{client.id}")
            work.consents.ask_first(client.id, ask, self._clock())
            work.record(client.actor, "ask before brief", client.id, (DESK,), ask=ask)

    def for_visitor(self, visitor: Visitor, conversation_id: str) -> Consent:
        """How it stands for one conversation of hers. Raises NotFound when it isn't."""
        with self._store.read() as work:
            return _consent(work, theirs(work.conversations.get(conversation_id), visitor))

    def for_staff(self, staff: Staff, conversation_id: str) -> Consent:
        """Raises NotFound unless it was ever handed over to people."""
        with self._store.read() as work:
            return _consent(work, handed_over(work, staff, conversation_id))

    def answer(self, visitor: Visitor, conversation_id: str, agreed: bool) -> None:
        """What she answers; she may change her mind. Raises NotFound when it isn't hers."""
        with self._store.begin() as work:
            theirs(work.conversations.get(conversation_id), visitor)
            work.conversations.lock(conversation_id)
            work.consents.answered(conversation_id, agreed, self._clock())
            topics = (conversation_topic(conversation_id), DESK)
            work.record(visitor.actor, "answer about brief", conversation_id, topics, agreed=agreed)


def _consent(work: Work, conversation: Conversation) -> Consent:
    answer = work.consents.answer(conversation.id)
    if answer is not None:
        return "agreed" if answer else "declined"
    asks = conversation.client_id and work.consents.wants_to_be_asked(conversation.client_id)
    return "asked" if asks else "free"
