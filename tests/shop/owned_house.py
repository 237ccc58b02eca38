"""A house of three people and two conversations, and what they may do about whose they are."""

from __future__ import annotations

from shop.access import Role, Staff
from shop.chats import Chats
from shop.client_book import ClientBook, Said
from shop.client_entries import Answer, Channel, Draft, EntryKind, Purpose
from shop.clients import Tier, Visitor
from shop.conversations import Holder
from shop.db import SqlStore
from shop.desk import Desk
from shop.errors import Conflict
from shop.handoffs import Reason
from shop.owners import Owners
from shop.retention import Retention
from shop.turns import Turns
from shop.watch import Watch
from shop.writing_first import WritingFirst
from tests.conftest import FrozenClock
from tests.shop.people import answer, hire, house_tiers, visitor, welcome

TIERS = (None, Tier.BLACK)
AGREED = Draft(EntryKind.CONSENT, Answer.GIVEN, Purpose.CONTACT)


class House:
    """Two conversations, one of a client with an owner; three people, and what they may do."""

    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.store, self.clock = store, clock
        book = house_tiers()
        self.chats, self.desk = Chats(store, clock), Desk(store, clock, book)
        self.turns, self.watch = Turns(store, clock), Watch(store, clock, book)
        self.retention, self.owners = Retention(store, clock), Owners(store, clock)
        self.writing = WritingFirst(store, clock, book, self.desk)
        self.book = ClientBook(store, clock, book)
        with store.read() as work:
            known = {one.login: one for one in work.staff.all()}
        self.staff = [known.get(n) or hire(store, clock, n) for n in ("claire", "marc", "olga")]

    def furnish(self) -> list[tuple[Visitor, str]]:
        manager = hire(self.store, self.clock, "helene", Role.MANAGER)
        opened = []
        for tier in TIERS:
            client = welcome(self.store, self.clock, tier) if tier else None
            if tier is Tier.BLACK and client:
                one, other = self.staff[0].id, self.staff[1].id
                self.owners.name(manager, client.id, one, other, reason="Knows her")
                self.book.keep(self.staff[0], client.id, AGREED, Said(Channel.PHONE, client.name))
            shopper = visitor(client)
            opened.append((shopper, self.chats.open(shopper, "en").id))
        return opened

    def ask(self, conversation_id: str) -> None:
        self.desk.request(conversation_id, Reason.ASKED)

    def claim(self, staff: Staff, conversation_id: str) -> None:
        with self.store.read() as work:
            handoff = work.handoffs.open_of(conversation_id)
        if handoff is None:
            raise Conflict("Nobody asked for a person.")
        self.desk.claim(staff, handoff.id)

    def ask_and_claim(self, staff: Staff, conversation_id: str) -> None:
        self.ask(conversation_id)
        self.claim(staff, conversation_id)

    def write_first(self, staff: Staff, shopper: Visitor) -> None:
        if shopper.client is None:
            raise Conflict("Nobody knows who she is.")
        self.writing.begin(staff, shopper.client.id)

    def speaker(self, conversation_id: str) -> Staff:
        """Whoever holds it, or else the first."""
        with self.store.read() as work:
            found = work.conversations.get(conversation_id)
        holds = [one for one in self.staff if found and one.id == found.staff_id]
        return holds[0] if holds else self.staff[0]

    def answer(self, conversation_id: str) -> None:
        with self.store.read() as work:
            conversation = work.conversations.get(conversation_id)
        for turn_id in conversation.pending_turns if conversation else ():
            self.turns.begin(turn_id)
            self.turns.finish(turn_id, answer())

    def holder(self, conversation_id: str) -> Holder | None:
        with self.store.read() as work:
            found = work.conversations.get(conversation_id)
        return found.holder if found else None
