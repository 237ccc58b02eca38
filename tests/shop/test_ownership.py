"""One owner at every instant: the table, random interleavings, and connections that race."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from shutil import copy
from threading import Barrier, Event

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from shop.access import Role, Staff
from shop.chats import Chats
from shop.client_book import ClientBook, Said
from shop.client_entries import Answer, Channel, Draft, EntryKind, Purpose
from shop.clients import Tier, Visitor
from shop.conversations import Conversation, Holder
from shop.db import SqlStore
from shop.db.auditing import Audit
from shop.desk import Desk
from shop.errors import Conflict, MaroquinError, NotAllowed
from shop.handoffs import Reason
from shop.ids import new_id
from shop.owners import Owners
from shop.ownership import MOVES, Verb, Who, locked, require_move
from shop.retention import Retention
from shop.turns import Turns
from shop.watch import Watch
from shop.writing_first import WritingFirst
from tests.conftest import FrozenClock
from tests.shop.people import answer, hire, house_tiers, visitor, welcome


def held_by(holder: Holder, staff_id: str | None = None) -> Conversation:
    return Conversation("c", "v", None, "en", holder, FrozenClock()(), staff_id)


def test_no_verb_has_two_ends_from_one_owner() -> None:
    starts = [(move.verb, move.start) for move in MOVES]
    assert len(starts) == len(set(starts))


def test_every_owner_can_be_reached_and_left() -> None:
    assert {move.end for move in MOVES} >= set(Holder)
    for holder in Holder:
        assert any(move.start is holder and move.end is not holder for move in MOVES)


def test_only_she_whose_it_is_may_use_an_owners_verb() -> None:
    hers = held_by(Holder.PERSON, "claire")
    for move in MOVES:
        if move.who is Who.OWNER:
            assert require_move(move.verb, hers, "claire") is move
            for other in ("marc", None):
                with pytest.raises(Conflict):
                    require_move(move.verb, hers, other)


@pytest.mark.parametrize("verb", Verb)
@pytest.mark.parametrize("holder", Holder)
def test_what_the_table_does_not_list_is_a_conflict(verb: Verb, holder: Holder) -> None:
    if any((move.verb, move.start) == (verb, holder) for move in MOVES):
        return
    with pytest.raises(Conflict):
        require_move(verb, held_by(holder, "claire"), "claire")


TIERS = (None, Tier.BLACK)
ENDS = {verb: {(m.start, m.end) for m in MOVES if m.verb is verb} for verb in Verb}
WATCHED = {Verb.OPEN, Verb.LOSE, Verb.LOSE_TO_NOTE, Verb.LAPSE}
AGREED = Draft(EntryKind.CONSENT, Answer.GIVEN, Purpose.CONTACT)


class House:
    """Two conversations, one of a client with an owner; three people, and what they may do."""

    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.store, self.clock = store, clock
        book = house_tiers()
        self.chats, self.desk = Chats(store, clock), Desk(store, clock, book)
        self.turns, self.watch = Turns(store, clock), Watch(store, clock, book)
        self.retention, self.owners = Retention(store, clock), Owners(store, clock)
        self.writing = WritingFirst(store, clock, book, self.desk)
        self.book = ClientBook(store, clock, book)
        with store.read() as work:
            known = {one.login: one for one in work.staff.all()}
        self.staff = [known.get(n) or hire(store, clock, n) for n in ("claire", "marc", "olga")]

    def furnish(self) -> list[tuple[Visitor, str]]:
        manager = hire(self.store, self.clock, "helene", Role.MANAGER)
        opened = []
        for tier in TIERS:
            client = welcome(self.store, self.clock, tier) if tier else None
            if tier is Tier.BLACK and client:
                one, other = self.staff[0].id, self.staff[1].id
                self.owners.name(manager, client.id, one, other, reason="Knows her")
                self.book.keep(self.staff[0], client.id, AGREED, Said(Channel.PHONE, client.name))
            shopper = visitor(client)
            opened.append((shopper, self.chats.open(shopper, "en").id))
        return opened

    def ask(self, conversation_id: str) -> None:
        self.desk.request(conversation_id, Reason.ASKED)

    def claim(self, staff: Staff, conversation_id: str) -> None:
        with self.store.read() as work:
            handoff = work.handoffs.open_of(conversation_id)
        if handoff is None:
            raise Conflict("Nobody asked for a person.")
        self.desk.claim(staff, handoff.id)

    def ask_and_claim(self, staff: Staff, conversation_id: str) -> None:
        self.ask(conversation_id)
        self.claim(staff, conversation_id)

    def write_first(self, staff: Staff, shopper: Visitor) -> None:
        if shopper.client is None:
            raise Conflict("Nobody knows who she is.")
        self.writing.begin(staff, shopper.client.id)

    def speaker(self, conversation_id: str) -> Staff:
        """Whoever holds it, or else the first."""
        with self.store.read() as work:
            found = work.conversations.get(conversation_id)
        holds = [one for one in self.staff if found and one.id == found.staff_id]
        return holds[0] if holds else self.staff[0]

    def answer(self, conversation_id: str) -> None:
        with self.store.read() as work:
            conversation = work.conversations.get(conversation_id)
        for turn_id in conversation.pending_turns if conversation else ():
            self.turns.begin(turn_id)
            self.turns.finish(turn_id, answer())

    def holder(self, conversation_id: str) -> Holder | None:
        with self.store.read() as work:
            found = work.conversations.get(conversation_id)
        return found.holder if found else None


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


def test_connections_that_race_leave_one_owner(
    open_store: Callable[[], SqlStore], clock: FrozenClock, database: str
) -> None:
    opened = House(open_store(), clock).furnish()
    houses = [House(open_store(), clock) for _ in range(2)]
    together, audit = Barrier(len(houses)), Audit(database)

    def at_random(seed: int) -> int:
        house, chance, done = houses[seed], random.Random(seed), 0  # noqa: S311  # a test's own
        for step in range(80):
            shopper, id_ = opened[step // 40]  # both at the same one, in two tabs of whoever has it
            staff, to = house.speaker(id_), chance.choice(house.staff)
            house.desk.attend(to)
            acts: tuple[Callable[[], object], ...] = (
                lambda: house.chats.say(shopper, id_, "Hello?", new_id()),  # noqa: B023  # used now
                lambda: house.ask_and_claim(to, id_),  # noqa: B023
                lambda: house.ask_and_claim(staff, id_),  # noqa: B023
                lambda: house.write_first(to, shopper),  # noqa: B023
                lambda: house.desk.reply(staff, id_, "Yes", new_id()),  # noqa: B023
                lambda: house.desk.reply(staff, id_, "Yes", new_id()),  # noqa: B023
                lambda: house.desk.transfer(staff, id_, to.id, "hers"),  # noqa: B023
                lambda: house.desk.give_back(staff, id_),  # noqa: B023
                lambda: house.desk.close(staff, id_, "done"),  # noqa: B023
                house.watch.tick,
            )
            together.wait(timeout=30)
            with suppress(Conflict, NotAllowed):
                chance.choice(acts)()
                done += 1
        return done

    with ThreadPoolExecutor(len(houses)) as pool:
        done = list(pool.map(at_random, range(len(houses))))
    assert sum(done) > 40
    assert (audit.without_one_owner(), audit.out_of_order()) == ([], [])
    audit.close()


def test_nobody_else_looks_at_a_locked_conversation_before_the_move_is_made(
    open_store: Callable[[], SqlStore], clock: FrozenClock
) -> None:
    first, second = open_store(), open_store()
    _, id_ = House(first, clock).furnish()[0]
    holds = Event()

    def move_slowly() -> None:
        with first.begin() as work:
            locked(work, id_)
            holds.set()
            time.sleep(0.2)
            work.conversations.hold(id_, Holder.CLOSED)

    with ThreadPoolExecutor(1) as pool:
        moved = pool.submit(move_slowly)
        assert holds.wait(10)
        with second.begin() as work:
            assert locked(work, id_).holder is Holder.CLOSED
        moved.result()


def test_the_audit_finds_what_it_looks_for(
    store: SqlStore, clock: FrozenClock, database: str
) -> None:
    house = House(store, clock)
    (shopper, id_), _ = house.furnish()
    house.chats.say(shopper, id_, "Hello?", "r1")
    audit = Audit(database)
    assert (audit.without_one_owner(), audit.out_of_order()) == ([], [])
    with store.begin() as work:
        work.conversations.hold(id_, Holder.PERSON, house.staff[0].id)
    assert audit.without_one_owner() == [id_]
    with store.begin() as work:
        work.conversations.hold(id_, Holder.QUEUE)
    assert audit.without_one_owner() == [id_]
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE messages SET seq = 7")
    assert audit.out_of_order() == [id_]
    assert audit.times_kept(["Hello?", "Nobody said this"]) == {"Hello?": 1}
    audit.close()
