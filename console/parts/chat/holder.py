"""Who has the conversation, in one quiet line; nothing when it is simply the advisor."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from babel.dates import format_skeleton

from console.i18n import LOCALES, page_lang, t
from console.parts.clock import exact, hour
from console.session import Here, time_zone
from shop.conversations import Conversation, Holder
from shop.handoffs import Handoff, Lane

if TYPE_CHECKING:
    from shop.clients import Visitor


def line(now: Here, visitor: Visitor, conversation_id: str) -> str:
    """The line as HTML; its exact time, if it names one, is there to hover over."""
    chats = now.services.chats
    conversation = chats.get(visitor, conversation_id)
    awaited = chats.awaited(visitor, conversation_id)
    words = in_words(conversation, awaited, now.services.clock())
    title = f' title="{escape(exact(awaited.due))}"' if awaited else ""
    return f'<p class="mq-holder" role="status"{title}>{escape(words)}</p>'


def in_words(conversation: Conversation, awaited: Handoff | None, now: datetime) -> str:
    if conversation.holder is Holder.PERSON:
        return t("{name} has the conversation.", name=conversation.staff_name)
    if conversation.holder is Holder.CLOSED:
        return t("This conversation is closed. Write to open it again.")
    return _waiting(awaited, now) if awaited else ""


def _waiting(awaited: Handoff, now: datetime) -> str:
    """Only the dedicated lane promises a minute; the others say that somebody comes."""
    if awaited.note_only:
        return t(
            "Your note is with the house. It will be read when the desk opens at {time}.",
            time=when(awaited.due, now),
        )
    if awaited.lane is Lane.DEDICATED:
        return t(
            "Waiting for your personal shopper, promised by {time}. "
            "The advisor still answers meanwhile.",
            time=when(awaited.due, now),
        )
    return t("You are waiting for a person. The advisor still answers meanwhile.")


def when(at: datetime, now: datetime) -> str:
    """The hour, with the day unless it is now's, as the reader's clock shows it."""
    zone = time_zone()
    if at.astimezone(zone).date() == now.astimezone(zone).date():
        return hour(at)
    day = format_skeleton("MMMd", at, tzinfo=zone, locale=LOCALES[page_lang()])
    return f"{day} {hour(at)}"
