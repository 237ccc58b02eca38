"""A promise as words: how long is left, relative, with the exact time to hover over."""

from __future__ import annotations

from datetime import datetime
from html import escape

from console.i18n import t
from console.parts.clock import exact, span
from shop.handoffs import Handoff, HandoffState

_SOON_S = 120  # from here on the promise is drawn in the accent colour


def in_words(handoff: Handoff, now: datetime) -> str:
    """How the promise stands, as one short phrase."""
    left = (handoff.due - now).total_seconds()
    if handoff.state is HandoffState.CLAIMED:
        return t("with you")
    if handoff.note_only and left > 0:
        return t("opens in {span}", span=span(left))
    return t("{span} left", span=span(left)) if left > 0 else t("{span} late", span=span(left))


def as_html(handoff: Handoff, now: datetime) -> str:
    """The phrase with the exact time on hover, marked when little or no time is left."""
    waits = handoff.state is HandoffState.WAITING
    pressing = waits and (handoff.due - now).total_seconds() < _SOON_S
    return (
        f'<time class="{"mq-due mq-pressing" if pressing else "mq-due"}"'
        f' datetime="{handoff.due.isoformat()}"'
        f' title="{escape(t("Promised by {time}", time=exact(handoff.due)))}">'
        f"{escape(in_words(handoff, now))}</time>"
    )
