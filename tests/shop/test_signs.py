"""Signs between client and house: who may make which, what is kept of them, and who hears them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from shop.access import Role, Staff
from shop.chats import Chats
from shop.clients import Visitor
from shop.db import SqlStore
from shop.desk import Desk
from shop.errors import NotAllowed, NotFound
from shop.handoffs import Reason
from shop.ports import Sound, conversation_topic
from shop.signs import Signs
from tests.conftest import FrozenClock
from tests.shop.people import hire, house_tiers, visitor


@dataclass
class Scene:
    """A client with Claire, Marc at the next desk, and whatever is whispered between them."""

    signs: Signs
    chats: Chats
    client: Visitor
    claire: Staff
    marc: Staff
    conversation: str
    heard: list[dict[str, str]]

    def read_by(self) -> tuple[int, int]:
        """Up to where client and house have read."""
        conversation = self.chats.get(self.client, self.conversation)
        return conversation.read_by_client, conversation.read_by_house


@pytest.fixture
def scene(store: SqlStore, clock: FrozenClock) -> Scene:
    chats, desk, client = Chats(store, clock), Desk(store, clock, house_tiers()), visitor()
    claire, marc = hire(store, clock, "claire"), hire(store, clock, "marc")
    conversation = chats.open(client, "en").id
    chats.say(client, conversation, "May I have a person?", "r1")
    desk.claim(claire, desk.request(conversation, Reason.ASKED).id)  # message 2: she has joined
    heard: list[dict[str, str]] = []

    def hear(sound: Sound) -> None:
        if sound.words:
            heard.append(dict(sound.words))

    store.bell.listen([conversation_topic(conversation)], hear)
    return Scene(Signs(store, chats, desk), chats, client, claire, marc, conversation, heard)


def test_each_side_hears_that_the_other_is_typing(scene: Scene) -> None:
    scene.signs.client_types(scene.client, scene.conversation)
    scene.signs.house_types(scene.claire, scene.conversation)
    assert scene.heard == [
        {"side": "client", "kind": "typing"},
        {"side": "house", "kind": "typing", "name": "Claire"},
    ]


def test_nobody_seems_to_be_there_who_does_not_have_the_conversation(scene: Scene) -> None:
    scene.signs.house_types(scene.marc, scene.conversation)
    scene.signs.house_read(scene.marc, scene.conversation, 1)
    assert not scene.heard
    assert scene.read_by() == (0, 0)


def test_what_was_read_is_kept_and_told(scene: Scene) -> None:
    scene.signs.client_read(scene.client, scene.conversation, 2)
    scene.signs.house_read(scene.claire, scene.conversation, 1)
    assert scene.read_by() == (2, 1)
    assert scene.heard == [
        {"side": "client", "kind": "read", "seq": "2"},
        {"side": "house", "kind": "read", "seq": "1"},
    ]


@pytest.mark.parametrize("seq", [1, 2, 3, -1])
def test_reading_goes_only_on_and_not_beyond_what_was_said(scene: Scene, seq: int) -> None:
    scene.signs.client_read(scene.client, scene.conversation, 2)
    scene.signs.client_read(scene.client, scene.conversation, seq)
    assert scene.read_by() == (2, 0)
    assert len(scene.heard) == 1


def test_nobody_makes_signs_in_a_conversation_of_others(scene: Scene, store: SqlStore) -> None:
    with pytest.raises(NotFound):
        scene.signs.client_types(visitor(), scene.conversation)
    with pytest.raises(NotFound):
        scene.signs.client_read(visitor(), scene.conversation, 1)
    editor = hire(store, FrozenClock(), "wen", Role.EDITOR)
    with pytest.raises(NotAllowed):
        scene.signs.house_types(editor, scene.conversation)
    assert not scene.heard
