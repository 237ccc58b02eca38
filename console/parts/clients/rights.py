"""A manager's answers to a client's rights: a copy of everything, and erasure."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts.clients import actions
from shop.access import Staff
from shop.clients import Client

if TYPE_CHECKING:
    from wiring import Services


def show(services: Services, staff: Staff, client: Client) -> None:
    def copy() -> bytes:
        found = services.client_rights.export(staff, client.id)
        return json.dumps(found, ensure_ascii=False, indent=2).encode()

    st.download_button(
        t("Copy of all data"),
        copy,
        file_name=f"client-{client.id}.json",
        mime="application/json",
        icon=":material/download:",
        on_click="ignore",
    )
    with st.popover(t("Erase"), icon=":material/delete:"):
        _confirm(services, staff, client)


def _confirm(services: Services, staff: Staff, client: Client) -> None:
    words = t(
        "This erases the account, the book, conversations, appointments and cases of this client, "
        "for good. Type the name to confirm: {name}",
        name=client.name,
    )
    st.html(f"<p>{escape(words)}</p>")
    with st.form(f"erase-{client.id}", border=False):
        st.text_input(t("The client's name"), key=actions.erase_words(client.id))
        st.form_submit_button(
            t("Erase for good"),
            on_click=actions.erase,
            args=(services.client_rights, staff, client.id, client.name),
        )
