"""Translation at the desk, where a model is configured: to read a client, and to write to her.

What a machine translated says so, and where its figures are not those of the original, that too.
Offline neither control is drawn.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import page_lang, t
from console.parts import say
from console.parts.desk import actions
from console.parts.desk.opened import Opened
from console.parts.desk.wording import language_name
from shop.access import Staff
from shop.conversations import Author, Message
from shop.ids import new_id
from shop.language import Lang, language_of

if TYPE_CHECKING:
    from agents.copilot.interpreter import Interpreter, Translation
    from wiring import Services

_WRITING = "desk-translating"  # (conversation, the press's key, her own words)


def of_message(interpreter: Interpreter, staff: Staff, message: Message) -> None:
    """Under a client's message in another language than the page's: a press, or what it gave."""
    to = page_lang()
    if not interpreter.is_there or message.author is not Author.SHOPPER or message.lang == to:
        return
    found = interpreter.reading(message, to)
    if found and found.result:
        st.html(as_html(found.result))
    elif found and found.under_way:
        say.status(t("Translating"), "mq-under-way")
    else:
        if found and found.failed:
            say.status(t("No translation could be made just now."), "mq-remark mq-wrong")
        _press(interpreter, staff, message, to)


def _press(interpreter: Interpreter, staff: Staff, message: Message, to: Lang) -> None:
    st.button(
        t("Translate"),
        key=f"translate-{message.id}",
        type="tertiary",
        on_click=_read,
        args=(interpreter, staff, message, to),
    )


def _read(interpreter: Interpreter, staff: Staff, message: Message, to: Lang) -> None:
    actions.attempt(message.conversation_id, lambda: interpreter.read(staff, message, to))


def as_html(found: Translation) -> str:
    """Marked as a machine's, with a warning where its figures differ."""
    head = escape(t("Machine translation, for staff"))
    warning = f'<p class="mq-remark mq-wrong">{escape(_warning())}</p>'
    return (
        f'<div class="mq-translation"><p class="mq-remark">{head}</p>'
        f'<div class="mq-text" lang="{found.lang}">{escape(found.text)}</div>'
        f"{'' if found.same_figures else warning}</div>"
    )


def _warning() -> str:
    return t("Its figures are not those of the original. Compare them.")


def control(interpreter: Interpreter, opened: Opened) -> str:
    """The words on the reply's control; empty where there is nothing to translate with or to."""
    to = opened.client_lang
    if not interpreter.is_there or to == page_lang():
        return ""
    return t("Translate into {language}", language=language_name(to))


def ask(services: Services, staff: Staff, opened: Opened, text: str) -> None:
    """Have the words in the field translated; what is in her language already stays."""
    to, conversation_id = opened.client_lang, opened.conversation.id
    if not text.strip() or language_of(text, to) == to:
        return
    key, interpreter = f"write:{new_id()}", services.interpreter
    write = (staff, conversation_id, text, to, key)
    if actions.attempt(conversation_id, lambda: interpreter.write(*write)):
        st.session_state[_WRITING] = (conversation_id, key, text)


def of_reply(services: Services, conversation_id: str) -> None:
    """Above the field: that it is being translated; then it is put there, and hers is kept here."""
    where, key, own = st.session_state.get(_WRITING, ("", "", ""))
    if where != conversation_id:
        return
    found = services.interpreter.writing(key)
    if found and found.under_way:
        say.status(t("Translating"), "mq-under-way")
    elif found and found.failed:
        say.status(t("No translation could be made just now. Your words are as they were."))
    elif found and found.result:
        _put(conversation_id, key, own, found.result)
        _translated(conversation_id, own, found.result)


def _put(conversation_id: str, key: str, own: str, found: Translation) -> None:
    """Once, in the place of her own words; below them where she has gone on writing."""
    if st.session_state.get(f"{_WRITING}-put") != key:
        st.session_state[f"{_WRITING}-put"] = key
        actions.put_in_reply(conversation_id, found.text, instead_of=own)


def _translated(conversation_id: str, own: str, found: Translation) -> None:
    words = t("Translated by a machine. Your words were: {words}", words=own)
    warning = "" if found.same_figures else f" {_warning()}"
    say.status(f"{words}{warning}")
    st.button(
        t("Put my own words back"),
        key=f"untranslate-{conversation_id}",
        type="tertiary",
        on_click=_put_back,
        args=(conversation_id, own, found.text),
    )


def _put_back(conversation_id: str, own: str, translated: str) -> None:
    actions.put_in_reply(conversation_id, own, instead_of=translated)
    st.session_state.pop(_WRITING, None)


def sent() -> None:
    """The reply is kept: there is nothing to put back any more."""
    st.session_state.pop(_WRITING, None)
