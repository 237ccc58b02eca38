"""What a shopper may know of her own hand-over."""

from __future__ import annotations

import pytest

from shop.chats import Chats
from shop.clients import Tier
from shop.db import SqlStore
from shop.desk import Desk
from shop.errors import NotFound
from shop.handoffs import Reason
from tests.conftest import FrozenClock
from tests.shop.people import hire, house_tiers, visitor, welcome


@pytest.fixture
def chats(store: SqlStore, clock: FrozenClock) -> Chats:
    return Chats(store, clock)


@pytest.fixture
def desk(store: SqlStore, clock: FrozenClock) -> Desk:
    return Desk(store, clock, house_tiers())


def test_a_shopper_who_waits_for_nobody_awaits_nothing(chats: Chats) -> None:
    shopper = visitor()
    assert chats.awaited(shopper, chats.open(shopper, "en").id) is None


def test_a_client_sees_by_when_somebody_comes_until_somebody_has(
    chats: Chats, desk: Desk, store: SqlStore, clock: FrozenClock
) -> None:
    client = visitor(client=welcome(store, clock, Tier.BLACK))
    conversation = chats.open(client, "en")
    handoff = desk.request(conversation.id, Reason.ASKED)
    awaited = chats.awaited(client, conversation.id)
    assert awaited is not None
    assert awaited.due == handoff.due
    desk.claim(hire(store, clock, "claire"), handoff.id)
    assert chats.awaited(client, conversation.id) is None


def test_what_another_awaits_does_not_exist(chats: Chats, desk: Desk) -> None:
    conversation = chats.open(visitor(), "en")
    desk.request(conversation.id, Reason.ASKED)
    with pytest.raises(NotFound):
        chats.awaited(visitor(), conversation.id)
