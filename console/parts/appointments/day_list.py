"""A salon's days: each start with who comes, and what is still free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts import say
from console.parts.appointments.chosen import Chosen, open_appointment, open_slot
from console.parts.appointments.wording import day_name, hour_there, purpose_name, state_name
from console.parts.plain import one_line
from shop.access import Staff
from shop.appointments import Appointment, AppointmentState
from shop.free_times import Slot
from shop.salons import SLOT, Salon

if TYPE_CHECKING:
    from wiring import Services


@dataclass(frozen=True, slots=True)
class _Open:
    """What the list is drawn from."""

    salon: Salon
    chosen: Chosen
    now: datetime


def show(services: Services, staff: Staff, open_now: Chosen, now: datetime) -> None:
    desk = services.salon_desk
    salon = desk.salons.get(open_now.salon)
    drawn = _Open(salon, open_now, now)
    booked = desk.days(staff, open_now.salon, open_now.day, open_now.days)
    for n in range(open_now.days):
        day = open_now.day + timedelta(days=n)
        todays = [each for each in booked if salon.day_of(each.starts_at) == day]
        starts = desk.salons.starts(open_now.salon, day)
        _day(drawn, day, starts, todays, desk.free(staff, open_now.salon, day))
    _clock_of(salon)


def _day(
    drawn: _Open,
    day: date,
    starts: Sequence[datetime],
    booked: Sequence[Appointment],
    slots: Sequence[Slot],
) -> None:
    """A whole day with every start; of a week only the starts at which somebody comes."""
    free = {slot.starts_at: slot.left for slot in slots}
    _head(day, sum(b.state is not AppointmentState.CANCELLED for b in booked), len(free))
    if not starts:
        say.remark(t("No appointments on this day."))
    whole = drawn.chosen.days == 1
    for at in sorted({*starts, *(each.starts_at for each in booked)}):
        here = [each for each in booked if each.starts_at == at]
        left = free.get(at, 0) or _walk_in(drawn.salon, here, at, drawn.now)
        if here or whole:
            _start(drawn, at, here, left if whole else 0)


def _walk_in(salon: Salon, here: Sequence[Appointment], at: datetime, now: datetime) -> int:
    """Places left in a slot that has begun, for whoever walks in."""
    if not at <= now < at + SLOT:
        return 0
    return salon.places - sum(each.stands() for each in here)


def _head(day: date, coming: int, free: int) -> None:
    said = [t("{count} booked", count=coming), t("{count} times free", count=free)]
    st.html(
        f'<h2 class="mq-visit-day">{escape(day_name(day))}'
        f"<span>{escape(' · '.join(said))}</span></h2>"
    )


def _start(drawn: _Open, at: datetime, here: Sequence[Appointment], left: int) -> None:
    key = f"{at:%Y%m%d%H%M}"
    mark = ' data-chosen="true"' if drawn.chosen.at == at else ""
    with st.container(key=f"mq-visit-start-{key}", horizontal=True, gap="small"):
        st.html(f'<time class="mq-visit-hour"{mark}>{hour_there(at, drawn.salon)}</time>')
        for each in here:
            _appointment(each, each.id == drawn.chosen.appointment)
        if left > 0:
            label = t("Walk-in") if at <= drawn.now else t("{count} free", count=left)
            st.button(
                label,
                key=f"visit-free-{key}",
                type="tertiary",
                icon=":material/add:",
                on_click=open_slot,
                args=(at,),
            )


def _appointment(each: Appointment, is_open: bool) -> None:
    mark = ' data-chosen="true"' if is_open else ""
    with st.container(key=f"mq-visit-{each.id}", gap=None, width=230):
        st.button(
            one_line(each.name),
            key=f"visit-open-{each.id}",
            type="tertiary",
            on_click=open_appointment,
            args=(each.id,),
        )
        said = [purpose_name(each.purpose), _pieces(len(each.pieces))]
        if not each.stands():
            said.append(state_name(each.state))
        words = " · ".join(part for part in said if part)
        st.html(f'<p class="mq-visit-facts"{mark} data-state="{each.state}">{escape(words)}</p>')


def _pieces(count: int) -> str:
    if not count:
        return ""
    return t("1 piece") if count == 1 else t("{count} pieces", count=count)


def _clock_of(salon: Salon) -> None:
    words = t("Times are on the salon's own clock ({zone}).", zone=salon.timezone)
    st.html(f'<p class="mq-remark mq-visit-clock">{escape(words)}</p>')
