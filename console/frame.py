"""What every page stands in: the look, and the shape of what comes while the house is opening."""

from __future__ import annotations

import html
from pathlib import Path

import streamlit as st

from console.i18n import t
from console.masthead import HOUSE, house_name
from storefront.opening import NotOpenYet, the_opening

_ASSETS = Path(__file__).parent / "assets"


def set_up() -> None:
    """Page title, icon and the house's style sheet; the first thing of every run."""
    st.set_page_config(
        page_title=HOUSE,
        page_icon=_ASSETS / "icon.svg",
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    st.html(_ASSETS / "atelier.css")


def opening() -> None:
    """The shape of what comes, until the services stand."""
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        st.html(house_name())
    lead = html.escape(t("Opening the house…"))
    shapes = '<div class="mq-shape" aria-hidden="true"></div>' * 3
    st.html(f'<div class="mq-page"><p class="mq-quiet">{lead}</p>{shapes}</div>')
    _wait()


def trouble(_error: Exception) -> bool:
    """What a person reads when a page fails; the log has the rest. True: it has been shown."""
    st.html(
        f'<p class="mq-trouble" role="alert">{html.escape(t("Something went wrong on our side."))} '
        f"{html.escape(t('What you sent is kept. Please reload the page.'))}</p>"
    )
    return True


@st.fragment(run_every=0.5)
def _wait() -> None:
    try:
        the_opening().services()
    except NotOpenYet:
        return
    st.rerun()
