"""What a client is reminded of, and the file for her calendar."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from icalendar import Calendar

from shop.appointments import Wanted
from shop.db import SqlStore
from shop.reminders import Reminders
from tests.shop.appointments.salon_house import (
    JINGAN,
    SATURDAY_THREE,
    XIASHA,
    SalonHouse,
    at,
    house_catalogue,
    house_salons,
)

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
