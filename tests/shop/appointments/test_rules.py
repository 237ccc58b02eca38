"""The rules of appointments: when one may be made and changed, and the salons' hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from shop.appointments import (
    CHANGE_BEFORE,
    LEAST_AHEAD,
    MOST_AHEAD,
    Appointment,
    AppointmentState,
    require_changeable,
    require_in_window,
)
from shop.errors import BadInput, Conflict
from shop.salons import SLOT, SalonBook
from tests.shop.appointments.salon_house import JINGAN, PARIS, at, house_salons

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))
SALONS = house_salons()


@given(now=MOMENTS, ahead=st.timedeltas(timedelta(0), timedelta(days=30)))
def test_it_is_made_from_24_hours_to_14_days_ahead_and_at_no_other_time(
    now: datetime, ahead: timedelta
) -> None:
    if timedelta(hours=24) <= ahead <= timedelta(days=14):
        require_in_window(now + ahead, now)
    else:
        with pytest.raises(BadInput):
            require_in_window(now + ahead, now)


def test_both_ends_of_the_window_are_in_it() -> None:
    now = at(23, 12)
    require_in_window(now + LEAST_AHEAD, now)
    require_in_window(now + MOST_AHEAD, now)


def an_appointment(starts_at: datetime, state: AppointmentState) -> Appointment:
    return Appointment(
        "a", JINGAN, starts_at, 0, state, "try_on", (), "", "c", "", None, starts_at, "client"
    )


@given(now=MOMENTS, before=st.timedeltas(timedelta(days=-1), timedelta(days=14)))
def test_it_may_be_changed_until_4_hours_before(now: datetime, before: timedelta) -> None:
    booked = an_appointment(now + before, AppointmentState.BOOKED)
    if before >= timedelta(hours=4):
        require_changeable(booked, now)
    else:
        with pytest.raises(Conflict):
            require_changeable(booked, now)


@pytest.mark.parametrize("state", [s for s in AppointmentState if s is not AppointmentState.BOOKED])
def test_what_is_over_is_not_changed(state: AppointmentState) -> None:
    with pytest.raises(Conflict):
        require_changeable(an_appointment(at(28, 15), state), at(23, 12))


@given(
    salon=st.sampled_from(sorted(SALONS.salons)),
    day=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
)
def test_slots_lie_within_the_salons_hours_and_never_overlap(salon: str, day: date) -> None:
    found, house = SALONS.starts(salon, day), SALONS.get(salon)
    for start in found:
        local = start.astimezone(house.zone)
        assert local.date() == day
        assert house.opens <= local.time()
        assert (local + SLOT).time() <= house.closes
    assert all(b - a >= SLOT for a, b in pairwise(found))


def test_a_change_to_summer_time_moves_nobodys_hour() -> None:
    for day in (date(2026, 10, 24), date(2026, 10, 26)):  # Paris leaves summer time between them
        first = SALONS.starts(PARIS, day)[0]
        assert first.astimezone(SALONS.get(PARIS).zone).hour == 10


def test_a_closed_day_has_no_slots() -> None:
    assert SALONS.starts(PARIS, date(2026, 11, 29)) == []  # a Sunday
    jingan = SALONS.get(JINGAN)
    closed = jingan.model_copy(update={"closed": (date(2026, 11, 28),)})
    assert closed.starts(date(2026, 11, 28), 60) == []


def test_starts_that_would_overlap_are_no_salon_book() -> None:
    known = SALONS.model_dump()
    with pytest.raises(ValidationError):
        SalonBook.model_validate(known | {"every_minutes": 30})


def test_a_reminder_comes_while_it_may_still_be_changed() -> None:
    assert SALONS.remind_before > CHANGE_BEFORE
