"""The client and the brief: what a personal shopper reads before her first word.

Every line of the brief carries the numbers of the messages it rests on, as links into the
conversation. Nothing here is phrased anew: the words are the client's and the advisor's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape

import streamlit as st
from babel.numbers import format_decimal

from agents.briefing import Brief, BriefLine, Key
from console.i18n import LOCALES, page_lang, t
from console.parts.chat.pieces import drawing, price
from console.parts.clock import exact
from console.parts.desk import promise
from console.parts.desk.opened import Opened
from console.parts.desk.wording import lane_name, language_name, reason_name
from console.parts.tiers import tier_name
from shop.clients import Client
from shop.errors import NotFound
from shop.handoffs import Handoff
from shop.products import Catalogue, Product


def show(opened: Opened, catalogue: Catalogue, now: datetime) -> None:
    brief = opened.brief
    _who(opened.client)
    _record(opened, now)
    _lines(t("Open question"), brief.of("open_question"), "mq-open")
    _lines(t("Why a person"), brief.of("reason"))
    _exchanges(brief)
    _lines(t("Not answered"), brief.of("not_answered"))
    _lines(t("Sizes mentioned"), brief.of("size_said"))
    _pieces(brief.of("piece"), catalogue)


def nobody() -> None:
    words = t("Who the client is, what was asked and which pieces were discussed appear here.")
    st.html(f'<div class="mq-empty"><p>{escape(words)}</p></div>')


def _who(client: Client | None) -> None:
    name = client.name if client else t("A visitor who is not signed in")
    tier = client.tier if client else None
    st.html(
        f'<header class="mq-client"><h2>{escape(name)}</h2>'
        f'<span class="mq-tier" data-tier="{tier or "none"}">{escape(tier_name(tier))}</span>'
        "</header>"
    )


def _record(opened: Opened, now: datetime) -> None:
    spoken = opened.brief.of("language")
    written_in = escape(language_name(opened.conversation.lang)) + _refs(spoken[:1])
    rows = [(t("Writes in"), written_in), *_account(opened.client)]
    if opened.place:
        handoff = opened.place.handoff
        rows.append((t("Reason"), escape(reason_name(handoff.reason))))
        rows.append((t("Answered by"), escape(lane_name(handoff.lane))))
        if handoff.owner_name:
            rows.append((t("Personal shopper"), escape(_owner(handoff))))
        rows.append((t("Promise"), promise.as_html(opened.place, now)))
    rows.append((t("Since"), escape(exact(opened.conversation.opened_at))))
    if opened.conversation.tokens:
        rows.append((t("Used by the model"), escape(_tokens(opened.conversation.tokens))))
    cells = "".join(f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in rows)
    st.html(f'<dl class="mq-dl">{cells}</dl>')


def _owner(handoff: Handoff) -> str:
    if not handoff.cover_name:
        return handoff.owner_name
    return t("{name}, covered by {cover}", name=handoff.owner_name, cover=handoff.cover_name)


def _tokens(tokens: int) -> str:
    return t("{tokens} tokens", tokens=format_decimal(tokens, locale=LOCALES[page_lang()]))


def _account(client: Client | None) -> list[tuple[str, str]]:
    if client is None:
        return []
    sizes = [(_size_name(name), escape(size)) for name, size in client.sizes.items()]
    return [(t("Prefers"), escape(language_name(client.language))), *sizes]


def _size_name(name: str) -> str:
    known = {
        "shoes": t("Shoes"),
        "ring": t("Ring"),
        "dress": t("Dress"),
        "knitwear": t("Knitwear"),
        "bust": t("Bust"),
        "waist": t("Waist"),
        "hips": t("Hips"),
        "wrist": t("Wrist"),
    }
    return known.get(name, name)


def _lines(title: str, lines: Sequence[BriefLine], style: str = "") -> None:
    if not lines:
        return
    items = "".join(f"<li>{escape(line.text)}{_refs([line])}</li>" for line in lines)
    st.html(f'<h3 class="mq-label">{escape(title)}</h3><ul class="mq-lines {style}">{items}</ul>')


def _exchanges(brief: Brief) -> None:
    """Each question that got an answer, the answer under it."""
    kinds: tuple[Key, ...] = ("asked", "answered")
    lines = [line for line in brief.lines if line.key in kinds]
    if not lines:
        return
    items = "".join(
        f"<{tag}>{escape(line.text)}{_refs([line])}</{tag}>"
        for line in lines
        for tag in ("dt" if line.key == "asked" else "dd",)
    )
    title = escape(t("Asked and answered"))
    st.html(f'<h3 class="mq-label">{title}</h3><dl class="mq-exchanges">{items}</dl>')


def _pieces(lines: Sequence[BriefLine], catalogue: Catalogue) -> None:
    if not lines:
        return
    st.html(f'<h3 class="mq-label">{escape(t("Pieces discussed"))}</h3>')
    for line in lines:
        try:
            piece = catalogue.get(line.text)
        except NotFound:  # no longer in the catalogue: its id is all there is
            _lines("", [line])
        else:
            st.html(_piece(piece, line))


def _piece(piece: Product, line: BriefLine) -> str:
    kind = escape(piece.kind.in_(page_lang()))
    return (
        f'<div class="mq-discussed">{drawing(piece)}<div><b>{escape(piece.name)}</b>{_refs([line])}'
        f"<p>{kind}</p><p>{escape(price(piece))}</p></div></div>"
    )


def _refs(lines: Iterable[BriefLine]) -> str:
    """Links to the messages that these lines rest on."""
    seqs = sorted({seq for line in lines for seq in line.seqs})
    links = "".join(
        f'<a href="#message-{seq}" title="{escape(t("Message {seq}", seq=seq))}">{seq}</a>'
        for seq in seqs
    )
    return f' <span class="mq-refs">{links}</span>' if links else ""
