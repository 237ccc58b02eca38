"""A client with her book, and staff who keep it."""

from __future__ import annotations

from shop.access import Role
from shop.chats import Chats
from shop.client_book import ClientBook, Said
from shop.client_entries import Channel, Draft, EntryKind
from shop.client_rights import ClientRights
from shop.clients import Tier, Visitor
from shop.db import SqlStore
from shop.desk import Desk
from shop.handoffs import Reason
from shop.stock import StockFeed
from tests.conftest import FrozenClock
from tests.shop.people import hire, house_tiers, visitor, welcome

KIND = EntryKind


class Scene:
    """A personal shopper with the book before her, and a Black client."""

    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.store, self.clock = store, clock
        self.feed: StockFeed | None = None
        self.book = ClientBook(store, clock, house_tiers(), lambda: self.feed)
        self.rights = ClientRights(store, clock, house_tiers())
        self.desk = Desk(store, clock, house_tiers())
        self.claire = hire(store, clock, "claire")
        self.helene = hire(store, clock, "helene", Role.MANAGER)
        self.client = welcome(store, clock, Tier.BLACK)

    def keep(self, kind: EntryKind, value: str = "", label: str = "", **other: object) -> str:
        said = Said(Channel.PHONE, self.client.name)
        draft = Draft(kind, value, label, **other)  # type: ignore[arg-type]  # the test's own
        return self.book.keep(self.claire, self.client.id, draft, said).id

    def agree(self, purpose: str, answer: str = "given") -> None:
        self.keep(KIND.CONSENT, answer, purpose)

    def values(self, *kinds: EntryKind) -> list[str]:
        return [e.draft.value for e in self.book.file(self.claire, self.client.id).of(*kinds)]

    def why(self) -> list[str]:
        return [r.kind.value for r in self.book.file(self.claire, self.client.id).reasons]

    def talk(self, claim: bool = True, who: Visitor | None = None) -> str:
        """A conversation about a size, handed over."""
        chats, who = Chats(self.store, self.clock), who or visitor(self.client)
        conversation = chats.open(who, "zh")
        chats.say(who, conversation.id, "我的鞋是 EU 39", "r1")
        handoff = self.desk.request(conversation.id, Reason.ASKED)
        if claim:
            self.desk.attend(self.claire)
            self.desk.claim(self.claire, handoff.id)
        return conversation.id
