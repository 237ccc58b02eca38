"""Who takes part: clients, personal shoppers, and the conversations between them."""

from __future__ import annotations

import asyncio
import http.client
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlencode

import wiring
from settings import Settings
from shop.access import Role, Staff
from shop.clients import Tier, Visitor
from shop.handoffs import Handoff, Reason
from shop.ids import new_id
from shop.language import Lang

EXCHANGES = 6  # what was said before: a question and a reply each
_PASSWORD = "sixty clients and ten of us"  # noqa: S105  # of people who live for minutes
_TIERS = (Tier.BLACK, Tier.BLACK, Tier.GOLD, Tier.SILVER, Tier.REGISTERED)
_ASKED: dict[Lang, str] = {
    "en": "Could you tell me which bag goes with a navy suit, and how to keep the strap dry?",
    "zh": "请问藏青色套装配哪只包比较好？肩带怎样保持干燥？",
}
_TOLD: dict[Lang, str] = {
    "en": "With pleasure. I would lay out the Sillage and the Grain for you and compare the two.",
    "zh": "当然可以。我先为您备好 Sillage 和 Grain 两款，再给您比较。",
}


@dataclass(frozen=True, slots=True)
class Seat:
    """One client's place: how she comes in, and the hand-over of her conversation."""

    link: str
    conversation: str
    handoff: str


@dataclass(frozen=True, slots=True)
class Shopper:
    """A personal shopper with the clients that are with her."""

    login: str
    clients: Sequence[Seat]


def furnish(settings: Settings, clients: int, shoppers: int) -> list[Shopper]:
    """Each shopper with her share of the clients, in conversations that are under way."""
    with closing(wiring.build(settings)) as house:
        staff = [_hire(house, n) for n in range(shoppers)]
        shares: list[list[Seat]] = [[] for _ in staff]
        for n in range(clients):
            shares[n % shoppers].append(_begin(house, staff[n % shoppers], n))
        return [Shopper(one.login, share) for one, share in zip(staff, shares, strict=True)]


def _hire(house: wiring.Services, n: int) -> Staff:
    name = f"Shopper {n}"
    return house.staff_accounts.create(f"shopper{n}", name, Role.PERSONAL_SHOPPER, _PASSWORD)


def _begin(house: wiring.Services, staff: Staff, n: int) -> Seat:
    lang: Lang = "zh" if n % 2 else "en"
    tier = _TIERS[n % len(_TIERS)]
    client = house.client_accounts.create(f"Client {n:02}", tier, lang, {"shoes": "EU 38"})
    visitor = Visitor(new_id(), client)
    conversation = house.chats.open(visitor, lang).id
    house.chats.say(visitor, conversation, _ASKED[lang], new_id())
    handoff: Handoff = house.desk.request(conversation, Reason.ASKED)
    house.desk.claim(staff, handoff.id)
    for _ in range(EXCHANGES):
        house.desk.reply(staff, conversation, _TOLD[lang], new_id())
        house.chats.say(visitor, conversation, _ASKED[lang], new_id())
    return Seat(house.client_accounts.link_token(client.id), conversation, handoff.id)


async def enter(settings: Settings, seat: Seat) -> str:
    """The cookies of a browser in which the client followed her link."""
    return await asyncio.to_thread(_visit, settings, "GET", f"/enter?token={seat.link}", "")


async def sign_in(settings: Settings, login: str) -> str:
    """The cookies of a browser in which she signed in."""
    form = urlencode({"login": login, "password": _PASSWORD})
    return await asyncio.to_thread(_visit, settings, "POST", "/sign-in", form)


def _visit(settings: Settings, method: str, path: str, form: str) -> str:
    kind = {"content-type": "application/x-www-form-urlencoded"} if form else {}
    with closing(http.client.HTTPConnection(settings.host, settings.port, timeout=60)) as server:
        server.request(method, path, form or None, kind)
        answer = server.getresponse()
        if answer.status != 303:
            raise AssertionError(f"{path.partition('?')[0]} answered {answer.status}")
        cookies: SimpleCookie = SimpleCookie()
        for name, value in answer.getheaders():
            if name == "set-cookie":
                cookies.load(value)
    return "; ".join(f"{name}={one.value}" for name, one in cookies.items())
