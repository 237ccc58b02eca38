"""Made-up people and a house desk that the tests of `shop` share."""

from __future__ import annotations

from pathlib import Path

from knowledge.house_data import load_yaml
from shop.access import Role, Staff
from shop.clients import Client, Tier, Visitor
from shop.conversations import Behaviour, Citation, Sentence
from shop.ids import new_id
from shop.ports import Clock, Store
from shop.tiers import TierBook
from shop.turns import Answer

TIERS_FILE = Path(__file__).parents[2] / "knowledge" / "house" / "tiers.yaml"


def house_tiers() -> TierBook:
    return load_yaml(TIERS_FILE, TierBook)


def hire(store: Store, clock: Clock, login: str, role: Role = Role.PERSONAL_SHOPPER) -> Staff:
    staff = Staff(new_id(), login, login.capitalize(), role)
    with store.begin() as work:
        work.staff.add(staff, "no password", clock())
    return staff


def welcome(store: Store, clock: Clock, tier: Tier, name: str = "林若澜") -> Client:
    client = Client(new_id(), name, tier, "zh", {"shoes": "EU 38.5"})
    with store.begin() as work:
        work.clients.add(client, clock())
    return client


def visitor(client: Client | None = None) -> Visitor:
    return Visitor(new_id(), client)


def answer(text: str = "Blot it with a soft cloth.") -> Answer:
    citation = Citation("care-lambskin", 1, "rain", "en", "Caring for lambskin", text)
    return Answer(
        text=text,
        lang="en",
        behaviour=Behaviour.ANSWER,
        sentences=(Sentence(text, (0,)),),
        citations=(citation,),
        cards=("tote",),
        mode="offline",
        remark="the model was slow",
    )
