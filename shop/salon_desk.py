"""What staff do about appointments: a salon's days, booking for a client, change, cancel, outcome.

Staff cancel for a client until the appointment begins, which frees its place; a change has the
same deadline as hers. What came of it is recorded from its beginning on, once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from shop import booking, free_times
from shop.access import Permission, Staff, require
from shop.appointments import Appointment, AppointmentState, Wanted, require_changeable
from shop.booking import Booker, Rules
from shop.calendar_file import calendar_file
from shop.desk_reading import handed_over
from shop.errors import BadInput, Conflict
from shop.existing import existing, existing_client
from shop.free_times import Slot
from shop.language import Bilingual, Lang
from shop.ports import DESK, Clock, Store, Work
from shop.products import Catalogue
from shop.salons import SalonBook
from shop.visit_notices import BOOKED, CANCELLED, CHANGED
from shop.writings import storable, written

LONGEST_NAME = 80
LONGEST_OUTCOME = 500  # characters
_OUTCOMES = (AppointmentState.KEPT, AppointmentState.MISSED)


class SalonDesk:
    def __init__(self, store: Store, clock: Clock, salons: SalonBook, catalogue: Catalogue) -> None:
        self._store, self._clock = store, clock
        self._rules = Rules(salons, catalogue)

    @property
    def salons(self) -> SalonBook:
        return self._rules.salons

    def days(self, staff: Staff, salon_id: str, first: date, days: int = 1) -> list[Appointment]:
        """The salon's appointments on its days from `first` on, whatever became of them."""
        require(staff, Permission.SERVE_CLIENTS)
        begin, end = free_times.day_bounds(self.salons.get(salon_id), first, days)
        with self._store.read() as work:
            return work.appointments.between(salon_id, begin, end)

    def free(self, staff: Staff, salon_id: str, day: date) -> list[Slot]:
        """What may be booked now on one of the salon's days."""
        require(staff, Permission.SERVE_CLIENTS)
        salon, now = self.salons.get(salon_id), self._clock()
        with self._store.read() as work:
            starts = self.salons.starts(salon_id, day)
            return free_times.free_slots(work, salon_id, salon, starts, now)

    def bookable(self, staff: Staff, salon_id: str) -> list[date]:
        """The salon's days on which something may be bookable now."""
        require(staff, Permission.SERVE_CLIENTS)
        return free_times.bookable_days(self.salons.get(salon_id), self._clock())

    def get(self, staff: Staff, appointment_id: str) -> Appointment:
        """Raises NotFound."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return existing(work.appointments.get(appointment_id), "appointment")

    def of_client(self, staff: Staff, client_id: str) -> list[Appointment]:
        """Hers of the last year and to come, the soonest first, with what came of them."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return work.appointments.of_client(client_id, booking.since_shown(self._clock()))

    def book(
        self,
        staff: Staff,
        wanted: Wanted,
        client_id: str | None = None,
        guest: str = "",
        conversation_id: str | None = None,
    ) -> Appointment:
        """Book for a client, or for a guest by name. Raises NotFound, BadInput, Conflict."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.begin() as work:
            now = self._clock()
            booker = _booker(work, staff, client_id, guest, conversation_id)
            made = booking.book(work, self._rules, booker, wanted, now)
            if made.made_at == now:
                self._tell(work, staff, "book", made, now)
            return made

    def walk_in(
        self, staff: Staff, wanted: Wanted, client_id: str | None = None, guest: str = ""
    ) -> Appointment:
        """Somebody who stands there, if the slot that has begun has room. Raises Conflict."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.begin() as work:
            booker = _booker(work, staff, client_id, guest, None)
            made = booking.walk_in(work, self._rules, booker, wanted, self._clock())
            work.record(booker.actor, "walk in", made.id, (DESK,), salon=made.salon)
            return made

    def change(self, staff: Staff, appointment_id: str, wanted: Wanted) -> Appointment:
        """Until 4 hours before. Raises NotFound, Conflict, BadInput; the old one then stands."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.begin() as work:
            now = self._clock()
            appointment = booking.locked(work, appointment_id)
            require_changeable(appointment, now)
            changed = booking.moved(work, self._rules, appointment, wanted, now)
            self._tell(work, staff, "change", changed, now)
            return changed

    def cancel(self, staff: Staff, appointment_id: str) -> Appointment:
        """Until it begins. Raises NotFound, Conflict."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.begin() as work:
            now = self._clock()
            appointment = booking.locked(work, appointment_id)
            if not appointment.stands() or now >= appointment.starts_at:
                raise Conflict("This appointment has begun or is over. Look at it again.")
            over = booking.cancelled(work, appointment, now)
            self._tell(work, staff, "cancel", over, now)
            return over

    def record_outcome(
        self, staff: Staff, appointment_id: str, state: AppointmentState, note: str = ""
    ) -> Appointment:
        """Whether she came (KEPT or MISSED) and what came of it, once it has begun."""
        require(staff, Permission.SERVE_CLIENTS)
        note = storable(note).strip()
        if state not in _OUTCOMES or len(note) > LONGEST_OUTCOME:
            raise BadInput(f"She came or she did not; a note has {LONGEST_OUTCOME} characters.")
        with self._store.begin() as work:
            now = self._clock()
            appointment = booking.locked(work, appointment_id)
            if not appointment.stands() or now < appointment.starts_at:
                raise Conflict("What came of it is recorded once, after it has begun.")
            over = replace(appointment, state=state, ended_at=now, outcome=note)
            work.appointments.keep(over)
            work.record(staff.actor, "record outcome", over.id, (DESK,), state=state)
            return over

    def calendar(self, staff: Staff, appointment_id: str, lang: Lang) -> bytes:
        """The appointment as an iCalendar file. Raises NotFound."""
        found = self.get(staff, appointment_id)
        return calendar_file(found, self.salons.get(found.salon), lang, self._clock())

    def _tell(self, work: Work, staff: Staff, verb: str, made: Appointment, now: datetime) -> None:
        says: Bilingual = {"book": BOOKED, "change": CHANGED, "cancel": CANCELLED}[verb]
        booking.announce(
            work, self._rules, made, now, actor=staff.actor, verb=f"{verb} appointment", says=says
        )


def _booker(
    work: Work, staff: Staff, client_id: str | None, guest: str, conversation_id: str | None
) -> Booker:
    if client_id is not None:
        existing_client(work, client_id)
    name = "" if client_id else written(guest, LONGEST_NAME)
    if conversation_id is not None:
        handed_over(work, staff, conversation_id)
    return Booker(staff.actor, staff.name, client_id, name, conversation_id)
