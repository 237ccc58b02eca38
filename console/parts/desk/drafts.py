"""The copilot's draft under the conversation: asked for by a press, read, and put in the field.

It is drawn for whoever has the client, and for nobody else. Nothing in it reaches the client
until she sends it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from agents.copilot.copilot import DraftState
from console.i18n import t
from console.parts import say
from console.parts.chat.sources import passage_of
from console.parts.chat.words import Source, sentences_html
from console.parts.desk import actions, ledger
from shop.access import Staff
from shop.conversations import Behaviour, Citation
from shop.errors import Conflict, NotFound
from shop.reply_drafts import ReplyDraft

if TYPE_CHECKING:
    from agents.copilot.copilot import Copilot
    from wiring import Services

_AWAY = "desk-draft-away"


def press(services: Services, staff: Staff, conversation_id: str) -> DraftState:
    """The button that asks for a draft; how the draft stands. Nothing once she has lost it."""
    try:
        state = services.copilot.state(staff, conversation_id)
    except (Conflict, NotFound):
        return DraftState(0)
    st.button(
        t("Draft again") if state.draft else t("Draft an answer"),
        key=f"draft-{conversation_id}",
        disabled=state.under_way or not state.answers,
        help=None if state.answers else t("The client waits for no answer."),
        on_click=_ask,
        args=(services.copilot, staff, conversation_id),
    )
    return state


def show(services: Services, state: DraftState) -> None:
    """What came of it: the draft, that it is under way, or that it could not be made."""
    if state.under_way:
        say.status(t("Drafting from the house's notes"), "mq-under-way")
    elif state.failed:
        say.status(t("No draft could be made just now. Nothing was sent."), "mq-remark mq-wrong")
    elif state.draft and st.session_state.get(_AWAY) != state.draft.id:
        with st.container(key="mq-draft-card", gap="small"):
            _card(state.draft, partial(passage_of, services.article_store))


def _ask(copilot: Copilot, staff: Staff, conversation_id: str) -> None:
    actions.attempt(conversation_id, lambda: copilot.draft(staff, conversation_id))


def _card(draft: ReplyDraft, source: Source) -> None:
    st.html(as_html(draft, source))
    with st.container(key="mq-draft-presses", horizontal=True):
        if draft.text:
            st.button(
                t("Put in the reply"),
                key=f"take-{draft.id}",
                type="primary",
                on_click=actions.put_in_reply,
                args=(draft.conversation_id, draft.text),
            )
        st.button(t("Put away"), key=f"away-{draft.id}", on_click=_put_away, args=(draft.id,))


def _put_away(draft_id: str) -> None:
    st.session_state[_AWAY] = draft_id


def as_html(draft: ReplyDraft, source: Source) -> str:
    """Its words with their sources, the proof of each sentence, and what staff should know."""
    words = sentences_html(draft.sentences, draft.citations, source, draft.id)
    said = f'<div class="mq-text" lang="{draft.lang}">{words}</div>' if words else _unknown(draft)
    remark = f'<p class="mq-remark">{escape(draft.remark)}</p>' if draft.remark else ""
    return (
        f'<section class="mq-draft-words"><h3 class="mq-label">{escape(_head(draft))}</h3>'
        f"{said}{_nearest(draft.nearest, source)}{remark}{ledger.as_html(draft.ledger)}</section>"
    )


def _head(draft: ReplyDraft) -> str:
    return t("Draft by the copilot (AI) for message {seq}; not sent", seq=draft.answers)


def _unknown(draft: ReplyDraft) -> str:
    """That it has no answer, which is said and never filled."""
    says = t("The copilot does not know this from the house's notes.")
    if draft.behaviour in (Behaviour.HANDOFF, Behaviour.ANSWER):
        says = t("This is for a person to answer; the copilot drafts nothing.")
    return f"<p>{escape(says)}</p>"


def _nearest(nearest: Sequence[Citation], source: Source) -> str:
    if not nearest:
        return ""
    passages = "".join(_passage(citation, source) for citation in nearest)
    return f'<p class="mq-remark">{escape(t("The nearest passages"))}</p>{passages}'


def _passage(citation: Citation, source: Source) -> str:
    title, text = source(citation) or ("", citation.quote)
    head = " · ".join(part for part in (citation.title, title) if part)
    return (
        f'<details class="mq-nearest"><summary>{escape(head)}</summary>'
        f'<p class="mq-text" lang="{citation.lang}">{escape(text)}</p></details>'
    )
