"""The words of appointments: salons, purposes, states, days, and why something was not done."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_skeleton

from console.i18n import LOCALES, page_lang, t
from shop.appointments import AppointmentState
from shop.errors import (
    BadInput,
    Conflict,
    MaroquinError,
    NotAllowed,
    OtherAppointment,
    SlotTaken,
    TooLateToChange,
)
from shop.salons import Purpose, Salon, SalonBook


def salon_name(book: SalonBook, salon_id: str) -> str:
    return book.get(salon_id).name.in_(page_lang())


def purpose_name(purpose: Purpose) -> str:
    return {
        "try_on": t("Try on"),
        "collect": t("Collect an order"),
        "return": t("Return"),
        "exchange": t("Exchange"),
        "care": t("Leave for care"),
        "ring": t("Measure a ring"),
        "strap": t("Fit a strap"),
    }[purpose]


def state_name(state: AppointmentState) -> str:
    return {
        AppointmentState.BOOKED: t("Booked"),
        AppointmentState.CANCELLED: t("Cancelled"),
        AppointmentState.KEPT: t("Came"),
        AppointmentState.MISSED: t("Did not come"),
    }[state]


def day_name(day: date) -> str:
    """'Sat 28 Nov' in the reader's language."""
    return str(format_skeleton("MMMEd", day, locale=LOCALES[page_lang()]))


def hour_there(at: datetime, salon: Salon) -> str:
    """The hour on the salon's own clock."""
    return f"{at.astimezone(salon.zone):%H:%M}"


def when_there(at: datetime, salon: Salon) -> str:
    """Day and hour on the salon's own clock."""
    local = at.astimezone(salon.zone)
    return f"{day_name(local.date())} {local:%H:%M}"


def explained(error: MaroquinError) -> str:
    """Why an appointment was not made or changed, and what to do."""
    known: tuple[tuple[type[MaroquinError], str], ...] = (
        (SlotTaken, t("This time has just been taken. Choose another.")),
        (
            OtherAppointment,
            t("There is another appointment then, or as many ahead as one may have."),
        ),
        (TooLateToChange, t("It begins in less than 4 hours and can no longer be changed.")),
        (Conflict, t("This appointment has changed meanwhile. Look at it again.")),
        (NotAllowed, t("Come in by your own link to book. Ask the house for it.")),
        (BadInput, t("This cannot be booked. Look at the time, the name and the note again.")),
    )
    otherwise = t("This could not be done just now. Nothing is lost; please try again.")
    return next((words for kind, words in known if isinstance(error, kind)), otherwise)
