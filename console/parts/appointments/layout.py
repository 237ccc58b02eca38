"""The page of appointments: a salon's day or week, and beside it the one that is open.

One fragment, run again whenever the desk rings, so that what a client books herself stands here
at once. All times are on the salon's own clock.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.live import listen
from console.parts.appointments import day_list, detail, form
from console.parts.appointments.chosen import (
    Chosen,
    chosen,
    go_to,
    show_day,
    show_salon,
    show_view,
)
from console.parts.appointments.wording import salon_name
from console.session import staff_here
from shop.access import Permission, Staff
from shop.errors import NotFound
from shop.ports import DESK

if TYPE_CHECKING:
    from wiring import Services

_STYLE = Path(__file__).parent / "appointments.css"
_CLOCK_S = 60  # what has begun is known to the minute


def show() -> None:
    st.html(_STYLE)
    st.set_page_config(page_title=t("Appointments"))
    _page()


@st.fragment(run_every=_CLOCK_S)
def _page() -> None:
    services, staff = staff_here(Permission.SERVE_CLIENTS)
    listen([DESK], key="visits")
    now = services.clock()
    book = services.salon_desk.salons
    open_now = chosen(book, lambda salon: book.get(salon).day_of(now))
    st.html(f'<h1 class="mq-title">{escape(t("Appointments"))}</h1>')
    _controls(services, open_now)
    left, right = st.columns((7, 5), gap="large")
    with left, st.container(key="mq-visit-list", gap=None):
        day_list.show(services, staff, open_now, now)
    with right, st.container(key="mq-visit-detail"):
        _beside(services, staff, open_now, now)


def _controls(services: Services, open_now: Chosen) -> None:
    book = services.salon_desk.salons
    with st.container(key="mq-visit-controls", horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            t("Salon"),
            list(book.salons),
            index=list(book.salons).index(open_now.salon),
            format_func=lambda salon: salon_name(book, salon),
            key="visit-salon",
            on_change=show_salon,
            args=("visit-salon",),
            width=240,
        )
        st.date_input(
            t("Date"),
            open_now.day,
            key=f"visit-day-{open_now.day}",
            on_change=show_day,
            args=(f"visit-day-{open_now.day}",),
            format="YYYY-MM-DD",
            width=160,
        )
        _step("before", t("Earlier"), ":material/chevron_left:", open_now, -1)
        _step("after", t("Later"), ":material/chevron_right:", open_now, 1)
        names = {"day": t("One day"), "week": t("Seven days")}
        st.segmented_control(
            t("View"),
            list(names),
            default="week" if open_now.days > 1 else "day",
            format_func=names.__getitem__,
            key="visit-view",
            on_change=show_view,
            args=("visit-view",),
            label_visibility="collapsed",
        )


def _step(key: str, label: str, icon: str, open_now: Chosen, sign: int) -> None:
    to = open_now.day + timedelta(days=sign * open_now.days)
    st.button(label, key=f"visit-{key}", icon=icon, type="tertiary", on_click=go_to, args=(to,))


def _beside(services: Services, staff: Staff, open_now: Chosen, now: datetime) -> None:
    if open_now.appointment:
        try:
            appointment = services.salon_desk.get(staff, open_now.appointment)
        except NotFound:
            _nothing()
        else:
            detail.show(services, staff, appointment, now)
    elif open_now.at is not None:
        form.new(services, staff, open_now.salon, open_now.at, now)
    else:
        _nothing()


def _nothing() -> None:
    words = t("Choose an appointment to see it here, or a free time to book it for a client.")
    st.html(f'<div class="mq-empty"><p>{escape(words)}</p></div>')
