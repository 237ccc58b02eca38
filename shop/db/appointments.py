"""Appointments in the database; that nobody is booked twice is two unique indexes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, select, update

from shop.appointments import Appointment, AppointmentState
from shop.db.casework_tables import appointments
from shop.db.tables import clients

_STANDS = appointments.c.state == AppointmentState.BOOKED


class SqlAppointments:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, appointment: Appointment) -> None:
        self._connection.execute(
            appointments.insert().values(
                id=appointment.id,
                client_id=appointment.client_id,
                guest=appointment.guest,
                made_at=appointment.made_at,
                made_by=appointment.made_by,
                **_changing(appointment),
            )
        )

    def get(self, appointment_id: str) -> Appointment | None:
        found = self._all(_query().where(appointments.c.id == appointment_id))
        return next(iter(found), None)

    def keep(self, appointment: Appointment) -> None:
        self._connection.execute(
            update(appointments)
            .where(appointments.c.id == appointment.id)
            .values(**_changing(appointment))
        )

    def taken(self, salon: str, starts_at: datetime) -> frozenset[int]:
        query = select(appointments.c.place).where(
            appointments.c.salon == salon, appointments.c.starts_at == starts_at, _STANDS
        )
        return frozenset(self._connection.execute(query).scalars())

    def between(self, salon: str, first: datetime, end: datetime) -> list[Appointment]:
        begins = appointments.c.starts_at
        return self._all(
            _query()
            .where(appointments.c.salon == salon, begins >= first, begins < end)
            .order_by(begins, appointments.c.place, appointments.c.made_at)
        )

    def of_client(self, client_id: str, since: datetime) -> list[Appointment]:
        hers = appointments.c.client_id == client_id
        return self._all(
            _query()
            .where(hers, appointments.c.starts_at > since)
            .order_by(appointments.c.starts_at, appointments.c.made_at)
        )

    def to_remind(self, now: datetime, until: datetime) -> list[Appointment]:
        begins = appointments.c.starts_at
        return self._all(
            _query()
            .where(_STANDS, appointments.c.reminded_at.is_(None), begins > now, begins <= until)
            .order_by(begins)
        )

    def _all(self, query: Select[Any]) -> list[Appointment]:
        return [_appointment(row) for row in self._connection.execute(query)]


def _query() -> Select[Any]:
    return select(appointments, clients.c.name.label("client_name")).join(
        clients, clients.c.id == appointments.c.client_id, isouter=True
    )


def _changing(appointment: Appointment) -> dict[str, Any]:
    """What may change of an appointment."""
    return {
        "salon": appointment.salon,
        "starts_at": appointment.starts_at,
        "place": appointment.place,
        "state": appointment.state,
        "purpose": appointment.purpose,
        "pieces": list(appointment.pieces),
        "wish": appointment.wish,
        "conversation_id": appointment.conversation_id,
        "changes": appointment.changes,
        "reminded_at": appointment.reminded_at,
        "ended_at": appointment.ended_at,
        "outcome": appointment.outcome,
    }


def _appointment(row: Row[Any]) -> Appointment:
    return Appointment(
        id=row.id,
        salon=row.salon,
        starts_at=row.starts_at,
        place=row.place,
        state=AppointmentState(row.state),
        purpose=row.purpose,
        pieces=tuple(row.pieces),
        wish=row.wish,
        client_id=row.client_id,
        guest=row.guest,
        conversation_id=row.conversation_id,
        made_at=row.made_at,
        made_by=row.made_by,
        client_name=row.client_name or "",
        changes=row.changes,
        reminded_at=row.reminded_at,
        ended_at=row.ended_at,
        outcome=row.outcome,
    )
