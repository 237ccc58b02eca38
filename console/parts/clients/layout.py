"""The client book as a whole: the list, beside it whom to write to today, or one client.

One fragment, run again whenever somebody changes the book; what is typed stays as it is.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.live import listen
from console.parts.clients import actions, file, listing, writing
from console.session import staff_here
from shop.access import Permission, Staff
from shop.errors import NotFound
from shop.ports import CLIENTS

if TYPE_CHECKING:
    from wiring import Services

_STYLE = Path(__file__).parent / "clients.css"


def show() -> None:
    st.html(_STYLE)
    _book()


@st.fragment
def _book() -> None:
    services, staff = staff_here(Permission.KEEP_CLIENT_BOOK)
    listen([CLIENTS], key="clients")
    chosen, cards = actions.chosen(), services.client_book.cards(staff)
    left, right = st.columns((2, 5), gap="large")
    with left, st.container(key="mq-book-beside" if chosen else "mq-book-alone"):
        listing.show(services, staff, cards, chosen)
    with right, st.container(key="mq-book-right"):
        _said()
        if chosen:
            _client(services, staff, chosen)
        else:
            writing.show(services, staff, cards)


def _client(services: Services, staff: Staff, client_id: str) -> None:
    st.button(
        t("All clients"),
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=actions.open_client,
    )
    try:
        found = services.client_book.file(staff, client_id)
    except NotFound:
        words = t("There is no such client. The data may have been erased.")
        st.html(f'<div class="mq-empty"><p>{escape(words)}</p></div>')
        return
    file.show(services, staff, found)


def _said() -> None:
    for words, role in ((actions.done(), "status"), (actions.trouble(), "alert")):
        if words:
            st.html(f'<p class="mq-outcome" role="{role}">{escape(words)}</p>')
