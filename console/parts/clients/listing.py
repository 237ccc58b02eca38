"""The list of clients, narrowed by words, tier and segment."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts.clients import actions
from console.parts.clients.wording import segment_names
from console.parts.plain import one_line
from console.parts.tiers import tier_name
from shop.access import Staff
from shop.client_segments import ClientCard, Segment, Wanted
from shop.clients import Tier

if TYPE_CHECKING:
    from wiring import Services

_MOST = 60  # rows; the rest is found by narrowing


def show(services: Services, staff: Staff, cards: Sequence[ClientCard], chosen: str) -> None:
    """Of all clients, `cards`, those that fit."""
    found = services.client_book.find(staff, _wanted(), cards)
    if not found:
        words = t("No client fits. Try fewer words, or another segment.")
        st.html(f'<div class="mq-empty"><p>{escape(words)}</p></div>')
        return
    st.html(f'<p class="mq-count">{escape(_count(len(found)))}</p>')
    with st.container(key="mq-clients-list", gap=None):
        _rows(found[:_MOST], chosen)


def _wanted() -> Wanted:
    text = st.text_input(
        t("Search the client book"),
        key="clients-text",
        placeholder=t("Name, size, wish, occasion…"),
        label_visibility="collapsed",
        icon=":material/search:",
        live="250ms",
        persist_state="session",
    )
    with st.container(horizontal=True, key="mq-clients-narrow"):
        names = segment_names()
        segment = st.selectbox(
            t("Segment"),
            list(names),
            format_func=names.__getitem__,
            key="clients-segment",
            label_visibility="collapsed",
            persist_state="session",
        )
        tier = st.selectbox(
            t("Tier"),
            [None, *reversed(Tier)],
            format_func=lambda each: tier_name(each) if each else t("All tiers"),
            placeholder=t("All tiers"),
            key="clients-tier",
            label_visibility="collapsed",
            persist_state="session",
        )
    return Wanted(text or "", tier, segment or Segment.ALL)


def _count(number: int) -> str:
    return t("1 client") if number == 1 else t("{number} clients", number=number)


def _lines(number: int) -> str:
    return t("1 line") if number == 1 else t("{number} lines", number=number)


def _rows(found: Sequence[ClientCard], chosen: str) -> None:
    for card in found:
        client = card.client
        with st.container(key=f"mq-listed-{client.id}", gap=None):
            st.button(
                one_line(client.name),
                key=f"client-{client.id}",
                type="tertiary",
                on_click=actions.open_client,
                args=(client.id,),
            )
            mark = ' data-chosen=""' if client.id == chosen else ""
            st.html(f'<p class="mq-facts"{mark}>{_facts(card)}</p>')


def _facts(card: ClientCard) -> str:
    tier = card.client.tier
    facts = [
        f'<span class="mq-tier" data-tier="{escape(tier)}">{escape(tier_name(tier))}</span>',
        f"<span>{escape(_lines(len(card.entries)))}</span>",
    ]
    if card.reasons:
        facts.append(f'<span class="mq-write">{escape(t("Write today"))}</span>')
    return "".join(facts)
