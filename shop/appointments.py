"""Salon appointments: what one is, how far ahead it may be made, and until when changed (H-H2).

Pure rules; `shop.booking` keeps them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from shop.errors import BadInput, Conflict, TooLateToChange
from shop.language import Bilingual
from shop.rulings import Ruling, require_not_negative, ruling
from shop.salons import SLOT, Purpose, Salon

_LEAST_HOURS, _MOST_DAYS = 24, 14
LEAST_AHEAD, MOST_AHEAD = timedelta(hours=_LEAST_HOURS), timedelta(days=_MOST_DAYS)
MOST_PIECES = 6
_CHANGE_HOURS = 4
CHANGE_BEFORE = timedelta(hours=_CHANGE_HOURS)


class AppointmentState(StrEnum):
    BOOKED = "booked"
    CANCELLED = "cancelled"
    KEPT = "kept"  # she came
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for. `starts_at` is aware; `pieces` are product ids to be laid out."""

    salon: str
    starts_at: datetime
    purpose: Purpose = "try_on"
    pieces: tuple[str, ...] = ()
    wish: str = ""


@dataclass(frozen=True, slots=True)
class Appointment:
    """`guest` is the name of somebody without an account. `place` is one of the salon's.

    `changes` counts how often it was changed; `outcome` is what came of it, in staff's words.
    """

    id: str
    salon: str
    starts_at: datetime
    place: int
    state: AppointmentState
    purpose: Purpose
    pieces: tuple[str, ...]
    wish: str
    client_id: str | None
    guest: str
    conversation_id: str | None
    made_at: datetime
    made_by: str
    client_name: str = ""
    changes: int = 0
    reminded_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: str = ""

    @property
    def ends_at(self) -> datetime:
        """Until when its pieces are held."""
        return self.starts_at + SLOT

    @property
    def change_until(self) -> datetime:
        return self.starts_at - CHANGE_BEFORE

    @property
    def name(self) -> str:
        return self.client_name or self.guest

    def stands(self) -> bool:
        return self.state is AppointmentState.BOOKED


def require_in_window(starts_at: datetime, now: datetime) -> None:
    """From 24 hours to 14 days ahead, both included. Raises BadInput."""
    if not now + LEAST_AHEAD <= starts_at <= now + MOST_AHEAD:
        raise BadInput("Appointments are made from 24 hours to 14 days ahead. Choose another time.")


def require_possible(wanted: Wanted, salon: Salon, pieces: Sequence[str]) -> None:
    """That salon does it, and lays out so many pieces of the catalogue. Raises BadInput."""
    if wanted.purpose not in salon.purposes:
        raise BadInput("This salon does not do that. Choose another purpose or another salon.")
    if len(pieces) > MOST_PIECES:
        raise BadInput(f"At most {MOST_PIECES} pieces are laid out for an appointment.")


def require_changeable(appointment: Appointment, now: datetime) -> None:
    """It stands, and begins in 4 hours or more. Raises Conflict."""
    if not appointment.stands():
        raise Conflict("This appointment is over. Look at it again.")
    if now > appointment.change_until:
        raise TooLateToChange(
            "An appointment may be changed or cancelled until 4 hours before it begins."
        )


def appointment_in(days: int, said: Bilingual) -> Ruling:
    """Whether an appointment may be made for a day so many days from now.

    `said`: the time ahead in words. `values`: days, possible ('yes', 'too_early', 'too_late').
    Raises BadInput for a day gone by.
    """
    require_not_negative(days, "The days ahead")
    possible, (zh, en) = "yes", _POSSIBLE
    if days > _MOST_DAYS:
        possible, (zh, en) = "too_early", _TOO_EARLY
    elif days < 1:
        possible, (zh, en) = "too_late", _TOO_LATE
    return ruling(
        "H-H2",
        "house",
        zh,
        en,
        said=said,
        days=days,
        possible=possible,
        hours=_LEAST_HOURS,
        most=_MOST_DAYS,
        wait=max(days - _MOST_DAYS, 0),
    )


def change_until(starts: time) -> Ruling:
    """Until when an appointment at that hour may be changed or cancelled. `values`: hours, until.

    Raises BadInput for an hour at which no day has begun four hours before.
    """
    begins = datetime.combine(date.min, starts)
    if begins < datetime.min + CHANGE_BEFORE:
        raise BadInput("No appointment begins at that hour.")
    until = (begins - CHANGE_BEFORE).time()
    return ruling(
        "H-H2",
        "house",
        "门店预约最晚可在开始前 {hours} 小时更改或取消：{starts} 的预约，最晚到当天 {until}。",
        "A salon appointment can be changed or cancelled up to {hours} hours before it starts: one "
        "at {starts} until {until} the same day.",
        hours=CHANGE_BEFORE // timedelta(hours=1),
        starts=f"{starts:%H:%M}",
        until=f"{until:%H:%M}",
    )


def changeable_in(hours: int) -> Ruling:
    """Whether an appointment that begins in so many hours may be changed or cancelled.

    `values`: hours, latest. Raises BadInput for a time gone by.
    """
    require_not_negative(hours, "The hours until it begins")
    zh, en = _CHANGEABLE if hours >= _CHANGE_HOURS else _TOO_LATE_TO_CHANGE
    return ruling("H-H2", "house", zh, en, hours=hours, latest=_CHANGE_HOURS)


_CHANGEABLE = (
    "可以，现在还能更改或取消：门店预约最晚可在开始前 {latest} 小时更改或取消。",
    "Yes, it can still be changed or cancelled: that is possible up to {latest} hours before an "
    "appointment starts.",
)
_TOO_LATE_TO_CHANGE = (
    "已来不及更改或取消：门店预约最晚须在开始前 {latest} 小时更改或取消。",
    "No, it is too late to change or cancel it: that is possible up to {latest} hours before an "
    "appointment starts.",
)
_POSSIBLE = (
    "{said}可以预约：门店需提前 {hours} 小时至 {most} 天预约，每场 45 分钟。",
    "Yes, an appointment {said} can be made: they are booked from {hours} hours to {most} days "
    "ahead and take 45 minutes.",
)
_TOO_EARLY = (
    "{said}还太早，现在不能约：门店最早提前 {most} 天、最晚提前 {hours} 小时预约，"
    "请约 {wait} 天后再来预约。",
    "No, {said} is too early to book today: appointments are made at most {most} days and at "
    "least {hours} hours ahead, so please book in {wait} days.",
)
_TOO_LATE = (
    "今天已来不及预约：门店需提前 {hours} 小时至 {most} 天。有空位时欢迎直接到店，但不保证有位。",
    "No, for today it is too late to book: appointments are made {hours} hours to {most} days "
    "ahead. You are welcome to walk in if there is room, which we can't promise.",
)
