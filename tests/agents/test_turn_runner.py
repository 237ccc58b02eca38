from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from agents.meter import nobody_left
from agents.turn_runner import TurnRunner
from shop.conversations import Author
from shop.errors import NotFound, StoreBusy
from shop.turn_events import SentenceShown, TurnEnded, TurnEvent, TurnStarted
from shop.turns import Turns
from tests.agents.house import House, Talk, shown
from tests.agents.patience import soon
from tests.shop.people import answer

RETURNS = "how long is the return window"
ALCOHOL = "can I clean lambskin with alcohol"
PATIENCE_S = 10.0


@pytest.fixture
def runner(house: House) -> Iterator[TurnRunner]:
    runner = house.runner()
    yield runner
    runner.close()


@pytest.fixture
def talk(house: House) -> Talk:
    return Talk(house, "en")


def followed(runner: TurnRunner, turn_id: str) -> list[TurnEvent]:
    """All events of a turn, as a page that attaches now would read them."""
    events: list[TurnEvent] = []
    until = time.monotonic() + PATIENCE_S
    while not (events and isinstance(events[-1], TurnEnded)):
        assert time.monotonic() < until, f"the turn never ended: {events}"
        news = runner.events(turn_id, len(events))
        assert news is not None
        events += news
    return events


class Gate:
    """An advisor that waits at the gate before it answers."""

    def __init__(self, house: House) -> None:
        self.advisor, self.opened, self.begun = house.advisor(), threading.Event(), list[str]()

    def answer(
        self, turn_id: str, has_left: Callable[[], bool] = nobody_left
    ) -> Iterator[TurnEvent]:
        self.begun.append(turn_id)
        assert self.opened.wait(PATIENCE_S)
        yield from self.advisor.answer(turn_id, has_left=has_left)


def test_a_submitted_turn_is_answered_apart_from_any_page(runner: TurnRunner, talk: Talk) -> None:
    turn_id = talk.say(RETURNS)
    runner.submit(turn_id)
    events = followed(runner, turn_id)
    assert isinstance(events[0], TurnStarted)
    assert "30 days" in shown(events)
    assert talk.answer.text == shown(events)


def test_whoever_attaches_later_reads_the_turn_from_the_start(
    runner: TurnRunner, talk: Talk
) -> None:
    turn_id = talk.say(RETURNS)
    runner.submit(turn_id)
    assert followed(runner, turn_id) == followed(runner, turn_id)
    assert runner.events(turn_id, 1, 0) == followed(runner, turn_id)[1:]


def test_a_turn_that_is_over_keeps_nobody_waiting(runner: TurnRunner, talk: Talk) -> None:
    turn_id = talk.say(RETURNS)
    runner.submit(turn_id)
    count = len(followed(runner, turn_id))
    began = time.monotonic()
    assert runner.events(turn_id, count, timeout=5) == []
    assert time.monotonic() - began < 1


def test_of_a_turn_never_submitted_here_nothing_is_known(runner: TurnRunner, talk: Talk) -> None:
    assert runner.events(talk.say(RETURNS)) is None


def test_turns_of_one_conversation_are_answered_in_the_order_they_were_asked(
    runner: TurnRunner, talk: Talk
) -> None:
    asked = [talk.say(text) for text in (RETURNS, ALCOHOL, RETURNS)]
    for turn_id in asked:
        runner.submit(turn_id)
    followed(runner, asked[-1])
    answers = [m.text for m in talk.messages() if m.author is Author.ADVISOR]
    assert ["30 days" in text for text in answers] == [True, False, True]


def test_one_conversation_does_not_wait_for_another(house: House) -> None:
    gate = Gate(house)
    runner = TurnRunner(gate, house.turns)  # type: ignore[arg-type]  # as much of an advisor
    one, other = Talk(house), Talk(house)
    turns = [one.say(RETURNS), one.say(ALCOHOL), other.say(RETURNS)]
    for turn_id in turns:
        runner.submit(turn_id)
    assert soon(lambda: len(gate.begun) == 2, PATIENCE_S)
    assert set(gate.begun) == {turns[0], turns[2]}
    gate.opened.set()
    for turn_id in turns:
        followed(runner, turn_id)
    runner.close()


def test_submitting_twice_answers_once(runner: TurnRunner, talk: Talk) -> None:
    turn_id = talk.say(RETURNS)
    for _ in range(3):
        runner.submit(turn_id)
    followed(runner, turn_id)
    assert len([m for m in talk.messages() if m.author is Author.ADVISOR]) == 1


def test_a_turn_that_is_over_may_be_submitted_again_without_harm(house: House, talk: Talk) -> None:
    turn_id = talk.say(RETURNS)
    list(talk.advisor.answer(turn_id))
    before = talk.messages()
    runner = house.runner()
    runner.submit(turn_id)
    assert followed(runner, turn_id) == [TurnEnded(None, None, 0.0)]
    assert talk.messages() == before
    runner.close()


def test_a_turn_that_another_process_answers_is_left_to_it(
    house: House, talk: Talk, runner: TurnRunner
) -> None:
    elsewhere = Turns(house.store, house.clock)
    turn_id = talk.say(RETURNS)
    taken = elsewhere.begin(turn_id)
    runner.submit(turn_id)
    assert followed(runner, turn_id) == [TurnEnded(None, None, 0.0)]
    assert elsewhere.finish(taken.turn_id, answer("From elsewhere."))


def test_an_unknown_turn_is_refused(runner: TurnRunner) -> None:
    with pytest.raises(NotFound):
        runner.submit("no-such-turn")


def test_turns_that_were_only_asked_are_resumed_at_the_start(house: House, talk: Talk) -> None:
    asked = [talk.say(RETURNS), talk.say(ALCOHOL)]
    runner = house.runner()
    assert runner.resume() == 2
    followed(runner, asked[1])
    assert len([m for m in talk.messages() if m.author is Author.ADVISOR]) == 2
    runner.close()


def test_a_turn_that_a_killed_process_had_begun_is_answered_by_the_only_process_after_it(
    house: House, talk: Talk
) -> None:
    turn_id = talk.say(RETURNS)
    killed = Turns(house.store, house.clock)
    killed.begin(turn_id)
    runner = house.runner()
    assert runner.resume(alone=True) == 1
    assert "30 days" in shown(followed(runner, turn_id))
    assert "30 days" in talk.answer.text
    runner.close()


def test_a_turn_that_a_living_process_is_at_is_not_taken_from_it(
    house: House, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.gethostname", lambda: "another-machine")
    elsewhere = Turns(house.store, house.clock)
    monkeypatch.undo()
    elsewhere.begin(talk.say(RETURNS))
    runner = house.runner()
    assert runner.resume() == 0
    runner.close()


def test_a_turn_whose_process_died_is_taken_over_while_the_house_runs(
    house: House, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn_id = talk.say(RETURNS)
    monkeypatch.setattr("socket.gethostname", lambda: "another-machine")
    Turns(house.store, house.clock).begin(turn_id)
    monkeypatch.undo()
    runner = house.runner()
    assert runner.take_over() == 0
    house.clock.advance(minutes=4)
    assert runner.take_over() == 1
    followed(runner, turn_id)
    runner.close()
    assert "30 days" in talk.answer.text
    assert runner.take_over() == 0


def test_resuming_twice_answers_once(house: House, talk: Talk) -> None:
    turn_id = talk.say(RETURNS)
    runner = house.runner()
    runner.resume()
    runner.resume()
    followed(runner, turn_id)
    runner.close()
    assert len([m for m in talk.messages() if m.author is Author.ADVISOR]) == 1


@pytest.mark.parametrize("broken", ["begin", "finish"])
@pytest.mark.parametrize("failing_too", [False, True])
def test_a_store_that_fails_ends_the_turn_and_not_the_worker(
    house: House, talk: Talk, monkeypatch: pytest.MonkeyPatch, broken: str, failing_too: bool
) -> None:
    def fails(*_: object) -> None:
        raise StoreBusy("The database is busy.")

    runner = house.runner()
    first = talk.say(RETURNS)
    with monkeypatch.context() as patch:
        patch.setattr(house.turns, broken, fails)
        if failing_too:
            patch.setattr(house.turns, "fail", fails)
        runner.submit(first)
        assert isinstance(followed(runner, first)[-1], TurnEnded)
    second = talk.say(ALCOHOL)
    runner.submit(second)
    assert "alcohol" in shown(followed(runner, second))
    runner.close()
    assert [m.text for m in talk.messages() if m.author is Author.SHOPPER] == [RETURNS, ALCOHOL]


def test_what_could_not_even_be_given_up_is_answered_after_the_next_start(
    house: House, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise StoreBusy("The database is busy.")

    runner = house.runner()
    turn_id = talk.say(RETURNS)
    with monkeypatch.context() as patch:
        patch.setattr(house.turns, "finish", fails)
        patch.setattr(house.turns, "fail", fails)
        runner.submit(turn_id)
        followed(runner, turn_id)
    runner.close()
    next_one = house.runner()
    assert next_one.resume(alone=True) == 1
    assert "30 days" in shown(followed(next_one, turn_id))
    next_one.close()


def test_a_turn_on_hold_is_answered_once_the_runner_may_go_on(
    runner: TurnRunner, talk: Talk
) -> None:
    runner.hold()
    turn_id = talk.say(RETURNS)
    runner.submit(turn_id)
    assert runner.events(turn_id, timeout=0.2) == []
    runner.go_on()
    assert "30 days" in shown(followed(runner, turn_id))


def test_a_turn_on_hold_when_the_house_closes_stays_for_the_next_start(
    house: House, talk: Talk
) -> None:
    runner = house.runner()
    runner.hold()
    turn_id = talk.say(RETURNS)
    runner.submit(turn_id)
    runner.close()
    assert house.turns.unfinished() == [turn_id]


def test_what_only_waits_when_the_house_closes_stays_for_the_next_start(house: House) -> None:
    gate = Gate(house)
    runner = TurnRunner(gate, house.turns)  # type: ignore[arg-type]  # as much of an advisor
    talk = Talk(house)
    running, waiting = talk.say(RETURNS), talk.say(ALCOHOL)
    runner.submit(running)
    assert soon(lambda: gate.begun == [running], PATIENCE_S)
    runner.submit(waiting)
    closing = threading.Thread(target=runner.close)
    closing.start()
    assert soon(lambda: runner._closing, PATIENCE_S)
    gate.opened.set()
    closing.join(PATIENCE_S)
    assert house.turns.unfinished() == [waiting]
    runner.submit(talk.say(RETURNS))
    assert len(house.turns.unfinished()) == 2


def test_a_person_who_takes_over_ends_the_waiting_turns(house: House, talk: Talk) -> None:
    runner = house.runner()
    turn_id = talk.say(RETURNS)
    talk.person_takes_over()
    runner.submit(turn_id)
    events = followed(runner, turn_id)
    assert not any(isinstance(event, SentenceShown) for event in events)
    assert not any(m.author is Author.ADVISOR for m in talk.messages())
    runner.close()
