"""A press that counts once, however often a button is clicked before the page is drawn anew.

A button takes the pass of what it does into its key and its callback; once that has happened the
pass is used, and the button drawn next has another.
"""

from __future__ import annotations

from uuid import uuid4

import streamlit as st

_USED = "presses-used"
_REMEMBERED = 50


def pass_for(what: str) -> str:
    """The pass of what is to be done once; the same until it is used."""
    given: str = st.session_state.setdefault(_key(what), uuid4().hex)
    return given


def is_used(given: str) -> bool:
    return given in st.session_state.get(_USED, ())


def use(what: str, given: str) -> None:
    """In a callback: it has happened."""
    before = st.session_state.get(_USED, ())
    st.session_state[_USED] = (*before, given)[-_REMEMBERED:]
    st.session_state.pop(_key(what), None)


def _key(what: str) -> str:
    return f"press-{what}"
