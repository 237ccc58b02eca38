"""An appointment as an iCalendar file (RFC 5545), which every calendar takes."""

from __future__ import annotations

from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from shop.appointments import Appointment
from shop.language import Bilingual, Lang
from shop.salons import Salon
from shop.visit_notices import BONDED, day_and_hour

HOUSE = "Maison Thévrane"
_ALARM_BEFORE = timedelta(hours=2)
_SUMMARY = Bilingual("黛弗兰{salon}门店预约", f"{HOUSE}, {{salon}}: appointment")
_UNTIL = Bilingual(
    "{until}（当地时间）前可更改或取消。", "Change or cancel until {until} local time."
)


def calendar_file(appointment: Appointment, salon: Salon, lang: Lang, now: datetime) -> bytes:
    """One event; opened again after a change or a cancellation it takes the old one's place."""
    name = salon.name.in_(lang)
    event = Event()
    event.add("uid", f"{appointment.id}@maroquin")
    event.add("dtstamp", now)
    event.add("dtstart", appointment.starts_at)
    event.add("dtend", appointment.ends_at)
    event.add("sequence", appointment.changes)
    event.add("status", "CONFIRMED" if appointment.stands() else "CANCELLED")
    event.add("summary", _SUMMARY.in_(lang).format(salon=name))
    event.add("location", f"{HOUSE}, {name}")
    event.add("description", _description(appointment, salon, lang))
    event.add_component(_alarm(_SUMMARY.in_(lang).format(salon=name)))
    calendar = Calendar()
    calendar.add("prodid", "-//Maroquin//Appointments//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _description(appointment: Appointment, salon: Salon, lang: Lang) -> str:
    until = day_and_hour(appointment.change_until, lang, salon.zone)
    bonded = BONDED.in_(lang).strip() if salon.bonded else ""
    return "\n".join(part for part in (_UNTIL.in_(lang).format(until=until), bonded) if part)


def _alarm(summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", -_ALARM_BEFORE)
    return alarm
