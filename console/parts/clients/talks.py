"""Her conversations and appointments, and keeping what a brief holds by one press each."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from agents.book_drafts import Keepable, keepable
from console.i18n import page_lang, t
from console.parts import say
from console.parts.clients import actions
from console.parts.clients.wording import day, kind_names, piece_name, says
from console.parts.clock import exact
from shop.access import Staff
from shop.appointments import Appointment
from shop.client_reading import ClientFile
from shop.conversations import Holder
from shop.errors import Conflict, MaroquinError, NotFound
from shop.ports.client_book import PastTalk

if TYPE_CHECKING:
    from wiring import Services


def show(services: Services, staff: Staff, found: ClientFile) -> None:
    say.heading(t("Conversations"))
    if not found.talks:
        say.remark(t("No conversation in the last 90 days."))
    for talk in found.talks:
        _talk(services, staff, found, talk)
    say.heading(t("Appointments"))
    if not found.appointments:
        say.remark(t("No appointment yet."))
    for each in found.appointments:
        _appointment(services, each)


def _talk(services: Services, staff: Staff, found: ClientFile, talk: PastTalk) -> None:
    panel = f"brief-{talk.id}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"mq-talk-{talk.id}"):
        with_whom = talk.staff_name or _holder(talk)
        st.html(
            f'<p class="mq-line"><span>{escape(_when(talk.last_at))}</span>'
            f"<small>{escape(with_whom)}</small></p>"
        )
        if talk.handed_over and actions.panel() != panel:
            st.button(
                t("Keep from its brief"),
                key=f"open-{panel}",
                type="tertiary",
                on_click=actions.open_panel,
                args=(panel,),
            )
    if actions.panel() == panel:
        _brief(services, staff, found, talk)


def _brief(services: Services, staff: Staff, found: ClientFile, talk: PastTalk) -> None:
    """Each line that may be kept; those that are kept already say so."""
    with st.container(key="mq-book-form"):
        try:
            lines = _lines(services, staff, talk)
        except Conflict:
            say.remark(t("The client has not agreed to a brief of this conversation."))
            lines = []
        except NotFound:
            lines = []
        else:
            if not lines:
                say.remark(t("Its brief holds nothing to keep."))
        for at, line in enumerate(lines):
            _keepable(services, staff, found, talk, line=line, at=at)
        st.button(t("Close the brief"), key=f"close-{talk.id}", on_click=actions.close_panel)


def _lines(services: Services, staff: Staff, talk: PastTalk) -> list[Keepable]:
    """Raises Conflict where she did not agree, NotFound when it is gone."""
    if services.brief_consent.for_staff(staff, talk.id) in ("asked", "declined"):
        raise Conflict("The client has not agreed to a brief of this conversation.")
    return keepable(services.briefs.of(services.desk.transcript(staff, talk.id)))


def _keepable(
    services: Services,
    staff: Staff,
    found: ClientFile,
    talk: PastTalk,
    *,
    line: Keepable,
    at: int,
) -> None:
    kept = any(
        entry.draft == line.draft and entry.source.conversation_id == talk.id
        for entry in found.entries
    )
    with st.container(horizontal=True, vertical_alignment="center", key=f"mq-entry-keep-{at}"):
        words = escape(says(line.draft, services.products))
        small = f"{kind_names()[line.draft.kind]} · {t('Message {seq}', seq=line.seq)}"
        st.html(f'<p class="mq-line"><span>{words}</span><small>{escape(small)}</small></p>')
        if kept:
            say.remark(t("Kept"))
        else:
            st.button(
                t("Keep in the client book"),
                key=f"keep-{talk.id}-{at}",
                type="tertiary",
                icon=":material/bookmark_add:",
                on_click=_keep,
                args=(services, staff, talk, line),
            )


def _keep(services: Services, staff: Staff, talk: PastTalk, line: Keepable) -> None:
    """The panel stays open for the next line."""
    book, panel = services.client_book, actions.panel()
    actions.attempt(lambda: book.keep_from_chat(staff, talk.id, line.draft, line.seq))
    if not actions.trouble():
        actions.open_panel(panel)


def _appointment(services: Services, each: Appointment) -> None:
    try:
        salon = services.salon_desk.salons.get(each.salon).name.in_(page_lang())
    except MaroquinError:  # a salon that the house no longer has
        salon = each.salon
    pieces = (piece_name(piece, services.products) for piece in each.pieces)
    small = " · ".join(part for part in (*pieces, each.wish, each.outcome) if part)
    words = f"{exact(each.starts_at)} · {salon}"
    st.html(f'<p class="mq-line"><span>{escape(words)}</span><small>{escape(small)}</small></p>')


def _holder(talk: PastTalk) -> str:
    return {
        Holder.ADVISOR: t("Advisor"),
        Holder.QUEUE: t("Waiting"),
        Holder.PERSON: t("With a personal shopper"),
        Holder.CLOSED: t("Closed"),
    }[talk.holder]


def _when(at: datetime) -> str:
    return day(at.date())
