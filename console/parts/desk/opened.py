"""The open conversation with all that the desk shows of it, read in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agents.brief import Brief
from shop.access import Staff
from shop.board import Place
from shop.brief_consent import Consent
from shop.clients import Client
from shop.conversations import Author, Conversation, Message
from shop.errors import NotFound
from shop.follow_ups import FollowUp
from shop.handoffs import Handoff
from shop.language import Lang
from shop.notes import Note
from shop.proofs import SentenceProof

if TYPE_CHECKING:
    from wiring import Services


@dataclass(frozen=True, slots=True)
class Opened:
    """`place` is hers in the queue or among what she holds; None when it is over or another's."""

    conversation: Conversation
    place: Place | None
    messages: Sequence[Message]
    client: Client | None
    brief: Brief
    brief_consent: Consent
    ledger: Mapping[str, Sequence[SentenceProof]]  # by the id of an answer
    notes: Sequence[Note] = ()
    follow_up: FollowUp | None = None

    @property
    def client_lang(self) -> Lang:
        """That of her last message."""
        hers = [message.lang for message in self.messages if message.author is Author.SHOPPER]
        return hers[-1] if hers else self.conversation.lang

    @property
    def handoff(self) -> Handoff | None:
        return self.place.handoff if self.place else None


def open_for(
    services: Services, staff: Staff, conversation_id: str, queue: Sequence[Place]
) -> Opened | None:
    """None when nothing is chosen, or it is no conversation that staff may read."""
    if not conversation_id:
        return None
    try:
        conversation = services.desk.conversation(staff, conversation_id)
    except NotFound:
        return None
    messages = services.desk.transcript(staff, conversation_id)
    client = services.desk.client_of(staff, conversation_id)
    return Opened(
        conversation=conversation,
        place=next((p for p in queue if p.handoff.conversation_id == conversation_id), None),
        messages=messages,
        client=client,
        brief=services.briefs.of(messages),
        brief_consent=services.brief_consent.for_staff(staff, conversation_id),
        ledger=services.desk.ledger(staff, conversation_id),
        notes=services.notes.of(staff, conversation_id),
        follow_up=services.follow_ups.of(staff, conversation_id),
    )
