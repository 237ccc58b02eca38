"""A personal shopper who composes looks for a client whose conversation she holds."""

from __future__ import annotations

from knowledge.house_data import load_products
from shop.chats import Chats
from shop.client_book import ClientBook
from shop.client_entries import Entry, EntryKind
from shop.clients import Tier, Visitor
from shop.conversations import Message
from shop.db import SqlStore
from shop.desk import Desk
from shop.handoffs import Reason
from shop.looks import Look, Verdict
from shop.looks_composing import Looks
from shop.looks_reacting import LookReactions
from shop.products import Catalogue
from tests.conftest import FrozenClock
from tests.shop.house_books import HOUSE
from tests.shop.people import hire, house_tiers, visitor, welcome

CATALOGUE = Catalogue(load_products(HOUSE / "products.yaml"))
SILLAGE, GRAIN, SOIR, CADENCE = "TV-B01", "TV-B03", "TV-D01", "TV-S01"
PIECES = (SOIR, CADENCE, SILLAGE)


class Scene:
    """A personal shopper who holds a conversation with a Black client."""

    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.store, self.clock = store, clock
        self.desk, self.chats = Desk(store, clock, house_tiers()), Chats(store, clock)
        self.book = ClientBook(store, clock, house_tiers())
        self.looks, self.hers = (
            Looks(store, clock, CATALOGUE, house_tiers()),
            LookReactions(store, clock, CATALOGUE),
        )
        self.claire, self.marc = hire(store, clock, "claire"), hire(store, clock, "marc")
        self.client = welcome(store, clock, Tier.BLACK)
        self.lin = visitor(self.client)
        self.talk = self.held(self.lin)

    def held(self, who: Visitor) -> str:
        conversation = self.chats.open(who, "en")
        self.chats.say(who, conversation.id, "Something for a dinner?", "r1")
        self.desk.attend(self.claire)
        self.desk.claim(self.claire, self.desk.request(conversation.id, Reason.ASKED).id)
        return conversation.id

    def sent(self, note: str = "For Saturday.") -> Look:
        look = self.looks.compose(self.claire, PIECES, note)
        self.looks.send(self.claire, look.id, self.talk, new_request())
        return self.looks.get(self.claire, look.id)

    def react(self, look: Look, piece: str, verdict: Verdict | None, word: str = "") -> None:
        self.hers.react(self.lin, look.id, piece, verdict, word)

    def lines(self) -> list[Entry]:
        return self.book.file(self.claire, self.client.id).of(EntryKind.LOOK)

    def thoughts(self) -> list[tuple[str, str, str]]:
        drafts = [entry.draft for entry in self.lines() if entry.draft.label != "sent"]
        return [(draft.piece, draft.label, draft.value) for draft in drafts]

    def messages(self) -> list[Message]:
        return [m for m in self.desk.transcript(self.claire, self.talk) if m.cards]


REQUESTS = iter(range(10_000))


def new_request() -> str:
    return f"request-{next(REQUESTS)}"
