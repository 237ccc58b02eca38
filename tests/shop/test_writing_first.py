"""Writing to a client first: in which conversation, who may, and whether she may be written to."""

from __future__ import annotations

from datetime import date

import pytest

from shop.access import Staff
from shop.client_book import Said
from shop.client_entries import Channel, Draft, EntryKind
from shop.clients import Tier
from shop.conversations import Holder
from shop.db import SqlStore
from shop.errors import AlreadyClaimed, AnothersClient, Conflict, NotAllowed, NotFound
from shop.handoffs import Reason
from shop.ports import CLIENTS, DESK, conversation_topic
from shop.turns import Turns
from tests.conftest import FrozenClock
from tests.shop.people import visitor, welcome
from tests.shop.writing_scene import Scene

TODAY = date(2026, 11, 23)


@pytest.fixture
def scene(store: SqlStore, clock: FrozenClock) -> Scene:
    return Scene(store, clock)


# In which conversation


@pytest.mark.parametrize("ended", ["give back", "close"])
def test_she_is_written_to_in_the_last_conversation_that_people_had(
    scene: Scene, ended: str
) -> None:
    talk = scene.with_advisor(ended)
    scene.clock.advance(days=20)
    begun = scene.begin()
    assert (begun.id, begun.holder, begun.staff_id) == (talk, Holder.PERSON, scene.claire.id)
    assert begun.staff_name == "Claire"
    scene.desk.reply(scene.claire, talk, "The Sillage is back.", "w1")
    assert scene.reads()[-2:] == ["Claire has joined the conversation.", "The Sillage is back."]


def test_who_never_wrote_to_us_is_written_to_in_a_new_conversation_in_her_language(
    scene: Scene,
) -> None:
    begun = scene.begin()
    assert (begun.client_id, begun.lang, begun.holder) == (scene.client.id, "zh", Holder.PERSON)
    scene.desk.reply(scene.claire, begun.id, "您好", "w1")
    assert scene.reads() == ["Claire 已加入对话。", "您好"]


def test_what_she_told_the_advisor_alone_stays_closed_to_staff(scene: Scene) -> None:
    alone = scene.alone()
    begun = scene.begin()
    assert begun.id != alone
    with pytest.raises(NotFound):
        scene.desk.transcript(scene.claire, alone)
    assert scene.chats.get(scene.shopper, alone).holder is Holder.ADVISOR


def test_a_page_that_stands_open_on_another_conversation_rings_and_goes_on_with_this(
    scene: Scene,
) -> None:
    alone = scene.alone()
    assert not scene.chats.goes_on_elsewhere(scene.shopper, alone)
    before = scene.store.bell.mark()
    begun = scene.begin()
    for topic in (conversation_topic(alone), conversation_topic(begun.id), DESK, CLIENTS):
        assert scene.store.bell.rang_since(before, [topic])
    assert scene.chats.goes_on_elsewhere(scene.shopper, alone)
    assert not scene.chats.goes_on_elsewhere(scene.shopper, begun.id)
    assert not scene.chats.goes_on_elsewhere(visitor(), alone)
    assert scene.chats.open(scene.shopper, "en").id == begun.id


def test_the_same_press_twice_is_one_conversation(scene: Scene) -> None:
    first = scene.begin()
    assert scene.begin() == first
    assert scene.verbs(first.id) == ["write first"]
    assert scene.reads() == ["Claire 已加入对话。"]


def test_the_advisors_waiting_answers_are_withdrawn(scene: Scene) -> None:
    talk = scene.with_advisor()
    _, turn_id = scene.chats.say(scene.shopper, talk, "And calf?", "r5")
    begun = scene.begin()
    assert turn_id
    assert begun.pending_turns == ()
    with pytest.raises(Conflict):
        Turns(scene.store, scene.clock).begin(turn_id)


# Who may


@pytest.mark.parametrize("who", ["claire", "marc", "helene"])
def test_owner_cover_and_a_manager_write_to_her(scene: Scene, who: str) -> None:
    staff: Staff = getattr(scene, who)
    assert scene.begin(staff).staff_id == staff.id


def test_a_colleague_does_not_write_to_her_and_reads_who_does(scene: Scene) -> None:
    talk = scene.with_advisor()
    with pytest.raises(AnothersClient, match="Claire / Marc"):
        scene.begin(scene.olga)
    assert scene.desk.conversation(scene.olga, talk).holder is Holder.ADVISOR


def test_a_client_for_whom_nobody_is_named_is_anybodys(scene: Scene) -> None:
    scene.owners.release(scene.helene, scene.client.id, reason="Claire has left")
    assert scene.begin(scene.olga).staff_id == scene.olga.id


def test_an_owner_who_has_left_keeps_nobody_from_her_client(scene: Scene) -> None:
    scene.owners.name(scene.helene, scene.client.id, scene.claire.id, reason="Knows her")
    with scene.store.begin() as work:
        work.staff.disable(scene.claire.id, scene.clock())
    assert scene.begin(scene.olga).staff_id == scene.olga.id


def test_who_serves_no_clients_writes_to_none(scene: Scene) -> None:
    with pytest.raises(NotAllowed):
        scene.begin(scene.wen)
    with pytest.raises(NotFound):
        scene.writing.begin(scene.claire, "nobody")


def test_nobody_takes_a_conversation_from_whoever_has_it(scene: Scene) -> None:
    talk = scene.talk()
    for other in (scene.marc, scene.helene):
        with pytest.raises(AlreadyClaimed, match="Claire"):
            scene.begin(other)
    assert scene.desk.conversation(scene.marc, talk).staff_id == scene.claire.id
    assert scene.begin(scene.claire).id == talk


def test_one_that_waits_is_claimed_as_from_the_queue(scene: Scene) -> None:
    talk = scene.talk(claim=False)
    begun = scene.begin()
    assert (begun.id, begun.staff_id) == (talk, scene.claire.id)
    with scene.store.read() as work:
        handoff = work.handoffs.open_of(talk)
    assert handoff
    assert handoff.reason is Reason.ASKED
    assert scene.verbs(talk)[-1] == "claim"


def test_one_that_waits_for_her_owner_is_not_claimed_by_a_colleague(scene: Scene) -> None:
    scene.desk.attend(scene.claire)
    scene.talk(claim=False)
    with pytest.raises(Conflict, match="Claire"):
        scene.begin(scene.olga)


# Whether she may be written to


def test_who_wants_no_letters_is_written_to_for_a_promise_only(scene: Scene) -> None:
    scene.says("withdrawn")
    with pytest.raises(Conflict, match="does not want"):
        scene.begin()
    scene.keep(EntryKind.FOLLOW_UP, "the ring", day=TODAY)
    with pytest.raises(Conflict, match="does not want"):
        scene.begin()
    scene.keep(EntryKind.PROMISE, "a photograph")
    assert scene.begin().holder is Holder.PERSON


def test_who_was_never_asked_is_written_to_for_a_follow_up_or_a_promise_only(
    scene: Scene,
) -> None:
    other = welcome(scene.store, scene.clock, Tier.GOLD, "Anna")
    with pytest.raises(Conflict, match="not agreed"):
        scene.begin(client=other)
    with scene.store.read() as work:
        assert work.book.talks_of(other.id) == []
    draft = Draft(EntryKind.FOLLOW_UP, "the ring", day=TODAY)
    entry = scene.book.keep(scene.claire, other.id, draft, Said(Channel.PHONE, "Anna"))
    assert scene.begin(client=other).holder is Holder.PERSON
    scene.desk.close(scene.claire, scene.begin(client=other).id, "settled")
    scene.book.wrote(scene.claire, other.id, entry.id)
    with pytest.raises(Conflict, match="not agreed"):
        scene.begin(client=other)


def test_a_follow_up_is_done_by_what_is_written_then(scene: Scene) -> None:
    talk = scene.talk()
    scene.follow_ups.set(scene.claire, talk, TODAY, "the ring")
    scene.desk.close(scene.claire, talk, "later")
    begun = scene.begin()
    assert scene.follow_ups.due(scene.claire)
    scene.desk.reply(scene.claire, begun.id, "The ring is here.", "w1")
    assert scene.follow_ups.due(scene.claire) == []
