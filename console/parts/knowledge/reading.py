"""Reading an article, and what may be done with it from here."""

from __future__ import annotations

import streamlit as st

from console.i18n import t
from console.parts import say
from console.parts.knowledge import article as article_part
from console.parts.knowledge import place
from knowledge.article_store import ArticleStore
from knowledge.articles import Article
from shop.access import Permission, Staff
from shop.language import Lang
from shop.revisions import Revision, RevisionState


def show(article_store: ArticleStore, staff: Staff, article_id: str, lang: Lang) -> None:
    """The published revision, or the newest draft where nothing is published yet."""
    revisions = article_store.history(article_id)
    current = next((r for r in revisions if r.state is RevisionState.PUBLISHED), revisions[0])
    article = article_store.get(article_id, current.number)
    _actions(article, staff)
    article_part.heading(article, lang)
    _waiting_draft(revisions[0], current)
    article_part.facts(article)
    article_part.sections(article, lang)


def _actions(article: Article, staff: Staff) -> None:
    with st.container(horizontal=True, key="mq-article-actions"):
        place.back_to_shelf()
        if staff.may(Permission.EDIT_KNOWLEDGE):
            st.button(
                t("Edit"),
                icon=":material/edit:",
                on_click=place.go,
                args=("edit", article.id),
            )
        st.button(t("History"), type="tertiary", on_click=place.go, args=("history", article.id))


def _waiting_draft(newest: Revision, shown: Revision) -> None:
    if newest.number == shown.number or newest.state is not RevisionState.DRAFT:
        return
    words = t(
        "{author} saved revision {number} as a draft; clients still get revision {published}.",
        author=newest.author,
        number=newest.number,
        published=shown.number,
    )
    say.remark(words)
