"""The shelf: every article by topic, narrowed by a search and a topic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

import streamlit as st

from console.i18n import t
from console.parts import say
from console.parts.knowledge import place
from console.parts.knowledge.wording import topic_names
from console.parts.plain import one_line
from knowledge.article_store import ArticleStore
from shop.language import Lang
from shop.revisions import ArticleSummary


def show(article_store: ArticleStore, lang: Lang, chosen: str) -> None:
    text = st.text_input(
        t("Search the articles"),
        key="knowledge-text",
        placeholder=t("Search the articles"),
        label_visibility="collapsed",
        icon=":material/search:",
        live="250ms",
        persist_state="session",
    )
    names = topic_names()
    topic = st.selectbox(
        t("Topic"),
        ["", *names],
        format_func=lambda code: names.get(code, t("All topics")),
        key="knowledge-topic",
        label_visibility="collapsed",
        persist_state="session",
    )
    found = article_store.list(text=text or "", topic=topic or "")
    if not found:
        _nothing(bool(text or topic))
        return
    st.html(f'<p class="mq-count">{escape(_count(len(found)))}</p>')
    with st.container(key="mq-shelf", gap=None):
        _entries(found, lang, chosen, names)


def _count(number: int) -> str:
    return t("1 article") if number == 1 else t("{number} articles", number=number)


def _nothing(narrowed: bool) -> None:
    words = (
        t("No article has these words. Try fewer, or ask the question in 'Try a question'.")
        if narrowed
        else t("The articles of the house appear here once they are loaded: python cli.py index.")
    )
    st.html(f'<div class="mq-empty"><p>{escape(words)}</p></div>')


def _entries(
    found: Sequence[ArticleSummary], lang: Lang, chosen: str, names: Mapping[str, str]
) -> None:
    order = list(names)
    by_topic = sorted(found, key=lambda summary: order.index(summary.topic))
    for topic, group in groupby(by_topic, key=lambda summary: summary.topic):
        say.heading(names[topic])
        for summary in group:
            _entry(summary, lang, summary.id == chosen)


def _entry(summary: ArticleSummary, lang: Lang, chosen: bool) -> None:
    label = one_line(summary.title.in_(lang))
    if summary.has_draft:
        label += f" :gray[· {t('draft')}]"
    st.button(
        f"**{label}**" if chosen else label,
        key=f"article-{summary.id}",
        type="tertiary",
        on_click=place.go,
        args=("read", summary.id),
    )
