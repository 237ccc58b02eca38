"""Reminders of appointments, said in the chat some hours before, once.

Any number of processes may tick at the same time: each reminder is made under the appointment's
lock, where it is looked at again. A client who has no chat to be told in is told in the first one
she opens before it begins.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime

from shop import booking
from shop.appointments import Appointment
from shop.booking import Rules
from shop.errors import MaroquinError
from shop.ports import Clock, Store, Work
from shop.products import Catalogue
from shop.salons import SalonBook
from shop.visit_notices import REMINDER

_log = logging.getLogger(__name__)


class Reminders:
    def __init__(self, store: Store, clock: Clock, salons: SalonBook, catalogue: Catalogue) -> None:
        self._store, self._clock = store, clock
        self._rules = Rules(salons, catalogue)

    def due_reminders(self, now: datetime) -> list[Appointment]:
        """Appointments to be reminded of at that moment, the soonest first."""
        with self._store.read() as work:
            return self._due(work, now)

    def tick(self) -> int:
        """Say what is due now; how many were said here."""
        return sum(self._remind(each.id) for each in self.due_reminders(self._clock()))

    def _due(self, work: Work, now: datetime) -> list[Appointment]:
        until = now + self._rules.salons.remind_before
        return [
            each
            for each in work.appointments.to_remind(now, until)
            if booking.her_chat(work, each, now) is not None
        ]

    def _remind(self, appointment_id: str) -> bool:
        try:
            with self._store.begin() as work:
                now = self._clock()
                appointment = booking.locked(work, appointment_id)
                until = now + self._rules.salons.remind_before
                if appointment.reminded_at or not appointment.stands():
                    return False
                if not now < appointment.starts_at <= until:
                    return False  # moved meanwhile
                if booking.her_chat(work, appointment, now) is None:
                    return False
                work.appointments.keep(replace(appointment, reminded_at=now))
                return booking.announce(
                    work, self._rules, appointment, now, actor="watch", verb="remind", says=REMINDER
                )
        except MaroquinError as error:  # it keeps no other waiting, and is tried again
            _log.warning("a reminder could not be made: %s", error)
            return False
