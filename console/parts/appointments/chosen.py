"""What is open on the page, kept in the address to outlive a reload; and what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import streamlit as st

from console.parts.appointments.wording import explained
from console.parts.attempts import Attempts
from shop.salons import SalonBook

_TRIES = Attempts("visit-trouble", explained)
attempt, trouble = _TRIES.press, _TRIES.trouble


@dataclass(frozen=True, slots=True)
class Chosen:
    """`appointment` is the open one's id, `at` a free time to be booked; both may be empty."""

    salon: str
    day: date
    days: int
    appointment: str
    at: datetime | None


def chosen(book: SalonBook, today: Callable[[str], date]) -> Chosen:
    """From the address; whatever is not there, or is nonsense, is today in the first salon."""
    query = st.query_params
    salon = query.get("salon", "")
    if salon not in book.salons:
        salon = next(iter(book.salons))
    return Chosen(
        salon=salon,
        day=_date(query.get("day", "")) or today(salon),
        days=7 if query.get("view") == "week" else 1,
        appointment=query.get("appointment", ""),
        at=_moment(query.get("at", "")),
    )


def show_salon(key: str) -> None:
    st.query_params["salon"] = st.session_state[key]
    _open_nothing()


def show_day(key: str) -> None:
    day: date | None = st.session_state[key]
    if day is not None:  # the field was emptied
        go_to(day)


def go_to(day: date) -> None:
    st.query_params["day"] = day.isoformat()
    _open_nothing()


def show_view(key: str) -> None:
    st.query_params["view"] = st.session_state[key] or "day"


def open_appointment(appointment_id: str) -> None:
    _open_nothing()
    st.query_params["appointment"] = appointment_id


def open_slot(at: datetime) -> None:
    _open_nothing()
    st.query_params["at"] = at.isoformat()


def _open_nothing() -> None:
    _TRIES.forget()
    for name in ("appointment", "at"):
        st.query_params.pop(name, None)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else None
