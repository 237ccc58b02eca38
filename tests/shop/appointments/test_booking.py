"""Appointments of a client: what she may book, change and cancel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from shop.appointments import LEAST_AHEAD, MOST_AHEAD, AppointmentState, Wanted
from shop.clients import Visitor
from shop.errors import BadInput, Conflict, NotAllowed, NotFound
from shop.ids import new_id
from tests.shop.appointments.salon_house import (
    JINGAN,
    PARIS,
    SATURDAY_THREE,
    XIASHA,
    SalonHouse,
    at,
)

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
