"""When to write again: set in a conversation, listed on its day, done by writing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from shop.client_book import ClientBook, Said
from shop.client_entries import Channel, Draft, EntryKind
from shop.client_reasons import ReasonKind
from shop.clients import Tier
from shop.db import SqlStore
from shop.db.client_book import SqlBookEntries
from shop.db.conversations import SqlConversations
from shop.errors import BadInput, Conflict, NotAllowed
from shop.owners import Owners
from shop.ports import DESK
from tests.conftest import FrozenClock
from tests.shop.people import house_tiers, welcome
from tests.shop.workbench import Workbench

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)
WHY = "Whether the ring has arrived"


@pytest.fixture
def bench(store: SqlStore, clock: FrozenClock) -> Workbench:
    return Workbench(store, clock)


def reasons(bench: Workbench) -> list[ReasonKind]:
    cards = bench.follow_ups.to_write(bench.claire)
    return [reason.kind for card in cards for reason in card.reasons]


def consent(bench: Workbench, purpose: str, answer: str) -> None:
    book = ClientBook(bench.store, bench.clock, house_tiers())
    draft = Draft(EntryKind.CONSENT, answer, purpose)
    book.keep(bench.claire, bench.client.id, draft, Said(Channel.PHONE, "林若澜"))


def test_it_is_listed_from_its_day_on_in_the_client_book_and_at_her_desk(bench: Workbench) -> None:
    talk = bench.talk()
    bench.follow_ups.set(bench.claire, talk, TOMORROW, WHY)
    assert bench.follow_ups.due(bench.claire) == []
    assert reasons(bench) == []
    bench.clock.advance(days=2)
    [due] = bench.follow_ups.due(bench.claire)
    assert (due.client.id, due.day, due.why) == (bench.client.id, TOMORROW, WHY)
    assert due.conversation_id == talk
    assert reasons(bench) == [ReasonKind.FOLLOW_UP]


def test_a_reply_on_its_day_has_done_it_and_one_before_has_not(bench: Workbench) -> None:
    talk = bench.talk()
    bench.follow_ups.set(bench.claire, talk, TOMORROW, WHY)
    bench.desk.reply(bench.claire, talk, "您好", "r2")
    assert bench.follow_ups.of(bench.claire, talk)
    bench.clock.advance(days=1)
    bench.desk.reply(bench.claire, talk, "戒指到了", "r3")
    assert bench.follow_ups.of(bench.claire, talk) is None
    assert bench.follow_ups.due(bench.claire) == []
    assert reasons(bench) == []


def test_what_is_written_to_her_in_another_conversation_has_done_it_too(bench: Workbench) -> None:
    talk = bench.talk()
    bench.follow_ups.set(bench.claire, talk, TODAY, WHY)
    bench.desk.close(bench.claire, talk, "settled")
    bench.clock.advance(days=2)
    other = bench.talk(says="Good day again")
    assert other != talk
    bench.desk.reply(bench.claire, other, "The ring has arrived.", "r9")
    assert bench.follow_ups.due(bench.claire) == []
    assert reasons(bench) == []


def test_one_that_was_written_into_the_book_is_done_by_writing_to_her(bench: Workbench) -> None:
    said, draft = Said(Channel.PHONE, "林若澜"), Draft(EntryKind.FOLLOW_UP, WHY, day=TODAY)
    bench.follow_ups.keep(bench.claire, bench.client.id, draft, said)
    assert reasons(bench) == [ReasonKind.FOLLOW_UP]
    bench.desk.reply(bench.claire, bench.talk(), "The ring has arrived.", "r9")
    assert reasons(bench) == []


def test_one_that_was_corrected_by_hand_is_done_by_writing_to_her(bench: Workbench) -> None:
    talk, said = bench.talk(), Said(Channel.PHONE, "林若澜")
    entry = bench.follow_ups.set(bench.claire, talk, TODAY, WHY).entry_id
    draft = Draft(EntryKind.FOLLOW_UP, "Whether both rings have arrived", day=TODAY)
    bench.follow_ups.correct(bench.claire, bench.client.id, entry, draft, said)
    bench.desk.reply(bench.claire, talk, "Both are here.", "r9")
    assert bench.follow_ups.due(bench.claire) == []


def test_nothing_new_was_written_by_a_request_made_again(bench: Workbench) -> None:
    talk = bench.talk()
    bench.desk.reply(bench.claire, talk, "Good day", "r9")
    bench.follow_ups.set(bench.claire, talk, TODAY, WHY)
    bench.desk.reply(bench.claire, talk, "Good day", "r9")
    assert bench.follow_ups.of(bench.claire, talk)


def test_what_is_written_to_somebody_else_leaves_it(bench: Workbench) -> None:
    bench.follow_ups.set(bench.claire, bench.talk(), TODAY, WHY)
    other = bench.talk(welcome(bench.store, bench.clock, Tier.GOLD, "Anna"))
    bench.desk.reply(bench.claire, other, "Good day", "r9")
    bench.desk.reply(bench.claire, bench.visitor_talk(), "Good day", "r9")
    assert [due.why for due in bench.follow_ups.due(bench.claire)] == [WHY]


def test_a_colleague_who_writes_in_her_place_has_done_it_and_it_goes_from_both_desks(
    bench: Workbench,
) -> None:
    talk = bench.talk()
    bench.follow_ups.set(bench.claire, talk, TODAY, WHY)
    bench.desk.attend(bench.marc)
    bench.desk.transfer(bench.claire, talk, bench.marc.id, "she is away")
    before = bench.store.bell.mark()
    bench.desk.reply(bench.marc, talk, "The ring has arrived.", "r9")
    assert bench.follow_ups.due(bench.claire) == []
    assert bench.store.bell.rang_since(before, [DESK])


def test_a_press_has_done_it_where_she_was_written_to_in_another_way(bench: Workbench) -> None:
    talk = bench.talk()
    entry = bench.follow_ups.set(bench.claire, talk, TODAY, WHY).entry_id
    bench.follow_ups.wrote(bench.claire, bench.client.id, entry)
    assert bench.follow_ups.due(bench.claire) == []


def test_another_date_takes_the_place_of_the_first(bench: Workbench) -> None:
    talk = bench.talk()
    bench.follow_ups.set(bench.claire, talk, TODAY, WHY)
    bench.follow_ups.set(bench.marc, talk, TOMORROW, "The fitting")
    now = bench.follow_ups.of(bench.claire, talk)
    assert now
    assert (now.day, now.why) == (TOMORROW, "The fitting")
    bench.follow_ups.drop(bench.claire, talk)
    bench.follow_ups.drop(bench.claire, talk)
    assert bench.follow_ups.of(bench.claire, talk) is None


def test_it_is_hers_who_set_it_unless_the_client_is_a_colleagues(bench: Workbench) -> None:
    bench.follow_ups.set(bench.claire, bench.talk(), TODAY, WHY)
    assert bench.follow_ups.due(bench.marc) == []
    owners = Owners(bench.store, bench.clock)
    owners.name(bench.helene, bench.client.id, bench.marc.id, reason="knows her")
    assert [due.why for due in bench.follow_ups.due(bench.marc)] == [WHY]
    assert bench.follow_ups.due(bench.claire) == []


def test_her_list_costs_as_much_for_many_clients_as_for_one(bench: Workbench) -> None:
    def selects() -> int:
        asked: list[str] = []
        listen = (bench.store.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
        event.listen(*listen)
        bench.follow_ups.due(bench.claire)
        event.remove(*listen)
        return len([query for query in asked if query.startswith("SELECT")])

    bench.follow_ups.set(bench.claire, bench.talk(), TODAY, WHY)
    one = selects()
    for name in ("Anna", "Mei"):
        other = welcome(bench.store, bench.clock, Tier.GOLD, name)
        bench.follow_ups.set(bench.claire, bench.talk(other), TODAY, WHY)
    assert len(bench.follow_ups.due(bench.claire)) == 3
    assert selects() == one


def test_the_conversation_is_locked_before_its_lines_as_a_reply_does(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk, order = bench.talk(), list[str]()
    bench.follow_ups.set(bench.claire, talk, TODAY, WHY)
    for kept, name in ((SqlConversations, "lock"), (SqlBookEntries, "end")):
        monkeypatch.setattr(kept, name, _noted(order, name, getattr(kept, name)))
    bench.follow_ups.set(bench.claire, talk, TOMORROW, WHY)
    assert order == ["lock", "end"]


def _noted(order: list[str], name: str, act: Callable[..., Any]) -> Callable[..., Any]:
    def noted(*given: Any) -> Any:
        order.append(name)
        return act(*given)

    return noted


def test_who_wants_no_letters_is_not_listed(bench: Workbench) -> None:
    bench.follow_ups.set(bench.claire, bench.talk(), TODAY, WHY)
    consent(bench, "contact", "withdrawn")
    assert bench.follow_ups.due(bench.claire) == []
    assert reasons(bench) == []


def test_who_wants_nothing_kept_has_no_follow_up(bench: Workbench) -> None:
    consent(bench, "profile", "withdrawn")
    with pytest.raises(Conflict):
        bench.follow_ups.set(bench.claire, bench.talk(), TODAY, WHY)


def test_a_visitor_has_none(bench: Workbench) -> None:
    talk = bench.visitor_talk()
    with pytest.raises(Conflict, match="not signed in"):
        bench.follow_ups.set(bench.claire, talk, TODAY, WHY)
    assert bench.follow_ups.of(bench.claire, talk) is None


@pytest.mark.parametrize(("day", "why"), [(TODAY - timedelta(days=1), WHY), (TODAY, " ")])
def test_it_needs_a_day_to_come_and_a_reason(bench: Workbench, day: date, why: str) -> None:
    with pytest.raises(BadInput):
        bench.follow_ups.set(bench.claire, bench.talk(), day, why)


def test_it_is_in_her_copy_and_goes_when_she_is_erased(bench: Workbench) -> None:
    talk = bench.talk()
    bench.follow_ups.set(bench.claire, talk, TODAY, WHY)
    assert WHY in str(bench.rights.export(bench.helene, bench.client.id)["book"])
    bench.desk.close(bench.claire, talk, "follow_up")
    bench.rights.erase(bench.helene, bench.client.id)
    assert bench.follow_ups.due(bench.claire) == []


def test_who_keeps_no_book_sets_none(bench: Workbench) -> None:
    with pytest.raises(NotAllowed):
        bench.follow_ups.set(bench.wen, bench.talk(), TODAY, WHY)
