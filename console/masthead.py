"""The head of every page: the house's name, the pages of whoever is here, and the way out.

Staff have more pages than a phone is wide: there they are behind one button, which the style sheet
shows where it is needed. Both menus stand in the page, not over it, so that Tab leads into them.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from console.i18n import page_lang, t
from console.live import menus
from console.parts import escalations
from console.parts.chat.account import account
from console.session import Here, switch_language
from shop.access import Staff

HOUSE = "Maison Thévrane"
HOUSE_ZH = "黛弗兰"


def show(now: Here, listed: Sequence[st.Page], page: st.Page) -> None:
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        st.html(house_name() + _away())
        if now.staff is None:
            account(now)
            _language_switch()
        else:
            _of_staff(now, now.staff, listed, page)


def house_name() -> str:
    return (
        f'<div class="mq-house"><span class="mq-house-name">{HOUSE}</span>'
        f'<span class="mq-house-zh" lang="zh-CN">{HOUSE_ZH}</span></div>'
    )


def _of_staff(now: Here, staff: Staff, listed: Sequence[st.Page], page: st.Page) -> None:
    escalations.show(staff, listed)
    st.html(_menu(page))
    menus()
    with st.container(key="masthead-row", horizontal=True, vertical_alignment="center"):
        for each in listed:
            st.page_link(each, label=each.title, disabled=each == page)
        if page == listed[0]:
            account(now)
        _language_switch()
        with st.container(key="account"):
            st.html(_sign_out(staff.name))


def _menu(page: st.Page) -> str:
    """Opens the row that follows it, where that is not open anyway; closed anew on each page."""
    words = escape(t("Menu"))
    return (
        f'<details class="mq-menu" data-page="{page.url_path}"><summary>{words}</summary></details>'
    )


def _away() -> str:
    """Shown by the style sheet, for Streamlit's dialog, while the server cannot be reached."""
    words = t("The connection is interrupted. What you sent is kept; the page goes on by itself.")
    return f'<p class="mq-away" role="status">{escape(words)}</p>'


def _language_switch() -> None:
    # Each language is named in itself: whoever needs the switch can read it.
    other = "English" if page_lang() == "zh" else "中文"
    st.button(other, key="switch-language", type="tertiary", on_click=switch_language)


def _sign_out(name: str) -> str:
    # A form of the browser's own: signing out works even when this page no longer does.
    return (
        f'<details class="mq-account-menu"><summary>{escape(name)}</summary>'
        '<form method="post" action="/sign-out"><button class="mq-link" type="submit">'
        f"{escape(t('Sign out'))}</button></form></details>"
    )
