"""The interface's two languages: msgids are English, `locale/zh/*.po` holds the Chinese.

Catalogues are read with Babel when first needed, so there is no compile step. On a page, `t`
speaks the language of whoever looks at it; elsewhere `translator(lang)` does.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st
from babel.messages.pofile import read_po

from shop.language import Lang

LOCALES: dict[Lang, str] = {"zh": "zh_CN", "en": "en_GB"}

Translate = Callable[..., str]
_CATALOGUES = Path(__file__).parent / "locale"
_LANG_KEY = "interface_lang"


def t(msgid: str, /, **values: object) -> str:
    """The text in the language of whoever looks at this page, with {names} filled in."""
    return translate(page_lang(), msgid, **values)


def translate(lang: Lang, msgid: str, /, **values: object) -> str:
    text = catalogue().get(msgid, msgid) if lang == "zh" else msgid
    return text.format(**values) if values else text


def translator(lang: Lang) -> Translate:
    """`t` for one fixed language: `translator("zh")("Sign in")`."""

    def fixed(msgid: str, /, **values: object) -> str:
        return translate(lang, msgid, **values)

    return fixed


def N_(msgid: str) -> str:  # gettext's own name for 'translate this later'
    """Marks a msgid that is translated where it is shown, not where it stands."""
    return msgid


def page_lang() -> Lang:
    """The language chosen for this session; English before anybody chose."""
    lang: Lang = st.session_state.get(_LANG_KEY, "en")
    return lang


def has_chosen() -> bool:
    return _LANG_KEY in st.session_state


def choose_lang(lang: Lang) -> None:
    st.session_state[_LANG_KEY] = lang


@cache
def catalogue() -> dict[str, str]:
    """Every Chinese translation by its msgid. Each page has a file of its own."""
    found: dict[str, str] = {}
    for path in sorted((_CATALOGUES / "zh").glob("*.po")):
        with path.open("rb") as file:
            messages = read_po(file, locale="zh_CN")
        found |= {str(m.id): str(m.string) for m in messages if m.id and m.string}
    return found
