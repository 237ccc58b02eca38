"""A house in which cases are opened, and facts to open them from."""

from __future__ import annotations

from typing import Any

from shop.access import Role
from shop.case_reading import CaseFile
from shop.cases import Case
from shop.casework import Casework
from shop.chats import Chats
from shop.client_cases import ClientCases
from shop.clients import Tier, Visitor
from shop.conversations import Author
from shop.db import SqlStore
from shop.desk import Desk
from shop.handoffs import Reason
from tests.conftest import FrozenClock
from tests.shop.people import hire, house_tiers, visitor, welcome

BOOK = house_tiers()
LATE = {"kind": "late_delivery", "price": "16800", "counted_from": "2026-11-16T12:00+08:00"}
DISPUTE = {"kind": "dispute", "about": "The clasp broke on the first day.", "undisputed": "2000"}


class House:
    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.store, self.clock = store, clock
        self.casework, self.hers = Casework(store, clock, BOOK), ClientCases(store, clock)
        self.chats, self.desk = Chats(store, clock), Desk(store, clock, BOOK)
        self.claire = hire(store, clock, "claire")
        self.helene = hire(store, clock, "helene", Role.MANAGER)
        self.wen = hire(store, clock, "wen", Role.EDITOR)
        self.lin = visitor(welcome(store, clock, Tier.BLACK))

    def conversation(self, shopper: Visitor, says: str = "My parcel is late.") -> str:
        """Handed over to people."""
        opened = self.chats.open(shopper, "en")
        self.chats.say(shopper, opened.id, says, says)
        self.desk.request(opened.id, Reason.COMPLAINT)
        return opened.id

    def opened(self, facts: dict[str, Any], shopper: Visitor | None = None) -> Case:
        return self.casework.open(self.claire, facts, self.conversation(shopper or self.lin))

    def file(self, case: Case) -> CaseFile:
        return self.casework.get(self.claire, case.id)

    def notices(self, shopper: Visitor) -> list[str]:
        chat = self.chats.open(shopper, "en")
        messages = self.chats.transcript(shopper, chat.id)
        return [m.text for m in messages if m.author is Author.NOTICE]
