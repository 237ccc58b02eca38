"""The publish button: it says what would change for the advisor before it is pressed."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts import say
from console.parts.knowledge.changes import PassageChanges, passage_changes
from knowledge.article_store import ArticleStore
from shop.access import Permission, Staff
from shop.errors import BadInput, Conflict, MaroquinError, NotAllowed
from shop.revisions import Revision, RevisionState

if TYPE_CHECKING:
    from wiring import Services


def publish_button(services: Services, staff: Staff, revision: Revision) -> None:
    """Nothing for who may not publish; nothing for what is published already."""
    if revision.state is RevisionState.PUBLISHED or not staff.may(Permission.PUBLISH_KNOWLEDGE):
        return
    changes = _changes(services.article_store, revision)
    say.remark(summary(changes))
    words = t("Publish revision {number}", number=revision.number)
    if st.button(words, key=f"publish-{revision.article_id}-{revision.number}", type="primary"):
        _publish(services, staff, revision)
        st.rerun()


def summary(changes: PassageChanges) -> str:
    """One sentence: how many passages change, come and go, and how many stay."""
    if changes.none:
        return t("No passage changes: the advisor will answer as before.")
    counts = {
        t("{n} changed"): len(changes.changed),
        t("{n} new"): len(changes.added),
        t("{n} removed"): len(changes.removed),
        t("{n} unchanged"): len(changes.kept),
    }
    parts = ", ".join(words.format(n=n) for words, n in counts.items() if n)
    return t("For the advisor: {parts} (passages, both languages).", parts=parts)


def _changes(article_store: ArticleStore, revision: Revision) -> PassageChanges:
    history = article_store.history(revision.article_id)
    live = next((r.number for r in history if r.state is RevisionState.PUBLISHED), None)
    published = article_store.get(revision.article_id, live) if live else None
    return passage_changes(published, article_store.get(revision.article_id, revision.number))


def _publish(services: Services, staff: Staff, revision: Revision) -> None:
    try:
        with st.spinner(t("Publishing…")):
            services.publishing.publish(staff, revision.article_id, revision.number)
    except MaroquinError as error:
        say_trouble(error)
    else:
        words = t(
            "Revision {number} is published. The next answer uses it.", number=revision.number
        )
        say_done(words)


def say_trouble(error: MaroquinError) -> None:
    """Keep in words what went wrong, until the next run shows it."""
    st.session_state["knowledge-trouble"] = _explained(error)


def _explained(error: MaroquinError) -> str:
    if isinstance(error, Conflict):
        return t("A colleague saved this article meanwhile. Your text is kept here.")
    if isinstance(error, NotAllowed):
        return t("Your role reads articles but does not change them.")
    if isinstance(error, BadInput):
        return t("This text cannot be kept: {problem}", problem=error)
    return t("This could not be done just now. Nothing is lost; please try again.")


def say_done(words: str) -> None:
    st.session_state["knowledge-done"] = words


def outcome() -> None:
    """Say once, at the next run, how the last press of a button went."""
    if trouble := st.session_state.pop("knowledge-trouble", ""):
        st.html(f'<p class="mq-outcome" role="alert">{escape(trouble)}</p>')
    if done := st.session_state.pop("knowledge-done", ""):
        st.html(f'<p class="mq-outcome" role="status">{escape(done)}</p>')
