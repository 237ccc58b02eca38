"""What staff do about appointments, and what the journal says of it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from shop.access import Role
from shop.appointments import AppointmentState, Wanted
from shop.db.tables import journal
from shop.errors import BadInput, Conflict, NotAllowed
from tests.shop.appointments.salon_house import JINGAN, PARIS, SATURDAY_THREE, SalonHouse, at
from tests.shop.people import hire


def test_staff_free_a_place_until_the_appointment_begins(house: SalonHouse) -> None:
    made = house.visits.book(house.lin, SATURDAY_THREE)
    house.clock.now = at(28, 14, 59)
    assert house.desk.cancel(house.claire, made.id).state is AppointmentState.CANCELLED


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
    assert sorted(row.verb for row in rows) == [  # of one moment, in any order
        "book appointment", "cancel appointment", "change appointment",
    ]  # fmt: skip
    assert all("desk" in row.topics for row in rows)


def test_a_manager_may_do_what_a_personal_shopper_may(house: SalonHouse) -> None:
    manager = hire(house.store, house.clock, "helene", Role.MANAGER)
    assert house.desk.book(manager, SATURDAY_THREE, guest="Mme Roche").made_by == "Helene"
