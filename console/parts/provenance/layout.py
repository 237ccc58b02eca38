"""The provenance page as a whole: the code, the verdict, what it proves, and the eight links."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import page_lang, t
from console.parts.provenance import finding, links
from console.session import staff_here, time_zone
from shop.access import Permission
from shop.trace_findings import Finding
from shop.trace_timeline import timeline

if TYPE_CHECKING:
    from wiring import Services

_STYLE = Path(__file__).parent / "provenance.css"
_ADDRESS = "code"  # so that a look-up can be passed on to a colleague
_LONGEST = 40


def show() -> None:
    services, staff = staff_here(Permission.SERVE_CLIENTS)
    st.html(_STYLE)
    with st.container(key="mq-provenance"):
        _head()
        code = _code_box()
        if code:
            _found(services, services.tracing.look_up(staff, code))


def _head() -> None:
    title = escape(t("Provenance"))
    words = escape(
        t("Look up a trace code: its eight links, whether they hold, and what that proves.")
    )
    st.html(f'<header class="mq-trace-head"><h1>{title}</h1><p>{words}</p></header>')


def _code_box() -> str:
    """The code looked up now, as it was typed."""
    asked = st.query_params.get(_ADDRESS, "")[:_LONGEST]
    with (
        st.form("trace", border=False, enter_to_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom", key="mq-trace-box"),
    ):
        typed = st.text_input(
            t("Trace code"),
            value=asked,
            max_chars=_LONGEST,
            placeholder="TV-KLMN-20260417",
            autocomplete="off",
        )
        sent = st.form_submit_button(t("Look up"), type="primary")
    code = (typed or "").strip() if sent else asked.strip()
    if sent:
        st.query_params[_ADDRESS] = code
    return code


def _found(services: Services, found: Finding) -> None:
    lang = page_lang()
    piece = services.products.name_of(found.record.piece) if found.record else ""
    finding.show(found, piece, lang, time_zone())
    if stations := timeline(found):
        st.html(links.as_html(stations, lang))
