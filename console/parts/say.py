"""The lines that every page says alike: the heading of a part, a remark, what went wrong."""

from __future__ import annotations

from html import escape

import streamlit as st


def heading(words: str) -> None:
    """Above a part of a page."""
    st.html(f'<h2 class="mq-label">{escape(words)}</h2>')


def remark(words: str) -> None:
    """Quietly, below or in the place of something."""
    st.html(f'<p class="mq-remark">{escape(words)}</p>')


def status(words: str, kind: str = "mq-remark") -> None:
    """What is so now, which a screen reader tells when it can; `kind`: its CSS classes."""
    st.html(f'<p class="{kind}" role="status">{escape(words)}</p>')


def wrong(words: str) -> None:
    """What went wrong, which a screen reader tells at once."""
    st.html(f'<p class="mq-remark mq-wrong" role="alert">{escape(words)}</p>')
