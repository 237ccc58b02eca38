"""Which case is open, kept in the address; and why the last deed was not done."""

from __future__ import annotations

import streamlit as st

from console.parts.attempts import Attempts
from console.parts.cases.wording import explained

_TRIES = Attempts("case-trouble", explained)
attempt, trouble = _TRIES.press, _TRIES.trouble
NEW = "new"


def chosen() -> str:
    """The id of the open case, `NEW` for one to be opened, empty for none."""
    return st.query_params.get("case", "")


def open_case(case_id: str) -> None:
    st.query_params["case"] = case_id
    _TRIES.forget()


def shows_closed() -> bool:
    return st.query_params.get("show") == "closed"


def show(key: str) -> None:
    st.query_params["show"] = st.session_state[key] or "open"
