"""A house with salons, two clients and two people who serve them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from knowledge.house_data import load_products, load_yaml
from shop.access import Role
from shop.appointments import Wanted
from shop.chats import Chats
from shop.clients import Client, Tier, Visitor
from shop.conversations import Author
from shop.db import SqlStore
from shop.products import Catalogue
from shop.reminders import Reminders
from shop.salon_desk import SalonDesk
from shop.salons import SalonBook
from shop.visits import Visits
from tests.conftest import FrozenClock
from tests.shop.people import hire, visitor, welcome

HOUSE = Path(__file__).parents[3] / "knowledge" / "house"
JINGAN, XIASHA, PARIS = "shanghai-jingan", "hangzhou-xiasha", "paris-6e"
SHANGHAI = ZoneInfo("Asia/Shanghai")


def house_salons() -> SalonBook:
    return load_yaml(HOUSE / "salons.yaml", SalonBook)


def house_catalogue() -> Catalogue:
    return Catalogue(load_products(HOUSE / "products.yaml"))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """That day of November 2026 in Shanghai; the clock of the tests stands at noon of the 23rd."""
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI).astimezone(UTC)


SATURDAY_THREE = Wanted(JINGAN, at(28, 15))


class SalonHouse:
    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.store, self.clock = store, clock
        book, catalogue = house_salons(), house_catalogue()
        self.visits = Visits(store, clock, book, catalogue)
        self.desk = SalonDesk(store, clock, book, catalogue)
        self.reminders = Reminders(store, clock, book, catalogue)
        self.chats = Chats(store, clock)
        self.claire = hire(store, clock, "claire")
        self.wen = hire(store, clock, "wen", Role.EDITOR)
        self.lin, self.olivia = self.shopper("林若澜"), self.shopper("Olivia")

    def shopper(self, name: str, tier: Tier = Tier.BLACK) -> Visitor:
        return visitor(welcome(self.store, self.clock, tier, name))

    def client(self, shopper: Visitor) -> Client:
        assert shopper.client is not None
        return shopper.client

    def notices(self, shopper: Visitor, lang: str = "en") -> list[str]:
        """What the house said in her chat."""
        chat = self.chats.open(shopper, "zh" if lang == "zh" else "en")
        messages = self.chats.transcript(shopper, chat.id)
        return [m.text for m in messages if m.author is Author.NOTICE]
