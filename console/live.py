"""The live line to a page: one EventSource, whose every message reruns the enclosing fragment.

Call `listen` inside a fragment: only that fragment runs again, so what somebody is typing, where
she has scrolled to and what she has opened stay as they are. Give the fragment
`run_every=FALLBACK_S` too: a lost line then costs seconds, not messages.

The same script tells the browser the language of the page and keeps the choice in a cookie.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from console.i18n import TAGS, page_lang
from storefront.cookies import LANG

FALLBACK_S = 10
_SCRIPT = Path(__file__).parent / "assets" / "live.js"


def listen(topics: Sequence[str], key: str = "live") -> None:
    """Rerun the enclosing fragment whenever one of the topics rings. Draws nothing."""
    lang = page_lang()
    data = {"topics": ",".join(topics), "lang": TAGS[lang], "cookie": f"{LANG}={lang}"}
    with st.container(key=f"{key}-line", height="content"):
        _component()(key=key, data=data, height="content", on_rang_change=_nothing)


def _nothing() -> None:
    """The rerun itself is the effect."""


@cache
def _component() -> Any:
    return st.components.v2.component("maroquin_live", js=_SCRIPT.read_text(encoding="utf-8"))
