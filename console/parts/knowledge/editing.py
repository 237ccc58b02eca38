"""Editing an article: the sheet left, how it will read right, saved as a new revision.

A revision is never changed. Saving makes a draft beside it; publishing is a second step, which
says first what it changes for the advisor.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts import say
from console.parts.knowledge import article as article_part
from console.parts.knowledge import place, publish
from console.parts.knowledge.editor import Sheet
from console.parts.knowledge.publish import publish_button
from knowledge.article_store import ArticleStore
from knowledge.articles import Article, parse_article
from shop.access import Permission, Staff, require
from shop.errors import ContentError, MaroquinError
from shop.language import Lang
from shop.revisions import Revision

if TYPE_CHECKING:
    from wiring import Services


def show(services: Services, staff: Staff, article_id: str, lang: Lang) -> None:
    """The newest revision on the sheet. Raises NotAllowed, NotFound."""
    require(staff, Permission.EDIT_KNOWLEDGE)
    newest = services.article_store.history(article_id)[0]
    saved = services.article_store.get(article_id, newest.number)
    place.back_to_article(article_id)
    article_part.heading(saved, lang)
    _work(services, staff, newest, saved.markdown)


@st.fragment
def _work(services: Services, staff: Staff, newest: Revision, saved: str) -> None:
    sheet = Sheet(newest.article_id, newest.number, saved)
    read = _read(sheet)
    left, right = st.columns(2, gap="large")
    with left:
        sheet.show(read.line if isinstance(read, ContentError) else 0)
        _verdict(read)
        if sheet.overtaken:
            _overtaken(sheet, newest)
        _save(services.article_store, staff, sheet, usable=isinstance(read, Article))
        if not sheet.changed:
            publish_button(services, staff, newest)
    with right:
        _preview(read, newest.number + 1)


def _read(sheet: Sheet) -> Article | ContentError:
    path = f"{sheet.article_id}.md"
    try:
        article = parse_article(sheet.typed, path)
    except ContentError as error:
        return error
    if article.id != sheet.article_id:
        problem = t("must stay {id}: answers refer to it", id=sheet.article_id)
        return ContentError(path, _line_of_id(sheet.typed), "id", problem)
    return article


def _line_of_id(typed: str) -> int:
    lines = enumerate(typed.splitlines(), start=1)
    return next((number for number, line in lines if line.startswith("id:")), 1)


def _verdict(read: Article | ContentError) -> None:
    """One line under the sheet, always there, so that nothing moves while one types."""
    if isinstance(read, ContentError):
        words = t(
            "Line {line}, {field}: {problem}",
            line=read.line,
            field=read.field,
            problem=read.problem,
        )
        st.html(f'<p class="mq-verdict mq-wrong" role="status">{escape(words)}</p>')
        return
    words = t("{n} sections in both languages, no mistake found.", n=len(read.sections["en"]))
    st.html(f'<p class="mq-verdict" role="status">{escape(words)}</p>')


def _overtaken(sheet: Sheet, newest: Revision) -> None:
    words = t(
        "{author} saved revision {number} after you began. Read it in the history; then go on "
        "from it with your text, or discard yours.",
        author=newest.author,
        number=newest.number,
    )
    st.html(f'<p class="mq-outcome" role="alert">{escape(words)}</p>')
    go_on = t("Go on from revision {number} with my text", number=newest.number)
    st.button(go_on, key="go-on", on_click=sheet.go_on)


def _save(article_store: ArticleStore, staff: Staff, sheet: Sheet, *, usable: bool) -> None:
    note = st.text_input(
        t("What changed, and why"),
        key=f"note-{sheet.article_id}-{sheet.newest}",
        placeholder=t("One sentence for your colleagues"),
        persist_state="session",
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        ready = usable and sheet.changed and not sheet.overtaken
        if st.button(t("Save draft"), key="save-draft", type="primary", disabled=not ready):
            _keep(article_store, staff, sheet, note or "")
        if sheet.changed:
            words = t("Discard what I typed")
            st.button(words, key="discard", type="tertiary", on_click=sheet.discard)


def _keep(article_store: ArticleStore, staff: Staff, sheet: Sheet, note: str) -> None:
    try:
        revision = article_store.save(staff, sheet.article_id, sheet.typed, note, sheet.base)
    except MaroquinError as error:
        publish.say_trouble(error)
    else:
        sheet.put_away()
        publish.say_done(t("Saved as revision {number}, a draft.", number=revision.number))
    st.rerun()


def _preview(read: Article | ContentError, number: int) -> None:
    say.heading(t("How it will read"))
    if isinstance(read, Article):
        article_part.facts(replace(read, revision=number))
        article_part.sections(read, "zh", even=True)
        return
    words = t("The preview comes back when the marked line is right.")
    st.html(f'<p class="mq-empty">{escape(words)}</p>')
