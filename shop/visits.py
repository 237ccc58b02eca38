"""What a client does about her own appointments: see what is free, book, change, cancel, list.

A visitor who is not signed in may look, not book. What is not hers does not exist for her.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from shop import booking, free_times
from shop.appointments import Appointment, Wanted, require_changeable
from shop.booking import Booker, Rules
from shop.calendar_file import calendar_file
from shop.clients import Client, Visitor
from shop.errors import NotAllowed, NotFound
from shop.existing import existing
from shop.free_times import Slot
from shop.language import Lang
from shop.ports import Clock, Store, Work
from shop.products import Catalogue
from shop.salons import SalonBook
from shop.visit_notices import BOOKED, CANCELLED, CHANGED

_NEAR_DAYS = 3  # on each side of what she wished for


class Visits:
    def __init__(self, store: Store, clock: Clock, salons: SalonBook, catalogue: Catalogue) -> None:
        self._store, self._clock = store, clock
        self._rules = Rules(salons, catalogue)

    @property
    def salons(self) -> SalonBook:
        return self._rules.salons

    def days(self, salon_id: str) -> list[date]:
        """The salon's days on which something may be bookable now."""
        return free_times.bookable_days(self.salons.get(salon_id), self._clock())

    def free(self, salon_id: str, day: date) -> list[Slot]:
        """What may be booked now on one of the salon's days."""
        starts = self.salons.starts(salon_id, day)
        with self._store.read() as work:
            return free_times.free_slots(
                work, salon_id, self.salons.get(salon_id), starts, self._clock()
            )

    def free_near(self, salon_id: str, wished: datetime | None, most: int = 6) -> list[Slot]:
        """The free slots nearest to a wish, in their order; without one the first there are."""
        salon, now = self.salons.get(salon_id), self._clock()
        days = free_times.bookable_days(salon, now)
        starts = [at for day in days for at in self.salons.starts(salon_id, day)]
        if wished is not None:
            around = timedelta(days=_NEAR_DAYS)
            near = [at for at in starts if abs(at - wished) <= around]
            starts = near or starts
        with self._store.read() as work:
            free = free_times.free_slots(work, salon_id, salon, starts, now)
        if wished is not None:
            free = sorted(free, key=lambda slot: (abs(slot.starts_at - wished), slot.starts_at))
        return sorted(free[:most], key=lambda slot: slot.starts_at)

    def book(
        self, visitor: Visitor, wanted: Wanted, conversation_id: str | None = None
    ) -> Appointment:
        """Book for herself. Raises NotAllowed unless signed in, BadInput, Conflict."""
        client = _signed_in(visitor)
        with self._store.begin() as work:
            now = self._clock()
            chat = _own_chat(work, conversation_id, client)
            booker = Booker(client.actor, "client", client.id, conversation_id=chat)
            made = booking.book(work, self._rules, booker, wanted, now)
            if made.made_at == now:  # else it stood already: she pressed twice
                self._tell(work, client, "book", made, now)
            return made

    def change(self, visitor: Visitor, appointment_id: str, wanted: Wanted) -> Appointment:
        """Until 4 hours before. Raises NotFound, Conflict, BadInput; the old one then stands."""
        client = _signed_in(visitor)
        with self._store.begin() as work:
            now = self._clock()
            hers = _hers(booking.locked(work, appointment_id), client)
            require_changeable(hers, now)
            changed = booking.moved(work, self._rules, hers, wanted, now)
            self._tell(work, client, "change", changed, now)
            return changed

    def cancel(self, visitor: Visitor, appointment_id: str) -> Appointment:
        """Until 4 hours before. Raises NotFound, Conflict."""
        client = _signed_in(visitor)
        with self._store.begin() as work:
            now = self._clock()
            hers = _hers(booking.locked(work, appointment_id), client)
            require_changeable(hers, now)
            over = booking.cancelled(work, hers, now)
            self._tell(work, client, "cancel", over, now)
            return over

    def of(self, visitor: Visitor) -> list[Appointment]:
        """Hers of the last year and to come, the soonest first; empty unless signed in."""
        if visitor.client is None:
            return []
        with self._store.read() as work:
            since = booking.since_shown(self._clock())
            return work.appointments.of_client(visitor.client.id, since)

    def calendar(self, visitor: Visitor, appointment_id: str, lang: Lang) -> bytes:
        """Hers as an iCalendar file. Raises NotFound."""
        with self._store.read() as work:
            found = existing(work.appointments.get(appointment_id), "appointment")
        hers = _hers(found, _signed_in(visitor))
        return calendar_file(hers, self.salons.get(hers.salon), lang, self._clock())

    def _tell(
        self, work: Work, client: Client, verb: str, made: Appointment, now: datetime
    ) -> None:
        says = {"book": BOOKED, "change": CHANGED, "cancel": CANCELLED}[verb]
        booking.announce(
            work,
            self._rules,
            made,
            now,
            actor=client.actor,
            verb=f"{verb} appointment",
            says=says,
        )


def _signed_in(visitor: Visitor) -> Client:
    if visitor.client is None:
        raise NotAllowed("Come in by your own link to book, change or cancel an appointment.")
    return visitor.client


def _hers(appointment: Appointment, client: Client) -> Appointment:
    if appointment.client_id != client.id:
        raise NotFound("There is no such appointment.")
    return appointment


def _own_chat(work: Work, conversation_id: str | None, client: Client) -> str | None:
    """The conversation it is made in, if that is hers."""
    chat = work.conversations.get(conversation_id) if conversation_id else None
    return chat.id if chat and chat.client_id == client.id else None
