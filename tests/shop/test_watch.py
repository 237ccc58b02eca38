"""What the house's own clock does, with a desk of two people and a manager."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from shop.access import Role, Staff
from shop.chats import Chats
from shop.clients import Client, Tier, Visitor
from shop.conversations import Author, Holder
from shop.db import SqlStore
from shop.db.tables import journal
from shop.desk import Desk
from shop.errors import Conflict, OfferedToAnother
from shop.handoffs import Handoff, Reason
from shop.owners import Owners
from shop.promises import Standing
from shop.watch import Watch
from tests.conftest import FrozenClock
from tests.shop.people import hire, house_tiers, visitor, welcome


class Scene:
    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.store, self.clock = store, clock
        self.chats, self.desk = Chats(store, clock), Desk(store, clock, house_tiers())
        self.watch, self.owners = Watch(store, clock, house_tiers()), Owners(store, clock)
        self.claire, self.marc = hire(store, clock, "claire"), hire(store, clock, "marc")
        self.helene = hire(store, clock, "helene", Role.MANAGER)
        self.shoppers: dict[str, Visitor] = {}

    def ask(self, tier: Tier | None = None, client: Client | None = None) -> Handoff:
        client = client or (welcome(self.store, self.clock, tier) if tier else None)
        shopper = visitor(client)
        opened = self.chats.open(shopper, "en")
        self.shoppers[opened.id] = shopper
        self.say(opened.id, "A person, please")
        return self.desk.request(opened.id, Reason.ASKED)

    def say(self, conversation_id: str, text: str) -> None:
        shopper = self.shoppers[conversation_id]
        self.chats.say(shopper, conversation_id, text, f"{text}{self.clock()}")

    def hers(self, tier: Tier = Tier.BLACK) -> Client:
        """A client of Claire's, whom Marc covers."""
        client = welcome(self.store, self.clock, tier)
        who = (client.id, self.claire.id, self.marc.id)
        self.owners.name(self.helene, *who, reason="Knows her")
        return client

    def attend(self, *people: Staff) -> None:
        for one in people:
            self.desk.attend(one)

    def later(self, minutes: float, *here: Staff) -> None:
        """Time passes with these people at the desk, and the watch looks."""
        self.clock.advance(minutes=minutes)
        self.attend(*here)
        self.watch.tick()

    def handoff(self, conversation_id: str) -> Handoff:
        with self.store.read() as work:
            found = work.handoffs.open_of(conversation_id)
        assert found
        return found

    def holder(self, conversation_id: str) -> Holder:
        return self.desk.conversation(self.claire, conversation_id).holder

    def deeds(self) -> list[str]:
        with self.store.engine.connect() as connection:
            query = select(journal.c.verb).where(journal.c.actor == "watch")
            return list(connection.execute(query.order_by(journal.c.id)).scalars())


@pytest.fixture
def scene(store: SqlStore, clock: FrozenClock) -> Scene:
    return Scene(store, clock)


def test_a_promise_is_warned_of_before_and_escalated_after_once_each(scene: Scene) -> None:
    scene.ask(Tier.BLACK)
    scene.later(9)
    assert scene.deeds() == []
    scene.later(1)
    scene.later(1)
    assert scene.deeds() == ["warn"]
    scene.later(4)
    scene.later(1)
    assert scene.deeds() == ["warn", "escalate"]


def test_several_watches_at_once_do_each_deed_once(
    scene: Scene, open_store: Callable[[], SqlStore]
) -> None:
    for _ in range(3):
        scene.ask(Tier.BLACK)
    scene.clock.advance(minutes=10)
    watches = [Watch(open_store(), scene.clock, house_tiers()) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        done = sum(pool.map(lambda watch: watch.tick(), watches))
    assert done == 3
    assert scene.deeds() == ["warn"] * 3


def test_a_note_opens_the_mornings_queue(scene: Scene) -> None:
    scene.clock.advance(hours=10)  # 22:00 in Beijing
    note = scene.ask(Tier.GOLD)
    assert note.note_only
    scene.later(60 * 12 - 1)
    assert scene.holder(note.conversation_id) is Holder.ADVISOR
    scene.later(1)
    assert scene.holder(note.conversation_id) is Holder.QUEUE
    opened = scene.handoff(note.conversation_id)
    assert (opened.note_only, opened.due - scene.clock()) == (False, opened.due - note.due)
    assert (opened.due - note.due).total_seconds() == 30 * 60
    assert scene.deeds() == ["open"]


def test_a_named_owner_is_offered_her_client_first_then_her_cover_then_all(scene: Scene) -> None:
    olga = hire(scene.store, scene.clock, "olga")
    scene.attend(scene.claire, scene.marc, olga)
    waiting = scene.ask(client=scene.hers())

    def who() -> list[str]:
        people = (scene.claire, scene.marc, olga)
        return [p.login for p in people if scene.desk.board(p)[0].may_claim]

    assert who() == ["claire"]
    with pytest.raises(OfferedToAnother) as refused:
        scene.desk.claim(scene.marc, waiting.id)
    assert refused.value.to == "Claire"
    scene.clock.advance(minutes=4)
    scene.attend(scene.claire, scene.marc)
    scene.clock.advance(minutes=1)
    assert who() == ["claire", "marc"]
    scene.clock.advance(minutes=4)
    assert who() == ["claire", "marc", "olga"]
    assert scene.desk.claim(olga, waiting.id).staff_id == olga.id


def test_an_owner_who_is_away_is_not_waited_for(scene: Scene) -> None:
    scene.attend(scene.marc)
    waiting = scene.ask(client=scene.hers())
    assert scene.desk.board(scene.marc)[0].offer.names == ("Claire", "Marc")
    assert scene.desk.claim(scene.marc, waiting.id).staff_id == scene.marc.id


def test_a_manager_may_always_step_in(scene: Scene) -> None:
    scene.attend(scene.claire)
    waiting = scene.ask(client=scene.hers())
    assert scene.desk.claim(scene.helene, waiting.id).staff_id == scene.helene.id


def test_only_tiers_with_a_dedicated_shopper_wait_for_her(scene: Scene) -> None:
    scene.attend(scene.claire)
    scene.ask(client=scene.hers(Tier.GOLD))
    assert scene.desk.board(scene.marc)[0].may_claim


def test_who_stays_silent_loses_the_client_with_a_notice(scene: Scene) -> None:
    waiting = scene.ask(Tier.BLACK)
    scene.later(2, scene.claire)
    scene.desk.claim(scene.claire, waiting.id)
    for _ in range(4):
        scene.later(3, scene.claire)
    assert scene.holder(waiting.conversation_id) is Holder.PERSON
    scene.later(1, scene.claire)  # a quarter of an hour since she asked
    assert scene.holder(waiting.conversation_id) is Holder.QUEUE
    said = scene.desk.transcript(scene.marc, waiting.conversation_id)[-1]
    assert said.author is Author.NOTICE
    assert said.text.startswith("Claire is away for now. Your conversation is back in the queue")
    assert scene.desk.claim(scene.marc, waiting.id).staff_id == scene.marc.id
    assert "lose" in scene.deeds()


def test_the_notice_of_a_loss_is_in_the_language_of_the_conversation(scene: Scene) -> None:
    waiting = scene.ask(Tier.BLACK)
    with scene.store.begin() as work:
        work.conversations.speak(waiting.conversation_id, "zh")
    scene.desk.claim(scene.claire, waiting.id)
    scene.later(15, scene.claire)
    said = scene.desk.transcript(scene.marc, waiting.conversation_id)[-1].text
    assert said.startswith("Claire 暂时离开")


def test_who_answers_in_time_keeps_her_client(scene: Scene) -> None:
    waiting = scene.ask(Tier.BLACK)
    scene.desk.claim(scene.claire, waiting.id)
    scene.desk.reply(scene.claire, waiting.conversation_id, "Good afternoon", "p1")
    for _ in range(10):
        scene.later(4, scene.claire)
    assert scene.holder(waiting.conversation_id) is Holder.PERSON
    scene.say(waiting.conversation_id, "Are you there?")
    for _ in range(4):
        scene.later(3, scene.claire)
    assert scene.desk.board(scene.claire)[0].standing is Standing.PRESSING
    scene.later(3, scene.claire)
    assert scene.holder(waiting.conversation_id) is Holder.QUEUE


def test_who_claims_late_has_a_few_minutes_for_her_first_words(scene: Scene) -> None:
    waiting = scene.ask(Tier.BLACK)
    scene.later(20)
    scene.desk.claim(scene.claire, waiting.id)
    scene.later(4, scene.claire)
    assert scene.holder(waiting.conversation_id) is Holder.PERSON
    scene.later(1, scene.claire)
    assert scene.holder(waiting.conversation_id) is Holder.QUEUE


def test_who_is_gone_loses_the_client_even_with_nothing_owed(scene: Scene) -> None:
    waiting = scene.ask(Tier.BLACK)
    scene.desk.claim(scene.claire, waiting.id)
    scene.desk.reply(scene.claire, waiting.conversation_id, "Good afternoon", "p1")
    scene.later(4)
    assert scene.holder(waiting.conversation_id) is Holder.PERSON
    scene.later(1)
    assert scene.holder(waiting.conversation_id) is Holder.QUEUE
    lost = scene.handoff(waiting.conversation_id)
    assert (lost.due - scene.clock()).total_seconds() == 15 * 60
    with pytest.raises(Conflict):
        scene.desk.reply(scene.claire, waiting.conversation_id, "One more thing", "p2")


def test_after_a_start_nobody_loses_a_client_before_she_had_time_to_come_back(
    scene: Scene,
) -> None:
    waiting = scene.ask(Tier.BLACK)
    scene.desk.claim(scene.claire, waiting.id)
    scene.clock.advance(hours=1)  # the server was down
    scene.watch = Watch(scene.store, scene.clock, house_tiers())
    scene.later(4)
    assert scene.holder(waiting.conversation_id) is Holder.PERSON
    scene.later(1)
    assert scene.holder(waiting.conversation_id) is Holder.QUEUE


def test_lost_overnight_it_is_a_note_for_the_next_opening(scene: Scene) -> None:
    scene.clock.advance(hours=7, minutes=55)  # 19:55 in Beijing
    waiting = scene.ask()
    scene.desk.claim(scene.claire, waiting.id)
    scene.later(10)
    assert scene.holder(waiting.conversation_id) is Holder.ADVISOR
    assert scene.handoff(waiting.conversation_id).note_only
    said = scene.desk.transcript(scene.marc, waiting.conversation_id)[-1].text
    assert "after opening at 10:00 on 24 November Beijing time" in said


def test_a_transfer_goes_to_a_colleague_who_is_there_with_its_reason_for_staff(
    scene: Scene,
) -> None:
    waiting = scene.ask(Tier.BLACK)
    scene.desk.claim(scene.claire, waiting.id)
    with pytest.raises(Conflict, match="not at the desk"):
        scene.desk.transfer(scene.claire, waiting.conversation_id, scene.marc.id, "knows rings")
    scene.attend(scene.marc)
    assert [one.login for one in scene.desk.colleagues(scene.claire)] == ["marc"]
    scene.desk.transfer(scene.claire, waiting.conversation_id, scene.marc.id, "knows rings")
    assert scene.desk.conversation(scene.marc, waiting.conversation_id).staff_id == scene.marc.id
    said = scene.desk.transcript(scene.marc, waiting.conversation_id)[-1]
    assert (said.remark, "knows rings" in said.text) == ("knows rings", False)
    shopper = scene.shoppers[waiting.conversation_id]
    assert scene.chats.transcript(shopper, waiting.conversation_id)[-1].remark == ""
    with pytest.raises(Conflict):
        scene.desk.reply(scene.claire, waiting.conversation_id, "Me again", "p1")
    scene.desk.reply(scene.marc, waiting.conversation_id, "Good afternoon", "p1")
    assert [h.id for h in scene.desk.queue(scene.marc)] == [waiting.id]


def test_what_is_owed_goes_along_with_a_transfer(scene: Scene) -> None:
    waiting = scene.ask(Tier.BLACK)
    scene.desk.claim(scene.claire, waiting.id)
    scene.attend(scene.marc)
    scene.desk.transfer(scene.claire, waiting.conversation_id, scene.marc.id, "knows rings")
    for _ in range(5):
        scene.later(3, scene.marc)
    assert scene.holder(waiting.conversation_id) is Holder.QUEUE


def test_asking_for_a_person_in_a_closed_conversation_is_a_conflict(scene: Scene) -> None:
    waiting = scene.ask(Tier.BLACK)
    scene.desk.claim(scene.claire, waiting.id)
    scene.desk.close(scene.claire, waiting.conversation_id, "settled")
    with pytest.raises(Conflict):
        scene.desk.request(waiting.conversation_id, Reason.ASKED)
