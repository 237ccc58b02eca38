"""Booking from a conversation: a popover that the conversation's view may place where it likes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts.appointments import chosen, form
from shop.access import Staff
from shop.appointments import Wanted
from shop.clients import Client
from shop.salon_desk import LONGEST_NAME

if TYPE_CHECKING:
    from wiring import Services


def book(services: Services, staff: Staff, conversation_id: str, client: Client | None) -> None:
    """Book for the client behind a conversation, or for a visitor by name; she is told there."""
    key = f"talk-{conversation_id}"
    popover = st.popover(t("Book an appointment"), key=f"visit-{key}", on_change="rerun")
    if not popover.open:  # the desk is drawn often: what is free is looked up on demand
        return
    with popover:
        guest = ""
        if client is None:
            guest = st.text_input(t("Guest's name"), key=f"guest-{key}", max_chars=LONGEST_NAME)
        salon_id, at = form.slot(services, staff, key)
        salon = services.salon_desk.salons.get(salon_id)
        purpose, pieces, wish = form.fields(services.products, salon, f"{key}-{salon_id}")
        form.trouble()
        client_id = client.id if client else None
        wanted = Wanted(salon_id, at, purpose, pieces, wish) if at else None
        st.button(
            t("Book"),
            key=f"book-{key}",
            type="primary",
            disabled=wanted is None or not (client_id or guest.strip()),
            on_click=_book,
            args=(services, staff, wanted, client_id, guest, conversation_id),
        )


def _book(  # noqa: PLR0917  # arguments of a callback, passed on as they are
    services: Services,
    staff: Staff,
    wanted: Wanted | None,
    client_id: str | None,
    guest: str,
    conversation_id: str,
) -> None:
    if wanted is not None:
        book_it = services.salon_desk.book
        chosen.attempt(partial(book_it, staff, wanted, client_id, guest, conversation_id))
