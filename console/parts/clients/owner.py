"""Her own personal shopper and the cover, as a manager names them: with a reason, and all kept."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts import say
from console.parts.clients import actions
from console.parts.clients.wording import day
from console.parts.labels import told_apart
from shop.access import Permission, Staff
from shop.client_reading import ClientFile
from shop.owners import LONGEST_REASON
from shop.ports import OwnerNaming

if TYPE_CHECKING:
    from wiring import Services

PANEL = "owner"
_NOBODY = ""
_FIELDS = ("owner", "cover", "why")


def named(found: ClientFile) -> list[str]:
    """Owner and cover as two short phrases; nothing while nobody is named."""
    if found.owner is None or not found.namings:
        return []
    latest = found.namings[0]
    phrases = [t("Personal shopper: {name}", name=latest.owner_name)]
    if latest.cover_name:
        phrases.append(t("Cover: {name}", name=latest.cover_name))
    return phrases


def button(staff: Staff) -> None:
    if staff.may(Permission.NAME_OWNERS):
        st.button(
            t("Name a personal shopper"),
            icon=":material/person_add:",
            on_click=actions.open_panel,
            args=(PANEL,),
        )


def show(found: ClientFile) -> None:
    """Every naming with its day, who named, and why; the newest first."""
    say.heading(t("Personal shopper"))
    if not found.namings:
        words = t("Nobody is named. A manager names a personal shopper and her cover.")
        say.remark(words)
        return
    latest, *before = found.namings
    st.html(_line(latest, "span"))
    if before:
        lines = "".join(_line(each, "s") for each in before)
        title = escape(t("Named before"))
        st.html(f'<details class="mq-past"><summary>{title}</summary>{lines}</details>')


def form(services: Services, staff: Staff, found: ClientFile) -> None:
    """Choose owner and cover, or nobody, and say why."""
    people = told_apart({one.id: one.name for one in services.owners.eligible(staff)})
    key = f"owner-form-{found.client.id}"
    with st.container(key="mq-book-form"), st.form(key, border=False):
        _people(found, people, key)
        st.text_input(t("Why"), key=f"{key}-why", max_chars=LONGEST_REASON)
        with st.container(horizontal=True):
            st.form_submit_button(
                t("Keep"), type="primary", on_click=_name, args=(services, staff, found, key)
            )
            st.form_submit_button(t("Leave it"), on_click=actions.close_panel)


def _people(found: ClientFile, people: Mapping[str, str], key: str) -> None:
    owner = found.owner
    chosen = {
        "owner": (t("Personal shopper"), owner.owner_id if owner else _NOBODY),
        "cover": (t("Cover while she is away"), (owner and owner.cover_id) or _NOBODY),
    }
    options = [_NOBODY, *people]
    for column, (name, (label, now)) in zip(st.columns(2), chosen.items(), strict=True):
        column.selectbox(
            label,
            options,
            index=options.index(now) if now in people else 0,
            format_func=lambda id_: people.get(id_) or t("Nobody"),
            key=f"{key}-{name}",
        )


def _name(services: Services, staff: Staff, found: ClientFile, key: str) -> None:
    owner, cover, why = (st.session_state.get(f"{key}-{of}") or "" for of in _FIELDS)
    owners, client = services.owners, found.client
    if owner:
        said = t("The personal shopper of {name} is named.", name=client.name)
        actions.attempt(
            lambda: owners.name(staff, client.id, owner, cover or None, reason=why), said
        )
    else:
        said = t("Nobody is named for {name} any more.", name=client.name)
        actions.attempt(lambda: owners.release(staff, client.id, reason=why), said)


def _line(naming: OwnerNaming, mark: str) -> str:
    words = naming.owner_name or t("No personal shopper")
    if naming.cover_name:
        words += " · " + t("Cover: {name}", name=naming.cover_name)
    by = t("named by {name}", name=naming.named_by) if naming.named_by else ""
    small = " · ".join(part for part in (day(naming.at.date()), by, naming.reason) if part)
    return f'<p class="mq-line"><{mark}>{escape(words)}</{mark}><small>{escape(small)}</small></p>'
