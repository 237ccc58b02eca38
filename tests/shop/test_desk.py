from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from shop.access import Role, Staff
from shop.chats import Chats
from shop.clients import Tier, Visitor
from shop.conversations import Author, Holder
from shop.db import SqlStore
from shop.desk import Desk
from shop.errors import AlreadyClaimed, BadInput, Conflict, NotAllowed, NotFound
from shop.handoffs import Handoff, HandoffState, Lane, Reason
from tests.conftest import FrozenClock
from tests.shop.people import hire, house_tiers, visitor, welcome


class Scene:
    """A house with two personal shoppers and whoever asks for one."""

    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.store, self.clock = store, clock
        self.chats, self.desk = Chats(store, clock), Desk(store, clock, house_tiers())
        self.claire, self.marc = hire(store, clock, "claire"), hire(store, clock, "marc")
        self.shoppers: dict[str, Visitor] = {}

    def conversation(self, tier: Tier | None = None, says: str = "") -> str:
        client = welcome(self.store, self.clock, tier) if tier else None
        shopper = visitor(client)
        opened = self.chats.open(shopper, "en")
        self.shoppers[opened.id] = shopper
        if says:
            self.chats.say(shopper, opened.id, says, "r1")
        return opened.id

    def handoff(self, tier: Tier | None = None, says: str = "") -> Handoff:
        return self.desk.request(self.conversation(tier, says), Reason.ASKED)

    def claimed(self, tier: Tier | None = None) -> str:
        handoff = self.handoff(tier)
        self.desk.claim(self.claire, handoff.id)
        return handoff.conversation_id

    def holder(self, conversation_id: str) -> Holder:
        return self.desk.conversation(self.claire, conversation_id).holder


@pytest.fixture
def scene(store: SqlStore, clock: FrozenClock) -> Scene:
    return Scene(store, clock)


def test_who_asks_within_hours_enters_the_queue(scene: Scene) -> None:
    handoff = scene.handoff(Tier.BLACK, says="I'd like to speak to a person")
    assert (handoff.lane, handoff.note_only, handoff.tier) == (Lane.DEDICATED, False, Tier.BLACK)
    assert handoff.client_name == "林若澜"
    assert handoff.last_message == "I'd like to speak to a person"
    assert scene.holder(handoff.conversation_id) is Holder.QUEUE


def test_outside_hours_a_note_is_kept_and_the_advisor_stays(scene: Scene) -> None:
    scene.clock.advance(hours=9)  # 21:00 in Beijing
    handoff = scene.handoff()
    assert handoff.note_only
    assert handoff in scene.desk.queue(scene.claire)
    assert scene.holder(handoff.conversation_id) is Holder.ADVISOR


def test_asking_again_gives_the_same_hand_over(scene: Scene) -> None:
    first = scene.handoff()
    assert scene.desk.request(first.conversation_id, Reason.COMPLAINT) == first


def test_a_note_becomes_a_place_in_the_queue_when_asked_again_in_hours(scene: Scene) -> None:
    scene.clock.advance(hours=9)
    note = scene.handoff()
    scene.clock.advance(hours=14)  # 11:00 the next day
    again = scene.desk.request(note.conversation_id, Reason.ASKED)
    assert (again.id, again.note_only, again.due) == (note.id, False, note.due)
    assert scene.holder(note.conversation_id) is Holder.QUEUE


def test_asking_again_never_loses_a_place(scene: Scene) -> None:
    first = scene.handoff(Tier.GOLD)
    scene.clock.advance(hours=12)  # the lane is closed by now
    assert scene.desk.request(first.conversation_id, Reason.ASKED) == first
    assert scene.holder(first.conversation_id) is Holder.QUEUE


def test_who_signs_in_while_waiting_gets_the_lane_of_her_tier(scene: Scene) -> None:
    waiting = scene.handoff(says="I'd like to speak to a person")
    browser = scene.shoppers[waiting.conversation_id]
    client = welcome(scene.store, scene.clock, Tier.BLACK)
    scene.chats.adopt(Visitor(browser.id, client))
    again = scene.desk.request(waiting.conversation_id, Reason.ASKED)
    assert (again.id, again.lane, again.tier) == (waiting.id, Lane.DEDICATED, Tier.BLACK)
    assert again.due < waiting.due


def test_the_queue_is_ordered_by_what_was_promised(scene: Scene) -> None:
    anyone, gold = scene.handoff(), scene.handoff(Tier.GOLD)
    scene.clock.advance(minutes=5)
    black = scene.handoff(Tier.BLACK)
    assert [h.id for h in scene.desk.queue(scene.claire)] == [black.id, gold.id, anyone.id]


def test_equal_promises_are_ordered_by_lane_then_arrival(scene: Scene) -> None:
    gold_due = scene.handoff(Tier.GOLD)
    scene.clock.advance(minutes=15)
    black_due = scene.handoff(Tier.BLACK)  # the same minute: 30 after noon
    assert gold_due.due == black_due.due
    assert [h.id for h in scene.desk.queue(scene.marc)] == [black_due.id, gold_due.id]


def test_a_claim_tells_the_shopper_who_has_joined(scene: Scene) -> None:
    conversation_id = scene.claimed()
    notice = scene.chats.transcript(scene.shoppers[conversation_id], conversation_id)[-1]
    assert (notice.author, notice.text) == (Author.NOTICE, "Claire has joined the conversation.")
    assert scene.holder(conversation_id) is Holder.PERSON
    assert [c.id for c in scene.desk.active(scene.claire)] == [conversation_id]


def test_a_claimed_conversation_cannot_be_claimed_again(scene: Scene) -> None:
    handoff = scene.handoff()
    scene.desk.claim(scene.claire, handoff.id)
    with pytest.raises(AlreadyClaimed) as refused:
        scene.desk.claim(scene.marc, handoff.id)
    assert refused.value.by == "Claire"


def test_her_own_claim_made_twice_is_no_conflict(scene: Scene) -> None:
    handoff = scene.handoff()
    first = scene.desk.claim(scene.claire, handoff.id)
    assert scene.desk.claim(scene.claire, handoff.id) == first
    assert len(scene.desk.transcript(scene.claire, first.id)) == 1


def test_of_many_who_claim_at_once_exactly_one_wins(
    scene: Scene, open_store: Callable[[], SqlStore]
) -> None:
    handoff = scene.handoff()
    people = [hire(scene.store, scene.clock, f"shopper{n}") for n in range(4)]
    desks = [Desk(open_store(), scene.clock, house_tiers()) for _ in people]
    together = Barrier(len(people))

    def claims(desk: Desk, staff: Staff) -> bool:
        together.wait()
        try:
            return desk.claim(staff, handoff.id).staff_id == staff.id
        except AlreadyClaimed:
            return False

    with ThreadPoolExecutor(len(people)) as pool:
        won = list(pool.map(claims, desks, people))
    assert won.count(True) == 1
    held = scene.desk.conversation(scene.claire, handoff.conversation_id)
    assert held.staff_id == people[won.index(True)].id


def test_many_who_ask_for_a_person_at_once_make_one_hand_over(scene: Scene) -> None:
    conversation_id = scene.conversation()
    with ThreadPoolExecutor(4) as pool:
        asked = pool.map(lambda _: scene.desk.request(conversation_id, Reason.ASKED).id, range(4))
    assert len(set(asked)) == 1


def test_only_who_holds_the_conversation_replies(scene: Scene) -> None:
    conversation_id = scene.claimed()
    reply = scene.desk.reply(scene.claire, conversation_id, "Good afternoon.", "p1")
    assert (reply.author, reply.staff_name) == (Author.PERSON, "Claire")
    with pytest.raises(Conflict):
        scene.desk.reply(scene.marc, conversation_id, "Me too.", "p2")


def test_a_reply_before_the_claim_is_refused(scene: Scene) -> None:
    with pytest.raises(Conflict):
        scene.desk.reply(scene.claire, scene.handoff().conversation_id, "Hello", "p1")


def test_a_reply_sent_twice_is_kept_once(scene: Scene) -> None:
    conversation_id = scene.claimed()
    first = scene.desk.reply(scene.claire, conversation_id, "Good afternoon.", "p1")
    assert scene.desk.reply(scene.claire, conversation_id, "Good afternoon.", "p1") == first


def test_a_shopper_cannot_take_the_place_of_a_reply_with_its_request_id(scene: Scene) -> None:
    conversation_id = scene.claimed()
    scene.chats.say(scene.shoppers[conversation_id], conversation_id, "I was first", "p1")
    reply = scene.desk.reply(scene.claire, conversation_id, "Good afternoon.", "p1")
    assert reply.text == "Good afternoon."


@pytest.mark.parametrize("text", ["", " \u200b ", "x" * 4001])
def test_an_empty_or_endless_reply_is_refused(scene: Scene, text: str) -> None:
    with pytest.raises(BadInput):
        scene.desk.reply(scene.claire, scene.claimed(), text, "p1")


def test_given_back_the_advisor_answers_again(scene: Scene) -> None:
    conversation_id = scene.claimed()
    scene.desk.give_back(scene.claire, conversation_id)
    assert scene.holder(conversation_id) is Holder.ADVISOR
    assert scene.desk.queue(scene.claire) == []
    assert scene.desk.active(scene.claire) == []
    _, turn_id = scene.chats.say(
        scene.shoppers[conversation_id], conversation_id, "And the lining?", "r2"
    )
    assert turn_id


def test_a_conversation_given_back_can_be_handed_over_anew(scene: Scene) -> None:
    conversation_id = scene.claimed()
    scene.desk.give_back(scene.claire, conversation_id)
    again = scene.desk.request(conversation_id, Reason.COMPLAINT)
    assert scene.desk.claim(scene.marc, again.id).staff_name == "Marc"


def test_closing_needs_an_outcome(scene: Scene) -> None:
    conversation_id = scene.claimed()
    with pytest.raises(BadInput):
        scene.desk.close(scene.claire, conversation_id, "  ")
    scene.desk.close(scene.claire, conversation_id, "exchange agreed")
    assert scene.holder(conversation_id) is Holder.CLOSED


def test_a_hand_over_that_is_over_cannot_be_claimed(scene: Scene) -> None:
    handoff = scene.handoff()
    scene.desk.claim(scene.claire, handoff.id)
    scene.desk.close(scene.claire, handoff.conversation_id, "exchange agreed")
    with pytest.raises(Conflict):
        scene.desk.claim(scene.marc, handoff.id)


def test_the_queue_also_shows_what_she_holds_and_not_what_others_hold(scene: Scene) -> None:
    waiting, claimed = scene.handoff(), scene.handoff()
    scene.desk.claim(scene.claire, claimed.id)
    mine = scene.desk.queue(scene.claire)
    assert [(h.id, h.state) for h in mine] == [
        (waiting.id, HandoffState.WAITING),
        (claimed.id, HandoffState.CLAIMED),
    ]
    assert [h.id for h in scene.desk.queue(scene.marc)] == [waiting.id]


def test_a_conversation_that_was_never_handed_over_is_no_business_of_staff(scene: Scene) -> None:
    conversation_id = scene.conversation(Tier.GOLD, says="Just between us")
    for look in (scene.desk.conversation, scene.desk.transcript, scene.desk.client_of):
        with pytest.raises(NotFound):
            look(scene.claire, conversation_id)


def test_staff_see_the_client_behind_a_conversation(scene: Scene) -> None:
    client = scene.desk.client_of(scene.claire, scene.handoff(Tier.GOLD).conversation_id)
    assert client
    assert (client.tier, client.sizes) == (Tier.GOLD, {"shoes": "EU 38.5"})
    assert scene.desk.client_of(scene.claire, scene.handoff().conversation_id) is None


def test_an_editor_may_do_nothing_at_the_desk(scene: Scene) -> None:
    editor = hire(scene.store, scene.clock, "wen", Role.EDITOR)
    handoff = scene.handoff()
    conversation_id = handoff.conversation_id
    desk = scene.desk
    acts: list[Callable[[], object]] = [
        lambda: desk.queue(editor),
        lambda: desk.active(editor),
        lambda: desk.claim(editor, handoff.id),
        lambda: desk.conversation(editor, conversation_id),
        lambda: desk.transcript(editor, conversation_id),
        lambda: desk.client_of(editor, conversation_id),
        lambda: desk.reply(editor, conversation_id, "Hello", "p1"),
        lambda: desk.give_back(editor, conversation_id),
        lambda: desk.close(editor, conversation_id, "done"),
    ]
    for act in acts:
        with pytest.raises(NotAllowed):
            act()
