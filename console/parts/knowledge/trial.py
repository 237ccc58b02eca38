"""Try a question: which passages the advisor would find for it, and how sure the search is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from console.i18n import t
from console.parts.knowledge import place
from console.parts.plain import one_line, prose
from knowledge.passages import Hit
from knowledge.search import Search
from shop.errors import MaroquinError
from shop.language import Lang, language_of


def show(search: Search, lang: Lang) -> None:
    place.back_to_shelf()
    st.html(
        f'<header class="mq-article"><h1>{escape(t("Try a question"))}</h1><p>'
        + escape(t("See which published passages the advisor would find, and how near they are."))
        + "</p></header>"
    )
    question = st.text_input(
        t("A client's question, in either language"),
        key="knowledge-question",
        placeholder=t("For example: my lambskin bag got wet, what do I do"),
        max_chars=500,
        persist_state="session",
    )
    if question and question.strip():
        _found(search, question.strip(), language_of(question, lang))


def _found(search: Search, question: str, lang: Lang) -> None:
    try:
        hits = search.find(question, lang)
    except MaroquinError:
        words = t("The index could not be asked just now. Please try again.")
        st.html(f'<p class="mq-outcome" role="alert">{escape(words)}</p>')
        return
    if not hits:
        st.html(
            f'<p class="mq-empty">{escape(t("Nothing in the published articles is near."))}</p>'
        )
        return
    _list(hits)


def _list(hits: Sequence[Hit]) -> None:
    for number, hit in enumerate(hits, start=1):
        passage = hit.passage
        with st.container(key=f"mq-hit-{number}", gap=None):
            st.html(_scores(hit))
            st.button(
                one_line(f"{passage.article_title}: {passage.title}"),
                key=f"hit-{number}",
                type="tertiary",
                on_click=place.go,
                args=("read", passage.article),
            )
            st.markdown(prose(passage.text))


def _scores(hit: Hit) -> str:
    """The fused score as a bar and a figure, the parts it is made of beside it."""
    parts = {
        t("like an example question"): hit.asked,
        t("near in meaning"): hit.dense,
        t("shared words"): hit.lexical,
    }
    figures = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{value:.2f}</dd></div>" for name, value in parts.items()
    )
    share = max(0.0, min(hit.score, 1.0))
    return (
        f'<div class="mq-score"><b>{hit.score:.2f}</b>'
        f'<meter min="0" max="1" value="{share:.3f}">{hit.score:.2f}</meter>'
        f'<dl class="mq-dl">{figures}</dl></div>'
    )
