"""The client and the brief: what a personal shopper reads before her first word.

Every line of the brief carries the numbers of the messages it rests on, as links into the
conversation.
"""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

import streamlit as st
from babel.numbers import format_decimal

from console.i18n import LOCALES, page_lang, t
from console.parts.clock import exact
from console.parts.desk import brief, follow_up, promise
from console.parts.desk.opened import Opened
from console.parts.desk.wording import lane_name, language_name, reason_name
from console.parts.sizes import size_name
from console.parts.tiers import tier_name
from shop.clients import Client
from shop.handoffs import Handoff
from shop.language import Lang

if TYPE_CHECKING:
    from wiring import Services


def show(opened: Opened, services: Services, now: datetime) -> None:
    _who(opened.client, opened.conversation.id)
    _record(opened, now)
    brief.show(opened, services, now)


def nobody() -> None:
    words = t("Who the client is, what was asked and which pieces were discussed appear here.")
    st.html(f'<div class="mq-empty"><p>{escape(words)}</p></div>')


def _who(client: Client | None, conversation_id: str) -> None:
    name = client.name if client else t("A visitor who is not signed in")
    tier = client.tier if client else None
    st.html(
        f'<header class="mq-client"><h2>{escape(name)}</h2>'
        f'<span class="mq-tier" data-tier="{tier or "none"}">{escape(tier_name(tier))}</span>'
        f"{_book(client, conversation_id)}</header>"
    )


def _book(client: Client | None, conversation_id: str) -> str:
    """Where what this conversation holds may be kept."""
    if client is None:
        return ""
    words = escape(t("Keep in the client book"))
    return f'<a href="/clients?client={client.id}&amp;brief={conversation_id}">{words}</a>'


def _record(opened: Opened, now: datetime) -> None:
    written_in = escape(_languages(opened))
    rows = [(t("Writes in"), written_in), *_account(opened.client)]
    if opened.place:
        handoff = opened.place.handoff
        rows.append((t("Reason"), escape(reason_name(handoff.reason))))
        rows.append((t("Answered by"), escape(lane_name(handoff.lane))))
        if handoff.owner_name:
            rows.append((t("Personal shopper"), escape(_owner(handoff))))
        rows.append((t("Promise"), promise.as_html(opened.place, now)))
    if opened.follow_up:
        rows.append((t("Follow-up"), escape(follow_up.line(opened.follow_up))))
    rows.append((t("Since"), escape(exact(opened.conversation.opened_at))))
    if opened.conversation.tokens:
        rows.append((t("Used by the model"), escape(_tokens(opened.conversation.tokens))))
    cells = "".join(f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in rows)
    st.html(f'<dl class="mq-dl">{cells}</dl>')


def _owner(handoff: Handoff) -> str:
    if not handoff.cover_name:
        return handoff.owner_name
    return t("{name}, covered by {cover}", name=handoff.owner_name, cover=handoff.cover_name)


def _languages(opened: Opened) -> str:
    """That of the conversation, then others she writes."""
    known: dict[str, Lang] = {"zh": "zh", "en": "en"}
    written = [known[fact.value] for fact in opened.brief.of("language") if fact.value in known]
    return ", ".join(map(language_name, dict.fromkeys((opened.conversation.lang, *written))))


def _tokens(tokens: int) -> str:
    return t("{tokens} tokens", tokens=format_decimal(tokens, locale=LOCALES[page_lang()]))


def _account(client: Client | None) -> list[tuple[str, str]]:
    if client is None:
        return []
    sizes = [(size_name(name), escape(size)) for name, size in client.sizes.items()]
    return [(t("Prefers"), escape(language_name(client.language))), *sizes]
