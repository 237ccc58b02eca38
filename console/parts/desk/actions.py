"""What a personal shopper does, as callbacks of buttons.

Each does one thing through the desk and keeps one sentence about how it went. The sentence
stays until her next action: the page runs again by itself whenever something rings, and what it
told her must not vanish with that. A draft is only emptied when its message is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from uuid import uuid4

import streamlit as st

from console.i18n import t
from shop.access import Staff
from shop.desk import Desk
from shop.errors import AlreadyClaimed, Conflict, MaroquinError
from shop.handoffs import Handoff

_SAID = "desk-said"
PART = "desk-part"  # which of the three a phone shows
Part = Literal["queue", "conversation", "client"]


@dataclass(frozen=True, slots=True)
class Said:
    """How the last action went, for one conversation."""

    conversation_id: str
    words: str
    good: bool


def said(conversation_id: str) -> Said | None:
    kept: Said | None = st.session_state.get(_SAID)
    return kept if kept and kept.conversation_id == conversation_id else None


def chosen() -> str:
    """The id of the open conversation; the address keeps it over a reload. Empty: none."""
    return st.query_params.get("conversation", "")


def open_conversation(conversation_id: str) -> None:
    st.query_params["conversation"] = conversation_id
    st.session_state[PART] = "conversation"
    st.session_state.pop(_SAID, None)


def draft_key(conversation_id: str) -> str:
    return f"draft-{conversation_id}"


def claim(desk: Desk, staff: Staff, handoff: Handoff) -> None:
    def act() -> str:
        desk.claim(staff, handoff.id)
        return ""

    _try(handoff.conversation_id, act)


def reply(desk: Desk, staff: Staff, conversation_id: str) -> None:
    """Send the draft. The same press twice is one message: its request id stays until kept."""
    draft, request = draft_key(conversation_id), f"request-{conversation_id}"

    def act() -> str:
        request_id = st.session_state.setdefault(request, uuid4().hex)
        desk.reply(staff, conversation_id, st.session_state.get(draft) or "", request_id)
        del st.session_state[request]
        st.session_state[draft] = ""
        return ""

    _try(conversation_id, act)


def give_back(desk: Desk, staff: Staff, conversation_id: str) -> None:
    def act() -> str:
        desk.give_back(staff, conversation_id)
        return t("Given back. The advisor answers the next message.")

    _try(conversation_id, act)


def close(desk: Desk, staff: Staff, conversation_id: str, outcome: str) -> None:
    def act() -> str:
        desk.close(staff, conversation_id, outcome)
        return t("Closed. A new message from the client opens it again.")

    _try(conversation_id, act)


def _try(conversation_id: str, act: Callable[[], str]) -> None:
    try:
        words, good = act(), True
    except AlreadyClaimed as lost:
        words, good = t("{name} was first and has this client now.", name=lost.by), False
    except Conflict:
        words, good = t("You no longer hold this conversation. Your draft is kept."), False
    except MaroquinError as error:
        words, good = str(error), False
    st.session_state[_SAID] = Said(conversation_id, words, good)
