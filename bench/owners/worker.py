"""One server process of a trial: does at random what shoppers, staff, advisor and watch do.

It is meant to be killed. What its predecessor sent without hearing an answer it sends again first.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bench.owners.diary import Diary, Sent, unacknowledged
from bench.owners.people import (
    LOGINS,
    SECONDS_A_SHOPPER,
    SHOPPERS_AT_ONCE,
    ShortDays,
    shopper_of,
    staff_of,
)
from shop.access import Staff
from shop.chats import Chats
from shop.conversations import Behaviour
from shop.db import SqlStore
from shop.desk import Desk
from shop.errors import Conflict, NotAllowed, NotFound
from shop.handoffs import Handoff, HandoffState, Reason
from shop.ids import new_id
from shop.tiers import TierBook
from shop.turns import Answer, Turns
from shop.watch import Watch
from shop.writing_first import WritingFirst


class Worker:
    """`steps` counts the verbs asked of the house, refused ones too; looking costs none."""

    def __init__(self, url: str, clock: ShortDays, tiers: TierBook, diary: Path) -> None:
        self.steps = 0
        self._clock = clock
        self._before = unacknowledged(diary)
        self._diary = Diary(diary)
        store = SqlStore(url, clock)
        self._chats, self._desk = Chats(store, clock), Desk(store, clock, tiers)
        self._turns, self._watch = Turns(store, clock), Watch(store, clock, tiers)
        self._writing = WritingFirst(store, clock, tiers, self._desk)
        self._pages: dict[int, str] = {}
        self._chance = random.Random()  # noqa: S311  # another one in each process

    def send_again(self) -> None:
        """What was never acknowledged: stored before, it must not be stored a second time."""
        if self._before:
            with suppress(Conflict, NotFound):
                self._send(self._before)

    def act(self) -> None:
        """One thing at random; it may be refused."""
        acts, weights = zip(*self._acts().items(), strict=True)
        act: Callable[[], None] = self._chance.choices(acts, weights)[0]
        with suppress(Conflict, NotAllowed, NotFound):
            act()

    def _acts(self) -> dict[Callable[[], None], int]:
        return {
            self._say: 30,
            self._reply: 20,
            self._answer: 12,
            self._claim: 12,
            self._write_first: 4,
            self._ask_for_a_person: 8,
            self._attend: 8,
            self._give_back: 3,
            self._transfer: 3,
            self._close: 3,
            self._watch_looks: 3,
        }

    def _say(self) -> None:
        number = self._shopper()
        self._send(Sent("shopper", str(number), self._opened(number), new_id()))

    def _reply(self) -> None:
        staff = self._staff()
        held = self._desk.active(staff)
        if held:
            talk = self._chance.choice(held)
            self._send(Sent("person", staff.login, talk.id, new_id()))

    def _send(self, sent: Sent) -> None:
        """Sometimes twice, as an impatient browser does."""
        self._diary.tries(sent)
        try:
            for _ in range(self._chance.choice((1, 1, 1, 2))):
                self._deliver(sent)
        except (Conflict, NotFound):
            self._diary.refused(sent)
            raise
        self._diary.acknowledged(sent)

    def _deliver(self, sent: Sent) -> None:
        self.steps += 1
        if sent.author == "shopper":
            shopper = shopper_of(int(sent.sender))
            self._chats.say(shopper, sent.conversation_id, sent.request_id, sent.request_id)
        else:
            staff = staff_of(sent.sender)
            self._desk.reply(staff, sent.conversation_id, sent.request_id, sent.request_id)

    def _answer(self) -> None:
        """The turns of one conversation, or what dead processes left."""
        number = self._shopper()
        opened = self._chats.get(shopper_of(number), self._opened(number))
        for turn_id in opened.pending_turns or self._turns.neglected()[:3]:
            self.steps += 2
            self._turns.begin(turn_id)
            self._turns.finish(turn_id, Answer("I looked it up.", "en", Behaviour.ANSWER))

    def _ask_for_a_person(self) -> None:
        opened = self._opened(self._shopper())
        self.steps += 1
        self._desk.request(opened, self._chance.choice(list(Reason)))

    def _claim(self) -> None:
        staff = self._staff()
        waiting = [h for h in self._desk.queue(staff) if h.state is HandoffState.WAITING]
        if waiting:
            handoff: Handoff = self._chance.choice(waiting[:4])  # several reach for the same
            self.steps += 1
            self._desk.claim(staff, handoff.id)

    def _write_first(self) -> None:
        client = shopper_of(self._shopper()).client
        if client:
            self.steps += 1
            self._writing.begin(self._staff(), client.id)

    def _transfer(self) -> None:
        staff = self._staff()
        colleagues, held = self._desk.colleagues(staff), self._desk.active(staff)
        if colleagues and held:
            to = self._chance.choice(colleagues)
            self.steps += 1
            self._desk.transfer(staff, self._chance.choice(held).id, to.id, "knows her")

    def _give_back(self) -> None:
        staff = self._staff()
        for held in self._desk.active(staff)[:1]:
            self.steps += 1
            self._desk.give_back(staff, held.id)

    def _close(self) -> None:
        staff = self._staff()
        for held in self._desk.active(staff)[:1]:
            self.steps += 1
            self._desk.close(staff, held.id, "settled")

    def _attend(self) -> None:
        self.steps += 1
        self._desk.attend(self._staff())

    def _watch_looks(self) -> None:
        self.steps += 1
        self._watch.tick()

    def _opened(self, shopper: int) -> str:
        """The id of her conversation, which her page knows once it is open."""
        if shopper not in self._pages:
            self._pages[shopper] = self._chats.open(shopper_of(shopper), "en").id
        return self._pages[shopper]

    def _staff(self) -> Staff:
        return staff_of(self._chance.choice(LOGINS))

    def _shopper(self) -> int:
        eldest = int(self._clock.elapsed / SECONDS_A_SHOPPER)
        return eldest + self._chance.randrange(SHOPPERS_AT_ONCE)
