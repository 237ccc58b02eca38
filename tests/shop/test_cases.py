"""Cases: what is computed at the opening, who may do what, and what the client sees of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.access import Role
from shop.case_reading import CaseFile
from shop.cases import (
    Case,
    CaseKind,
    CaseState,
    CaseVerb,
    CleaningFacts,
    Entitlement,
    LateFacts,
    ReturnFacts,
    Verdict,
    after,
    facts_of,
    possible,
)
from shop.casework import Casework
from shop.chats import Chats
from shop.client_cases import ClientCases
from shop.clients import Tier, Visitor
from shop.conversations import Author
from shop.db import SqlStore
from shop.desk import Desk
from shop.entitlements import Standing, due, entitlement, membership_year, overdue
from shop.errors import BadInput, Conflict, NotAllowed, NotFound
from shop.handoffs import Reason
from shop.language import Bilingual
from shop.retention import KEPT_FOR, Retention
from tests.conftest import FrozenClock
from tests.shop.people import hire, house_tiers, visitor, welcome
from tests.shop.salon_house import SHANGHAI

NOON = datetime(2026, 11, 23, 12, tzinfo=SHANGHAI)  # a Monday
BOOK = house_tiers()
LATE = {"kind": "late_delivery", "price": "16800", "counted_from": "2026-11-16T12:00+08:00"}
DISPUTE = {"kind": "dispute", "about": "The clasp broke on the first day.", "undisputed": "2000"}


class House:
    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.store, self.clock = store, clock
        self.casework, self.hers = Casework(store, clock, BOOK), ClientCases(store, clock)
        self.chats, self.desk = Chats(store, clock), Desk(store, clock, BOOK)
        self.claire = hire(store, clock, "claire")
        self.helene = hire(store, clock, "helene", Role.MANAGER)
        self.wen = hire(store, clock, "wen", Role.EDITOR)
        self.lin = visitor(welcome(store, clock, Tier.BLACK))

    def conversation(self, shopper: Visitor, says: str = "My parcel is late.") -> str:
        """Handed over to people."""
        opened = self.chats.open(shopper, "en")
        self.chats.say(shopper, opened.id, says, says)
        self.desk.request(opened.id, Reason.COMPLAINT)
        return opened.id

    def opened(self, facts: dict[str, Any], shopper: Visitor | None = None) -> Case:
        return self.casework.open(self.claire, facts, self.conversation(shopper or self.lin))

    def file(self, case: Case) -> CaseFile:
        return self.casework.get(self.claire, case.id)

    def notices(self, shopper: Visitor) -> list[str]:
        chat = self.chats.open(shopper, "en")
        messages = self.chats.transcript(shopper, chat.id)
        return [m.text for m in messages if m.author is Author.NOTICE]


@pytest.fixture
def house(store: SqlStore, clock: FrozenClock) -> House:
    return House(store, clock)


def ruled(facts: dict[str, Any], tier: Tier = Tier.BLACK, cleanings: int = 0) -> dict[str, Any]:
    return dict(entitlement(facts_of(facts), Standing(BOOK, tier, NOON, cleanings)).values)


def by(facts: dict[str, Any]) -> datetime:
    return due(facts_of(facts), Standing(BOOK, None, NOON)).astimezone(SHANGHAI)


# What is computed


@pytest.mark.parametrize(
    ("tier", "had", "price"),
    [
        (Tier.BLACK, 0, 0), (Tier.BLACK, 1, 0), (Tier.BLACK, 2, 340),
        (Tier.GOLD, 0, 340), (Tier.SILVER, 0, 680), (Tier.REGISTERED, 0, 680),
    ],
)  # fmt: skip
def test_a_cleaning_is_free_while_the_yearly_allowance_lasts(
    tier: Tier, had: int, price: int
) -> None:
    assert ruled({"kind": "cleaning"}, tier, had)["price"] == price


def test_three_bags_of_a_black_client_are_two_free_and_one_paid() -> None:
    assert ruled({"kind": "cleaning", "bags": 3})["total"] == 340


@given(days=st.integers(0, 3000))
def test_the_membership_year_that_runs_has_begun_and_is_not_over(days: int) -> None:
    since = datetime(2024, 2, 29, 15, tzinfo=UTC)
    now = since + timedelta(days=days)
    began = membership_year(since, now, SHANGHAI)
    assert began <= now < began + timedelta(days=367)
    assert now - began < timedelta(days=366 + 1)


def test_a_late_delivery_is_paid_for_each_started_24_hours_up_to_the_cap() -> None:
    delivered = LATE | {"delivered": "2026-11-20T13:00+08:00"}  # 97 hours: 25 late
    assert ruled(delivered)["payout"] == Decimal(200)
    assert ruled(delivered | {"promised_hours": 168})["payout"] == 0
    assert ruled(LATE | {"counted_from": "2026-01-01T00:00+08:00"})["payout"] == Decimal(1680)
    assert ruled(delivered | {"uncovered": "engraved"})["payout"] == 0


def test_what_has_not_arrived_is_counted_to_the_opening_and_says_so() -> None:
    ruling = entitlement(facts_of(LATE), Standing(BOOK, None, NOON))
    assert ruling.values["payout"] == Decimal(400)  # 168 hours: 96 late
    assert "not arrived yet" in ruling.say.en


def test_a_return_is_ruled_by_its_days_its_state_and_its_exceptions() -> None:
    fresh = {"kind": "return", "delivered": "2026-11-10", "unworn": True, "tagged": True}
    assert ruled(fresh)["eligible"] == "yes"
    assert ruled(fresh | {"delivered": "2026-10-01"})["eligible"] == "no"
    assert ruled(fresh | {"excluded": "engraved"})["eligible"] == "no"
    assert ruled(fresh | {"unworn": False})["eligible"] == "no"
    assert ruled(fresh | {"excluded": "engraved", "faulty": True})["eligible"] == "yes"


def test_a_doubt_about_authenticity_gets_the_guarantee_and_never_a_judgement() -> None:
    facts = {"kind": "authenticity", "price": "16800", "delivered": "2026-11-01",
             "trace_code": "TV-KLMN-20260417"}  # fmt: skip
    ruling = entitlement(facts_of(facts), Standing(BOOK, None, NOON))
    assert ruling.values["total"] == Decimal(67200)
    assert "not an appraisal" in ruling.say.en


def test_what_was_delivered_tomorrow_is_no_case() -> None:
    with pytest.raises(BadInput):
        ruled({"kind": "return", "delivered": "2026-11-24"})


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (DISPUTE, NOON + timedelta(hours=48)),
        ({"kind": "authenticity", "price": "1"}, NOON + timedelta(hours=48)),
        ({"kind": "return"}, NOON + timedelta(hours=24)),
        (
            {"kind": "return", "arrived": "2026-11-23T09:00+08:00"},
            datetime(2026, 11, 25, 9, tzinfo=SHANGHAI),
        ),
        (LATE, NOON + timedelta(hours=24)),
        (
            LATE | {"delivered": "2026-11-20T10:00+08:00"},  # a Friday: Monday to Wednesday
            datetime(2026, 11, 26, tzinfo=SHANGHAI),
        ),
        ({"kind": "cleaning"}, datetime(2026, 12, 8, tzinfo=SHANGHAI)),  # 10 working days
    ],
)
def test_each_case_has_its_clock(facts: dict[str, Any], expected: datetime) -> None:
    assert by(facts) == expected


def test_a_dispute_whose_clock_has_run_out_pays_what_nobody_disputes_first() -> None:
    known = facts_of(DISPUTE)
    owed = overdue(known.kind, known)
    assert owed is not None
    assert owed.values["undisputed"] == Decimal(2000)
    assert overdue(CaseKind.RETURN, ReturnFacts()) is None


@pytest.mark.parametrize(
    "facts",
    [
        {}, {"kind": "gossip"}, {"kind": "dispute", "about": ""}, {"kind": "late_delivery"},
        LATE | {"price": "0"}, LATE | {"counted_from": "2026-11-16T12:00"}, LATE | {"mood": "bad"},
        {"kind": "cleaning", "bags": 0},
    ],
)  # fmt: skip
def test_facts_that_cannot_be_are_no_case(facts: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        facts_of(facts)


# States


def a_case(kind: CaseKind, state: CaseState) -> Case:
    said = Entitlement((), Bilingual("", ""), {}, NOON)
    return Case("c" * 32, kind, state, CleaningFacts(), said, None, None, NOON, "Claire", None)


@pytest.mark.parametrize("kind", CaseKind)
def test_every_case_can_be_brought_to_its_end(kind: CaseKind) -> None:
    seen, todo = set(), [CaseState.OPEN]
    while todo:
        state = todo.pop()
        if state not in seen:
            seen.add(state)
            case = a_case(kind, state)
            todo += [after(verb, case) for verb in possible(case)]
    assert CaseState.CLOSED in seen
    assert possible(a_case(kind, CaseState.CLOSED)) == frozenset()


@pytest.mark.parametrize("kind", CaseKind)
def test_only_a_cleaning_ends_without_a_decision_or_a_withdrawal(kind: CaseKind) -> None:
    verbs = possible(a_case(kind, CaseState.OPEN))
    is_service = kind is CaseKind.CLEANING
    assert (CaseVerb.FINISH in verbs, CaseVerb.DECIDE in verbs) == (is_service, not is_service)
    assert CaseVerb.CLOSE not in verbs


@pytest.mark.parametrize("state", CaseState)
@pytest.mark.parametrize("verb", CaseVerb)
def test_what_the_table_does_not_list_is_a_conflict(verb: CaseVerb, state: CaseState) -> None:
    case = a_case(CaseKind.DISPUTE, state)
    if verb not in possible(case):
        with pytest.raises(Conflict):
            after(verb, case)


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


def test_the_day_of_delivery_is_the_houses_own(house: House) -> None:
    facts = ReturnFacts(delivered=date(2026, 11, 23))
    late_evening = datetime(2026, 11, 22, 17, tzinfo=UTC)  # already the 23rd in Beijing
    assert entitlement(facts, Standing(BOOK, None, late_evening)).values["days_left"] == 30
