"""Pieces for a reply: searched by words, attached by a press, sent as cards with her next words.

What is attached is kept for each conversation, and for the open one in the address too, so that a
reload loses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import streamlit as st

from console.i18n import page_lang, t
from console.parts import say
from console.parts.chat.pieces import drawing, price
from console.parts.desk import actions, tools
from console.parts.plain import one_line
from shop.errors import NotFound
from shop.piece_search import MOST_PIECES, find_pieces
from shop.products import Catalogue, Product
from shop.stock import stock_of

if TYPE_CHECKING:
    from wiring import Services

_TOOL = "pieces"
_ADDRESS = "pieces"
_SHOWN = 8  # the rest is found by more words


def attached(conversation_id: str) -> list[str]:
    """Ids of the pieces that go with the next reply."""
    kept: list[str] | None = st.session_state.get(_key(conversation_id))
    if kept is None and conversation_id == actions.chosen():
        return [each for each in st.query_params.get(_ADDRESS, "").split(".") if each][:MOST_PIECES]
    return list(kept or ())


def let_go(conversation_id: str) -> None:
    """They were sent."""
    _keep(conversation_id, [])


def search(services: Services, conversation_id: str, now: datetime) -> None:
    with tools.popover(_TOOL, t("Pieces"), conversation_id, ":material/diamond:") as is_open:
        if is_open:
            _search(services, conversation_id, now)


def chips(catalogue: Catalogue, conversation_id: str) -> None:
    """What is attached, above the reply field; a press takes it away again."""
    chosen = attached(conversation_id)
    if not chosen:
        return
    with st.container(key="mq-attached", horizontal=True, vertical_alignment="center"):
        for piece_id in chosen:
            name = catalogue.name_of(piece_id)
            st.button(
                one_line(name),
                key=f"detach-{conversation_id}-{piece_id}",
                type="secondary",
                icon=":material/close:",
                on_click=_detach,
                args=(conversation_id, piece_id),
            )


def strip(catalogue: Catalogue, ids: Sequence[str]) -> str:
    """The cards of a message as staff see them: small, with name and price."""
    shown = "".join(_small(piece) for piece in _known(catalogue, ids))
    label = escape(t("Pieces shown to the client"))
    return f'<ul class="mq-strip" aria-label="{label}">{shown}</ul>' if shown else ""


def _search(services: Services, conversation_id: str, now: datetime) -> None:
    words = st.text_input(
        t("Search pieces"),
        key=f"pieces-words-{conversation_id}",
        placeholder=t("Name, kind, material…"),
        label_visibility="collapsed",
        icon=":material/search:",
        live="250ms",
    )
    found = find_pieces(services.products, words or "")
    chosen = attached(conversation_id)
    with st.container(key="mq-found-pieces", gap=None):
        for piece in found[:_SHOWN]:
            _row(services, piece, conversation_id, chosen, now=now)
    say.remark(_count(len(found), len(chosen)))


def _row(
    services: Services,
    piece: Product,
    conversation_id: str,
    chosen: Sequence[str],
    *,
    now: datetime,
) -> None:
    with st.container(
        key=f"mq-piece-{piece.id}", horizontal=True, vertical_alignment="center", gap="small"
    ):
        stock = _stock(services, piece, now)
        st.html(
            f'<div class="mq-found">{drawing(piece)}<p><b>{escape(piece.name)}</b> '
            f"{escape(piece.kind.in_(page_lang()))}<br>{escape(price(piece))}"
            f"<small>{escape(stock)}</small></p></div>"
        )
        there = piece.id in chosen
        st.button(
            t("Attached") if there else t("Attach"),
            key=f"attach-{conversation_id}-{piece.id}",
            disabled=not there and len(chosen) >= MOST_PIECES,
            on_click=_detach if there else _attach,
            args=(conversation_id, piece.id),
        )


def _stock(services: Services, piece: Product, now: datetime) -> str:
    """Only as a fresh feed has it."""
    told = stock_of(services.stock(), piece, None, now, ZoneInfo(services.tiers.timezone))
    return told.say.in_(page_lang()) if told else t("Stock is not known here.")


def _count(found: int, chosen: int) -> str:
    if not found:
        return t("No piece has all of these words. Try fewer.")
    more = found - _SHOWN
    said = t("{number} more: narrow the search.", number=more) if more > 0 else ""
    kept = t("{number} of {most} attached.", number=chosen, most=MOST_PIECES)
    return " ".join(part for part in (kept, said) if part)


def _attach(conversation_id: str, piece_id: str) -> None:
    _keep(conversation_id, [*attached(conversation_id), piece_id][:MOST_PIECES])


def _detach(conversation_id: str, piece_id: str) -> None:
    _keep(conversation_id, [each for each in attached(conversation_id) if each != piece_id])


def _keep(conversation_id: str, ids: list[str]) -> None:
    st.session_state[_key(conversation_id)] = ids
    if conversation_id != actions.chosen():
        return
    if ids:
        st.query_params[_ADDRESS] = ".".join(ids)
    else:
        st.query_params.pop(_ADDRESS, None)


def _key(conversation_id: str) -> str:
    return f"desk-pieces-{conversation_id}"


def _known(catalogue: Catalogue, ids: Sequence[str]) -> list[Product]:
    found = []
    for each in ids:
        try:
            found.append(catalogue.get(each))
        except NotFound:  # it left the catalogue
            continue
    return found


def _small(piece: Product) -> str:
    return (
        f"<li>{drawing(piece)}<span><b>{escape(piece.name)}</b> {escape(price(piece))}</span></li>"
    )
