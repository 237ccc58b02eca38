"""The client book: what is kept and from what source, and what may be given out or erased."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from shop.access import Role
from shop.client_book import Said
from shop.client_entries import Channel, Draft
from shop.clients import Tier
from shop.db import SqlStore
from shop.db.tables import journal
from shop.errors import BadInput, Conflict, NotAllowed, NotFound
from shop.owners import Owners
from tests.conftest import FrozenClock
from tests.shop.book_scene import KIND, Scene
from tests.shop.people import hire, visitor, welcome


@pytest.fixture
def scene(store: SqlStore, clock: FrozenClock) -> Scene:
    return Scene(store, clock)


def test_every_line_says_who_said_it_when_and_where(scene: Scene, clock: FrozenClock) -> None:
    scene.keep(KIND.PREFERENCE, "soft leather, no logos")
    [line] = scene.book.file(scene.claire, scene.client.id).of(KIND.PREFERENCE)
    assert (line.source.channel, line.source.said_by) == (Channel.PHONE, "林若澜")
    assert (line.source.said_at, line.kept_at, line.kept_by) == (clock(), clock(), "Claire")
    for said in (Said(Channel.PHONE, " "), Said(Channel.CHAT, "林若澜")):
        with pytest.raises(BadInput):
            scene.book.keep(scene.claire, scene.client.id, Draft(KIND.PREFERENCE, "red"), said)
    tomorrow = Said(Channel.SALON, "林若澜", clock() + timedelta(days=1))
    with pytest.raises(BadInput, match="future"):
        scene.book.keep(scene.claire, scene.client.id, Draft(KIND.PREFERENCE, "red"), tomorrow)


def test_sizes_of_her_account_stand_in_the_book_and_follow_it(scene: Scene) -> None:
    [size] = scene.book.file(scene.claire, scene.client.id).of(KIND.SIZE)
    assert (size.draft.label, size.source.channel) == ("shoes", Channel.ACCOUNT)
    said = Said(Channel.SALON, "林若澜")
    draft = Draft(KIND.SIZE, "EU 39", "shoes")
    scene.book.correct(scene.claire, scene.client.id, size.id, draft, said)
    file = scene.book.file(scene.claire, scene.client.id)
    assert [e.draft.value for e in file.of(KIND.SIZE)] == ["EU 39"]
    assert [e.draft.value for e in file.past] == ["EU 38.5"]
    assert file.client.sizes == {"shoes": "EU 39"}


def test_there_is_one_size_of_a_label(scene: Scene) -> None:
    scene.keep(KIND.SIZE, "EU 52", "ring")
    scene.keep(KIND.SIZE, "EU 54", "ring")
    scene.keep(KIND.SIZE, "EU 37", "shoes")
    assert sorted(scene.values(KIND.SIZE)) == ["EU 37", "EU 54"]


def test_what_is_removed_is_gone_with_its_past(scene: Scene) -> None:
    scene.keep(KIND.SIZE, "EU 39", "shoes")
    last = scene.keep(KIND.SIZE, "EU 40", "shoes")
    scene.book.remove(scene.claire, scene.client.id, last)
    file = scene.book.file(scene.claire, scene.client.id)
    assert (file.entries, file.past, file.client.sizes) == ([], [], {})
    with pytest.raises(NotFound):
        scene.book.remove(scene.claire, scene.client.id, last)


def test_a_line_of_somebody_else_is_not_there(scene: Scene) -> None:
    other = welcome(scene.store, scene.clock, Tier.GOLD, "周慕言")
    line = scene.keep(KIND.WISH, "a red bag")
    with pytest.raises(NotFound):
        scene.book.remove(scene.claire, other.id, line)
    with pytest.raises(NotFound):
        scene.book.file(scene.claire, "nobody")


def test_nothing_is_kept_against_her_will(scene: Scene) -> None:
    with pytest.raises(Conflict, match="Allergies"):
        scene.keep(KIND.ALLERGY, "nickel")
    scene.agree("health")
    scene.keep(KIND.ALLERGY, "nickel")
    scene.agree("health", "withdrawn")
    assert scene.values(KIND.ALLERGY) == []
    scene.agree("profile", "withdrawn")
    with pytest.raises(Conflict):
        scene.keep(KIND.PREFERENCE, "red")
    assert scene.values(KIND.CONSENT) == ["withdrawn", "withdrawn"]


@pytest.mark.parametrize(
    "number", ["6222 0212 3456 7890", "11010519491231002X 1", "1101051949123100"]
)
def test_numbers_of_cards_and_papers_are_never_kept(scene: Scene, number: str) -> None:
    with pytest.raises(BadInput):
        scene.keep(KIND.PREFERENCE, f"pays with {number}")


def test_a_message_is_the_source_of_what_was_said_in_a_chat(scene: Scene) -> None:
    talk = scene.talk()
    size = Draft(KIND.SIZE, "EU 39", "shoes")
    kept = scene.book.keep_from_chat(scene.claire, talk, size, 1)
    again = scene.book.keep_from_chat(scene.claire, talk, size, 1)
    assert kept.id == again.id
    assert (kept.source.channel, kept.source.seq) == (Channel.CHAT, 1)
    assert (kept.source.said_by, kept.source.conversation_id) == ("林若澜", talk)
    with pytest.raises(NotFound):
        scene.book.keep_from_chat(scene.claire, talk, size, 99)


def test_a_line_outlives_the_chat_it_came_from(scene: Scene) -> None:
    talk = scene.talk()
    scene.book.keep_from_chat(scene.claire, talk, Draft(KIND.SIZE, "EU 39", "shoes"), 1)
    with scene.store.begin() as work:
        work.conversations.erase(talk)
    [size] = scene.book.file(scene.claire, scene.client.id).of(KIND.SIZE)
    assert (size.draft.value, size.source.said_by) == ("EU 39", "林若澜")
    assert (size.source.conversation_id, size.source.message_id) == (None, None)


def test_what_waits_or_is_nobodys_client_gives_nothing_to_keep(scene: Scene) -> None:
    size = Draft(KIND.SIZE, "EU 39", "shoes")
    with pytest.raises(Conflict, match="Claim"):
        scene.book.keep_from_chat(scene.claire, scene.talk(claim=False), size, 1)
    with pytest.raises(NotFound):
        scene.book.keep_from_chat(scene.claire, scene.talk(who=visitor()), size, 1)


def test_nothing_is_kept_from_a_brief_she_did_not_agree_to(scene: Scene) -> None:
    talk, size = scene.talk(), Draft(KIND.SIZE, "EU 39", "shoes")
    with scene.store.begin() as work:
        work.consents.ask_first(scene.client.id, True, scene.clock())
    with pytest.raises(Conflict, match="agreed"):
        scene.book.keep_from_chat(scene.claire, talk, size, 1)
    with scene.store.begin() as work:
        work.consents.answered(talk, True, scene.clock())
    assert scene.book.keep_from_chat(scene.claire, talk, size, 1)


def test_an_editor_has_no_book_and_only_a_manager_exports_and_erases(scene: Scene) -> None:
    wen = hire(scene.store, scene.clock, "wen", Role.EDITOR)
    with pytest.raises(NotAllowed):
        scene.book.cards(wen)
    for somebody in (wen, scene.claire):
        with pytest.raises(NotAllowed):
            scene.rights.export(somebody, scene.client.id)
        with pytest.raises(NotAllowed):
            scene.rights.erase(somebody, scene.client.id)


def test_a_copy_holds_everything_kept_of_her(scene: Scene) -> None:
    scene.talk()
    scene.keep(KIND.SIZE, "EU 39", "shoes")
    owners = Owners(scene.store, scene.clock)
    owners.name(scene.helene, scene.client.id, scene.claire.id, reason="Speaks her language")
    copy = scene.rights.export(scene.helene, scene.client.id)
    assert copy["client"]["name"] == "林若澜"
    assert copy["conversations"][0]["messages"][0]["text"] == "我的鞋是 EU 39"
    assert copy["book"][0]["draft"]["value"] == "EU 39"
    assert copy["book"][0]["source"]["channel"] == "phone"
    assert copy["book_before"][0]["draft"]["value"] == "EU 38.5"
    assert copy["personal_shoppers_named"][0]["reason"] == "Speaks her language"


def test_what_is_erased_leaves_nothing_but_a_line_without_words(scene: Scene) -> None:
    talk = scene.talk()
    scene.keep(KIND.SIZE, "EU 39", "shoes")
    owners = Owners(scene.store, scene.clock)
    owners.name(scene.helene, scene.client.id, scene.claire.id, reason="Speaks her language")
    with pytest.raises(Conflict, match="people"):
        scene.rights.erase(scene.helene, scene.client.id)
    scene.desk.close(scene.claire, talk, "answered")
    scene.rights.erase(scene.helene, scene.client.id)
    with scene.store.read() as work:
        assert work.clients.get(scene.client.id) is None
        assert work.conversations.get(talk) is None
        assert work.book.of(scene.client.id) == []
        assert work.owners.namings(scene.client.id) == []
    with scene.store.engine.connect() as connection:
        lines = [str(tuple(line)) for line in connection.execute(select(journal))]
    assert "erase client" in lines[-1]
    assert not [line for line in lines if "EU 39" in line or "若澜" in line or "Speaks" in line]
