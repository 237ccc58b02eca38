"""Writing to a client first: who may, in which conversation, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from sqlalchemy import select

from shop.access import Staff
from shop.client_book import ClientBook, Said
from shop.client_entries import Channel, Draft, EntryKind
from shop.clients import Client, Tier
from shop.conversations import Author, Conversation, Holder
from shop.db import SqlStore
from shop.db.auditing import Audit
from shop.db.tables import journal
from shop.errors import AlreadyClaimed, AnothersClient, Conflict, NotAllowed, NotFound
from shop.handoffs import HandoffState, Reason
from shop.insight_rows import Period
from shop.insights import reasons, service
from shop.owners import Owners
from shop.ports import CLIENTS, DESK, conversation_topic
from shop.retention import Retention
from shop.turns import Turns
from shop.watch import RESTS_FOR, Watch
from shop.writing_first import WritingFirst
from tests.conftest import FrozenClock
from tests.shop.people import answer, hire, house_tiers, visitor, welcome
from tests.shop.workbench import Workbench

TODAY = date(2026, 11, 23)


class Scene(Workbench):
    """A Black client who agreed to letters; Claire is her personal shopper, Marc the cover."""

    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        super().__init__(store, clock)
        self.writing = WritingFirst(store, clock, house_tiers(), self.desk)
        self.book, self.owners = ClientBook(store, clock, house_tiers()), Owners(store, clock)
        self.watch = Watch(store, clock, house_tiers())
        self.olga = hire(store, clock, "olga")
        self.owners.name(
            self.helene, self.client.id, self.claire.id, self.marc.id, reason="Knows her"
        )
        self.says("given")

    def says(self, answer: str, purpose: str = "contact") -> None:
        self.keep(EntryKind.CONSENT, answer, purpose)

    def keep(self, kind: EntryKind, value: str, label: str = "", day: date | None = None) -> str:
        draft, said = Draft(kind, value, label, day=day), Said(Channel.PHONE, "林若澜")
        return self.book.keep(self.claire, self.client.id, draft, said).id

    def begin(self, staff: Staff | None = None, client: Client | None = None) -> Conversation:
        return self.writing.begin(staff or self.claire, (client or self.client).id)

    def alone(self) -> str:
        """What she told the advisor, and nobody else."""
        self.shopper = visitor(self.client)
        opened = self.chats.open(self.shopper, "en")
        self.chats.say(self.shopper, opened.id, "Is lambskin soft?", "r1")
        return opened.id

    def with_advisor(self, ended: str = "give back") -> str:
        """Handed over once, and over again."""
        talk = self.talk()
        if ended == "give back":
            self.desk.give_back(self.claire, talk)
        else:
            self.desk.close(self.claire, talk, "settled")
        return talk

    def reads(self) -> list[str]:
        """What she reads on her page, opened anew."""
        shopper = visitor(self.client)
        opened = self.chats.open(shopper, "en")
        return [message.text for message in self.chats.transcript(shopper, opened.id)]

    def verbs(self, conversation_id: str) -> list[str]:
        query = select(journal.c.verb).where(journal.c.subject == conversation_id)
        with self.store.engine.connect() as connection:
            return list(connection.execute(query.order_by(journal.c.id)).scalars())


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


# What becomes of it


def test_it_is_recorded_and_has_one_owner(scene: Scene, database: str) -> None:
    begun, audit = scene.begin(), Audit(database)
    assert scene.verbs(begun.id) == ["write first"]
    assert (audit.without_one_owner(), audit.out_of_order()) == ([], [])
    audit.close()


def test_nothing_is_owed_until_she_answers_and_then_an_answer_within_its_time(
    scene: Scene,
) -> None:
    begun = scene.begin()
    scene.desk.reply(scene.claire, begun.id, "The Sillage is back.", "w1")
    scene.clock.advance(days=1)
    [place] = scene.desk.board(scene.claire)
    assert (place.by, place.handoff.reason) == (None, Reason.WROTE_FIRST)
    scene.chats.say(visitor(scene.client), begun.id, "How lovely!", "r7")
    [place] = scene.desk.board(scene.claire)
    assert place.by
    assert place.by > scene.clock()


def test_she_keeps_it_when_she_goes_home_and_the_answer_finds_a_colleague(scene: Scene) -> None:
    begun = scene.begin()
    scene.desk.reply(scene.claire, begun.id, "The Sillage is back.", "w1")
    scene.clock.advance(days=1)
    scene.desk.attend(scene.marc)
    scene.watch.tick()
    assert scene.desk.conversation(scene.claire, begun.id).staff_id == scene.claire.id
    scene.chats.say(visitor(scene.client), begun.id, "How lovely!", "r7")
    scene.watch.tick()
    assert scene.desk.conversation(scene.claire, begun.id).holder is Holder.QUEUE
    assert [p.handoff.conversation_id for p in scene.desk.board(scene.marc)] == [begun.id]


def test_it_is_the_advisors_again_when_nobody_wrote_for_long_and_then_its_time_is_over(
    scene: Scene,
) -> None:
    begun = scene.begin()
    scene.clock.advance(days=RESTS_FOR.days - 1)
    scene.watch.tick()
    assert scene.desk.conversation(scene.claire, begun.id).holder is Holder.PERSON
    scene.clock.advance(days=2)
    scene.watch.tick()
    assert scene.desk.conversation(scene.claire, begun.id).holder is Holder.ADVISOR
    assert scene.verbs(begun.id)[-1] == "lapse"
    scene.clock.advance(days=91)
    assert Retention(scene.store, scene.clock).sweep() == 1


def test_who_is_at_her_desk_keeps_it_however_long(scene: Scene) -> None:
    begun = scene.begin()
    scene.clock.advance(days=RESTS_FOR.days + 1)
    scene.desk.attend(scene.claire)
    scene.watch.tick()
    assert scene.desk.conversation(scene.claire, begun.id).holder is Holder.PERSON


def test_she_closes_and_gives_it_back_like_any_other(scene: Scene) -> None:
    begun = scene.begin()
    scene.desk.close(scene.claire, begun.id, "told her")
    again = scene.begin()
    assert again.id == begun.id
    scene.desk.give_back(scene.claire, begun.id)
    _, turn_id = scene.chats.say(visitor(scene.client), begun.id, "Is it soft?", "r7")
    assert turn_id
    turns = Turns(scene.store, scene.clock)
    turns.begin(turn_id)
    assert turns.finish(turn_id, answer())


def test_no_figure_counts_it_as_a_wish_for_a_person(scene: Scene) -> None:
    begun = scene.begin()
    scene.desk.reply(scene.claire, begun.id, "The Sillage is back.", "w1")
    now = scene.clock()
    with scene.store.read() as work:
        rows = work.history.handovers(Period(now - timedelta(days=1), now + timedelta(days=1)))
    assert [(row.reason, row.state) for row in rows] == [(Reason.WROTE_FIRST, HandoffState.CLAIMED)]
    assert service(rows, now, house_tiers()) == []
    assert reasons(rows, []) == []


def test_of_two_who_write_at_once_one_has_her(
    open_store: Callable[[], SqlStore], clock: FrozenClock, database: str
) -> None:
    scene = Scene(open_store(), clock)
    houses = [
        WritingFirst(s, clock, house_tiers(), scene.desk) for s in (open_store(), open_store())
    ]
    together, audit = Barrier(2), Audit(database)

    def write(at: int) -> str:
        together.wait(timeout=30)
        try:
            return houses[at].begin((scene.claire, scene.marc)[at], scene.client.id).staff_id or ""
        except AlreadyClaimed as error:
            return error.by

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(write, range(2)))
    with scene.store.read() as work:
        [talk] = work.book.talks_of(scene.client.id)
    assert talk.holder is Holder.PERSON
    assert {"Claire": scene.claire.id, "Marc": scene.marc.id}[talk.staff_name] in found
    assert talk.staff_name in found
    assert audit.without_one_owner() == []
    audit.close()


def test_she_who_opens_her_page_at_that_moment_has_one_conversation_with_her(
    scene: Scene,
) -> None:
    begun = scene.begin()
    assert scene.chats.open(visitor(scene.client), "en").id == begun.id
    said = scene.desk.transcript(scene.claire, begun.id)
    assert [message.author for message in said] == [Author.NOTICE]
