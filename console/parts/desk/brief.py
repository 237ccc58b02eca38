"""The brief at the desk: what to know before the first word, with what was proven of it."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import streamlit as st

from agents.brief import Fact
from console.i18n import page_lang, t
from console.parts import say
from console.parts.brief.drawing import as_html, refs
from console.parts.chat.pieces import drawing, price
from console.parts.desk.opened import Opened
from console.parts.desk.wording import proof_outcome
from shop.errors import NotFound
from shop.products import Product
from shop.proofs import Outcome
from shop.stock import stock_of

if TYPE_CHECKING:
    from wiring import Services


def show(opened: Opened, services: Services, now: datetime) -> None:
    """What may be passed on; else why it is not here."""
    if opened.brief_consent in ("asked", "declined"):
        say.status(_withheld(opened))
        return
    if told := as_html(opened.brief, lambda fact: _proof(opened, fact)):
        st.html(told)
    else:  # she was written to first
        say.status(t("The client has written nothing yet."))
    _pieces(opened, services, now)


def _withheld(opened: Opened) -> str:
    if opened.brief_consent == "asked":
        return t("The client wants to read the brief before it is passed on, and was asked.")
    return t("The client does not want a brief to be passed on.")


def _proof(opened: Opened, fact: Fact) -> str:
    """Of what the advisor told: how its sentences were proven."""
    if fact.key != "advisor_claim":
        return ""
    ids = [message.id for message in opened.messages if message.seq in fact.rests_on]
    shown = [proof for each in ids for proof in opened.ledger.get(each, ()) if proof.shown]
    if not shown:
        return f' <small class="mq-proven">{escape(t("not from the proof step"))}</small>'
    worst: Outcome = next((p.outcome for p in shown if p.outcome != "supported"), "supported")
    return f' <small class="mq-proven">{escape(proof_outcome(worst))}</small>'


def _pieces(opened: Opened, services: Services, now: datetime) -> None:
    facts = opened.brief.of("piece")
    if facts:
        st.html(f'<h3 class="mq-label">{escape(t("Pieces discussed"))}</h3>')
    for fact in facts:
        try:
            piece = services.products.get(fact.value)
        except NotFound:  # no longer in the catalogue: its id is all there is
            st.html(f"<p>{escape(fact.value)}{refs([fact])}</p>")
        else:
            st.html(_piece(piece, fact, _stock(services, piece, now)))


def _stock(services: Services, piece: Product, now: datetime) -> str:
    """As of when, from a fresh feed."""
    zone = ZoneInfo(services.tiers.timezone)
    told = stock_of(services.stock(), piece, None, now, zone)
    return told.say.in_(page_lang()) if told else t("Stock is not known here.")


def _piece(piece: Product, fact: Fact, stock: str) -> str:
    kind = escape(piece.kind.in_(page_lang()))
    return (
        f'<div class="mq-discussed">{drawing(piece)}<div><b>{escape(piece.name)}</b>{refs([fact])}'
        f"<p>{kind}</p><p>{escape(price(piece))}</p><p>{escape(stock)}</p></div></div>"
    )
