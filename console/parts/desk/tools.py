"""The tools above the reply field: each a popover of its own, drawn only while it is open.

What they say when something was refused stays until the next action, as on the whole desk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts import say
from console.parts.attempts import Attempts
from shop.errors import (
    BadInput,
    Conflict,
    MaroquinError,
    NotAllowed,
    UnknownVariable,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


@contextmanager
def popover(tool: str, label: str, conversation_id: str, icon: str) -> Iterator[bool]:
    """Whether it is open: only then what it holds is drawn, because the desk is drawn often."""
    drawn = st.popover(label, key=_key(tool, conversation_id), on_change="rerun", icon=icon)
    with drawn, st.container(key="mq-tool-body") if drawn.open else nullcontext():
        yield bool(drawn.open)


def close(tool: str, conversation_id: str) -> None:
    """In a callback: what was to be done there is done."""
    st.session_state[_key(tool, conversation_id)] = False


def attempt(tool: str, act: Callable[[], object], said: Mapping[str, str]) -> bool:
    """Whether it happened. `said` holds our words for refusals by their text."""
    return _TRIES.attempt(act, tool, lambda error: said.get(str(error)) or _explained(error))


def trouble(tool: str) -> None:
    """Why her last action there was refused."""
    if words := _TRIES.trouble(tool):
        say.wrong(words)


def _key(tool: str, conversation_id: str) -> str:
    return f"tool-{tool}-{conversation_id}"


def _explained(error: MaroquinError) -> str:
    if isinstance(error, UnknownVariable):
        return t("There is no variable “{name}”. Use one of the list.", name=error.name)
    if isinstance(error, NotAllowed):
        return t("Your role does not include this.")
    if isinstance(error, Conflict):
        return t("This has changed meanwhile. Look at it again.")
    if isinstance(error, BadInput):
        return t("Something is empty or too long.")
    return t("This could not be done just now. Nothing is lost; please try again.")


_TRIES = Attempts("desk-tool-trouble", _explained)
forget_trouble = _TRIES.forget
