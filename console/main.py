"""The one Streamlit script: which pages this person has, and the frame around each of them.

Shoppers have the chat and nothing else; staff also have the pages that their role permits. A
page that is not listed cannot be reached by its address either, and the services check again.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from console import frame
from console.i18n import t
from console.session import here
from shop.access import Permission, Staff
from storefront.opening import NotOpenYet

_PAGES = Path(__file__).parent / "pages"


def pages(staff: Staff | None) -> list[st.Page]:
    """Every page that this person may open, the chat first."""
    chat = st.Page(_PAGES / "chat.py", title=t("Advisor"), default=True)
    return [chat, *(staff_pages(staff) if staff else [])]


def staff_pages(staff: Staff) -> list[st.Page]:
    found = []
    if staff.may(Permission.SERVE_CLIENTS):
        found.append(st.Page(_PAGES / "desk.py", title=t("Clients"), url_path="desk"))
    if staff.may(Permission.READ_KNOWLEDGE):
        found.append(st.Page(_PAGES / "knowledge.py", title=t("Knowledge"), url_path="knowledge"))
    return found


def main() -> None:
    frame.set_up()
    try:
        now = here()
    except NotOpenYet:
        frame.opening()
        return
    listed = pages(now.staff)
    page = st.navigation(listed, position="hidden")
    frame.masthead(now, listed, page)
    page.run()


main()
