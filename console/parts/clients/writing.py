"""Whom to write to today, each with the reasons; her own clients first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts import write_first
from console.parts.clients import actions
from console.parts.clients.wording import reason, source
from console.parts.plain import one_line
from console.parts.tiers import tier_name
from shop.access import Staff
from shop.client_reasons import WriteReason
from shop.client_segments import ClientCard

if TYPE_CHECKING:
    from wiring import Services


def show(services: Services, staff: Staff, clients: Sequence[ClientCard]) -> None:
    """The page's right side while no client is open."""
    cards = services.client_book.to_write(staff, clients)
    title = escape(t("Whom to write to today"))
    st.html(f'<header class="mq-client-head"><h1>{title}</h1></header>')
    if not cards:
        _nobody()
    held = write_first.held(services, staff) if cards else {}
    write_to = partial(actions.write_to, services.writing_first, staff)
    for card in cards:
        client = card.client
        with st.container(key=f"mq-letter-{client.id}", gap=None):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.button(
                    one_line(client.name),
                    key=f"write-{client.id}",
                    type="tertiary",
                    on_click=actions.open_client,
                    args=(client.id,),
                )
                tier = escape(tier_name(client.tier))
                st.html(f'<span class="mq-tier" data-tier="{client.tier}">{tier}</span>')
                write_first.way(client.id, held, write_to, "list")
            reasons(services, staff, client.id, card.reasons, "list")


def reasons(
    services: Services, staff: Staff, client_id: str, found: Sequence[WriteReason], where: str
) -> None:
    """Each reason with its source; a press says that she was written to."""
    for each in found:
        entry = each.entry
        with st.container(
            horizontal=True,
            vertical_alignment="center",
            key=f"mq-reason-{where}-{client_id}-{entry.id if entry else each.kind}",
        ):
            said = f"<small>{escape(source(entry))}</small>" if entry else ""
            st.html(f'<p class="mq-line">{escape(reason(each, services.products))}{said}</p>')
            if entry:
                st.button(
                    t("Written"),
                    key=f"wrote-{where}-{entry.id}",
                    type="tertiary",
                    icon=":material/check:",
                    on_click=actions.wrote,
                    args=(services.client_book, staff, client_id, entry.id),
                )


def _nobody() -> None:
    words = t(
        "Nobody today. Promises, follow-ups, near occasions, wishes in stock and benefits about "
        "to end appear here by themselves."
    )
    st.html(f'<div class="mq-empty"><p>{escape(words)}</p></div>')
