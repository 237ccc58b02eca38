"""Whatever is done to a conversation, in any order: it has one owner, as the table says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copy

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from shop.access import Staff
from shop.conversations import Conversation, Holder
from shop.db import SqlStore
from shop.db.auditing import Audit
from shop.errors import MaroquinError
from shop.ids import new_id
from shop.ownership import MOVES, Verb
from tests.conftest import FrozenClock
from tests.shop.owned_house import TIERS, House

ENDS = {verb: {(m.start, m.end) for m in MOVES if m.verb is verb} for verb in Verb}
WATCHED = {Verb.OPEN, Verb.LOSE, Verb.LOSE_TO_NOTE, Verb.LAPSE}

conversation = st.integers(0, len(TIERS) - 1)
person = st.integers(0, 2)
speaker = st.sampled_from((None, None, 0, 1, 2))  # None: whoever holds it, so that much happens


class Interleaving(RuleBasedStateMachine):
    """Every rule is one verb; what it did to the owner must stand in the table."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.clock = FrozenClock()
        self.store = SqlStore(f"sqlite:///{path}", self.clock)
        self.house = House(self.store, self.clock)
        self.opened = self.house.furnish()
        self.audit = Audit(f"sqlite:///{path}")

    def teardown(self) -> None:
        self.audit.close()
        self.store.close()

    def act_as(self, staff: Staff, which: int, act: Callable[[], object], verb: Verb) -> None:
        """A verb that only she may use whose it is."""
        held = self.found(which)
        hers = held.holder is Holder.PERSON and held.staff_id == staff.id
        done = self.act(which, act, verb)
        assert hers or not done

    def act(self, which: int, act: Callable[[], object], *verbs: Verb) -> bool:
        """Either it is refused and nothing changed, or it did what the table says."""
        before = self.house.holder(self.opened[which][1])
        try:
            act()
        except MaroquinError:
            assert self.house.holder(self.opened[which][1]) is before
            return False
        after = self.house.holder(self.opened[which][1])
        assert before is after or any((before, after) in ENDS[verb] for verb in verbs)
        return True

    def found(self, which: int) -> Conversation:
        with self.store.read() as work:
            found = work.conversations.get(self.opened[which][1])
        assert found
        return found

    def speaks(self, which: int, who: int | None) -> Staff:
        if who is not None:
            return self.house.staff[who]
        return self.house.speaker(self.opened[which][1])

    @rule(which=conversation)
    def say(self, which: int) -> None:
        shopper, id_ = self.opened[which]
        self.act(which, lambda: self.house.chats.say(shopper, id_, "Hello?", new_id()), Verb.SAY)

    @rule(which=conversation)
    def advisor_answers(self, which: int) -> None:
        self.act(which, lambda: self.house.answer(self.opened[which][1]), Verb.ANSWER)

    @rule(which=conversation)
    def ask_for_a_person(self, which: int) -> None:
        asks = Verb.REQUEST, Verb.NOTE
        self.act(which, lambda: self.house.ask(self.opened[which][1]), *asks)

    @rule(which=conversation, who=person, asked=st.booleans())
    def claim(self, which: int, who: int, asked: bool) -> None:
        staff, id_ = self.house.staff[who], self.opened[which][1]
        if asked:
            self.ask_for_a_person(which)
        self.act(which, lambda: self.house.claim(staff, id_), Verb.CLAIM)

    @rule(which=conversation, who=person)
    def write_first(self, which: int, who: int) -> None:
        """To her who waits it is a claim; what a colleague has is not taken, though the client may
        have another conversation, with `staff`, that is gone on with.
        """
        staff, before = self.house.staff[who], self.found(which)
        shopper, _ = self.opened[which]
        done = self.act(
            which, lambda: self.house.write_first(staff, shopper), Verb.WRITE, Verb.CLAIM
        )
        if done and before.holder is Holder.PERSON:
            assert before.staff_id == self.found(which).staff_id

    @rule(which=conversation, who=speaker)
    def reply(self, which: int, who: int | None) -> None:
        staff, id_ = self.speaks(which, who), self.opened[which][1]
        self.act_as(
            staff, which, lambda: self.house.desk.reply(staff, id_, "Yes", new_id()), Verb.REPLY
        )

    @rule(which=conversation, who=speaker, to=person)
    def transfer(self, which: int, who: int | None, to: int) -> None:
        staff, id_ = self.speaks(which, who), self.opened[which][1]
        colleague = self.house.staff[to].id
        self.act_as(
            staff,
            which,
            lambda: self.house.desk.transfer(staff, id_, colleague, "her client"),
            Verb.TRANSFER,
        )

    @rule(which=conversation, who=speaker)
    def give_back(self, which: int, who: int | None) -> None:
        staff, id_ = self.speaks(which, who), self.opened[which][1]
        self.act_as(staff, which, lambda: self.house.desk.give_back(staff, id_), Verb.GIVE_BACK)

    @rule(which=conversation, who=speaker)
    def close(self, which: int, who: int | None) -> None:
        staff, id_ = self.speaks(which, who), self.opened[which][1]
        self.act_as(staff, which, lambda: self.house.desk.close(staff, id_, "done"), Verb.CLOSE)

    @rule(who=st.sets(person))
    def attend(self, who: set[int]) -> None:
        for one in who:
            self.house.desk.attend(self.house.staff[one])

    @rule(minutes=st.sampled_from((1, 4, 11, 40, 200, 700, 21_000)), then_look=st.booleans())
    def time_passes(self, minutes: int, then_look: bool) -> None:
        self.clock.advance(minutes=minutes)
        if then_look:
            self.watch_looks()

    @rule()
    def watch_looks(self) -> None:
        for which in range(len(TIERS)):
            self.act(which, self.house.watch.tick, *WATCHED)

    @precondition(lambda self: self.clock().year == FrozenClock()().year)
    @rule()
    def a_season_passes(self) -> None:
        """Old conversations go whole; one that is with people, or waits for them, stays."""
        self.clock.advance(days=91)
        before = [self.house.holder(id_) for _, id_ in self.opened]
        self.house.retention.sweep()
        for at, ((shopper, id_), held) in enumerate(zip(self.opened, before, strict=True)):
            if self.house.holder(id_) is None:
                assert held in (Holder.ADVISOR, Holder.CLOSED)
                self.opened[at] = (shopper, self.house.chats.open(shopper, "en").id)

    @invariant()
    def each_conversation_has_one_owner(self) -> None:
        assert self.audit.without_one_owner() == []

    @invariant()
    def messages_are_counted_without_gap(self) -> None:
        assert self.audit.out_of_order() == []


def test_random_interleavings_leave_one_owner(sqlite_template: Path, tmp_path: Path) -> None:
    runs = iter(range(10**6))

    def machine() -> Interleaving:
        return Interleaving(Path(copy(sqlite_template, tmp_path / f"{next(runs)}.db")))

    run_state_machine_as_test(
        machine,  # type: ignore[arg-type]  # hypothesis takes any factory, and types only a class
        settings=settings(
            max_examples=30,
            stateful_step_count=50,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
