"""A personal shopper's actions: see the queue, claim, reply, pass on, give back, close.

Every method that takes a member of staff checks the role. A conversation is open to staff only
once it was handed over. Whose it is changes only by the moves of `shop.ownership`; of those who
claim at once one wins, by one conditional update, and whom it is offered to changes with time
(`shop.offers`). From a claim on the advisor is silent until the conversation is given back, lost,
or closed and written to again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from shop import queueing
from shop.access import Permission, Staff, require
from shop.attendance import colleagues_of, present, see
from shop.conversations import Conversation, Message
from shop.desk_reading import DeskReading, client_behind
from shop.drafted import drafted_from
from shop.errors import AlreadyClaimed, ColleagueAway, Conflict, OfferedToAnother
from shop.existing import existing
from shop.handoffs import Handoff, HandoffState, Reason
from shop.language import Bilingual, language_of
from shop.notices import CLOSED, GIVEN_BACK, JOINED, TRANSFERRED, notice
from shop.offers import offer
from shop.ownership import Verb, locked, move, record, require_move
from shop.piece_search import for_cards
from shop.ports import Work
from shop.replying import follow_up_done, held, open_handoff, persons_message, said_before, say
from shop.snippets import require_filled
from shop.writings import request_key, written

LONGEST_OUTCOME = 500  # characters


class Desk(DeskReading):
    """What is only looked at is `shop.desk_reading`."""

    def request(self, conversation_id: str, reason: Reason) -> Handoff:
        """Ask for a person, on the advisor's hand-over step; the same hand-over while one is open.

        In the lane's hours the conversation enters the queue; outside them a note is kept, which
        is due at the next opening, and the advisor stays the owner. Asking again never loses a
        place, and may better it: a note becomes a place in the queue once the lane is open, and
        a client who has signed in meanwhile gets the lane of her tier. Raises Conflict once the
        conversation is closed.
        """
        with self._store.begin() as work:
            conversation = locked(work, conversation_id)
            client = client_behind(work, conversation)
            tier = client.tier if client else None
            asked = queueing.asked(conversation_id, reason, tier, self._clock(), self._tiers)
            waiting = work.handoffs.open_of(conversation_id)
            handoff = queueing.better(waiting, asked) if waiting else asked
            verb = Verb.NOTE if handoff.note_only else Verb.REQUEST
            require_move(verb, conversation)
            if handoff == waiting:
                return waiting
            (work.handoffs.keep if waiting else work.handoffs.add)(handoff)
            move(work, verb, conversation)
            record(work, "advisor", "request", conversation, reason=reason, lane=handoff.lane)
            return _handoff(work, handoff.id)

    def attend(self, staff: Staff) -> None:
        """A sign of her console: without one for some minutes she counts as gone."""
        require(staff, Permission.SERVE_CLIENTS)
        see(self._store, staff, self._clock(), self._tiers)

    def claim(self, staff: Staff, handoff_id: str) -> Conversation:
        """Take a conversation from the queue; the advisor's pending turns are withdrawn.

        Exactly one wins: raises AlreadyClaimed for everybody else, OfferedToAnother while it is
        not offered to her, Conflict when it is over.
        """
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.begin() as work:
            now = self._clock()
            conversation = locked(work, _handoff(work, handoff_id).conversation_id)
            self._require_offered(work, staff, _handoff(work, handoff_id), now)
            if not work.handoffs.claim(handoff_id, staff.id, now):
                return _claimed_before(work, handoff_id, staff)
            work.presence.see(staff.id, now)
            move(work, Verb.CLAIM, conversation, to=staff.id)
            work.turns.withdraw_pending(conversation.id, now)
            self._notify(work, conversation, JOINED, staff)
            record(work, staff.actor, "claim", conversation)
            return locked(work, conversation.id)

    def reply(
        self,
        staff: Staff,
        conversation_id: str,
        text: str,
        request_id: str,
        pieces: Sequence[str] = (),
    ) -> Message:
        """Say something as herself, with cards of up to three `pieces` (ids) below it.

        What AI had drafted for her is labelled so, as long as it is to be recognised in it. The
        client's follow-ups that are due are done by it. Raises Conflict unless she holds the
        conversation, Unfilled while a snippet's variable stands in the text.
        """
        text, request_id, cards = written(text), request_key(request_id), for_cards(pieces)
        require_filled(text)
        with self._store.read() as work:
            draft = drafted_from(text, work.reply_drafts.of(conversation_id))
        with self._store.begin() as work:
            conversation = held(work, staff, conversation_id, Verb.REPLY)
            earlier = said_before(work, conversation, request_id)
            if earlier:
                return earlier
            now, lang = self._clock(), language_of(text, conversation.lang)
            reply = persons_message(
                staff, conversation, text=text, lang=lang, at=now, cards=cards, draft=draft
            )
            said = say(work, staff, conversation, reply, request_id)
            if draft:
                work.reply_drafts.became(draft.id, said.id)
            follow_up_done(work, staff, conversation, self._tiers.day_of(now))
            return said

    def transfer(self, staff: Staff, conversation_id: str, to: str, reason: str) -> None:
        """Pass a conversation she holds to a colleague who is at the desk, by her id.

        The reason is for staff only. Raises Conflict unless she holds it, ColleagueAway, and
        BadInput when the reason is blank.
        """
        reason = written(reason, LONGEST_OUTCOME)
        with self._store.begin() as work:
            now = self._clock()
            conversation = held(work, staff, conversation_id, Verb.TRANSFER)
            colleagues = {one.id: one for one in colleagues_of(work, staff, now, self._tiers)}
            if to not in colleagues:
                raise ColleagueAway
            work.handoffs.keep(
                queueing.passed_on(open_handoff(work, conversation), colleagues[to], now)
            )
            move(work, Verb.TRANSFER, conversation, staff.id, to)
            says = {"remark": reason, "to": colleagues[to].name}
            work.messages.append(notice(conversation, TRANSFERRED, staff.name, now, **says))
            record(work, staff.actor, "transfer", conversation, to=to)

    def give_back(self, staff: Staff, conversation_id: str, reason: str = "") -> None:
        """The advisor answers again; the reason is for staff only.

        Raises Conflict unless she holds the conversation.
        """
        reason = written(reason, LONGEST_OUTCOME) if reason.strip() else ""
        with self._store.begin() as work:
            conversation = held(work, staff, conversation_id, Verb.GIVE_BACK)
            move(work, Verb.GIVE_BACK, conversation, staff.id)
            self._end(work, conversation, HandoffState.GIVEN_BACK)
            self._notify(work, conversation, GIVEN_BACK, staff, reason)
            record(work, staff.actor, "give back", conversation)

    def close(self, staff: Staff, conversation_id: str, outcome: str) -> None:
        """End the conversation with its outcome, in her words (BadInput when blank)."""
        outcome = written(outcome, LONGEST_OUTCOME)
        with self._store.begin() as work:
            conversation = held(work, staff, conversation_id, Verb.CLOSE)
            move(work, Verb.CLOSE, conversation, staff.id)
            self._end(work, conversation, HandoffState.CLOSED, outcome)
            self._notify(work, conversation, CLOSED, staff, outcome)
            record(work, staff.actor, "close", conversation)

    def _require_offered(self, work: Work, staff: Staff, handoff: Handoff, now: datetime) -> None:
        if handoff.state is not HandoffState.WAITING:
            return
        to = offer(handoff, present(work, now, self._tiers), now, self._tiers)
        if to.until is not None and not to.includes(staff):
            raise OfferedToAnother(" / ".join(to.names), to.until)

    def _end(
        self, work: Work, conversation: Conversation, state: HandoffState, outcome: str = ""
    ) -> None:
        work.handoffs.end(open_handoff(work, conversation).id, state, self._clock(), outcome)

    def _notify(
        self, work: Work, conversation: Conversation, says: Bilingual, staff: Staff, why: str = ""
    ) -> None:
        """What the client reads; `why` is for staff only."""
        work.messages.append(notice(conversation, says, staff.name, self._clock(), why))


def _claimed_before(work: Work, handoff_id: str, staff: Staff) -> Conversation:
    """Her own claim, made again, is no conflict."""
    handoff = _handoff(work, handoff_id)
    if handoff.state is not HandoffState.CLAIMED:
        raise Conflict("This hand-over is over. Look at the queue again.")
    if handoff.staff_id != staff.id:
        raise AlreadyClaimed(handoff.staff_name)
    return locked(work, handoff.conversation_id)


def _handoff(work: Work, handoff_id: str) -> Handoff:
    return existing(work.handoffs.get(handoff_id), "hand-over")
