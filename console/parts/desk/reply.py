"""The reply box, a component of its own: a draft must outlive every rerun, failure and reload.

The browser sends a reply with its own request id and keeps the draft until it is told, by that id,
that the message is kept.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from console.i18n import t
from console.parts.desk import actions, pieces, translation
from console.parts.desk.opened import Opened
from shop.access import Staff
from shop.piece_search import named

if TYPE_CHECKING:
    from wiring import Services

_HERE = Path(__file__).parent
_HTML = (
    '<div class="box"><textarea rows="3"></textarea>'
    '<button type="button"><span></span><kbd aria-hidden="true"></kbd></button>'
    '<button type="button" class="translate" hidden></button></div>'
)


def box(services: Services, staff: Staff, opened: Opened) -> None:
    conversation_id = opened.conversation.id
    translation.of_reply(services, conversation_id)
    key = f"reply-{conversation_id}"
    last = actions.last_reply()
    put = actions.last_put(conversation_id)
    _component()(
        key=key,
        data={
            "conversation": conversation_id,
            "label": t("Your reply"),
            "send": t("Send"),
            "answered": last.request_id if last else "",
            "kept": last.kept if last else False,
            "pieces": pieces.attached(conversation_id),
            "translate": translation.control(services.interpreter, opened),
            "put": {"id": put.id, "text": put.text, "own": put.instead_of} if put else None,
        },
        on_reply_change=lambda: _send(services, staff, conversation_id, st.session_state[key]),
        on_translate_change=lambda: _translate(services, staff, opened, st.session_state[key]),
    )


def _send(services: Services, staff: Staff, conversation_id: str, state: Any) -> None:
    """What comes from a browser is looked at before it is used. Cards alone go by their names."""
    sent = state.get("reply")
    if not isinstance(sent, dict):
        return
    text, request_id = sent.get("text"), sent.get("id")
    if isinstance(text, str) and isinstance(request_id, str):
        cards = pieces.attached(conversation_id)
        said = text if text.strip() else named(services.products, cards)
        if actions.reply(services.desk, staff, conversation_id, said, request_id, pieces=cards):
            pieces.let_go(conversation_id)
            translation.sent()


def _translate(services: Services, staff: Staff, opened: Opened, state: Any) -> None:
    asked = state.get("translate")
    if isinstance(asked, dict) and isinstance(asked.get("text"), str):
        translation.ask(services, staff, opened, asked["text"])


@cache
def _component() -> Any:
    return st.components.v2.component(
        "maroquin_reply",
        html=_HTML,
        css=(_HERE / "reply.css").read_text(encoding="utf-8"),
        js=(_HERE / "reply.js").read_text(encoding="utf-8"),
    )
