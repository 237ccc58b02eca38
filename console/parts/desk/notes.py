"""Internal notes: written in a popover, read between the messages, by staff alone."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from console.i18n import t
from console.parts import clock, presses, say
from console.parts.desk import tools
from console.parts.desk.opened import Opened
from shop.access import Role, Staff
from shop.note_keeping import NoteKeeping
from shop.notes import LONGEST_NOTE, Note

_TOOL = "notes"


def as_html(note: Note) -> str:
    label = escape(t("Internal note, seen by staff only"))
    return (
        f'<aside class="mq-internal" aria-label="{label}"><header><b>{escape(note.staff_name)}</b>'
        f"{clock.as_html(note.at)}<span>{label}</span></header>"
        f'<p class="mq-text">{escape(note.text)}</p></aside>'
    )


def write(keeping: NoteKeeping, staff: Staff, opened: Opened) -> None:
    conversation_id = opened.conversation.id
    with tools.popover(
        _TOOL, t("Internal note"), conversation_id, ":material/sticky_note_2:"
    ) as is_open:
        if is_open:
            _form(keeping, staff, conversation_id)
            _own(keeping, staff, opened)


def _form(keeping: NoteKeeping, staff: Staff, conversation_id: str) -> None:
    once = presses.pass_for(_field(conversation_id))
    with st.form(f"note-{conversation_id}-{once}", border=False):
        st.text_area(
            t("Internal note, seen by staff only"),
            key=_field(conversation_id),
            max_chars=LONGEST_NOTE,
            height=120,
        )
        said = t("The client never reads it here; a copy of all her data would hold it.")
        say.remark(said)
        tools.trouble(_TOOL)
        st.form_submit_button(
            t("Keep the note"), on_click=_write, args=(keeping, staff, conversation_id, once)
        )


def _own(keeping: NoteKeeping, staff: Staff, opened: Opened) -> None:
    """Those she may remove."""
    for note in opened.notes:
        if note.staff_id == staff.id or staff.role is Role.MANAGER:
            with st.container(horizontal=True, vertical_alignment="center"):
                say.remark(note.text[:80])
                st.button(
                    t("Remove"),
                    key=f"note-remove-{note.id}",
                    type="tertiary",
                    on_click=_remove,
                    args=(keeping, staff, note.id),
                )


def _write(keeping: NoteKeeping, staff: Staff, conversation_id: str, once: str) -> None:
    field = _field(conversation_id)
    if not presses.is_used(once):
        text = str(st.session_state.get(field, ""))
        if not tools.attempt(_TOOL, partial(keeping.write, staff, conversation_id, text), {}):
            return
        presses.use(field, once)
    st.session_state[field] = ""
    tools.close(_TOOL, conversation_id)


def _remove(keeping: NoteKeeping, staff: Staff, note_id: str) -> None:
    tools.attempt(_TOOL, lambda: keeping.remove(staff, note_id), {})


def _field(conversation_id: str) -> str:
    return f"note-text-{conversation_id}"
