"""Which case is open, kept in the address; and why the last deed was not done."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from console.parts.cases.wording import explained
from shop.errors import MaroquinError

_TROUBLE = "case-trouble"
NEW = "new"


def chosen() -> str:
    """The id of the open case, `NEW` for one to be opened, empty for none."""
    return st.query_params.get("case", "")


def open_case(case_id: str) -> None:
    st.query_params["case"] = case_id
    st.session_state.pop(_TROUBLE, None)


def shows_closed() -> bool:
    return st.query_params.get("show") == "closed"


def show(key: str) -> None:
    st.query_params["show"] = st.session_state[key] or "open"


def attempt(act: Callable[[], object]) -> None:
    """Do it, or keep one sentence that says why not until the next try."""
    st.session_state.pop(_TROUBLE, None)
    try:
        act()
    except MaroquinError as error:
        st.session_state[_TROUBLE] = explained(error)


def trouble() -> str:
    words: str = st.session_state.get(_TROUBLE, "")
    return words
