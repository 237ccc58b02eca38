"""The card of a look as HTML: line drawings, names, prices of today, the note, who composed it."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from console.i18n import page_lang, t
from console.parts.chat.pieces import drawing, price
from console.parts.looks.wording import thought, together
from shop.errors import NotFound
from shop.looks import WHOLE, Look
from shop.products import Catalogue

_STYLE = Path(__file__).parent / "card.css"


def style() -> None:
    """Once on every page that draws looks."""
    st.html(_STYLE)


def as_html(look: Look, products: Catalogue, with_thoughts: bool = False) -> str:
    """The whole card; with what she thinks of each piece, for staff."""
    pieces = "".join(
        f"<li>{piece_html(piece, products)}{_thought(look, piece) if with_thoughts else ''}</li>"
        for piece in look.pieces
    )
    whole = _thought(look, WHOLE) if with_thoughts and look.thought_of(WHOLE) else ""
    return (
        f'<div class="mq-look">{note_html(look)}<ul class="mq-look-pieces">{pieces}</ul>'
        f"{foot_html(look, products)}{whole}</div>"
    )


def note_html(look: Look) -> str:
    return f'<p class="mq-look-note">{escape(look.note)}</p>' if look.note else ""


def piece_html(piece_id: str, products: Catalogue) -> str:
    """One piece; of one that left the catalogue only what it was called."""
    try:
        piece = products.get(piece_id)
    except NotFound:
        return f'<figure class="mq-look-piece"><figcaption>{escape(piece_id)}</figcaption></figure>'
    kind = escape(piece.kind.in_(page_lang()))
    return (
        f'<figure class="mq-look-piece">{drawing(piece)}<figcaption>'
        f'<b class="mq-piece">{escape(piece.name)}</b><span>{kind}</span>'
        f'<span class="mq-price">{escape(price(piece))}</span></figcaption></figure>'
    )


def foot_html(look: Look, products: Catalogue) -> str:
    by = t("Composed by {name}", name=look.composer)
    return (
        f'<p class="mq-look-foot"><span>{escape(by)}</span>'
        f'<b class="mq-price">{escape(together(look, products))}</b></p>'
    )


def _thought(look: Look, piece: str) -> str:
    reaction = look.thought_of(piece)
    said = thought(reaction)
    words = t("The whole look: {thought}", thought=said) if piece == WHOLE else said
    mark = reaction.verdict if reaction else "none"
    return f'<p class="mq-thought" data-thought="{mark}">{escape(words)}</p>'
