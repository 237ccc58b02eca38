"""What is computed of a case at its opening, its clock, and which state follows which."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.cases import (
    Case,
    CaseKind,
    CaseState,
    CaseVerb,
    CleaningFacts,
    Entitlement,
    ReturnFacts,
    after,
    facts_of,
    possible,
)
from shop.clients import Tier
from shop.db import SqlStore
from shop.entitlements import Standing, due, entitlement, membership_year, overdue
from shop.errors import BadInput, Conflict
from shop.language import Bilingual
from tests.conftest import FrozenClock
from tests.shop.appointments.salon_house import SHANGHAI
from tests.shop.case_house import BOOK, DISPUTE, LATE, House

NOON = datetime(2026, 11, 23, 12, tzinfo=SHANGHAI)  # a Monday


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


def test_the_day_of_delivery_is_the_houses_own(house: House) -> None:
    facts = ReturnFacts(delivered=date(2026, 11, 23))
    late_evening = datetime(2026, 11, 22, 17, tzinfo=UTC)  # already the 23rd in Beijing
    assert entitlement(facts, Standing(BOOK, None, late_evening)).values["days_left"] == 30
