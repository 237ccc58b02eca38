from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from shop.access import Staff
from shop.chats import Chats
from shop.clients import Tier, Visitor
from shop.conversations import Author, Holder
from shop.db import SqlStore
from shop.desk import Desk
from shop.errors import Conflict, NotFound
from shop.handoffs import Reason
from shop.turns import LEASE, PATIENCE, Turns
from tests.conftest import FrozenClock
from tests.shop.people import answer, hire, house_tiers, visitor, welcome


class Scene:
    """A shopper who has asked something."""

    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.store, self.clock = store, clock
        self.chats, self.turns = Chats(store, clock), Turns(store, clock)
        self.desk = Desk(store, clock, house_tiers())
        self.shopper: Visitor = visitor()
        self.id = self.chats.open(self.shopper, "en").id
        self.said = 0

    def ask(self, text: str = "Does it take rain?") -> str:
        self.said += 1
        self.clock.advance(seconds=1)
        _, turn_id = self.chats.say(self.shopper, self.id, text, f"r{self.said}")
        assert turn_id
        return turn_id

    def texts(self) -> list[str]:
        return [message.text for message in self.chats.transcript(self.shopper, self.id)]

    def person_takes_over(self) -> Staff:
        staff = hire(self.store, self.clock, "claire")
        self.desk.claim(staff, self.desk.request(self.id, Reason.ASKED).id)
        return staff


@pytest.fixture
def scene(store: SqlStore, clock: FrozenClock) -> Scene:
    return Scene(store, clock)


def test_an_answer_is_kept_whole(scene: Scene) -> None:
    turn_id = scene.ask()
    scene.turns.begin(turn_id)
    kept = scene.turns.finish(turn_id, answer())
    assert kept
    assert (kept.seq, kept.author) == (2, Author.ADVISOR)
    with scene.store.read() as work:
        assert work.messages.get(kept.id) == kept
    assert scene.chats.get(scene.shopper, scene.id).pending_turns == ()


def test_a_turn_begins_once_however_many_try(
    scene: Scene, open_store: Callable[[], SqlStore]
) -> None:
    turn_id = scene.ask()
    runners = [Turns(open_store(), scene.clock) for _ in range(4)]

    def begins(turns: Turns) -> bool:
        try:
            return turns.begin(turn_id).turn_id == turn_id
        except Conflict:
            return False

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(begins, runners)) == 1


def test_an_answer_that_a_person_overtook_is_discarded(scene: Scene) -> None:
    turn_id = scene.ask()
    scene.turns.begin(turn_id)
    scene.person_takes_over()
    assert scene.turns.finish(turn_id, answer("Too late.")) is None
    assert "Too late." not in scene.texts()
    assert scene.turns.unfinished(at_start=True) == []


def test_a_turn_that_waited_while_a_person_took_over_never_begins(scene: Scene) -> None:
    turn_id = scene.ask()
    scene.person_takes_over()
    with pytest.raises(Conflict):
        scene.turns.begin(turn_id)


def test_while_the_queue_holds_the_conversation_the_advisor_still_answers(scene: Scene) -> None:
    scene.desk.request(scene.id, Reason.ASKED)
    turn_id = scene.ask()
    assert scene.turns.begin(turn_id).conversation.holder is Holder.QUEUE
    assert scene.turns.finish(turn_id, answer())


def test_finishing_again_gives_the_message_that_was_kept(scene: Scene) -> None:
    turn_id = scene.ask()
    scene.turns.begin(turn_id)
    first = scene.turns.finish(turn_id, answer())
    assert scene.turns.finish(turn_id, answer("Something else.")) == first
    assert len(scene.texts()) == 2


def test_an_answer_without_a_begun_turn_is_discarded(scene: Scene) -> None:
    assert scene.turns.finish(scene.ask(), answer()) is None


def test_the_history_of_a_second_question_holds_the_answer_to_the_first(scene: Scene) -> None:
    first, second = scene.ask("First?"), scene.ask("Second?")
    assert scene.turns.begin(first).history == ()
    scene.turns.finish(first, answer("To the first."))
    begun = scene.turns.begin(second)
    assert [m.text for m in begun.history] == ["First?", "To the first."]
    assert begun.message.text == "Second?"


def test_a_turn_knows_the_client_it_is_for(store: SqlStore, clock: FrozenClock) -> None:
    client = welcome(store, clock, Tier.GOLD)
    scene = Scene(store, clock)
    scene.shopper = visitor(client)
    scene.id = scene.chats.open(scene.shopper, "zh").id
    assert scene.turns.begin(scene.ask()).client == client


def test_unfinished_turns_come_oldest_first(scene: Scene) -> None:
    asked = [scene.ask(), scene.ask(), scene.ask()]
    assert scene.turns.unfinished() == asked


def test_a_turn_of_a_living_process_is_left_to_it(scene: Scene) -> None:
    scene.turns.begin(scene.ask())
    assert scene.turns.unfinished() == []


def test_a_turn_is_taken_up_again_when_its_lease_ran_out(
    scene: Scene, open_store: Callable[[], SqlStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    turn_id = scene.ask()
    monkeypatch.setattr("socket.gethostname", lambda: "another-machine")
    elsewhere = Turns(open_store(), scene.clock)
    monkeypatch.undo()
    elsewhere.begin(turn_id)
    assert scene.turns.unfinished() == []
    scene.clock.advance(seconds=LEASE.total_seconds())
    assert scene.turns.unfinished() == [turn_id]
    scene.turns.begin(turn_id)
    assert elsewhere.finish(turn_id, answer("From the dead.")) is None
    assert scene.turns.finish(turn_id, answer("From the living."))
    assert "From the dead." not in scene.texts()


def test_a_turn_of_a_dead_process_of_this_machine_is_taken_up_at_once(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn_id = scene.ask()
    monkeypatch.setattr("os.getpid", lambda: 2**22 + 1)  # beyond the largest pid of Linux
    dead = Turns(scene.store, scene.clock)
    monkeypatch.undo()
    dead.begin(turn_id)
    assert scene.turns.unfinished() == [turn_id]


def test_what_a_dead_process_left_is_found_now_and_then_in_the_order_asked(
    scene: Scene, open_store: Callable[[], SqlStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = scene.ask()
    scene.clock.advance(seconds=1)
    second = scene.ask()
    monkeypatch.setattr("socket.gethostname", lambda: "another-machine")
    elsewhere = Turns(open_store(), scene.clock)
    monkeypatch.undo()
    elsewhere.begin(first)
    scene.clock.advance(seconds=PATIENCE.total_seconds() + 1)
    assert scene.turns.neglected() == []  # the first is being answered, the second is next
    scene.clock.advance(seconds=LEASE.total_seconds())
    assert scene.turns.neglected() == [first]
    scene.turns.begin(first)
    assert scene.turns.finish(first, answer())
    assert scene.turns.neglected() == [second]


def test_what_was_only_just_asked_is_left_to_the_process_that_took_it(scene: Scene) -> None:
    turn_id = scene.ask()
    assert scene.turns.neglected() == []
    scene.clock.advance(seconds=PATIENCE.total_seconds() + 1)
    assert scene.turns.neglected() == [turn_id]


def test_at_the_start_of_the_only_process_every_running_turn_was_interrupted(
    scene: Scene,
) -> None:
    turn_id = scene.ask()
    scene.turns.begin(turn_id)
    assert Turns(scene.store, scene.clock).unfinished(at_start=True) == [turn_id]


def test_a_failed_turn_is_not_taken_up_again(scene: Scene) -> None:
    turn_id = scene.ask()
    scene.turns.begin(turn_id)
    scene.turns.fail(turn_id, "the model said\x00 nothing")
    assert scene.turns.unfinished(at_start=True) == []
    assert scene.turns.finish(turn_id, answer()) is None


def test_failing_a_finished_turn_changes_nothing(scene: Scene) -> None:
    turn_id = scene.ask()
    scene.turns.begin(turn_id)
    kept = scene.turns.finish(turn_id, answer())
    scene.turns.fail(turn_id, "too late")
    assert scene.turns.finish(turn_id, answer()) == kept


def test_a_conversation_is_greeted_once_however_many_tabs_ask(scene: Scene) -> None:
    with ThreadPoolExecutor(4) as pool:
        greetings = list(pool.map(lambda _: scene.turns.greet(scene.id, answer()).id, range(4)))
    assert len(set(greetings)) == 1
    assert len(scene.texts()) == 1


def test_an_unknown_turn_is_not_found(scene: Scene) -> None:
    for act in (scene.turns.begin, lambda id_: scene.turns.finish(id_, answer())):
        with pytest.raises(NotFound):
            act("no-such-turn")


def test_a_turn_given_up_leaves_a_word_for_the_shopper(scene: Scene) -> None:
    turn_id = scene.ask()
    scene.turns.begin(turn_id)
    scene.turns.fail(turn_id, "the store could not keep it")
    assert scene.texts()[-1].startswith("Your message is kept")


def test_a_turn_given_up_says_nothing_once_a_person_has_closed_the_conversation(
    scene: Scene,
) -> None:
    turn_id = scene.ask()
    scene.turns.begin(turn_id)
    staff = scene.person_takes_over()
    scene.desk.close(staff, scene.id, "settled")
    said = scene.texts()
    scene.turns.fail(turn_id, "the store could not keep it")
    assert scene.texts() == said


def test_what_models_used_is_added_up_for_the_conversation(scene: Scene) -> None:
    for tokens_in, tokens_out in ((300, 40), (200, 2)):
        turn_id = scene.ask()
        scene.turns.begin(turn_id)
        costly = replace(answer(), tokens_in=tokens_in, tokens_out=tokens_out)
        scene.turns.finish(turn_id, costly)
        scene.turns.finish(turn_id, costly)  # the same turn once more costs nothing
    conversation = scene.chats.get(scene.shopper, scene.id)
    assert (conversation.tokens_in, conversation.tokens_out, conversation.tokens) == (500, 42, 542)


def test_a_discarded_answer_was_paid_for_all_the_same(scene: Scene) -> None:
    turn_id = scene.ask()
    scene.turns.begin(turn_id)
    scene.person_takes_over()
    assert scene.turns.finish(turn_id, replace(answer(), tokens_in=7, tokens_out=1)) is None
    assert scene.chats.get(scene.shopper, scene.id).tokens == 8
