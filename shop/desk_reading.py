"""What a personal shopper sees: the queue and its promises, and the conversations handed over.

Every method checks the role. A conversation is open to staff only once it was handed over.
"""

from __future__ import annotations

from shop.access import Permission, Staff, require
from shop.attendance import colleagues_of, present
from shop.board import Place, board
from shop.clients import Client
from shop.conversations import Conversation, Message
from shop.errors import NotFound
from shop.handoffs import Handoff
from shop.ports import Clock, Store, Work
from shop.proofs import SentenceProof
from shop.tiers import TierBook


class DeskReading:
    def __init__(self, store: Store, clock: Clock, tiers: TierBook) -> None:
        self._store = store
        self._clock = clock
        self._tiers = tiers

    def queue(self, staff: Staff) -> list[Handoff]:
        """Those that wait, in the order of what was promised (due); then those she holds."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return [*work.handoffs.waiting(), *work.handoffs.held_by(staff.id)]

    def board(self, staff: Staff) -> list[Place]:
        """The same, each with how its promise stands and to whom it is offered."""
        require(staff, Permission.SERVE_CLIENTS)
        now = self._clock()
        with self._store.read() as work:
            here = present(work, now, self._tiers)
            handoffs = [*work.handoffs.waiting(), *work.handoffs.held_by(staff.id)]
        return board(staff, handoffs, here, now, self._tiers)

    def escalated(self, manager: Staff) -> list[Handoff]:
        """Those whose promise was missed and who still wait, the longest due first."""
        require(manager, Permission.HEAR_ESCALATIONS)
        with self._store.read() as work:
            return [handoff for handoff in work.handoffs.waiting() if handoff.escalated_at]

    def colleagues(self, staff: Staff) -> list[Staff]:
        """To whom she may pass a conversation on: those at the desk now, by login."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return colleagues_of(work, staff, self._clock(), self._tiers)

    def active(self, staff: Staff) -> list[Conversation]:
        """The conversations she holds, oldest first."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return work.conversations.held_by(staff.id)

    def unseen(self, staff: Staff) -> dict[str, list[int]]:
        """What clients said in her conversations and she has not seen: numbers of messages."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return work.messages.unseen(staff.id)

    def conversation(self, staff: Staff, conversation_id: str) -> Conversation:
        """Raises NotFound unless it was ever handed over to people."""
        with self._store.read() as work:
            return handed_over(work, staff, conversation_id)

    def transcript(self, staff: Staff, conversation_id: str, after_seq: int = 0) -> list[Message]:
        """Messages after `after_seq`, oldest first, remarks included."""
        with self._store.read() as work:
            handed_over(work, staff, conversation_id)
            return work.messages.of(conversation_id, after_seq)

    def ledger(self, staff: Staff, conversation_id: str) -> dict[str, tuple[SentenceProof, ...]]:
        """What was found about each sentence the advisor drafted, by the id of its answer."""
        with self._store.read() as work:
            handed_over(work, staff, conversation_id)
            return work.proofs.of(conversation_id)

    def client_of(self, staff: Staff, conversation_id: str) -> Client | None:
        """None for a shopper who isn't signed in."""
        with self._store.read() as work:
            return client_behind(work, handed_over(work, staff, conversation_id))


def handed_over(work: Work, staff: Staff, conversation_id: str) -> Conversation:
    """A conversation that staff may read. Raises NotAllowed, NotFound."""
    require(staff, Permission.SERVE_CLIENTS)
    conversation = work.conversations.get(conversation_id)
    if conversation is None or not work.handoffs.ever_of(conversation_id):
        raise NotFound("There is no such conversation.")
    return conversation


def client_behind(work: Work, conversation: Conversation) -> Client | None:
    return work.clients.get(conversation.client_id) if conversation.client_id else None
