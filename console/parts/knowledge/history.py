"""Every revision of an article, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts import say
from console.parts.clock import exact
from console.parts.knowledge import differences, place
from console.parts.knowledge.publish import publish_button
from console.parts.knowledge.wording import state_name
from knowledge.article_store import ArticleStore
from shop.access import Staff
from shop.language import Lang
from shop.revisions import Revision

if TYPE_CHECKING:
    from wiring import Services


def show(services: Services, staff: Staff, article_id: str, lang: Lang) -> None:
    article_store = services.article_store
    revisions = article_store.history(article_id)
    title = article_store.get(article_id, revisions[0].number).front.title.in_(lang)
    place.back_to_article(article_id)
    st.html(
        f'<header class="mq-article"><p class="mq-label">{escape(t("History"))}</p>'
        f"<h1>{escape(title)}</h1></header>"
    )
    left, right = st.columns((1, 2), gap="large")
    with left:
        chosen = _choose(revisions)
        _about(chosen)
        publish_button(services, staff, chosen)
    with right:
        _difference(article_store, revisions, chosen)


def _choose(revisions: Sequence[Revision]) -> Revision:
    by_number = {revision.number: revision for revision in revisions}
    number = st.radio(
        t("Revisions"),
        list(by_number),
        format_func=lambda n: t(
            "Revision {number}: {state}", number=n, state=state_name(by_number[n].state)
        ),
        captions=[f"{revision.author}, {exact(revision.at)}" for revision in revisions],
        key=f"revision-of-{revisions[0].article_id}",
        label_visibility="collapsed",
    )
    return by_number[number if number is not None else revisions[0].number]


def _about(revision: Revision) -> None:
    note = revision.note or t("No note was left.")
    say.remark(note)


def _difference(
    article_store: ArticleStore, revisions: Sequence[Revision], chosen: Revision
) -> None:
    earlier = [revision.number for revision in revisions if revision.number < chosen.number]
    if not earlier:
        st.html(f'<p class="mq-empty">{escape(t("This is the first revision."))}</p>')
        return
    base = _base(earlier, chosen)
    old = article_store.get(chosen.article_id, base).markdown
    new = article_store.get(chosen.article_id, chosen.number).markdown
    _lines(differences.compare(old, new))


def _base(earlier: Sequence[int], chosen: Revision) -> int:
    """The revision to compare with: at first the one that the author started from."""
    start = earlier.index(chosen.base) if chosen.base in earlier else 0
    number = st.selectbox(
        t("Compared with"),
        earlier,
        index=start,
        format_func=lambda n: t("Revision {number}", number=n),
        key=f"base-of-{chosen.article_id}-{chosen.number}",
    )
    return number or earlier[0]


def _lines(lines: Sequence[differences.Line]) -> None:
    runs = differences.around_changes(list(lines))
    if not runs:
        st.html(f'<p class="mq-empty">{escape(t("The text is the same."))}</p>')
    for run in runs:
        st.html(differences.as_html(run))
