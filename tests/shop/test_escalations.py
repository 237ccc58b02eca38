"""Missed promises are told to managers, at once and for as long as nobody has taken them up."""

from __future__ import annotations

import pytest

from shop.access import Role
from shop.clients import Tier
from shop.db import SqlStore
from shop.errors import NotAllowed
from shop.ports import ESCALATIONS
from tests.conftest import FrozenClock
from tests.shop.people import hire
from tests.shop.test_bell import SOON, settle
from tests.shop.test_watch import Scene


@pytest.fixture
def scene(store: SqlStore, clock: FrozenClock) -> Scene:
    return Scene(store, clock)


def missed(scene: Scene) -> list[str]:
    return [handoff.id for handoff in scene.desk.escalated(scene.helene)]


def test_a_missed_promise_is_told_until_somebody_takes_it_up(scene: Scene) -> None:
    first, second = scene.ask(Tier.BLACK), scene.ask(Tier.GOLD)
    scene.later(10)
    assert missed(scene) == []
    for _ in range(60):
        scene.later(1)
    assert missed(scene) == [first.id, second.id]
    scene.desk.claim(scene.claire, first.id)
    assert missed(scene) == [second.id]


def test_pages_that_tell_of_it_are_rung_when_it_begins_and_when_it_ends(scene: Scene) -> None:
    waiting = scene.ask(Tier.BLACK)
    scene.later(10)
    watching = scene.store.bell.subscribe([ESCALATIONS])
    settle(watching)
    scene.later(1)
    assert scene.deeds() == ["warn"]
    assert not watching.wait(0.3)
    scene.later(4)
    assert scene.deeds() == ["warn", "escalate"]
    assert watching.wait(SOON)
    settle(watching)
    scene.desk.claim(scene.claire, waiting.id)
    assert watching.wait(SOON)
    settle(watching)
    scene.desk.reply(scene.claire, waiting.conversation_id, "Good afternoon", "p1")
    assert not watching.wait(0.3)


def test_only_a_manager_is_told(scene: Scene) -> None:
    for role in (Role.PERSONAL_SHOPPER, Role.EDITOR):
        with pytest.raises(NotAllowed):
            scene.desk.escalated(hire(scene.store, scene.clock, role.value, role))
