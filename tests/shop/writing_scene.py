"""A client who is written to first, her owner, cover, colleague and manager."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from shop.access import Staff
from shop.client_book import ClientBook, Said
from shop.client_entries import Channel, Draft, EntryKind
from shop.clients import Client
from shop.conversations import Conversation
from shop.db import SqlStore
from shop.db.tables import journal
from shop.owners import Owners
from shop.watch import Watch
from shop.writing_first import WritingFirst
from tests.conftest import FrozenClock
from tests.shop.people import hire, house_tiers, visitor
from tests.shop.workbench import Workbench


class Scene(Workbench):
    """A Black client who agreed to letters; Claire is her personal shopper, Marc the cover."""

    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        super().__init__(store, clock)
        self.writing = WritingFirst(store, clock, house_tiers(), self.desk)
        self.book, self.owners = ClientBook(store, clock, house_tiers()), Owners(store, clock)
        self.watch = Watch(store, clock, house_tiers())
        self.olga = hire(store, clock, "olga")
        self.owners.name(
            self.helene, self.client.id, self.claire.id, self.marc.id, reason="Knows her"
        )
        self.says("given")

    def says(self, answer: str, purpose: str = "contact") -> None:
        self.keep(EntryKind.CONSENT, answer, purpose)

    def keep(self, kind: EntryKind, value: str, label: str = "", day: date | None = None) -> str:
        draft, said = Draft(kind, value, label, day=day), Said(Channel.PHONE, "林若澜")
        return self.book.keep(self.claire, self.client.id, draft, said).id

    def begin(self, staff: Staff | None = None, client: Client | None = None) -> Conversation:
        return self.writing.begin(staff or self.claire, (client or self.client).id)

    def alone(self) -> str:
        """What she told the advisor, and nobody else."""
        self.shopper = visitor(self.client)
        opened = self.chats.open(self.shopper, "en")
        self.chats.say(self.shopper, opened.id, "Is lambskin soft?", "r1")
        return opened.id

    def with_advisor(self, ended: str = "give back") -> str:
        """Handed over once, and over again."""
        talk = self.talk()
        if ended == "give back":
            self.desk.give_back(self.claire, talk)
        else:
            self.desk.close(self.claire, talk, "settled")
        return talk

    def reads(self) -> list[str]:
        """What she reads on her page, opened anew."""
        shopper = visitor(self.client)
        opened = self.chats.open(shopper, "en")
        return [message.text for message in self.chats.transcript(shopper, opened.id)]

    def verbs(self, conversation_id: str) -> list[str]:
        query = select(journal.c.verb).where(journal.c.subject == conversation_id)
        with self.store.engine.connect() as connection:
            return list(connection.execute(query.order_by(journal.c.id)).scalars())
