"""The page of looks: composing on the left, suggestions with their reasons on the right.

One fragment, run again whenever the desk or the client book rings; what is typed stays as it is.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from console.i18n import t
from console.live import listen
from console.parts.looks import card, composer, composition, kept, suggestions
from console.session import staff_here
from shop.access import Permission
from shop.ports import CLIENTS, DESK, desk_topic

_HERE = Path(__file__).parent
_STYLES = (_HERE.parent / "chat" / "chat.css", _HERE / "looks.css")


def show() -> None:
    for style in _STYLES:
        st.html(style)
    card.style()
    st.set_page_config(page_title=t("Looks"))
    _page()


@st.fragment
def _page() -> None:
    services, staff = staff_here(Permission.SERVE_CLIENTS)
    listen([DESK, CLIENTS, desk_topic(staff.id)], key="looks")
    known = composition.people(services, staff)
    look = composition.begin(services, staff, known)
    st.html(f'<h1 class="mq-title">{escape(t("Looks"))}</h1>')
    left, right = st.columns((7, 5), gap="large")
    with left, st.container(key="mq-look-compose"):
        composer.show(services, staff, known, look, services.clock())
        kept.show(services, staff, known, look)
    with right, st.container(key="mq-look-suggested"):
        suggestions.show(services, staff, known)
