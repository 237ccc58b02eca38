"""Writing a line down, or correcting one: what it is, and who said it, where and when."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import streamlit as st

from console.i18n import t
from console.parts.clients import actions
from console.parts.clients.wording import (
    answer_name,
    channel_name,
    kind_names,
    label_name,
    piece_name,
    purpose_name,
)
from console.session import time_zone
from shop.access import Staff
from shop.client_book import Said
from shop.client_entries import BY_HAND, Answer, Channel, Draft, Entry, EntryKind, Purpose
from shop.client_reading import ClientFile

if TYPE_CHECKING:
    from wiring import Services

_SIZES = ("shoes", "ring", "dress", "ready-to-wear", "knitwear", "belt", "wrist")
_WITH_LABEL = (EntryKind.SIZE, EntryKind.MEASUREMENT)
_WITH_PIECE = (EntryKind.WISH, EntryKind.LOOK)
_WITH_DAY = (EntryKind.OCCASION, EntryKind.PROMISE, EntryKind.FOLLOW_UP)


def show(services: Services, staff: Staff, found: ClientFile, old: Entry | None = None) -> None:
    """`old`: the line to be corrected."""
    key = f"book-form-{old.id if old else found.client.id}"
    with st.container(key="mq-book-form"):
        kind = old.kind if old else _kind(key)
        with st.form(f"{key}-{kind}", border=False):
            _fields(services, key=f"{key}-{kind}", kind=kind, old=old)
            _source(services, found, f"{key}-{kind}")
            with st.container(horizontal=True):
                st.form_submit_button(
                    t("Keep"),
                    type="primary",
                    on_click=_keep,
                    args=(services, staff, found, kind, f"{key}-{kind}", old),
                )
                st.form_submit_button(t("Leave it"), on_click=actions.close_panel)
        if old is not None:
            st.button(
                t("Remove this line for good"),
                key=f"{key}-remove",
                type="tertiary",
                icon=":material/delete:",
                on_click=actions.remove,
                args=(services.client_book, staff, found.client.id, old.id),
            )


def _kind(key: str) -> EntryKind:
    names = kind_names()
    chosen: EntryKind | None = st.selectbox(
        t("What it is"), list(names), format_func=names.__getitem__, key=f"{key}-kind"
    )
    return chosen or EntryKind.SIZE


def _fields(services: Services, *, key: str, kind: EntryKind, old: Entry | None) -> None:
    draft = old.draft if old else Draft(kind, "")
    if kind is EntryKind.CONSENT:
        _consent(key, draft)
        return
    if kind in _WITH_LABEL:
        _label(key, kind, draft)
    if kind in _WITH_PIECE:
        pieces = ["", *(piece.id for piece in services.products.all())]
        if draft.piece and draft.piece not in pieces:
            pieces.append(draft.piece)
        st.selectbox(
            t("Piece"),
            pieces,
            index=pieces.index(draft.piece),
            format_func=lambda piece: piece_name(piece, services.products) or "–",
            key=f"{key}-piece",
        )
    st.text_input(t("In words"), value=draft.value, key=f"{key}-value", max_chars=500)
    if kind in _WITH_DAY:
        st.date_input(t("On"), value=draft.day, key=f"{key}-day", min_value=date(1920, 1, 1))
    if kind is EntryKind.OCCASION:
        st.checkbox(t("Every year"), value=draft.yearly, key=f"{key}-yearly")


def _label(key: str, kind: EntryKind, draft: Draft) -> None:
    if kind is EntryKind.MEASUREMENT:
        st.text_input(t("Of what"), value=draft.label, key=f"{key}-label", max_chars=60)
        return
    known = list(_SIZES) if draft.label in (*_SIZES, "") else [draft.label, *_SIZES]
    index = known.index(draft.label) if draft.label in known else 0
    st.selectbox(t("Of what"), known, index=index, format_func=label_name, key=f"{key}-label")


def _consent(key: str, draft: Draft) -> None:
    purposes, answers = [each.value for each in Purpose], [each.value for each in Answer]
    st.selectbox(
        t("To what"),
        [draft.label] if draft.label else purposes,
        format_func=purpose_name,
        key=f"{key}-label",
    )
    st.radio(
        t("Answer"),
        answers,
        index=answers.index(draft.value) if draft.value in answers else 0,
        format_func=answer_name,
        key=f"{key}-value",
        horizontal=True,
    )


def _today(services: Services) -> date:
    """The reader's; Streamlit's own `today` is that of the machine that serves her."""
    return services.clock().astimezone(time_zone()).date()


def _source(services: Services, found: ClientFile, key: str) -> None:
    today = _today(services)
    where, who, when = st.columns(3)
    where.selectbox(t("How we know"), BY_HAND, format_func=channel_name, key=f"{key}-channel")
    who.text_input(t("By whom"), value=found.client.name, key=f"{key}-by", max_chars=80)
    when.date_input(t("When"), value=today, key=f"{key}-said", max_value=today)


def _keep(  # noqa: PLR0917  # the arguments of a Streamlit callback are positional
    services: Services,
    staff: Staff,
    found: ClientFile,
    kind: EntryKind,
    key: str,
    old: Entry | None,
) -> None:
    draft, said = _draft(kind, key, old.draft if old else None), _said(services, key)
    book, client_id = services.client_book, found.client.id
    if old is None:
        actions.attempt(lambda: book.keep(staff, client_id, draft, said))
    else:
        actions.attempt(lambda: book.correct(staff, client_id, old.id, draft, said))


def _draft(kind: EntryKind, key: str, old: Draft | None) -> Draft:
    """What is typed; what its form does not ask for stays as it was."""
    before = old or Draft(kind, "")
    return Draft(
        kind,
        str(_typed(key, "value", before.value) or ""),
        str(_typed(key, "label", before.label) or ""),
        str(_typed(key, "piece", before.piece) or ""),
        _typed(key, "day", before.day),
        bool(_typed(key, "yearly", before.yearly)),
    )


def _said(services: Services, key: str) -> Said:
    """Today is now; an earlier day is its noon in the reader's own time zone."""
    on = _typed(key, "said")
    channel = Channel(_typed(key, "channel"))
    by = str(_typed(key, "by") or "")
    zone = time_zone()
    if on is None or on >= _today(services):
        return Said(channel, by)
    return Said(channel, by, datetime.combine(on, time(12), tzinfo=zone))


def _typed(key: str, field: str, unasked: object = None) -> Any:
    return st.session_state.get(f"{key}-{field}", unasked)
