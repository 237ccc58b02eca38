"""The queue: clients with the personal shopper, then those who wait, soonest promise first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape

import streamlit as st

from console.i18n import t
from console.parts.desk import promise
from console.parts.plain import one_line
from console.parts.tiers import tier_name
from shop.handoffs import Handoff, HandoffState


def waiting_now(handoffs: Sequence[Handoff]) -> int:
    """How many wait for somebody, without the notes whose hour has not come."""
    return sum(h.state is HandoffState.WAITING and not h.note_only for h in handoffs)


def show(
    handoffs: Sequence[Handoff],
    chosen: str,
    now: datetime,
    pick: Callable[[str], None],
) -> None:
    """Draw the queue; `pick` receives the id of the conversation that is opened."""
    mine = [h for h in handoffs if h.state is HandoffState.CLAIMED]
    waiting = [h for h in handoffs if h.state is HandoffState.WAITING]
    _group(t("With you"), mine, chosen, now, pick)
    _group(t("Waiting"), waiting, chosen, now, pick)
    if not waiting:
        _nobody()


def _group(
    title: str,
    handoffs: Sequence[Handoff],
    chosen: str,
    now: datetime,
    pick: Callable[[str], None],
) -> None:
    if handoffs:
        st.html(f'<h2 class="mq-label">{escape(title)} <span>{len(handoffs)}</span></h2>')
    for handoff in handoffs:
        _row(handoff, handoff.conversation_id == chosen, now, pick)


def _row(handoff: Handoff, chosen: bool, now: datetime, pick: Callable[[str], None]) -> None:
    with st.container(key=f"mq-queue-{handoff.id}", gap=None):
        st.button(
            one_line(handoff.client_name) or t("Visitor"),
            key=f"open-{handoff.id}",
            type="tertiary",
            on_click=pick,
            args=(handoff.conversation_id,),
        )
        st.html(_facts(handoff, chosen, now))


def _facts(handoff: Handoff, chosen: bool, now: datetime) -> str:
    """The button above covers the row; these are what it says beside the name."""
    mark = ' data-chosen="true"' if chosen else ""
    note = f'<span class="mq-note">{escape(t("Note"))}</span>' if handoff.note_only else ""
    return (
        f'<div class="mq-facts"{mark}>'
        f'<span class="mq-tier" data-tier="{handoff.tier or "none"}">'
        f"{escape(tier_name(handoff.tier))}</span>{note}{promise.as_html(handoff, now)}</div>"
        f'<p class="mq-latest">{escape(handoff.last_message) or "&nbsp;"}</p>'
    )


def _nobody() -> None:
    st.html(
        f'<div class="mq-empty"><p>{escape(t("Nobody is waiting."))}</p><p>'
        f"{escape(t('Clients who ask for a person appear here, soonest promise first.'))} "
        f"{escape(t('Keep this tab open: its title counts them.'))}</p></div>"
    )
