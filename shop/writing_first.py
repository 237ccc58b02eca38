"""Writing to a client first: her last conversation, or a new one, in her personal shopper's hands.

Staff may open only what was handed over to people once: what a client told the advisor alone stays
between them, and she is written to in a conversation of her own. Nobody takes a conversation from
the person who has it; one that waits is claimed as from the queue. Whom it is for her to write to
says who is named for the client, and whether she may be written to, her consent.
"""

from __future__ import annotations

from collections.abc import Sequence

from shop import queueing
from shop.access import Permission, Role, Staff, require
from shop.client_entries import Entry, EntryKind, Purpose, consents
from shop.client_reading import standing_lines
from shop.clients import Client
from shop.conversations import Conversation, Holder
from shop.desk import Desk
from shop.errors import AlreadyClaimed, AnothersClient, Conflict
from shop.existing import existing_client, locked_client
from shop.handoffs import Handoff, HandoffState
from shop.ids import new_id
from shop.notices import JOINED, notice
from shop.ownership import Verb, locked, move
from shop.ports import CLIENTS, DESK, Clock, Store, Work, conversation_topic
from shop.ports.client_book import PastTalk
from shop.tiers import TierBook


class WritingFirst:
    def __init__(self, store: Store, clock: Clock, tiers: TierBook, desk: Desk) -> None:
        self._store, self._clock = store, clock
        self._tiers, self._desk = tiers, desk

    def begin(self, staff: Staff, client_id: str) -> Conversation:
        """A conversation with the client that is hers now; the one she has already, if any.

        Raises NotFound, AnothersClient unless she is owner, cover or a manager where somebody is
        named, AlreadyClaimed while a colleague has the client, OfferedToAnother while she waits for
        one, and Conflict where she may not be written to first.
        """
        require(staff, Permission.SERVE_CLIENTS)
        if waiting := self._waiting(client_id):
            return self._desk.claim(staff, waiting.id)
        with self._store.begin() as work:
            client = locked_client(work, client_id)
            work.alone(f"open:{client_id}")  # she may be opening one at this moment
            talks = work.book.talks_of(client_id)
            conversation = self._chosen(work, client, talks)
            if conversation.holder is Holder.PERSON:
                return _hers_already(conversation, staff)
            _require_hers(work, staff, client)
            _require_welcome(standing_lines(work, client_id))
            return self._take(work, staff, client, conversation, talks)

    def _waiting(self, client_id: str) -> Handoff | None:
        """Her own wish for a person, or the note of it."""
        with self._store.read() as work:
            existing_client(work, client_id)
            talks = [talk for talk in work.book.talks_of(client_id) if talk.handed_over]
            found = (work.handoffs.open_of(talk.id) for talk in talks)
            return next((h for h in found if h and h.state is HandoffState.WAITING), None)

    def _chosen(self, work: Work, client: Client, talks: Sequence[PastTalk]) -> Conversation:
        """The one that people have, else the latest that they ever had, else a new one."""
        known = sorted(
            (talk for talk in talks if talk.handed_over),
            key=lambda talk: talk.holder not in (Holder.PERSON, Holder.QUEUE),
        )
        return locked(work, known[0].id if known else self._opened(work, client))

    def _opened(self, work: Work, client: Client) -> str:
        """A new conversation, begun by no browser."""
        new = Conversation(
            new_id(), new_id(), client.id, client.language, Holder.ADVISOR, self._clock()
        )
        work.conversations.add(new)
        return new.id

    def _take(
        self,
        work: Work,
        staff: Staff,
        client: Client,
        conversation: Conversation,
        talks: Sequence[PastTalk],
    ) -> Conversation:
        now = self._clock()
        move(work, Verb.WRITE, conversation, to=staff.id)
        if work.handoffs.open_of(conversation.id):
            raise Conflict("She has just asked for a person. Look at the queue again.")
        wrote = queueing.written_first(conversation.id, client.tier, staff, now, self._tiers)
        work.handoffs.add(wrote)
        work.turns.withdraw_pending(conversation.id, now)
        work.presence.see(staff.id, now)
        work.messages.append(notice(conversation, JOINED, staff.name, now))
        # her page may stand open on another one, and goes on with this
        topics = {conversation_topic(each) for each in (conversation.id, *(t.id for t in talks))}
        work.record(staff.actor, "write first", conversation.id, (*topics, DESK, CLIENTS))
        return locked(work, conversation.id)


def _hers_already(conversation: Conversation, staff: Staff) -> Conversation:
    if conversation.staff_id != staff.id:
        raise AlreadyClaimed(conversation.staff_name)
    return conversation


def _require_hers(work: Work, staff: Staff, client: Client) -> None:
    """As `shop.offers` has it, without its clock: nobody waits, so nobody is too late either."""
    named = work.owners.of(client.id)
    serving = {one.id: one.name for one in work.staff.all()}
    to = [id_ for id_ in (named.owner_id, named.cover_id) if id_ in serving] if named else []
    if to and staff.id not in to and staff.role is not Role.MANAGER:
        raise AnothersClient(" / ".join(serving[id_] for id_ in to if id_))


def _require_welcome(lines: Sequence[Entry]) -> None:
    """What we promised is kept whatever she said of letters; a follow-up unless she wants none;
    anything else only once she has agreed that we write first."""
    open_ = {e.kind for e in lines if e.stands and e.wrote_on is None}
    agreed = consents(Purpose.CONTACT, [line for line in lines if line.stands])
    if agreed or EntryKind.PROMISE in open_:
        return
    if agreed is False:
        raise Conflict("The client does not want us to write first.")
    if EntryKind.FOLLOW_UP not in open_:
        raise Conflict("The client has not agreed that we write first.")
