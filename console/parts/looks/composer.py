"""Composing: for whom, which pieces, the note, and the card as the client will see it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import page_lang, t
from console.parts import presses, say
from console.parts.chat.pieces import price
from console.parts.labels import told_apart
from console.parts.looks import card, composition
from console.parts.looks.composition import NOBODY, NOTE, PIECES, WHOM, People
from shop.access import Staff
from shop.looks import FEWEST, LONGEST_NOTE, MOST, Look

if TYPE_CHECKING:
    from datetime import datetime

    from wiring import Services


def show(services: Services, staff: Staff, known: People, look: Look | None, now: datetime) -> None:
    st.selectbox(t("For"), known.whom(), format_func=known.named, key=WHOM)
    pieces = _pieces(services)
    st.multiselect(
        t("Pieces"),
        list(pieces),
        format_func=pieces.__getitem__,
        key=PIECES,
        max_selections=MOST,
        placeholder=t("Choose 2 to 6 pieces"),
    )
    st.text_area(t("Note to the client"), key=NOTE, max_chars=LONGEST_NOTE, height=96)
    _acts(services, staff, known, look)
    _said(known)
    _preview(services, staff, now)


def _pieces(services: Services) -> dict[str, str]:
    """What each piece of the catalogue is called here, by id."""
    lang = page_lang()
    return told_apart(
        {
            piece.id: f"{piece.name} · {piece.kind.in_(lang)} · {price(piece)}"
            for piece in services.products.all()
        }
    )


def _acts(services: Services, staff: Staff, known: People, look: Look | None) -> None:
    enough = FEWEST <= len(composition.pieces()) <= MOST
    talk = known.talk_of(st.session_state.get(WHOM, NOBODY))
    once = presses.pass_for(composition.PRESS)
    with st.container(key="mq-look-acts", horizontal=True):
        if talk is not None:
            st.button(
                t("Send to {name}", name=_name(known)),
                key=f"look-send-{once}",
                type="primary",
                disabled=not enough,
                on_click=composition.send,
                args=(services, staff, known, talk.id, once),
            )
        st.button(
            t("Keep for later"),
            key=f"look-keep-{once}",
            disabled=not enough,
            on_click=composition.keep,
            args=(services, staff, known, once),
        )
        if look is not None:
            st.button(
                t("Discard"),
                key="look-discard",
                type="tertiary",
                on_click=composition.discard,
                args=(services, staff, look.id),
            )
    if talk is None:
        words = t("A look can be sent once you hold a conversation with the client.")
        say.remark(words)


def _name(known: People) -> str:
    client = known.client_of(st.session_state.get(WHOM, NOBODY))
    return client.name if client else t("Visitor")


def _said(known: People) -> None:
    for words, role in ((composition.done(), "status"), (composition.trouble(), "alert")):
        if words:
            st.html(f'<p class="mq-outcome" role="{role}">{escape(words)}{_back(known)}</p>')


def _back(known: People) -> str:
    talk = known.talk_of(st.session_state.get(WHOM, NOBODY))
    if talk is None:
        return ""
    words = escape(t("To the conversation"))
    return f' <a class="mq-link" href="/desk?conversation={escape(talk.id)}">{words}</a>'


def _preview(services: Services, staff: Staff, now: datetime) -> None:
    chosen = composition.pieces()
    if not chosen:
        words = t("The card appears here as the client will see it.")
        st.html(f'<div class="mq-empty"><p>{escape(words)}</p></div>')
        return
    note = str(st.session_state.get(NOTE) or "").strip()
    look = Look("", tuple(chosen), note, staff.id, staff.name, now)
    st.html(card.as_html(look, services.products))
