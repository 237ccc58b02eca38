"""Appointments: the rules, what a client and staff may do, and two who want the same slot."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import pairwise
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from pydantic import ValidationError
from sqlalchemy import insert, select

from shop.access import Role
from shop.appointments import (
    CHANGE_BEFORE,
    LEAST_AHEAD,
    MOST_AHEAD,
    Appointment,
    AppointmentState,
    Wanted,
    require_changeable,
    require_in_window,
)
from shop.clients import Visitor
from shop.db import SqlStore
from shop.db.casework_tables import appointments
from shop.db.tables import journal
from shop.errors import BadInput, Conflict, NotAllowed, NotFound
from shop.ids import new_id
from shop.reminders import Reminders
from shop.salons import SLOT, SalonBook
from shop.visits import Visits
from tests.conftest import FrozenClock
from tests.shop.people import hire
from tests.shop.salon_house import (
    JINGAN,
    PARIS,
    SATURDAY_THREE,
    XIASHA,
    SalonHouse,
    at,
    house_catalogue,
    house_salons,
)

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))
SALONS = house_salons()


@pytest.fixture
def house(store: SqlStore, clock: FrozenClock) -> SalonHouse:
    return SalonHouse(store, clock)


# The rules


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


# Booking


def test_a_client_books_and_reads_of_it_in_her_chat(house: SalonHouse) -> None:
    chat = house.chats.open(house.lin, "zh")
    made = house.visits.book(house.lin, SATURDAY_THREE, chat.id)
    assert (made.state, made.client_name, made.conversation_id) == ("booked", "林若澜", chat.id)
    assert house.visits.of(house.lin) == [made]
    [said] = house.notices(house.lin, "zh")
    assert said.startswith("已为您预约上海静安：11 月 28 日（周六）15:00")
    assert "11 月 28 日（周六）11:00 前可更改或取消" in said


def test_pressing_twice_is_one_appointment_told_once(house: SalonHouse) -> None:
    house.chats.open(house.lin, "en")
    first = house.visits.book(house.lin, SATURDAY_THREE)
    house.clock.advance(seconds=2)
    assert house.visits.book(house.lin, SATURDAY_THREE) == first
    assert len(house.notices(house.lin)) == 1


def test_who_is_not_signed_in_looks_but_does_not_book(house: SalonHouse) -> None:
    stranger = Visitor(new_id())
    assert house.visits.free(JINGAN, date(2026, 11, 28))
    with pytest.raises(NotAllowed):
        house.visits.book(stranger, SATURDAY_THREE)
    assert house.visits.of(stranger) == []


@pytest.mark.parametrize(
    "wanted",
    [
        replace(SATURDAY_THREE, starts_at=at(28, 15, 10)),  # no slot begins then
        replace(SATURDAY_THREE, starts_at=at(24, 11)),  # 23 hours ahead
        replace(SATURDAY_THREE, starts_at=at(23, 12) + timedelta(days=15)),
        replace(SATURDAY_THREE, salon="london"),
        replace(SATURDAY_THREE, pieces=("TV-B99",)),
        replace(
            SATURDAY_THREE,
            pieces=("TV-B01", "TV-B02", "TV-B03", "TV-S01", "TV-S02", "TV-K01", "TV-D01"),
        ),
        replace(SATURDAY_THREE, wish="x" * 301),
    ],
)
def test_what_the_rules_do_not_allow_is_not_booked(house: SalonHouse, wanted: Wanted) -> None:
    with pytest.raises(BadInput):
        house.visits.book(house.lin, wanted)
    assert house.visits.of(house.lin) == []


def test_six_pieces_are_laid_out_each_counted_once(house: SalonHouse) -> None:
    six = ("TV-B01", "TV-B02", "TV-B03", "TV-S01", "TV-S02", "TV-K01")
    made = house.visits.book(house.lin, replace(SATURDAY_THREE, pieces=(*six, "TV-B01")))
    assert made.pieces == six
    assert made.ends_at - made.starts_at == timedelta(minutes=45)


def test_bonded_goods_are_not_collected_and_she_is_told_they_cannot_be_carried_out(
    house: SalonHouse,
) -> None:
    house.chats.open(house.olivia, "en")
    there = Wanted(XIASHA, at(28, 15))
    with pytest.raises(BadInput):
        house.visits.book(house.olivia, replace(there, purpose="collect"))
    house.visits.book(house.olivia, there)
    assert "cannot be carried out" in house.notices(house.olivia)[-1]


def test_a_full_slot_is_offered_to_nobody_and_refused(house: SalonHouse) -> None:
    for n in range(2):
        house.visits.book(house.shopper(f"client {n}"), SATURDAY_THREE)
    free = [slot.starts_at for slot in house.visits.free(JINGAN, date(2026, 11, 28))]
    assert free
    assert SATURDAY_THREE.starts_at not in free
    with pytest.raises(Conflict):
        house.visits.book(house.lin, SATURDAY_THREE)


def test_nobody_is_in_two_salons_at_once(house: SalonHouse) -> None:
    house.visits.book(house.lin, SATURDAY_THREE)
    with pytest.raises(Conflict):
        house.visits.book(house.lin, Wanted(XIASHA, SATURDAY_THREE.starts_at))


def test_a_client_has_so_many_appointments_ahead_and_no_more(house: SalonHouse) -> None:
    for hour in (11, 12, 13):
        house.visits.book(house.lin, Wanted(JINGAN, at(28, hour)))
    with pytest.raises(Conflict):
        house.visits.book(house.lin, SATURDAY_THREE)


def test_free_times_near_a_wish_are_those_nearest_to_it(house: SalonHouse) -> None:
    slots = house.visits.free_near(JINGAN, at(28, 15), 3)
    assert [slot.starts_at for slot in slots] == [at(28, 14), at(28, 15), at(28, 16)]
    assert all(slot.left == 2 for slot in slots)


def test_only_what_may_be_booked_now_is_offered(house: SalonHouse) -> None:
    now = house.clock()
    offered = [
        slot.starts_at
        for day in house.visits.days(JINGAN)
        for slot in house.visits.free(JINGAN, day)
    ]
    assert len(offered) == 13 * 10 + 1  # noon tomorrow to noon in 14 days
    assert min(offered) == now + LEAST_AHEAD
    assert max(offered) == now + MOST_AHEAD


# Change and cancel


def test_a_change_frees_the_old_time_and_takes_the_new(house: SalonHouse) -> None:
    made = house.visits.book(house.lin, SATURDAY_THREE)
    moved = house.visits.change(house.lin, made.id, Wanted(PARIS, at(30, 17)))
    assert (moved.id, moved.salon, moved.changes) == (made.id, PARIS, 1)
    slot = next(s for s in house.visits.free(JINGAN, date(2026, 11, 28)) if s.left)
    assert slot.left == 2


def test_a_change_to_a_full_time_leaves_the_old_one_standing(house: SalonHouse) -> None:
    for n in range(2):
        house.visits.book(house.shopper(f"client {n}"), SATURDAY_THREE)
    made = house.visits.book(house.lin, Wanted(JINGAN, at(28, 16)))
    with pytest.raises(Conflict):
        house.visits.change(house.lin, made.id, SATURDAY_THREE)
    assert house.visits.of(house.lin) == [made]


def test_pieces_change_until_4_hours_before_even_when_the_window_has_closed(
    house: SalonHouse,
) -> None:
    made = house.visits.book(house.lin, SATURDAY_THREE)
    house.clock.now = at(28, 11)
    changed = house.visits.change(house.lin, made.id, replace(SATURDAY_THREE, pieces=("TV-B01",)))
    assert (changed.pieces, changed.place) == (("TV-B01",), made.place)
    house.clock.advance(seconds=1)
    with pytest.raises(Conflict):
        house.visits.change(house.lin, made.id, SATURDAY_THREE)


def test_a_client_cancels_until_4_hours_before_and_the_place_is_free(house: SalonHouse) -> None:
    made = house.visits.book(house.lin, SATURDAY_THREE)
    house.clock.now = at(28, 11)
    assert house.visits.cancel(house.lin, made.id).state is AppointmentState.CANCELLED
    assert house.desk.free(house.claire, JINGAN, date(2026, 11, 28)) == []  # too late to book
    again = house.visits.book(house.olivia, Wanted(JINGAN, at(30, 15)))
    house.clock.now = at(30, 11, 1)
    with pytest.raises(Conflict):
        house.visits.cancel(house.olivia, again.id)


def test_staff_free_a_place_until_the_appointment_begins(house: SalonHouse) -> None:
    made = house.visits.book(house.lin, SATURDAY_THREE)
    house.clock.now = at(28, 14, 59)
    assert house.desk.cancel(house.claire, made.id).state is AppointmentState.CANCELLED


def test_anothers_appointment_does_not_exist_for_her(house: SalonHouse) -> None:
    made = house.visits.book(house.lin, SATURDAY_THREE)
    for act in (
        lambda: house.visits.cancel(house.olivia, made.id),
        lambda: house.visits.change(house.olivia, made.id, SATURDAY_THREE),
        lambda: house.visits.calendar(house.olivia, made.id, "en"),
        lambda: house.visits.cancel(house.olivia, "nothing"),
    ):
        with pytest.raises(NotFound):
            act()


# Staff


def test_only_who_serves_clients_sees_or_makes_appointments(house: SalonHouse) -> None:
    day = date(2026, 11, 28)
    for act in (
        lambda: house.desk.days(house.wen, JINGAN, day),
        lambda: house.desk.book(house.wen, SATURDAY_THREE, guest="Mme Roche"),
        lambda: house.desk.walk_in(house.wen, SATURDAY_THREE, guest="Mme Roche"),
        lambda: house.desk.of_client(house.wen, "x"),
        lambda: house.desk.cancel(house.wen, "x"),
        lambda: house.desk.record_outcome(house.wen, "x", AppointmentState.KEPT),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_staff_book_for_a_client_and_she_is_told(house: SalonHouse) -> None:
    house.chats.open(house.lin, "en")
    made = house.desk.book(house.claire, SATURDAY_THREE, house.client(house.lin).id)
    assert made.made_by == "Claire"
    assert house.visits.of(house.lin) == [made]
    assert len(house.notices(house.lin)) == 1


def test_a_guest_is_booked_by_name_and_never_without_one(house: SalonHouse) -> None:
    made = house.desk.book(house.claire, SATURDAY_THREE, guest=" Mme Roche ")
    assert (made.name, made.client_id) == ("Mme Roche", None)
    with pytest.raises(BadInput):
        house.desk.book(house.claire, SATURDAY_THREE)


def test_a_walk_in_takes_a_slot_that_has_begun_if_one_is_free(house: SalonHouse) -> None:
    with pytest.raises(BadInput):
        house.desk.walk_in(house.claire, SATURDAY_THREE, guest="Mme Roche")
    now = Wanted(JINGAN, at(23, 12))
    for n in range(2):
        house.desk.walk_in(house.claire, now, guest=f"guest {n}")
    with pytest.raises(Conflict):
        house.desk.walk_in(house.claire, now, guest="Mme Roche")


def test_what_came_of_it_is_recorded_once_and_not_before_it_begins(house: SalonHouse) -> None:
    made = house.visits.book(house.lin, SATURDAY_THREE)
    with pytest.raises(Conflict):
        house.desk.record_outcome(house.claire, made.id, AppointmentState.KEPT)
    house.clock.now = at(28, 15, 40)
    over = house.desk.record_outcome(house.claire, made.id, AppointmentState.KEPT, "Took the Nil.")
    assert house.desk.of_client(house.claire, house.client(house.lin).id) == [over]
    assert (over.state, over.outcome) == (AppointmentState.KEPT, "Took the Nil.")
    with pytest.raises(Conflict):
        house.desk.record_outcome(house.claire, made.id, AppointmentState.MISSED)
    with pytest.raises(BadInput):
        house.desk.record_outcome(house.claire, made.id, AppointmentState.CANCELLED)


def test_a_salons_day_is_its_own(house: SalonHouse) -> None:
    late = house.desk.book(house.claire, Wanted(PARIS, at(29, 1)), guest="Mme Roche")  # 18:00 there
    assert house.desk.days(house.claire, PARIS, date(2026, 11, 28)) == [late]
    assert house.desk.days(house.claire, PARIS, date(2026, 11, 29), 7) == []


def test_every_deed_stands_in_the_journal_and_rings(house: SalonHouse) -> None:
    made = house.visits.book(house.lin, SATURDAY_THREE)
    house.visits.change(house.lin, made.id, Wanted(JINGAN, at(28, 16)))
    house.desk.cancel(house.claire, made.id)
    with house.store.engine.connect() as connection:
        rows = connection.execute(select(journal).where(journal.c.subject == made.id)).all()
    assert [row.verb for row in rows] == [
        "book appointment", "change appointment", "cancel appointment",
    ]  # fmt: skip
    assert all("desk" in row.topics for row in rows)


# Reminders


def test_a_reminder_is_said_once_and_after_a_change_again(house: SalonHouse) -> None:
    house.chats.open(house.lin, "en")
    made = house.visits.book(house.lin, SATURDAY_THREE)
    assert house.reminders.tick() == 0
    house.clock.now = at(27, 19)
    assert [each.id for each in house.reminders.due_reminders(house.clock())] == [made.id]
    assert (house.reminders.tick(), house.reminders.tick()) == (1, 0)
    assert house.notices(house.lin)[-1].startswith("A reminder: your appointment in Shanghai")
    house.visits.change(house.lin, made.id, Wanted(JINGAN, at(30, 15)))
    house.clock.now = at(29, 20)
    assert house.reminders.tick() == 1


def test_nobody_is_reminded_of_what_is_cancelled_or_has_begun(house: SalonHouse) -> None:
    house.chats.open(house.lin, "en")
    house.chats.open(house.olivia, "en")
    off = house.visits.book(house.lin, SATURDAY_THREE)
    house.visits.book(house.olivia, SATURDAY_THREE)
    house.visits.cancel(house.lin, off.id)
    house.clock.now = at(28, 15)
    assert house.reminders.tick() == 0


def test_who_opens_her_first_chat_late_is_reminded_there(house: SalonHouse) -> None:
    house.desk.book(house.claire, SATURDAY_THREE, house.client(house.lin).id)
    house.clock.now = at(27, 20)
    assert house.reminders.tick() == 0
    house.chats.open(house.lin, "en")
    assert house.reminders.tick() == 1


# The calendar file


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_calendar_file_is_the_appointment(house: SalonHouse, lang: str) -> None:
    made = house.visits.book(house.lin, Wanted(XIASHA, at(28, 15)))
    event = read_event(house.visits.calendar(house.lin, made.id, "zh" if lang == "zh" else "en"))
    assert event.decoded("dtstart") == made.starts_at
    assert event.decoded("dtend") == made.ends_at
    assert str(event["status"]) == "CONFIRMED"
    assert ("保税" if lang == "zh" else "bonded") in str(event["description"])


def test_the_file_of_a_change_replaces_the_one_before(house: SalonHouse) -> None:
    made = house.visits.book(house.lin, SATURDAY_THREE)
    before = read_event(house.visits.calendar(house.lin, made.id, "en"))
    house.visits.cancel(house.lin, made.id)
    later = read_event(house.visits.calendar(house.lin, made.id, "en"))
    assert later["uid"] == before["uid"]
    assert int(later["sequence"]) > int(before["sequence"])
    assert str(later["status"]) == "CANCELLED"


def read_event(file: bytes):  # type: ignore[no-untyped-def]  # a component of icalendar
    return Calendar.from_ical(file).walk("VEVENT")[0]


# Two at once


def test_of_many_who_press_at_once_as_many_come_in_as_there_are_places(
    house: SalonHouse, open_store: Callable[[], SqlStore]
) -> None:
    shoppers = [house.shopper(f"client {n}") for n in range(5)]
    booked = at_once(
        house,
        open_store,
        [partial(Visits.book, visitor=each, wanted=SATURDAY_THREE) for each in shoppers],
    )
    assert sum(booked) == 2
    standing = house.desk.days(house.claire, JINGAN, date(2026, 11, 28))
    assert sorted(each.place for each in standing) == [0, 1]


def test_one_client_in_two_tabs_books_one_slot_once_and_never_two_at_one_time(
    house: SalonHouse, open_store: Callable[[], SqlStore]
) -> None:
    elsewhere = Wanted(XIASHA, SATURDAY_THREE.starts_at)
    at_once(
        house,
        open_store,
        [
            lambda v: v.book(house.lin, SATURDAY_THREE),
            lambda v: v.book(house.lin, SATURDAY_THREE),
            lambda v: v.book(house.lin, elsewhere),
            lambda v: v.book(house.lin, elsewhere),
        ],
    )
    assert len(house.visits.of(house.lin)) == 1


def test_of_two_who_move_to_the_last_place_one_keeps_the_old(
    house: SalonHouse, open_store: Callable[[], SqlStore]
) -> None:
    house.visits.book(house.shopper("first"), SATURDAY_THREE)
    hers = house.visits.book(house.lin, Wanted(JINGAN, at(28, 11)))
    others = house.visits.book(house.olivia, Wanted(JINGAN, at(28, 12)))
    moved = at_once(
        house,
        open_store,
        [
            lambda v: v.change(house.lin, hers.id, SATURDAY_THREE),
            lambda v: v.change(house.olivia, others.id, SATURDAY_THREE),
        ],
    )
    assert sum(moved) == 1
    assert len(house.desk.days(house.claire, JINGAN, date(2026, 11, 28))) == 3


def test_a_change_and_a_cancellation_at_once_leave_one_of_the_two(
    house: SalonHouse, open_store: Callable[[], SqlStore]
) -> None:
    made = house.visits.book(house.lin, SATURDAY_THREE)
    at_once(
        house,
        open_store,
        [
            lambda v: v.cancel(house.lin, made.id),
            lambda v: v.change(house.lin, made.id, Wanted(JINGAN, at(28, 16))),
        ],
    )
    [left] = house.visits.of(house.lin)
    assert left.state is AppointmentState.CANCELLED


def test_a_reminder_is_said_once_by_all_processes(
    house: SalonHouse, open_store: Callable[[], SqlStore]
) -> None:
    house.chats.open(house.lin, "en")
    house.visits.book(house.lin, SATURDAY_THREE)
    house.clock.now = at(27, 20)
    watches = [
        Reminders(open_store(), house.clock, house_salons(), house_catalogue()) for _ in range(4)
    ]
    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(Reminders.tick, watches)) == 1


def test_the_database_itself_keeps_a_place_from_two_and_a_client_from_two(
    house: SalonHouse,
) -> None:
    made = house.visits.book(house.lin, SATURDAY_THREE)
    with house.store.engine.begin() as connection:
        row = dict(connection.execute(select(appointments)).one()._mapping)
    other_client = house.client(house.olivia).id
    doubles = (
        row | {"id": new_id(), "client_id": other_client},  # the same place
        row | {"id": new_id(), "salon": XIASHA},  # the same client
    )
    for double in doubles:
        with pytest.raises(Conflict), house.store.begin() as work:
            work.connection.execute(insert(appointments).values(**double))  # type: ignore[attr-defined]
    assert house.visits.of(house.lin) == [made]


def at_once(
    house: SalonHouse,
    open_store: Callable[[], SqlStore],
    deeds: list[Callable[[Visits], Appointment]],
) -> list[bool]:
    """Which of these deeds, each on a connection of its own, were done."""
    together = Barrier(len(deeds))
    stores = [open_store() for _ in deeds]

    def do(deed: Callable[[Visits], Appointment], store: SqlStore) -> bool:
        mine = Visits(store, house.clock, house_salons(), house_catalogue())
        together.wait()
        try:
            deed(mine)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(do, deeds, stores))


def test_a_manager_may_do_what_a_personal_shopper_may(house: SalonHouse) -> None:
    manager = hire(house.store, house.clock, "helene", Role.MANAGER)
    assert house.desk.book(manager, SATURDAY_THREE, guest="Mme Roche").made_by == "Helene"
