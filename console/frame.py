"""What every page stands in: the look, the masthead, and the shape of what comes while opening."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from console.i18n import page_lang, t
from console.parts.chat.account import account
from console.session import Here, switch_language
from storefront.opening import NotOpenYet, the_opening

_ASSETS = Path(__file__).parent / "assets"
HOUSE = "Maison Thévrane"
HOUSE_ZH = "黛弗兰"


def set_up() -> None:
    """Page title, icon and the house's style sheet; the first thing of every run."""
    st.set_page_config(
        page_title=HOUSE,
        page_icon=_ASSETS / "icon.svg",
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    st.html(_ASSETS / "atelier.css")


def masthead(now: Here, listed: Sequence[st.Page], page: st.Page) -> None:
    """The house's name, the pages of whoever is here, the language, and the way out."""
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        st.html(_name() + _away())
        if now.staff is not None:
            for each in listed:
                st.page_link(each, label=each.title, disabled=each == page)
        if page == listed[0]:
            account(now)
        _language_switch()
        if now.staff is not None:
            _sign_out(now.staff.name)


def opening() -> None:
    """The shape of what comes, until the services stand."""
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        st.html(_name())
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


def _name() -> str:
    return (
        f'<div class="mq-house"><span class="mq-house-name">{HOUSE}</span>'
        f'<span class="mq-house-zh" lang="zh-CN">{HOUSE_ZH}</span></div>'
    )


def _away() -> str:
    """Shown by the style sheet, for Streamlit's dialog, while the server cannot be reached."""
    words = t("The connection is interrupted. What you sent is kept; the page goes on by itself.")
    return f'<p class="mq-away" role="status">{html.escape(words)}</p>'


def _language_switch() -> None:
    # Each language is named in itself: whoever needs the switch can read it.
    other = "English" if page_lang() == "zh" else "中文"
    st.button(other, key="switch-language", type="tertiary", on_click=switch_language)


def _sign_out(name: str) -> None:
    with st.popover(name, type="tertiary", key="account"):
        # A form of the browser's own: signing out works even when this page no longer does.
        st.html(
            '<form method="post" action="/sign-out"><button class="mq-link" type="submit">'
            f"{html.escape(t('Sign out'))}</button></form>"
        )
