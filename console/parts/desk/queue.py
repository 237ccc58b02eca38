"""The queue: clients with the personal shopper, then those who wait, soonest promise first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from html import escape

import streamlit as st

from console.i18n import t
from console.parts.desk import promise
from console.parts.plain import one_line
from console.parts.tiers import tier_name
from shop.board import Place
from shop.handoffs import HandoffState

Unseen = Mapping[str, Sequence[int]]  # numbers of messages she has not seen, by conversation


def waiting_now(places: Sequence[Place]) -> list[str]:
    """Ids of the hand-overs that wait for her, without the notes whose hour has not come."""
    return [p.handoff.id for p in places if p.may_claim and not p.handoff.note_only]


def show(
    places: Sequence[Place],
    chosen: str,
    now: datetime,
    pick: Callable[[str], None],
    *,
    unseen: Unseen,
) -> None:
    """Draw the queue; `pick` receives the id of the conversation that is opened."""
    mine = [p for p in places if p.handoff.state is HandoffState.CLAIMED]
    waiting = [p for p in places if p.handoff.state is HandoffState.WAITING]
    _group(t("With you"), mine, chosen, now, pick, unseen=unseen)
    _group(t("Waiting"), waiting, chosen, now, pick, unseen=unseen)
    if not waiting:
        _nobody()


def _group(
    title: str,
    places: Sequence[Place],
    chosen: str,
    now: datetime,
    pick: Callable[[str], None],
    *,
    unseen: Unseen,
) -> None:
    if places:
        st.html(
            f'<h2 class="mq-label">{escape(title)} <span>{len(places)}</span>{_missed(places)}</h2>'
        )
    for place in places:
        id_ = place.handoff.conversation_id
        _row(place, id_ == chosen, now, pick, new=len(unseen.get(id_, ())))


def _missed(places: Sequence[Place]) -> str:
    number = sum(promise.is_escalated(place) for place in places)
    if not number:
        return ""
    return f'<span class="mq-escalated">{escape(t("{number} escalated", number=number))}</span>'


def _row(
    place: Place, chosen: bool, now: datetime, pick: Callable[[str], None], *, new: int
) -> None:
    handoff = place.handoff
    with st.container(key=f"mq-queue-{handoff.id}", gap=None):
        st.button(
            one_line(handoff.client_name) or t("Visitor"),
            key=f"open-{handoff.id}",
            type="tertiary",
            on_click=pick,
            args=(handoff.conversation_id,),
        )
        st.html(_facts(place, chosen, now, 0 if chosen else new))


def _facts(place: Place, chosen: bool, now: datetime, new: int) -> str:
    """The button above covers the row; these are what it says beside the name."""
    handoff = place.handoff
    chosen_mark = ' data-chosen="true"' if chosen else ""
    note = f'<span class="mq-note">{escape(t("Note"))}</span>' if handoff.note_only else ""
    return (
        f'<div class="mq-facts"{chosen_mark}>'
        f'<span class="mq-tier" data-tier="{handoff.tier or "none"}">'
        f"{escape(tier_name(handoff.tier))}</span>{note}{_new(new)}{_hurry(place)}"
        f"{promise.as_html(place, now)}</div>{_offered(place)}"
        f'<p class="mq-latest">{escape(handoff.last_message) or "&nbsp;"}</p>'
    )


def _new(messages: int) -> str:
    words = t("{number} new", number=messages)
    return f'<span class="mq-new">{escape(words)}</span>' if messages else ""


def _hurry(place: Place) -> str:
    words = promise.mark(place)
    kind = "mq-hurry mq-escalated" if promise.is_escalated(place) else "mq-hurry"
    return f'<span class="{kind}">{escape(words)}</span>' if words else ""


def _offered(place: Place) -> str:
    words = promise.offered(place)
    return f'<p class="mq-offered">{escape(words)}</p>' if words else ""


def _nobody() -> None:
    st.html(
        f'<div class="mq-empty"><p>{escape(t("Nobody is waiting."))}</p><p>'
        f"{escape(t('Clients who ask for a person appear here, soonest promise first.'))} "
        f"{escape(t('Keep this tab open: its title counts them.'))}</p></div>"
    )
