"""Where in the knowledge page the reader is. The address says it, so reload and back work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import streamlit as st

from console.i18n import t

View = Literal["read", "edit", "history", "trial"]


@dataclass(frozen=True, slots=True)
class Place:
    """`article` is empty on the shelf; `trial` needs none."""

    view: View = "read"
    article: str = ""


def here() -> Place:
    asked = st.query_params.get("view", "read")
    view: View = next((known for known in get_args(View) if known == asked), "read")
    return Place(view, st.query_params.get("article", ""))


def go(view: View = "read", article: str = "") -> None:
    """Move within the page; meant as a button's `on_click`."""
    wanted = {"view": "" if view == "read" else view, "article": article}
    st.query_params.from_dict({key: value for key, value in wanted.items() if value})


def back_to_shelf() -> None:
    _back(t("All articles"))


def back_to_article(article: str) -> None:
    _back(t("Back to the article"), "read", article)


def _back(words: str, *where: str) -> None:
    st.button(words, type="tertiary", icon=":material/arrow_back:", on_click=go, args=where)
