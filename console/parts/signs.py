"""Under a conversation: whether the other side is typing, and whether she has read the last words.

The browser shows and sends both along the live line; no script runs for it. What was read before
the page was drawn is in the store.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from console.i18n import t
from shop.conversations import Author, Conversation, Holder, Message
from shop.ports import conversation_topic
from shop.signs import Side

_ASSETS = Path(__file__).parents[1] / "assets"
_HTML = '<div class="signs"><p class="read"></p><p class="typing" role="status"></p></div>'
_WRITES = {Side.CLIENT: Author.SHOPPER, Side.HOUSE: Author.PERSON}


def show(conversation: Conversation, messages: Sequence[Message], side: Side, box: str) -> None:
    """`side` is whose page this is; `box` the class of the container in which she writes."""
    if conversation.holder is not Holder.PERSON:
        return
    by_client, by_house = conversation.read_by_client, conversation.read_by_house
    by_us, by_other = (by_client, by_house) if side is Side.CLIENT else (by_house, by_client)
    _component()(
        key=f"signs-{side}",
        data={
            "conversation": conversation.id,
            "topic": conversation_topic(conversation.id),
            "side": side.value,
            "box": box,
            "own": max((m.seq for m in messages if m.author is _WRITES[side]), default=0),
            "last": max((m.seq for m in messages), default=0),
            "readByUs": by_us,
            "readByOther": by_other,
            "typingWords": _typing(side),
            "readWords": t("Read"),
        },
        height="content",
    )


def _typing(side: Side) -> str:
    if side is Side.CLIENT:
        return t("{name} is writing…", name="{name}")
    return t("The client is writing…")


@cache
def _component() -> Any:
    return st.components.v2.component(
        "maroquin_signs",
        html=_HTML,
        css=(_ASSETS / "signs.css").read_text(encoding="utf-8"),
        js=(_ASSETS / "signs.js").read_text(encoding="utf-8"),
    )
