"""A personal shopper's actions: see the queue, claim, reply, give back, close.

Every method that takes a member of staff checks the role. A conversation is open to staff only
once it was handed over. Who claims first wins by one conditional update; from then on the
advisor is silent until the conversation is given back, or closed and written to again.
"""

from __future__ import annotations

from dataclasses import replace

from shop.access import Permission, Staff, require
from shop.clients import Client
from shop.conversations import Author, Conversation, Holder, Message
from shop.errors import AlreadyClaimed, Conflict, NotFound
from shop.handoffs import Handoff, HandoffState, Reason
from shop.ids import new_id
from shop.language import Bilingual, language_of
from shop.notices import CLOSED, GIVEN_BACK, JOINED, notice
from shop.ports import DESK, Clock, Store, Work, conversation_topic
from shop.promises import route
from shop.proofs import SentenceProof
from shop.tiers import TierBook
from shop.writings import request_key, written

LONGEST_OUTCOME = 500  # characters


class Desk:
    def __init__(self, store: Store, clock: Clock, tiers: TierBook) -> None:
        self._store = store
        self._clock = clock
        self._tiers = tiers

    def request(self, conversation_id: str, reason: Reason) -> Handoff:
        """Ask for a person, on the advisor's hand-over step; the same hand-over while one is open.

        In the lane's hours the conversation enters the queue; outside them a note is kept, which
        is due at the next opening, and the advisor stays the holder. Asking again never loses a
        place, and may better it: a note becomes a place in the queue once the lane is open, and
        a client who has signed in meanwhile gets the lane of her tier.
        """
        with self._store.begin() as work:
            conversation = _conversation(work, conversation_id)
            asked = self._asked(work, conversation, reason)
            waiting = work.handoffs.open_of(conversation_id)
            handoff = _better(waiting, asked) if waiting else asked
            if handoff == waiting:
                return waiting
            (work.handoffs.reroute if waiting else work.handoffs.add)(handoff)
            if not handoff.note_only:
                work.conversations.hold(conversation_id, Holder.QUEUE)
            lane = handoff.lane
            _record(work, "advisor", "request", conversation, reason=reason, lane=lane)
            return _existing(work, handoff.id)

    def queue(self, staff: Staff) -> list[Handoff]:
        """Those that wait, in the order of what was promised (due); then those she holds."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return [*work.handoffs.waiting(), *work.handoffs.held_by(staff.id)]

    def active(self, staff: Staff) -> list[Conversation]:
        """The conversations she holds, oldest first."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return work.conversations.held_by(staff.id)

    def claim(self, staff: Staff, handoff_id: str) -> Conversation:
        """Take a conversation from the queue; the advisor's pending turns are withdrawn.

        Exactly one wins: raises AlreadyClaimed for everybody else, Conflict when it is over.
        """
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.begin() as work:
            conversation = _conversation(work, _existing(work, handoff_id).conversation_id)
            if not work.handoffs.claim(handoff_id, staff.id, self._clock()):
                return _claimed_before(work, handoff_id, staff)
            work.conversations.hold(conversation.id, Holder.PERSON, staff.id)
            work.turns.withdraw_pending(conversation.id, self._clock())
            self._notify(work, conversation, JOINED, staff)
            _record(work, _actor(staff), "claim", conversation)
            return _conversation(work, conversation.id)

    def conversation(self, staff: Staff, conversation_id: str) -> Conversation:
        """Raises NotFound unless it was ever handed over to people."""
        with self._store.read() as work:
            return _handed_over(work, staff, conversation_id)

    def transcript(self, staff: Staff, conversation_id: str, after_seq: int = 0) -> list[Message]:
        """Messages after `after_seq`, oldest first, remarks included."""
        with self._store.read() as work:
            _handed_over(work, staff, conversation_id)
            return work.messages.of(conversation_id, after_seq)

    def ledger(self, staff: Staff, conversation_id: str) -> dict[str, tuple[SentenceProof, ...]]:
        """What was found about each sentence the advisor drafted, by the id of its answer."""
        with self._store.read() as work:
            _handed_over(work, staff, conversation_id)
            return work.proofs.of(conversation_id)

    def client_of(self, staff: Staff, conversation_id: str) -> Client | None:
        """None for a shopper who isn't signed in."""
        with self._store.read() as work:
            return _client(work, _handed_over(work, staff, conversation_id))

    def reply(self, staff: Staff, conversation_id: str, text: str, request_id: str) -> Message:
        """Say something as herself. Raises Conflict unless she holds the conversation."""
        text, request_id = written(text), request_key(request_id)
        with self._store.begin() as work:
            conversation = _held(work, staff, conversation_id)
            earlier = work.messages.by_request(conversation_id, Author.PERSON, request_id)
            if earlier:
                return earlier
            message = work.messages.append(self._reply(staff, conversation, text), request_id)
            _record(work, _actor(staff), "reply", conversation, message=message.id)
            return message

    def give_back(self, staff: Staff, conversation_id: str) -> None:
        """The advisor answers again. Raises Conflict unless she holds the conversation."""
        with self._store.begin() as work:
            conversation = _held(work, staff, conversation_id)
            work.conversations.hold(conversation_id, Holder.ADVISOR)
            self._end(work, conversation, HandoffState.GIVEN_BACK)
            self._notify(work, conversation, GIVEN_BACK, staff)
            _record(work, _actor(staff), "give back", conversation)

    def close(self, staff: Staff, conversation_id: str, outcome: str) -> None:
        """End the conversation with its outcome, in her words (BadInput when blank)."""
        outcome = written(outcome, LONGEST_OUTCOME)
        with self._store.begin() as work:
            conversation = _held(work, staff, conversation_id)
            work.conversations.hold(conversation_id, Holder.CLOSED)
            self._end(work, conversation, HandoffState.CLOSED, outcome)
            self._notify(work, conversation, CLOSED, staff)
            _record(work, _actor(staff), "close", conversation)

    def _asked(self, work: Work, conversation: Conversation, reason: Reason) -> Handoff:
        """What she is entitled to at this moment."""
        client = _client(work, conversation)
        tier = client.tier if client else None
        way = route(tier, self._clock(), self._tiers)
        return Handoff(
            id=new_id(),
            conversation_id=conversation.id,
            lane=way.lane,
            reason=reason,
            state=HandoffState.WAITING,
            created_at=self._clock(),
            due=way.due,
            note_only=way.note_only,
            tier=tier,
        )

    def _reply(self, staff: Staff, conversation: Conversation, text: str) -> Message:
        return Message(
            id=new_id(),
            conversation_id=conversation.id,
            seq=0,
            author=Author.PERSON,
            text=text,
            at=self._clock(),
            lang=language_of(text, conversation.lang),
            staff_name=staff.name,
        )

    def _end(
        self, work: Work, conversation: Conversation, state: HandoffState, outcome: str = ""
    ) -> None:
        handoff = work.handoffs.open_of(conversation.id)
        if handoff:
            work.handoffs.end(handoff.id, state, self._clock(), outcome)

    def _notify(
        self, work: Work, conversation: Conversation, says: Bilingual, staff: Staff
    ) -> None:
        work.messages.append(notice(conversation, says, staff.name, self._clock()))


def _better(waiting: Handoff, asked: Handoff) -> Handoff:
    """What was promised first stands, unless the same wish is now answered sooner."""
    person_for_note = waiting.note_only and not asked.note_only
    if _is_claimed(waiting) or not (person_for_note or asked.due < waiting.due):
        return waiting
    return replace(
        waiting,
        lane=asked.lane,
        tier=asked.tier,
        due=min(waiting.due, asked.due),
        note_only=waiting.note_only and asked.note_only,
    )


def _is_claimed(handoff: Handoff) -> bool:
    return handoff.state is HandoffState.CLAIMED


def _claimed_before(work: Work, handoff_id: str, staff: Staff) -> Conversation:
    """Her own claim, made again, is no conflict."""
    handoff = _existing(work, handoff_id)
    if not _is_claimed(handoff):
        raise Conflict("This hand-over is over. Look at the queue again.")
    if handoff.staff_id != staff.id:
        raise AlreadyClaimed(handoff.staff_name)
    return _conversation(work, handoff.conversation_id)


def _existing(work: Work, handoff_id: str) -> Handoff:
    handoff = work.handoffs.get(handoff_id)
    if handoff is None:
        raise NotFound("There is no such hand-over.")
    return handoff


def _conversation(work: Work, conversation_id: str) -> Conversation:
    conversation = work.conversations.lock(conversation_id)
    if conversation is None:
        raise NotFound("There is no such conversation.")
    return conversation


def _handed_over(work: Work, staff: Staff, conversation_id: str) -> Conversation:
    require(staff, Permission.SERVE_CLIENTS)
    conversation = work.conversations.get(conversation_id)
    if conversation is None or not work.handoffs.ever_of(conversation_id):
        raise NotFound("There is no such conversation.")
    return conversation


def _held(work: Work, staff: Staff, conversation_id: str) -> Conversation:
    require(staff, Permission.SERVE_CLIENTS)
    conversation = _conversation(work, conversation_id)
    if conversation.holder is not Holder.PERSON or conversation.staff_id != staff.id:
        raise Conflict("You don't hold this conversation. Claim it from the queue first.")
    return conversation


def _client(work: Work, conversation: Conversation) -> Client | None:
    return work.clients.get(conversation.client_id) if conversation.client_id else None


def _record(work: Work, actor: str, verb: str, conversation: Conversation, **detail: str) -> None:
    topics = (conversation_topic(conversation.id), DESK)
    work.record(actor, verb, conversation.id, topics, **detail)


def _actor(staff: Staff) -> str:
    return f"staff:{staff.id}"
