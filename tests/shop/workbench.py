"""A client with her personal shopper at the desk, and the desk's own tools."""

from __future__ import annotations

from knowledge.house_data import load_products, load_yaml
from shop.access import Role
from shop.chats import Chats
from shop.client_rights import ClientRights
from shop.clients import Client, Tier
from shop.db import SqlStore
from shop.desk import Desk
from shop.follow_ups import FollowUps
from shop.handoffs import Reason
from shop.note_keeping import NoteKeeping
from shop.products import Catalogue
from shop.salon_desk import SalonDesk
from shop.salons import SalonBook
from shop.snippet_keeping import SnippetKeeping
from tests.conftest import FrozenClock
from tests.shop.people import TIERS_FILE, hire, house_tiers, visitor, welcome

HOUSE = TIERS_FILE.parent


class Workbench:
    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.store, self.clock, tiers = store, clock, house_tiers()
        self.catalogue = Catalogue(load_products(HOUSE / "products.yaml"))
        salons = load_yaml(HOUSE / "salons.yaml", SalonBook)
        self.chats, self.desk = Chats(store, clock), Desk(store, clock, tiers)
        self.salon_desk = SalonDesk(store, clock, salons, self.catalogue)
        self.snippets = SnippetKeeping(store, clock, salons, self.catalogue)
        self.notes, self.follow_ups = NoteKeeping(store, clock), FollowUps(store, clock, tiers)
        self.rights = ClientRights(store, clock, tiers)
        self.claire, self.marc = hire(store, clock, "claire"), hire(store, clock, "marc")
        self.helene = hire(store, clock, "helene", Role.MANAGER)
        self.wen = hire(store, clock, "wen", Role.EDITOR)
        self.client = welcome(store, clock, Tier.BLACK)

    def talk(self, client: Client | None = None, says: str = "您好", claim: bool = True) -> str:
        """Of the client, or of somebody else: handed over, and with Claire."""
        self.shopper = visitor(client or self.client)
        return self._handed_over(says, claim)

    def visitor_talk(self, says: str = "Good day") -> str:
        """Of somebody who is not signed in."""
        self.shopper = visitor()
        return self._handed_over(says, claim=True)

    def _handed_over(self, says: str, claim: bool) -> str:
        conversation = self.chats.open(self.shopper, "en")
        self.chats.say(self.shopper, conversation.id, says, "r1")
        handoff = self.desk.request(conversation.id, Reason.ASKED)
        if claim:
            self.desk.claim(self.claire, handoff.id)
        return conversation.id
