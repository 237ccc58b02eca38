"""Snippets at the desk: found by words, put into the reply in the client's language."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts import say
from console.parts.desk import actions, pieces, snippet_form, tools
from console.parts.desk.opened import Opened
from console.parts.plain import one_line
from shop.access import Staff
from shop.language import Lang
from shop.products import fold
from shop.snippet_keeping import language_of_client
from shop.snippets import Snippet

if TYPE_CHECKING:
    from wiring import Services

_TOOL = snippet_form.TOOL


def show(services: Services, staff: Staff, opened: Opened) -> None:
    conversation_id = opened.conversation.id
    with tools.popover(_TOOL, t("Snippets"), conversation_id, ":material/notes:") as is_open:
        if not is_open:
            return
        if snippet_form.is_open():
            snippet_form.show(services.snippets, staff)
        else:
            _list(services, staff, opened)


def _list(services: Services, staff: Staff, opened: Opened) -> None:
    lang = language_of_client(opened.conversation, opened.messages)
    words = st.text_input(
        t("Search snippets"),
        key=f"snippet-words-{opened.conversation.id}",
        placeholder=t("Words of a snippet…"),
        label_visibility="collapsed",
        icon=":material/search:",
        live="250ms",
    )
    found = [each for each in services.snippets.all(staff) if _holds(each, words or "")]
    tools.trouble(_TOOL)
    with st.container(key="mq-snippets", gap=None):
        for snippet in found:
            _row(services, staff, opened.conversation.id, snippet, lang=lang)
    if not found:
        said = t("No snippet has these words.") if words else t("There are no snippets yet.")
        say.remark(said)
    st.button(
        t("Write a snippet"),
        key="snippet-new",
        type="tertiary",
        icon=":material/add:",
        on_click=snippet_form.begin,
    )


def _row(
    services: Services, staff: Staff, conversation_id: str, snippet: Snippet, *, lang: Lang
) -> None:
    with st.container(key=f"mq-snippet-{snippet.id}", horizontal=True, gap="small"):
        st.button(
            one_line(snippet.name),
            key=f"snippet-{snippet.id}",
            type="tertiary",
            on_click=_insert,
            args=(services, staff, conversation_id, snippet.id),
        )
        st.button(
            t("Change"),
            key=f"snippet-change-{snippet.id}",
            type="tertiary",
            icon=":material/edit:",
            on_click=snippet_form.begin,
            args=(snippet,),
        )
        text = escape(snippet.text.in_(lang))
        st.html(f'<p class="mq-remark" lang="{lang}">{text}</p>')


def _insert(services: Services, staff: Staff, conversation_id: str, snippet_id: str) -> None:
    attached = pieces.attached(conversation_id)
    fill = partial(services.snippets.for_reply, staff, conversation_id, snippet_id, attached)
    if not tools.attempt(_TOOL, lambda: _put(conversation_id, fill().text), {}):
        return
    tools.close(_TOOL, conversation_id)


def _put(conversation_id: str, text: str) -> None:
    actions.put_in_reply(conversation_id, text)


def _holds(snippet: Snippet, words: str) -> bool:
    text = fold(f"{snippet.name} {snippet.text.zh} {snippet.text.en}")
    return all(word in text for word in fold(words).split())
