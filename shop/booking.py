"""Booking, changing and cancelling appointments, whoever asks for it: one transaction each.

`shop.visits` lets the client do it herself, `shop.salon_desk` lets staff do it for her. Those who
want the same slot at once queue for it; that a place or a client is booked twice is impossible
even so, by two unique indexes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from shop.appointments import (
    Appointment,
    AppointmentState,
    Wanted,
    require_in_window,
    require_possible,
)
from shop.conversations import Conversation
from shop.errors import BadInput, OtherAppointment, SlotTaken
from shop.existing import existing
from shop.ids import new_id
from shop.language import Bilingual, Lang
from shop.ports import DESK, Work, conversation_topic
from shop.products import Catalogue
from shop.salons import SLOT, Salon, SalonBook
from shop.visit_notices import BONDED, chat_of, day_and_hour, tell
from shop.writings import storable

LONGEST_WISH = 300  # characters
_PAST_SHOWN = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Booker:
    """Who makes an appointment for whom. `actor` is for the journal, `by` for people."""

    actor: str
    by: str
    client_id: str | None = None
    guest: str = ""
    conversation_id: str | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """What bookings are checked against."""

    salons: SalonBook
    catalogue: Catalogue


def book(work: Work, rules: Rules, booker: Booker, wanted: Wanted, now: datetime) -> Appointment:
    """A new appointment. Her own for that very slot, asked for again, is given back as it is.

    Raises BadInput for what the rules don't allow, Conflict when the slot is full or she has
    another appointment then.
    """
    salon = rules.salons.get(wanted.salon)
    wanted = _checked(rules, wanted)
    require_in_window(wanted.starts_at, now)
    if booker.client_id and (hers := _her_own(work, rules, booker.client_id, wanted, now)):
        return hers
    return _seated(work, booker, wanted, salon, now)


def walk_in(work: Work, rules: Rules, booker: Booker, wanted: Wanted, now: datetime) -> Appointment:
    """Somebody who stands there, in a slot that has begun (H-H2: if one is free)."""
    salon = rules.salons.get(wanted.salon)
    wanted = _checked(rules, wanted)
    if not wanted.starts_at <= now < wanted.starts_at + SLOT:
        raise BadInput("A walk-in takes a slot that has begun. Book an appointment for later.")
    return _seated(work, booker, wanted, salon, now)


def moved(
    work: Work, rules: Rules, appointment: Appointment, wanted: Wanted, now: datetime
) -> Appointment:
    """The appointment as wanted now; the place it had is free. The caller checks the deadline."""
    salon = rules.salons.get(wanted.salon)
    wanted = _checked(rules, wanted)
    same_slot = (wanted.salon, wanted.starts_at) == (appointment.salon, appointment.starts_at)
    place = appointment.place
    if not same_slot:
        require_in_window(wanted.starts_at, now)
        _require_free_then(work, appointment.client_id, wanted.starts_at, but=appointment.id)
        place = _place(work, wanted, salon)
    changed = replace(
        appointment,
        salon=wanted.salon,
        starts_at=wanted.starts_at,
        place=place,
        purpose=wanted.purpose,
        pieces=wanted.pieces,
        wish=wanted.wish,
        changes=appointment.changes + 1,
        reminded_at=appointment.reminded_at if same_slot else None,
    )
    work.appointments.keep(changed)
    return changed


def cancelled(work: Work, appointment: Appointment, now: datetime) -> Appointment:
    """Its place is free, and its pieces are held no longer."""
    over = replace(
        appointment,
        state=AppointmentState.CANCELLED,
        changes=appointment.changes + 1,
        ended_at=now,
    )
    work.appointments.keep(over)
    return over


def locked(work: Work, appointment_id: str) -> Appointment:
    """The appointment, which no other booking changes until this work ends. Raises NotFound."""
    work.alone(f"appointment:{appointment_id}")
    return existing(work.appointments.get(appointment_id), "appointment")


def since_shown(now: datetime) -> datetime:
    """How far back a client's appointments are listed."""
    return now - _PAST_SHOWN


def her_chat(work: Work, appointment: Appointment, now: datetime) -> Conversation | None:
    return chat_of(work, appointment.client_id, appointment.conversation_id, now)


def announce(
    work: Work,
    rules: Rules,
    appointment: Appointment,
    now: datetime,
    *,
    actor: str,
    verb: str,
    says: Bilingual,
) -> bool:
    """Journal it, and tell her in the chat; False when she has none."""
    chat = her_chat(work, appointment, now)
    topics = [DESK, *([conversation_topic(chat.id)] if chat else [])]
    salon = rules.salons.get(appointment.salon)
    work.record(
        actor, verb, appointment.id, topics,
        salon=appointment.salon, starts_at=appointment.starts_at.isoformat(),
    )  # fmt: skip
    lang: Lang = chat.lang if chat else "en"
    return tell(work, chat, says, now, **in_words(appointment, salon, lang))


def in_words(appointment: Appointment, salon: Salon, lang: Lang) -> dict[str, str]:
    """The places of the notices of `shop.visit_notices`."""
    return {
        "salon": salon.name.in_(lang),
        "when": day_and_hour(appointment.starts_at, lang, salon.zone),
        "until": day_and_hour(appointment.change_until, lang, salon.zone),
        "bonded": BONDED.in_(lang) if salon.bonded else "",
    }


def _checked(rules: Rules, wanted: Wanted) -> Wanted:
    """As it is kept. Raises BadInput for a start, a purpose or pieces that cannot be."""
    salon = rules.salons.get(wanted.salon)
    at = wanted.starts_at.astimezone(UTC)
    if at not in rules.salons.starts(wanted.salon, salon.day_of(at)):
        raise BadInput("No appointment begins then. Choose one of the times offered.")
    pieces = tuple(dict.fromkeys(wanted.pieces))
    require_possible(wanted, salon, pieces)
    known = {piece.id for piece in rules.catalogue.all()}
    if not known.issuperset(pieces):
        raise BadInput("One of these pieces is not in the catalogue.")
    wish = storable(wanted.wish).strip()
    if len(wish) > LONGEST_WISH:
        raise BadInput(f"A note for the salon has at most {LONGEST_WISH} characters.")
    return replace(wanted, starts_at=at, pieces=pieces, wish=wish)


def _her_own(
    work: Work, rules: Rules, client_id: str, wanted: Wanted, now: datetime
) -> Appointment | None:
    """Hers for that slot, if there is one; Conflict when she cannot have another."""
    work.alone(f"appointments of:{client_id}")
    ahead = [each for each in work.appointments.of_client(client_id, now) if each.stands()]
    for each in ahead:
        if (each.salon, each.starts_at) == (wanted.salon, wanted.starts_at):
            return each
    _require_apart(ahead, wanted.starts_at)
    if len(ahead) >= rules.salons.open_per_client:
        raise OtherAppointment(
            f"There are {len(ahead)} appointments ahead already. Change or cancel one first."
        )
    return None


def _require_free_then(work: Work, client_id: str | None, at: datetime, but: str) -> None:
    if client_id is None:
        return
    work.alone(f"appointments of:{client_id}")
    others = work.appointments.of_client(client_id, at - SLOT)
    _require_apart([each for each in others if each.stands() and each.id != but], at)


def _require_apart(others: Sequence[Appointment], at: datetime) -> None:
    if any(abs(each.starts_at - at) < SLOT for each in others):
        raise OtherAppointment(
            "There is another appointment at that time. Change or cancel it first."
        )


def _seated(work: Work, booker: Booker, wanted: Wanted, salon: Salon, now: datetime) -> Appointment:
    appointment = Appointment(
        id=new_id(),
        salon=wanted.salon,
        starts_at=wanted.starts_at,
        place=_place(work, wanted, salon),
        state=AppointmentState.BOOKED,
        purpose=wanted.purpose,
        pieces=wanted.pieces,
        wish=wanted.wish,
        client_id=booker.client_id,
        guest=booker.guest,
        conversation_id=booker.conversation_id,
        made_at=now,
        made_by=booker.by,
    )
    work.appointments.add(appointment)
    return work.appointments.get(appointment.id) or appointment


def _place(work: Work, wanted: Wanted, salon: Salon) -> int:
    work.alone(f"slot:{wanted.salon}:{wanted.starts_at.isoformat()}")
    taken = work.appointments.taken(wanted.salon, wanted.starts_at)
    free = next((place for place in range(salon.places) if place not in taken), None)
    if free is None:
        raise SlotTaken("This time has just been taken. Choose another.")
    return free
