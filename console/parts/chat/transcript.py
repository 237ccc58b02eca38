"""The conversation: what was said, what is being said, and who has it.

One fragment, run again whenever the conversation rings.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.live import listen
from console.parts import signs
from console.parts.chat import answering, brief, holder, rating, satisfaction, visits, words
from console.parts.chat.pieces import cards_html
from console.parts.chat.sources import passage_of
from console.parts.chat.welcome import examples
from console.parts.looks import hers as her_looks
from console.session import Here, here
from shop.conversations import Author, Conversation, Message
from shop.ports import conversation_topic
from shop.signs import Side

if TYPE_CHECKING:
    from shop.clients import Visitor

_SHOWN_AT_FIRST = 40  # messages; earlier ones on request
_EARLIER = "earlier-messages"


@st.fragment
def show(conversation_id: str) -> None:
    now = here()
    if now.visitor is None:
        return
    listen([conversation_topic(conversation_id)], key="chat-live")
    chats = now.services.chats
    if chats.goes_on_elsewhere(now.visitor, conversation_id):
        st.rerun()  # the whole page, which opens that one
    conversation = chats.get(now.visitor, conversation_id)
    messages = chats.transcript(now.visitor, conversation_id)
    for message in _recent(messages):
        _show(now, message)
    beginning = st.empty()  # always there, so that the questions vanish with her first words
    if not any(message.author is Author.SHOPPER for message in messages):
        with beginning.container():
            examples(conversation_id)
    _show_answers(now, now.visitor, conversation, messages)
    signs.show(conversation, messages, Side.CLIENT, "st-key-composer-row")
    st.html(holder.line(now, now.visitor, conversation_id))
    satisfaction.ask(now, now.visitor, conversation_id)
    brief.ask(now, now.visitor, conversation_id)
    brief.show(conversation_id)


def _recent(messages: list[Message]) -> list[Message]:
    if len(messages) <= _SHOWN_AT_FIRST or st.session_state.get(_EARLIER):
        return messages
    st.button(t("Show earlier messages"), key=_EARLIER, type="tertiary")
    return messages[-_SHOWN_AT_FIRST:]


def _show_answers(
    now: Here, visitor: Visitor, conversation: Conversation, messages: list[Message]
) -> None:
    """Watch what is being answered, then show what was kept meanwhile."""
    if not conversation.pending_turns:
        return
    source = partial(passage_of, now.services.article_store)
    may_hurry = now.services.settings.mode != "offline"  # offline there is nothing to wait for
    for turn_id in conversation.pending_turns:
        answering.watch(now.services.runner, turn_id, source, may_hurry)
    last = messages[-1].seq if messages else 0
    for message in now.services.chats.transcript(visitor, conversation.id, last):
        _show(now, message)


def _show(now: Here, message: Message) -> None:
    source = partial(passage_of, now.services.article_store)
    cards = cards_html(now.services.products, message.cards)
    with st.container(key=f"message-{message.seq}", gap=None):
        if her_looks.show(now, message, source):
            return
        st.html(words.as_html(message, source) + cards)
        visits.offer(now, message)
        if message.author is Author.ADVISOR and message.seq > 1:
            rating.ask(message)
