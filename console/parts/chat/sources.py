"""The section that a citation's quote stands in.

A revision never changes, so a section that was read once is kept for the whole process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from shop.errors import MaroquinError

if TYPE_CHECKING:
    from console.parts.chat.words import Passage
    from knowledge.article_store import ArticleStore
    from shop.conversations import Citation


def passage_of(article_store: ArticleStore, citation: Citation) -> Passage | None:
    """Title and text of the cited section; None when that revision can't be read."""
    try:
        return _section(
            article_store, citation.article, citation.revision, citation.section, citation.lang
        )
    except MaroquinError:
        return None


@st.cache_data(max_entries=2000, show_spinner=False)
def _section(
    _article_store: ArticleStore, article: str, revision: int, section: str, lang: str
) -> Passage | None:
    sections = _article_store.get(article, revision).sections
    for found in sections["zh" if lang == "zh" else "en"]:
        if found.key == section:
            return found.title, found.text
    return None
