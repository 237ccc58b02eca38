"""The one Streamlit script: which pages this person has, and the frame around each of them.

Shoppers have the chat and nothing else; staff also have the pages that their role permits. A
page that is not listed cannot be reached by its address either, and the services check again.

This file must not lie beside a folder named `pages`: Streamlit would take that folder for a list
of public pages, and run them without this script, until the first `st.navigation` of a process.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from console import frame, masthead
from console.i18n import t
from console.session import here
from shop.access import Permission, Staff
from storefront.opening import NotOpenYet

DESK, CLIENT_BOOK, LOOKS, APPOINTMENTS, CASES, PROVENANCE, KNOWLEDGE, INSIGHTS = STAFF_PATHS = (
    "desk",
    "clients",
    "looks",
    "appointments",
    "cases",
    "provenance",
    "knowledge",
    "insights",
)
_PAGES = Path(__file__).parents[1] / "pages"


def pages(staff: Staff | None) -> list[st.Page]:
    """Every page that this person may open, the chat first."""
    chat = st.Page(_PAGES / "chat.py", title=t("Advisor"), default=True)
    return [chat, *(staff_pages(staff) if staff else [])]


def staff_pages(staff: Staff) -> list[st.Page]:
    found = []
    if staff.may(Permission.SERVE_CLIENTS):
        found.append(st.Page(_PAGES / "desk.py", title=t("Clients"), url_path=DESK))
        book = _PAGES / "clients.py"
        found.append(st.Page(book, title=t("Client book"), url_path=CLIENT_BOOK))
        found.append(st.Page(_PAGES / "looks.py", title=t("Looks"), url_path=LOOKS))
        visits = _PAGES / "appointments.py"
        found.append(st.Page(visits, title=t("Appointments"), url_path=APPOINTMENTS))
        found.append(st.Page(_PAGES / "cases.py", title=t("Cases"), url_path=CASES))
        provenance = _PAGES / "provenance.py"
        found.append(st.Page(provenance, title=t("Provenance"), url_path=PROVENANCE))
    if staff.may(Permission.READ_KNOWLEDGE):
        found.append(st.Page(_PAGES / "knowledge.py", title=t("Knowledge"), url_path=KNOWLEDGE))
    if staff.may(Permission.SEE_INSIGHTS):
        found.append(st.Page(_PAGES / "insights.py", title=t("Insights"), url_path=INSIGHTS))
    return found


def closed_pages() -> list[st.Page]:
    """The same addresses while the house still opens."""
    title = t("Opening the house…")
    front = st.Page(frame.opening, title=title, default=True)
    return [front, *(st.Page(frame.opening, title=title, url_path=path) for path in STAFF_PATHS)]


def main() -> None:
    frame.set_up()
    try:
        now = here()
    except NotOpenYet:
        st.navigation(closed_pages(), position="hidden").run()
        return
    listed = pages(now.staff)
    page = st.navigation(listed, position="hidden")
    masthead.show(now, listed, page)
    page.run()


main()
