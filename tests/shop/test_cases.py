"""The life of a case: who may do what, what the client sees of it, and how long it is kept."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest

from shop.cases import CaseState, LateFacts, Verdict
from shop.casework import Casework
from shop.clients import Tier, Visitor
from shop.db import SqlStore
from shop.errors import BadInput, Conflict, NotAllowed, NotFound
from shop.retention import KEPT_FOR, Retention
from tests.conftest import FrozenClock
from tests.shop.case_house import BOOK, DISPUTE, LATE, House
from tests.shop.people import visitor, welcome


@pytest.fixture
def house(store: SqlStore, clock: FrozenClock) -> House:
    return House(store, clock)


# The life of a case


def test_a_case_opens_from_a_conversation_with_its_messages_and_tells_the_client(
    house: House,
) -> None:
    conversation_id = house.conversation(house.lin)
    said = house.chats.transcript(house.lin, conversation_id)[0]
    case = house.casework.open(house.claire, LATE, conversation_id, messages=[said.id, said.id])
    assert (case.state, case.client_name) == (CaseState.OPEN, "林若澜")
    assert [(e.kind, e.text, e.seq) for e in house.file(case).evidence] == [
        ("event", "", None), ("message", "My parcel is late.", 1),
    ]  # fmt: skip
    assert house.hers.of(house.lin) == [house.file(case).case]
    notice = house.notices(house.lin)[-1]
    assert case.reference in notice
    assert "RMB 400" in notice


def test_a_case_goes_from_open_over_waiting_to_decided_and_closed(house: House) -> None:
    case = house.opened(DISPUTE)
    house.casework.ask(house.claire, case.id, "Please send a photo of the clasp.")
    assert house.hers.of(house.lin)[0].state is CaseState.WAITING
    assert "photo of the clasp" in house.notices(house.lin)[-1]
    house.hers.answer(house.lin, case.id, "Here it is.")
    assert house.hers.of(house.lin)[0].state is CaseState.OPEN
    decided = house.casework.decide(house.helene, case.id, True, "We repair it and pay 2,000.")
    assert (decided.state, decided.verdict) == (CaseState.DECIDED, Verdict.GRANTED)
    assert "in your favour" in house.notices(house.lin)[-1]
    house.casework.close(house.claire, case.id, "Paid.")
    assert house.hers.of(house.lin)[0].state is CaseState.CLOSED
    assert [e.kind for e in house.file(case).evidence] == [
        "event", "question", "answer", "event", "note", "event",
    ]  # fmt: skip
    assert house.casework.by_clock(house.claire) == []
    assert [c.id for c in house.casework.by_clock(house.claire, over=True)] == [case.id]


def test_only_a_manager_decides(house: House) -> None:
    case = house.opened(DISPUTE)
    with pytest.raises(NotAllowed):
        house.casework.decide(house.claire, case.id, True, "Of course.")
    assert house.file(case).case.state is CaseState.OPEN


def test_a_decision_has_a_reason_and_is_made_once(house: House) -> None:
    case = house.opened(DISPUTE)
    with pytest.raises(BadInput):
        house.casework.decide(house.helene, case.id, False, " ")
    house.casework.decide(house.helene, case.id, False, "Worn daily for a year.")
    with pytest.raises(Conflict):
        house.casework.decide(house.helene, case.id, True, "After all.")


def test_a_return_that_passed_is_refunded_within_24_hours(house: House) -> None:
    case = house.opened({"kind": "return", "delivered": "2026-11-10", "unworn": True})
    decided = house.casework.decide(house.helene, case.id, True, "It passed.")
    assert decided.due == house.clock() + timedelta(hours=24)


def test_corrected_facts_compute_entitlement_and_clock_anew(house: House) -> None:
    case = house.opened(LATE)
    changed = house.casework.correct(
        house.claire, case.id, LATE | {"delivered": "2026-11-23T10:00+08:00"}
    )
    assert changed.entitlement.values["payout"] == "400"
    assert changed.due != case.due
    assert isinstance(changed.facts, LateFacts)
    with pytest.raises(BadInput):
        house.casework.correct(house.claire, case.id, DISPUTE)


def test_cases_are_listed_by_their_clock(house: House) -> None:
    slow = house.casework.open(house.claire, {"kind": "cleaning"}, client_id=client_id(house))
    house.clock.advance(hours=1)
    dispute = house.casework.open(house.claire, DISPUTE, client_id=client_id(house))
    house.clock.advance(hours=1)
    late = house.casework.open(house.claire, LATE, client_id=client_id(house))
    listed = house.casework.by_clock(house.claire)
    assert [case.id for case in listed] == [late.id, dispute.id, slow.id]


def test_who_serves_no_clients_sees_no_case(house: House) -> None:
    case = house.opened(DISPUTE)
    for act in (
        lambda: house.casework.by_clock(house.wen),
        lambda: house.casework.get(house.wen, case.id),
        lambda: house.casework.open(house.wen, DISPUTE, client_id=client_id(house)),
        lambda: house.casework.note(house.wen, case.id, "x"),
        lambda: house.casework.of_client(house.wen, client_id(house)),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_anothers_case_does_not_exist_for_her(house: House) -> None:
    case = house.opened(DISPUTE)
    house.casework.ask(house.claire, case.id, "When?")
    other = visitor(welcome(house.store, house.clock, Tier.GOLD))
    assert house.hers.of(other) == []
    with pytest.raises(NotFound):
        house.hers.answer(other, case.id, "Never.")


def test_a_case_opened_for_a_visitor_is_hers_before_and_after_she_signs_in(house: House) -> None:
    stranger = visitor()
    case = house.opened(DISPUTE, stranger)
    assert [c.id for c in house.hers.of(stranger)] == [case.id]
    signed_in = Visitor(stranger.id, house.lin.client)
    house.chats.adopt(signed_in)
    assert [c.id for c in house.hers.of(signed_in)] == [case.id]
    assert house.hers.of(stranger) == []


def test_a_conversation_that_was_never_handed_over_opens_no_case(house: House) -> None:
    private = house.chats.open(house.lin, "en")
    with pytest.raises(NotFound):
        house.casework.open(house.claire, DISPUTE, private.id)


def test_a_message_of_another_conversation_is_no_evidence(house: House) -> None:
    other = house.conversation(visitor(), "Somebody else's words")
    foreign = house.desk.transcript(house.claire, other)[0]
    case = house.opened(DISPUTE)
    with pytest.raises(NotFound):
        house.casework.attach(house.claire, case.id, foreign.id)
    conversation_id = house.conversation(house.lin)
    with pytest.raises(NotFound):
        house.casework.open(house.claire, LATE, conversation_id, messages=[foreign.id])


# The yearly allowance


def client_id(house: House) -> str:
    assert house.lin.client is not None
    return house.lin.client.id


def test_the_third_cleaning_of_a_year_is_paid_and_a_new_year_begins_anew(house: House) -> None:
    def price() -> str:
        opened = house.casework.open(house.claire, {"kind": "cleaning"}, client_id=client_id(house))
        return opened.entitlement.values["price"]

    assert [price(), price(), price()] == ["0", "0", "340"]
    house.clock.now = datetime(2027, 11, 24, 4, tzinfo=UTC)  # a client since 23 November 2026
    assert price() == "0"


def test_a_cleaning_called_off_counts_as_not_had(house: House) -> None:
    first = house.casework.open(
        house.claire, {"kind": "cleaning", "bags": 2}, client_id=client_id(house)
    )
    house.casework.withdraw(house.claire, first.id)
    again = house.casework.open(house.claire, {"kind": "cleaning"}, client_id=client_id(house))
    assert again.entitlement.values["free_left"] == "2"


def test_a_correction_does_not_count_its_own_cleaning(house: House) -> None:
    one = house.casework.open(house.claire, {"kind": "cleaning"}, client_id=client_id(house))
    again = house.casework.correct(house.claire, one.id, {"kind": "cleaning", "piece": "TV-B01"})
    assert again.entitlement.values["free_left"] == "2"


def test_of_many_cleanings_booked_at_once_only_the_allowance_is_free(
    house: House, open_store: Callable[[], SqlStore]
) -> None:
    works = [Casework(open_store(), house.clock, BOOK) for _ in range(4)]
    together = Barrier(len(works))

    def book(casework: Casework) -> str:
        together.wait()
        case = casework.open(house.claire, {"kind": "cleaning"}, client_id=client_id(house))
        return case.entitlement.values["price"]

    with ThreadPoolExecutor(len(works)) as pool:
        assert sorted(pool.map(book, works)) == ["0", "0", "340", "340"]


def test_of_two_managers_who_decide_at_once_one_does(
    house: House, open_store: Callable[[], SqlStore]
) -> None:
    case = house.opened(DISPUTE)
    together = Barrier(2)

    def decide(granted: bool) -> bool:
        casework = Casework(open_store(), house.clock, BOOK)
        together.wait()
        try:
            casework.decide(house.helene, case.id, granted, "So be it.")
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(decide, [True, False])) == [False, True]


# Retention


def test_a_conversation_is_kept_while_a_case_rests_on_it_and_goes_afterwards(house: House) -> None:
    conversation_id = house.conversation(house.lin)
    said = house.chats.transcript(house.lin, conversation_id)[0]
    case = house.casework.open(house.claire, DISPUTE, conversation_id, messages=[said.id])
    [waiting] = house.desk.queue(house.claire)
    house.desk.claim(house.claire, waiting.id)
    house.desk.close(house.claire, conversation_id, "answered")
    house.clock.advance(days=KEPT_FOR.days + 1)
    retention = Retention(house.store, house.clock)
    assert retention.sweep() == 0
    house.casework.withdraw(house.claire, case.id)
    house.clock.advance(days=KEPT_FOR.days + 1)
    assert retention.sweep() == 1
    [kept] = [e for e in house.file(case).evidence if e.kind == "message"]
    assert (kept.text, kept.message_id) == ("", None)
