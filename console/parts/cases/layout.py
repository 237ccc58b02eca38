"""The page of cases: all by their clock, and beside them the one that is open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.live import listen
from console.parts.cases import case_clock, chosen, detail, facts_form
from console.parts.cases.wording import kind_name, state_name
from console.parts.plain import one_line
from console.session import staff_here
from shop.access import Permission, Staff
from shop.cases import Case
from shop.errors import NotFound
from shop.ports import DESK

if TYPE_CHECKING:
    from wiring import Services

_HERE = Path(__file__).parent
_STYLES = (_HERE.parent / "appointments" / "appointments.css", _HERE / "cases.css")
_CLOCK_S = 30  # what is left is said in minutes


def show() -> None:
    for style in _STYLES:
        st.html(style)
    st.set_page_config(page_title=t("Cases"))
    _page()


@st.fragment(run_every=_CLOCK_S)
def _page() -> None:
    services, staff = staff_here(Permission.SERVE_CLIENTS)
    listen([DESK], key="cases")
    now = services.clock()
    st.html(f'<h1 class="mq-title">{escape(t("Cases"))}</h1>')
    _controls()
    left, right = st.columns((5, 7), gap="large")
    with left, st.container(key="mq-case-list", gap=None):
        _list(services.casework.by_clock(staff, chosen.shows_closed()), now)
    with right, st.container(key="mq-case-detail"):
        _beside(services, staff, now)


def _controls() -> None:
    names = {"open": t("Open"), "closed": t("Closed")}
    with st.container(key="mq-case-controls", horizontal=True, vertical_alignment="center"):
        st.segmented_control(
            t("Which cases"),
            list(names),
            default="closed" if chosen.shows_closed() else "open",
            format_func=names.__getitem__,
            key="case-show",
            on_change=chosen.show,
            args=("case-show",),
            label_visibility="collapsed",
        )
        st.button(
            t("Open a case"),
            key="case-new",
            icon=":material/add:",
            type="tertiary",
            on_click=chosen.open_case,
            args=(chosen.NEW,),
        )


def _list(cases: Sequence[Case], now: datetime) -> None:
    if not cases:
        words = t("No case here. Cases opened from a conversation stand here, soonest due first.")
        st.html(f'<div class="mq-empty"><p>{escape(words)}</p></div>')
    for case in cases:
        with st.container(key=f"mq-caserow-{case.id}", gap=None):
            st.button(
                one_line(case.client_name) or t("Visitor"),
                key=f"case-open-{case.id}",
                type="tertiary",
                on_click=chosen.open_case,
                args=(case.id,),
            )
            st.html(_facts(case, now))


def _facts(case: Case, now: datetime) -> str:
    mark = ' data-chosen="true"' if case.id == chosen.chosen() else ""
    said = f"{kind_name(case.kind)} · {state_name(case.state)}"
    return (
        f'<div class="mq-case-facts"{mark}><span>{escape(said)}</span>'
        f"{case_clock.as_html(case, now)}</div>"
    )


def _beside(services: Services, staff: Staff, now: datetime) -> None:
    case_id = chosen.chosen()
    if case_id == chosen.NEW:
        facts_form.for_client(services, staff)
        return
    try:
        file = services.casework.get(staff, case_id) if case_id else None
    except NotFound:
        file = None
    if file is None:
        words = t("Choose a case to see what it rests on and what may be done now.")
        st.html(f'<div class="mq-empty"><p>{escape(words)}</p></div>')
    else:
        detail.show(services, staff, file, now)
