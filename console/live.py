"""The live line to a page: a ring reruns the enclosing fragment.

Call `listen` at the beginning of a fragment, before it reads anything: only that fragment runs
again, so what somebody is typing, where she has scrolled to and what she has opened stay as they
are. A fragment that was drawn too early, or whose rerun got lost, is run again; while the line is
lost the page looks by itself every ten seconds. So it needs no `run_every` to stay true.

The same script tells the browser the language of the page and keeps the choice in a cookie.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from console.i18n import page_lang
from storefront.cookies import LANG
from storefront.language import TAGS
from storefront.opening import the_opening

_ASSETS = Path(__file__).parent / "assets"


def listen(topics: Sequence[str], key: str = "live") -> None:
    """Rerun the enclosing fragment whenever one of the topics rings. Draws nothing."""
    lang = page_lang()
    data = {
        "key": key,
        "topics": list(topics),
        "mark": the_opening().services().bell.mark(),
        "lang": TAGS[lang],
        "cookie": f"{LANG}={lang}",
    }
    with st.container(key=f"{key}-line", height="content"):
        _line()(key=key, data=data, height="content", on_rang_change=_nothing)


def _nothing() -> None:
    """The rerun itself is the effect."""


def follow(key: str = "follow") -> None:
    """Keep a reader of the chat at its end while it grows. Draws nothing."""
    with st.container(key=f"{key}-line", height="content"):
        _follower()(key=key, height="content")


def menus(key: str = "menus") -> None:
    """Let Escape close the menus of the head. Draws nothing."""
    with st.container(key=f"{key}-line", height="content"):
        _menus()(key=key, height="content")


@cache
def _line() -> Any:
    return _script("maroquin_live", "live.js")


@cache
def _follower() -> Any:
    return _script("maroquin_follow", "follow.js")


@cache
def _menus() -> Any:
    return _script("maroquin_menus", "menus.js")


def _script(name: str, file: str) -> Any:
    return st.components.v2.component(name, js=(_ASSETS / file).read_text(encoding="utf-8"))
