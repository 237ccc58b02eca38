"""The knowledge page as a whole: the shelf beside what is open, or one view over the full width."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import page_lang, t
from console.parts.knowledge import (
    disagreeing,
    editing,
    history,
    place,
    publish,
    reading,
    shelf,
    trial,
)
from console.session import staff_here
from shop.access import Permission, Staff
from shop.errors import NotAllowed, NotFound

if TYPE_CHECKING:
    from wiring import Services

_STYLE = Path(__file__).parent / "knowledge.css"


def show() -> None:
    services, staff = staff_here(Permission.READ_KNOWLEDGE)
    st.html(_STYLE)
    where = place.here()
    with st.container(key=f"mq-knowledge-{where.view}"):
        publish.outcome()
        try:
            _view(services, staff, where)
        except NotFound:
            _missing(where.article)
        except NotAllowed:
            st.info(t("Your role reads articles but does not change them."), icon=":material/lock:")


def _view(services: Services, staff: Staff, where: place.Place) -> None:
    lang = page_lang()
    if where.view == "trial":
        trial.show(services.search, lang)
    elif where.view == "edit":
        editing.show(services, staff, where.article, lang)
    elif where.view == "history":
        history.show(services, staff, where.article, lang)
    else:
        _shelf_and_article(services, staff, where.article)


def _shelf_and_article(services: Services, staff: Staff, article_id: str) -> None:
    left, right = st.columns((2, 5), gap="large")
    with left, st.container(key="mq-beside" if article_id else "mq-alone"):
        shelf.show(services.article_store, page_lang(), article_id)
    with right:
        if article_id:
            reading.show(services.article_store, staff, article_id, page_lang())
        else:
            _welcome()
            disagreeing.show(services.disagreements, staff)


def _welcome() -> None:
    title = escape(t("What the house knows"))
    words = escape(t("Choose an article to read it. Every answer of the advisor rests on these."))
    st.html(f'<header class="mq-article"><h1>{title}</h1><p>{words}</p></header>')
    st.button(t("Try a question"), icon=":material/search:", on_click=place.go, args=("trial",))


def _missing(article_id: str) -> None:
    words = t("There is no article {id}. It may have been renamed.", id=article_id)
    st.html(f'<div class="mq-empty"><p>{escape(words)}</p></div>')
    st.button(t("All articles"), on_click=place.go)
