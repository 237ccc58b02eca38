"""One client: who she is, why to write to her, and every line kept of her with its source."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import page_lang, t
from console.parts import say, write_first
from console.parts.clients import actions, form, owner, rights, talks, writing
from console.parts.clients.wording import consents_html, day, says, source
from console.parts.desk.wording import language_name
from console.parts.looks import at_desk as looks
from console.parts.tiers import tier_name
from shop.access import Permission, Staff
from shop.client_entries import Entry, EntryKind
from shop.client_reading import ClientFile

if TYPE_CHECKING:
    from wiring import Services


def show(services: Services, staff: Staff, found: ClientFile) -> None:
    _head(services, staff, found)
    if actions.panel() == "new":
        form.show(services, staff, found)
    if actions.panel() == owner.PANEL and staff.may(Permission.NAME_OWNERS):
        owner.form(services, staff, found)
    if found.reasons:
        say.heading(t("Write today"))
        writing.reasons(services, staff, found.client.id, found.reasons, "file")
    for title, kinds, empty in _sections():
        _section(services, staff, found, title=title, kinds=kinds, empty=empty)
    talks.show(services, staff, found)
    _benefits(found)
    _consent(services, staff, found)
    owner.show(found)
    _past(services, found)


def _sections() -> list[tuple[str, tuple[EntryKind, ...], str]]:
    return [
        (
            t("Sizes and measures"),
            (EntryKind.SIZE, EntryKind.MEASUREMENT),
            t("No size yet. Write down what is said, or keep it from a brief."),
        ),
        (
            t("Preferences"),
            (EntryKind.PREFERENCE, EntryKind.DISLIKE, EntryKind.ALLERGY),
            t("Nothing yet of likes and dislikes."),
        ),
        (t("Occasions"), (EntryKind.OCCASION,), t("No occasion yet.")),
        (t("Wish-list"), (EntryKind.WISH,), t("No wish yet.")),
        (
            t("Promised and to follow up"),
            (EntryKind.PROMISE, EntryKind.FOLLOW_UP),
            t("Nothing is promised or to be followed up."),
        ),
        (
            t("Looks, and what was thought of them"),
            (EntryKind.LOOK,),
            t("Looks that were sent appear here with what the client thought of them."),
        ),
    ]


def _head(services: Services, staff: Staff, found: ClientFile) -> None:
    client = found.client
    since = t("Client since {day}", day=day(found.since.date()))
    facts = [language_name(client.language), since, *owner.named(found)]
    tier = (
        f'<span class="mq-tier" data-tier="{client.tier}">{escape(tier_name(client.tier))}</span>'
    )
    rest = "".join(f"<span>{escape(fact)}</span>" for fact in facts)
    st.html(
        f'<header class="mq-client-head"><h1>{escape(client.name)}</h1>'
        f'<p class="mq-facts">{tier}{rest}</p></header>'
    )
    with st.container(horizontal=True, key="mq-client-acts"):
        st.button(
            t("Write something down"),
            icon=":material/edit:",
            on_click=actions.open_panel,
            args=("new",),
        )
        write_to = partial(actions.write_to, services.writing_first, staff)
        write_first.way(client.id, write_first.held(services, staff), write_to, "file")
        owner.button(staff)
        looks.compose_for(client.id)
        if staff.may(Permission.ANSWER_FOR_DATA):
            rights.show(services, staff, client)


def _section(
    services: Services,
    staff: Staff,
    found: ClientFile,
    *,
    title: str,
    kinds: tuple[EntryKind, ...],
    empty: str,
) -> None:
    say.heading(title)
    entries = found.of(*kinds)
    if not entries:
        say.remark(empty)
    for entry in entries:
        _line(services, staff, found, entry)


def _line(services: Services, staff: Staff, found: ClientFile, entry: Entry) -> None:
    if actions.panel() == f"edit-{entry.id}":
        form.show(services, staff, found, entry)
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"mq-entry-{entry.id}"):
        st.html(_words(services, entry))
        st.button(
            t("Correct"),
            key=f"correct-{entry.id}",
            type="tertiary",
            on_click=actions.open_panel,
            args=(f"edit-{entry.id}",),
        )


def _words(services: Services, entry: Entry) -> str:
    mark = f' class="mq-kind-{entry.kind}"'
    said = escape(says(entry.draft, services.products))
    return f'<p class="mq-line"><span{mark}>{said}</span><small>{escape(source(entry))}</small></p>'


def _benefits(found: ClientFile) -> None:
    say.heading(t("Benefits"))
    words = found.cleaning.say.in_(page_lang())
    left = found.benefits
    if left.free_a_year:
        words = (
            t(
                "{left} of {year} free cleanings left until {day}.",
                left=left.free_left,
                year=left.free_a_year,
                day=day(left.until),
            )
            + f" {words}"
        )
    rule = " · ".join(found.cleaning.rule)
    st.html(f'<p class="mq-line"><span>{escape(words)}</span><small>{escape(rule)}</small></p>')


def _consent(services: Services, staff: Staff, found: ClientFile) -> None:
    say.heading(t("Consent"))
    for entry in found.of(EntryKind.CONSENT):
        _line(services, staff, found, entry)
    st.html(consents_html(found.entries, found.asks_before_brief))


def _past(services: Services, found: ClientFile) -> None:
    if not found.past:
        return
    lines = "".join(_past_line(services, entry) for entry in found.past)
    title = escape(t("What stood here before"))
    st.html(f'<details class="mq-past"><summary>{title}</summary>{lines}</details>')


def _past_line(services: Services, entry: Entry) -> str:
    ended = ""
    if entry.ended_at:
        on = day(entry.ended_at.date())
        ended = t("until {day}, corrected by {name}", day=on, name=entry.ended_by)
    said: Sequence[str] = (source(entry), ended)
    small = escape(" · ".join(part for part in said if part))
    words = escape(says(entry.draft, services.products))
    return f'<p class="mq-line"><s>{words}</s><small>{small}</small></p>'
