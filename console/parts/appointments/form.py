"""The form of an appointment: for whom, when, what for, which pieces, a note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import page_lang, t
from console.parts import say
from console.parts.appointments import chosen
from console.parts.appointments.wording import (
    day_name,
    hour_there,
    purpose_name,
    salon_name,
    when_there,
)
from console.parts.tiers import tier_name
from shop.access import Staff
from shop.appointments import MOST_PIECES, Appointment, Wanted
from shop.booking import LONGEST_WISH
from shop.clients import Client
from shop.salon_desk import LONGEST_NAME

if TYPE_CHECKING:
    from shop.products import Catalogue
    from shop.salons import Purpose, Salon
    from wiring import Services

_GUEST = ""


def new(services: Services, staff: Staff, salon_id: str, at: datetime, now: datetime) -> None:
    """Book a free time, or take in who walks into one that has begun."""
    salon = services.salon_desk.salons.get(salon_id)
    walks_in = at <= now
    title = t("Walk-in") if walks_in else t("Book an appointment")
    _head(title, f"{salon_name(services.salon_desk.salons, salon_id)} · {when_there(at, salon)}")
    key = f"{salon_id}-{at:%Y%m%d%H%M}"
    client_id = _client(services.client_accounts.all(), key)
    name = ""
    if client_id == _GUEST:
        name = st.text_input(t("Guest's name"), key=f"guest-{key}", max_chars=LONGEST_NAME)
    purpose, pieces, wish = fields(services.products, salon, key)
    wanted = Wanted(salon_id, at, purpose, pieces, wish)
    trouble()
    st.button(
        t("Take in") if walks_in else t("Book"),
        key=f"book-{key}",
        type="primary",
        disabled=client_id is None or (client_id == _GUEST and not name.strip()),
        on_click=_walk_in if walks_in else _book,
        args=(services, staff, wanted, client_id, name),
    )


def fields(
    products: Catalogue, salon: Salon, key: str, now: Appointment | None = None
) -> tuple[Purpose, tuple[str, ...], str]:
    """Purpose, pieces to be laid out and a note, as they stand in the form."""
    lang = page_lang()
    names = {piece.id: f"{piece.name} · {piece.kind.in_(lang)}" for piece in products.all()}
    purpose: Purpose = st.selectbox(
        t("What for"),
        salon.purposes,
        index=salon.purposes.index(now.purpose) if now and now.purpose in salon.purposes else 0,
        format_func=purpose_name,
        key=f"purpose-{key}",
    )
    pieces = st.multiselect(
        t("Pieces to lay out, 6 at most"),
        list(names),
        default=[piece for piece in now.pieces if piece in names] if now else [],
        format_func=names.__getitem__,
        max_selections=MOST_PIECES,
        key=f"pieces-{key}",
        placeholder=t("None"),
    )
    wish = st.text_area(
        t("Note for the salon"),
        now.wish if now else "",
        key=f"wish-{key}",
        max_chars=LONGEST_WISH,
        height=80,
    )
    if salon.bonded:
        words = t("Bonded salon: its goods are not carried out but shipped within 24 h of payment.")
        say.remark(words)
    return purpose, tuple(pieces), wish


def slot(
    services: Services, staff: Staff, key: str, salon_id: str = ""
) -> tuple[str, datetime | None]:
    """A salon and one of its free times, as they stand in the form."""
    desk, book = services.salon_desk, services.salon_desk.salons
    salons = list(book.salons)
    salon_id = st.selectbox(
        t("Salon"),
        salons,
        index=salons.index(salon_id) if salon_id else 0,
        format_func=lambda each: salon_name(book, each),
        key=f"slot-salon-{key}",
    )
    day = st.selectbox(
        t("Date"), desk.bookable(staff, salon_id), format_func=day_name, key=f"slot-day-{key}"
    )
    salon = book.get(salon_id)
    free = {s.starts_at.isoformat(): s for s in desk.free(staff, salon_id, day)}
    picked = st.pills(
        t("Free times"),
        list(free),
        format_func=lambda at: hour_there(free[at].starts_at, salon) if at in free else "",
        key=f"slot-at-{key}-{salon_id}-{day}",
    )
    if not free:
        say.remark(t("Nothing is free on this day."))
    return salon_id, free[picked].starts_at if picked in free else None


def trouble() -> None:
    if words := chosen.trouble():
        say.wrong(words)


def _head(title: str, below: str) -> None:
    st.html(
        f'<header class="mq-visit-head"><h2>{escape(title)}</h2><p>{escape(below)}</p></header>'
    )


def _client(clients: Sequence[Client], key: str) -> str | None:
    """The id of a client, '' for a guest without an account, None before one is chosen."""
    known = {client.id: client for client in clients}

    def named(client_id: str) -> str:
        if client_id == _GUEST:
            return t("A guest without an account")
        return f"{_on_one_line(known[client_id].name)} · {tier_name(known[client_id].tier)}"

    picked: str | None = st.selectbox(
        t("Client"),
        [*known, _GUEST],
        index=None,
        format_func=named,
        key=f"client-{key}",
        placeholder=t("Choose a client"),
    )
    return picked


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _book(
    services: Services, staff: Staff, wanted: Wanted, client_id: str | None, name: str
) -> None:
    def act() -> None:
        made = services.salon_desk.book(staff, wanted, client_id or None, name)
        chosen.open_appointment(made.id)

    chosen.attempt(act)


def _walk_in(
    services: Services, staff: Staff, wanted: Wanted, client_id: str | None, name: str
) -> None:
    def act() -> None:
        made = services.salon_desk.walk_in(staff, wanted, client_id or None, name)
        chosen.open_appointment(made.id)

    chosen.attempt(act)
