"""Writing a snippet: its name, both languages, and what its variables stand for."""

from __future__ import annotations

from html import escape

import streamlit as st

from console.i18n import t
from console.parts.desk import tools
from shop.access import Staff
from shop.language import Bilingual
from shop.snippet_keeping import SnippetKeeping
from shop.snippets import LONGEST_NAME, LONGEST_TEXT, Snippet, Variable

TOOL = "snippets"
_EDITED = "desk-snippet"
_FIELDS = ("name", "zh", "en")


def is_open() -> bool:
    return _EDITED in st.session_state


def begin(snippet: Snippet | None = None) -> None:
    """A new one, or another wording of one."""
    tools.forget_trouble()
    st.session_state[_EDITED] = snippet.id if snippet else ""
    held = (snippet.name, snippet.text.zh, snippet.text.en) if snippet else ("", "", "")
    for field, value in zip(_FIELDS, held, strict=True):
        st.session_state[_key(field)] = value


def show(keeping: SnippetKeeping, staff: Staff) -> None:
    """A form, so that what is typed and the click arrive together."""
    with st.form("snippet-form", border=False):
        st.text_input(t("Name, for staff"), key=_key("name"), max_chars=LONGEST_NAME)
        st.text_area(t("In Chinese"), key=_key("zh"), max_chars=LONGEST_TEXT, height=96)
        st.text_area(t("In English"), key=_key("en"), max_chars=LONGEST_TEXT, height=96)
        st.html(_variables())
        tools.trouble(TOOL)
        st.form_submit_button(
            t("Save the snippet"), type="primary", on_click=_save, args=(keeping, staff)
        )
    with st.container(horizontal=True):
        st.button(t("Back to the snippets"), key="snippet-back", type="tertiary", on_click=_leave)
        if st.session_state[_EDITED]:
            st.button(
                t("Remove this snippet"),
                key="snippet-remove",
                type="tertiary",
                on_click=_remove,
                args=(keeping, staff),
            )


def _save(keeping: SnippetKeeping, staff: Staff) -> None:
    name, zh, en = (str(st.session_state.get(_key(field), "")) for field in _FIELDS)
    edited = str(st.session_state.get(_EDITED, ""))
    saved = tools.attempt(
        TOOL, lambda: keeping.save(staff, name, Bilingual(zh, en), edited), _refusals()
    )
    if saved:
        _leave()


def _remove(keeping: SnippetKeeping, staff: Staff) -> None:
    edited = str(st.session_state.get(_EDITED, ""))
    if tools.attempt(TOOL, lambda: keeping.remove(staff, edited), {}):
        _leave()


def _leave() -> None:
    tools.forget_trouble()
    st.session_state.pop(_EDITED, None)


def _refusals() -> dict[str, str]:
    return {
        "Both languages need the same variables.": t("Both languages need the same variables."),
        "A brace stands alone. Variables are written {client}.": t(
            "A brace stands alone. Variables are written as in the list."
        ),
        "There is a snippet of this name already.": t("There is a snippet of this name already."),
        "Somebody has removed this snippet meanwhile.": t(
            "Somebody has removed this snippet meanwhile."
        ),
    }


def _variables() -> str:
    meanings: dict[Variable, str] = {
        "client": t("the client's name"),
        "me": t("your name"),
        "piece": t("the attached pieces, else those shown last"),
        "price": t("the price of one piece, from the catalogue"),
        "salon": t("the salon of the next appointment"),
        "visit": t("day and time of the next appointment"),
    }
    rows = "".join(
        f"<div><dt><code>{{{name}}}</code></dt><dd>{escape(meaning)}</dd></div>"
        for name, meaning in meanings.items()
    )
    return f'<dl class="mq-dl mq-variables">{rows}</dl>'


def _key(field: str) -> str:
    return f"snippet-field-{field}"
