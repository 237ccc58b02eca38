"""The appointment that is open: what stands, and what may be done with it now."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import page_lang, t
from console.parts import say
from console.parts.appointments import chosen, form
from console.parts.appointments.wording import (
    purpose_name,
    salon_name,
    state_name,
    when_there,
)
from console.parts.chat.pieces import drawing, price
from console.parts.clock import exact
from shop.access import Staff
from shop.appointments import Appointment, AppointmentState, Wanted
from shop.errors import NotFound
from shop.products import Catalogue
from shop.salon_desk import LONGEST_OUTCOME

if TYPE_CHECKING:
    from wiring import Services


def show(services: Services, staff: Staff, appointment: Appointment, now: datetime) -> None:
    _facts(services, appointment)
    _pieces(services.products, appointment)
    form.trouble()
    with st.container(key="mq-visit-acts", horizontal=True):
        if appointment.stands():
            _calendar(services, staff, appointment)
        if appointment.stands() and now <= appointment.change_until:
            _change(services, staff, appointment)
        if appointment.stands() and now < appointment.starts_at:
            _cancel(services, staff, appointment)
    if appointment.stands() and now >= appointment.starts_at:
        _outcome(services, staff, appointment)


def _facts(services: Services, appointment: Appointment) -> None:
    book = services.salon_desk.salons
    salon = book.get(appointment.salon)
    where = f"{salon_name(book, appointment.salon)} · {when_there(appointment.starts_at, salon)}"
    rows = [
        (t("State"), state_name(appointment.state)),
        (t("What for"), purpose_name(appointment.purpose)),
        (t("Note"), appointment.wish),
        (t("Change or cancel until"), when_there(appointment.change_until, salon)),
        (t("Made by"), t("the client") if appointment.made_by == "client" else appointment.made_by),
        (t("Made"), exact(appointment.made_at)),
        (t("Reminded"), exact(appointment.reminded_at) if appointment.reminded_at else ""),
        (t("What came of it"), appointment.outcome),
    ]
    said = [(name, value) for name, value in rows if value]
    cells = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in said
    )
    st.html(
        f'<header class="mq-visit-head"><h2>{escape(appointment.name)}</h2>'
        f'<p>{escape(where)}</p></header><dl class="mq-dl">{cells}</dl>'
    )


def _pieces(products: Catalogue, appointment: Appointment) -> None:
    if not appointment.pieces:
        return
    st.html(f'<h3 class="mq-label">{escape(t("Laid out and held until the end"))}</h3>')
    for piece_id in appointment.pieces:
        try:
            piece = products.get(piece_id)
        except NotFound:
            continue  # no longer in the catalogue
        kind = escape(piece.kind.in_(page_lang()))
        st.html(
            f'<div class="mq-discussed">{drawing(piece)}<div><b>{escape(piece.name)}</b>'
            f"<p>{kind}</p><p>{escape(price(piece))}</p></div></div>"
        )


def _calendar(services: Services, staff: Staff, appointment: Appointment) -> None:
    lang = page_lang()
    st.download_button(
        t("Calendar file"),
        partial(services.salon_desk.calendar, staff, appointment.id, lang),
        file_name="appointment.ics",
        mime="text/calendar",
        key=f"calendar-{appointment.id}",
        icon=":material/event:",
        on_click="ignore",
    )


def _change(services: Services, staff: Staff, appointment: Appointment) -> None:
    with st.popover(t("Change"), key=f"changing-{appointment.id}"):
        key = f"{appointment.id}-{appointment.changes}"
        salon_id, at = form.slot(services, staff, key, appointment.salon)
        if at is None:
            words = t("Without another time it stays as it is.")
            say.remark(words)
            salon_id, at = appointment.salon, appointment.starts_at
        salon = services.salon_desk.salons.get(salon_id)
        purpose, pieces, wish = form.fields(services.products, salon, key, appointment)
        wanted = Wanted(salon_id, at, purpose, pieces, wish)
        st.button(
            t("Keep the change"),
            key=f"change-{key}",
            type="primary",
            on_click=_try,
            args=(partial(services.salon_desk.change, staff, appointment.id, wanted),),
        )


def _cancel(services: Services, staff: Staff, appointment: Appointment) -> None:
    with st.popover(t("Cancel it"), key=f"cancelling-{appointment.id}"):
        st.html(f"<p>{escape(t('Its time is free for others, and the client is told.'))}</p>")
        st.button(
            t("Cancel the appointment"),
            key=f"cancel-{appointment.id}",
            on_click=_try,
            args=(partial(services.salon_desk.cancel, staff, appointment.id),),
        )


def _outcome(services: Services, staff: Staff, appointment: Appointment) -> None:
    names = {state: state_name(state) for state in (AppointmentState.KEPT, AppointmentState.MISSED)}
    state = st.radio(
        t("What came of it"),
        list(names),
        format_func=names.__getitem__,
        index=None,
        key=f"came-{appointment.id}",
        horizontal=True,
    )
    note = st.text_area(
        t("In a few words"), key=f"outcome-{appointment.id}", max_chars=LONGEST_OUTCOME, height=80
    )
    record = partial(
        services.salon_desk.record_outcome,
        staff,
        appointment.id,
        state or AppointmentState.KEPT,
        note,
    )
    st.button(
        t("Record"),
        key=f"record-{appointment.id}",
        type="primary",
        disabled=state is None,
        on_click=_try,
        args=(record,),
    )


def _try(act: partial[Appointment]) -> None:
    chosen.attempt(act)
