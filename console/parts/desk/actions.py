"""What a personal shopper does, as callbacks of buttons.

Each does one thing through the desk and, when that fails, keeps one sentence that says why. The
sentence stays until her next action: the page runs again by itself whenever something rings, and
what it told her must not vanish with that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from console.i18n import t
from console.parts import clock, write_first
from console.parts.attempts import Attempts
from shop.access import Staff
from shop.desk import Desk
from shop.errors import (
    AlreadyClaimed,
    BadInput,
    ColleagueAway,
    Conflict,
    MaroquinError,
    OfferedToAnother,
    Unfilled,
)
from shop.handoffs import Handoff
from shop.ids import new_id
from shop.writing_first import WritingFirst

_REPLIED = "desk-replied"
_OPENED = "desk-opened"
_PUT = "desk-put"


@dataclass(frozen=True, slots=True)
class Replied:
    """What became of the reply with this request id."""

    request_id: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Put:
    """Words for the reply field of a conversation; the browser takes each `id` once.

    They follow what stands there already, or take its place while it is still `instead_of`.
    """

    id: str
    conversation_id: str
    text: str
    instead_of: str | None = None


def chosen() -> str:
    """The id of the open conversation; the address keeps it over a reload. Empty: none."""
    return st.query_params.get("conversation", "")


def times_opened() -> int:
    """How often a conversation was opened here."""
    times: int = st.session_state.get(_OPENED, 0)
    return times


def open_conversation(conversation_id: str) -> None:
    st.query_params.from_dict({"conversation": conversation_id})
    st.session_state[_OPENED] = times_opened() + 1
    _TRIES.forget()


def attempt(conversation_id: str, act: Callable[[], object]) -> bool:
    """Whether it happened; else the page says why, until her next action."""
    return _TRIES.attempt(act, conversation_id)


def claim(desk: Desk, staff: Staff, handoff: Handoff) -> None:
    attempt(handoff.conversation_id, lambda: desk.claim(staff, handoff.id))


def reply(
    desk: Desk,
    staff: Staff,
    conversation_id: str,
    text: str,
    request_id: str,
    *,
    pieces: Sequence[str] = (),
) -> bool:
    """The same `request_id` twice is one message. Whether it is kept, with its pieces."""
    say = partial(desk.reply, staff, conversation_id, text, request_id, pieces)
    kept = attempt(conversation_id, say)
    st.session_state[_REPLIED] = Replied(request_id, kept)
    return kept


def last_reply() -> Replied | None:
    """What became of the last reply: the box empties its draft when it was kept."""
    last: Replied | None = st.session_state.get(_REPLIED)
    return last


def put_in_reply(conversation_id: str, text: str, instead_of: str | None = None) -> None:
    """Into the field, for her to change and send; nothing is sent by it."""
    st.session_state[_PUT] = Put(new_id(), conversation_id, text, instead_of)


def last_put(conversation_id: str) -> Put | None:
    put: Put | None = st.session_state.get(_PUT)
    return put if put and put.conversation_id == conversation_id else None


def back_why(conversation_id: str) -> str:
    """Where the page keeps why she gives it back."""
    return f"back-why-{conversation_id}"


def write_first_to(
    writing: WritingFirst, staff: Staff, conversation_id: str, client_id: str
) -> None:
    """Take the client's conversation, which need not be the open one, to write in it."""
    begun: list[str] = []

    def explained(error: MaroquinError) -> str:
        return write_first.refusal(error) or _explained(error)

    def begin() -> None:
        begun.append(writing.begin(staff, client_id).id)

    if _TRIES.attempt(begin, conversation_id, explained):
        open_conversation(*begun)


def give_back(desk: Desk, staff: Staff, conversation_id: str) -> None:
    """For the reason, if any, that the form holds at the click."""
    why = st.session_state.get(back_why(conversation_id), "")
    attempt(conversation_id, lambda: desk.give_back(staff, conversation_id, why))


def pass_to(conversation_id: str) -> str:
    """Where the page keeps the colleague she chose."""
    return f"pass-to-{conversation_id}"


def pass_why(conversation_id: str) -> str:
    return f"pass-why-{conversation_id}"


def transfer(desk: Desk, staff: Staff, conversation_id: str) -> None:
    """To the colleague and for the reason that the form holds at the click."""
    to = st.session_state.get(pass_to(conversation_id), "")
    why = st.session_state.get(pass_why(conversation_id), "")
    if not why.strip():
        _TRIES.refuse(t("Say in a few words why."), conversation_id)
        return
    attempt(conversation_id, lambda: desk.transfer(staff, conversation_id, to, why))


def close(desk: Desk, staff: Staff, conversation_id: str, outcome: str) -> None:
    attempt(conversation_id, lambda: desk.close(staff, conversation_id, outcome))


def _explained(error: MaroquinError) -> str:
    if isinstance(error, AlreadyClaimed):
        return t("{name} was first and has this client now.", name=error.by)
    if isinstance(error, OfferedToAnother):
        until = clock.hour(error.until)
        return t("This client waits for {name} until {time}.", name=error.to, time=until)
    if isinstance(error, ColleagueAway):
        return t("This colleague is not at the desk just now. Choose another.")
    if isinstance(error, Conflict):
        return t("You no longer hold this conversation. What you wrote is kept here.")
    if isinstance(error, BadInput):
        return _refused(error)
    return t("This could not be done just now. Nothing is lost; please try again.")


def _refused(error: BadInput) -> str:
    if isinstance(error, Unfilled):
        return t("Fill in {holes} first. Nothing was sent.", holes=", ".join(error.holes))
    return t("A message has between 1 and 4,000 characters.")


_TRIES = Attempts("desk-trouble", _explained)
trouble = _TRIES.trouble  # of a conversation
