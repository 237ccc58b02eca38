"""Writes sixty made-up days into a migrated database, to look at the page of insights.

    python -m tests.shop.sixty_days sqlite:////tmp/somewhere/maroquin.db PASSWORD

Afterwards `manager` signs in with that password. Never into the database of a house at work.
"""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from random import Random

from shop.access import Role
from shop.clients import Tier
from shop.conversations import Behaviour
from shop.db import SqlStore, migrate
from shop.handoffs import Reason
from shop.staff_accounts import StaffAccounts
from tests.conftest import FrozenClock
from tests.shop.made_history import MadeHistory

_DAYS = 60
_TIERS = (None, None, None, Tier.REGISTERED, Tier.SILVER, Tier.GOLD, Tier.GOLD, Tier.BLACK)
_ARTICLES = (
    ("material-cashmere", "care-lambskin", "policy-returns"),  # the last thirty days
    ("care-lambskin", "policy-returns"),
)
_PIECES = ("TV-B01", "TV-B02", "TV-B03")
_OPEN = (("Colours and stock", "stock"), ("Tariff rates", "tariff"))


def main(url: str, password: str) -> None:
    clock, chance = FrozenClock(), Random(4)  # noqa: S311  # the same days each time, and no secret
    now = datetime.now(UTC).replace(microsecond=0)
    clock.now = now - timedelta(days=_DAYS)
    migrate(url)
    with closing(SqlStore(url, clock)) as store:
        made = MadeHistory(store, clock)
        StaffAccounts(store, clock).create("manager", "Hélène", Role.MANAGER, password)
        for day in range(_DAYS - 1):
            recent = day >= _DAYS // 2
            for n in range(chance.randint(1, 4) + recent):
                made.at(now - timedelta(days=_DAYS - day) + timedelta(minutes=20 * n))
                _conversation(made, chance, recent)


def _conversation(made: MadeHistory, chance: Random, recent: bool) -> None:
    tier = chance.choice(_TIERS)
    talk = made.talk(made.client(tier) if tier else None)
    article = chance.choice(_ARTICLES[0 if recent else 1])
    made.ask(talk, article=article, pieces=(chance.choice(_PIECES[: 3 if recent else 2]),))
    if chance.random() < 0.5:
        made.rate(talk, chance.random() < 0.85)
    if chance.random() < 0.15:
        title, section = chance.choice(_OPEN)
        made.ask(talk, title, article=f"house-{section}", behaviour=Behaviour.ABSTAIN, title=title)
    if tier is Tier.BLACK or chance.random() < 0.2:
        handoff = made.hand_over(talk, chance.choice(list(Reason)))
        made.reply(handoff, chance.choice((2, 4, 6, 9, 12, 14, 22)))
        made.close(handoff, chance.randint(5, 40))
        if chance.random() < 0.7:
            made.satisfaction.say(talk.visitor, talk.id, chance.choice((3, 4, 4, 5, 5, 5)))
        if chance.random() < 0.1:
            made.clock.advance(minutes=30)
            made.ask(talk, article=article)


if __name__ == "__main__":
    main(*sys.argv[1:3])
