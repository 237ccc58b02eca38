"""Many who want one slot at the same moment, each on a connection of her own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from threading import Barrier

import pytest
from sqlalchemy import insert, select

from shop.appointments import Appointment, AppointmentState, Wanted
from shop.db import SqlStore
from shop.db.casework_tables import appointments
from shop.errors import Conflict
from shop.ids import new_id
from shop.visits import Visits
from tests.shop.appointments.salon_house import (
    JINGAN,
    SATURDAY_THREE,
    XIASHA,
    SalonHouse,
    at,
    house_catalogue,
    house_salons,
)


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
