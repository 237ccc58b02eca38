"""A promise as words: how long is left, relative, with the exact time to hover over."""

from __future__ import annotations

from datetime import datetime
from html import escape

from console.i18n import t
from console.parts.clock import exact, hour, span
from shop.board import Place
from shop.handoffs import HandoffState
from shop.promises import Standing

_PRESSING = (Standing.PRESSING, Standing.LATE)


def in_words(place: Place, now: datetime) -> str:
    """How the promise stands, as one short phrase."""
    if place.by is None:
        return t("with you")
    left = (place.by - now).total_seconds()
    if place.handoff.state is HandoffState.CLAIMED:
        return _yours(left)
    if place.handoff.note_only and left > 0:
        return t("opens in {span}", span=span(left))
    return t("{span} left", span=span(left)) if left > 0 else t("{span} late", span=span(left))


def as_html(place: Place, now: datetime) -> str:
    """The phrase with the exact time on hover, marked when little or no time is left."""
    due = place.by or place.handoff.due
    return (
        f'<time class="{"mq-due mq-pressing" if place.standing in _PRESSING else "mq-due"}"'
        f' datetime="{due.isoformat()}"'
        f' title="{escape(t("Promised by {time}", time=exact(due)))}">'
        f"{escape(in_words(place, now))}</time>"
    )


def is_escalated(place: Place) -> bool:
    """Whether the promise was missed and nobody has taken the client up since."""
    waits = place.handoff.state is HandoffState.WAITING
    return waits and place.handoff.escalated_at is not None


def mark(place: Place) -> str:
    """A word where somebody must hurry; empty otherwise."""
    if is_escalated(place):
        return t("Escalated")
    return t("Due soon") if place.standing is Standing.PRESSING else ""


def offered(place: Place) -> str:
    """For whom the client waits before anybody may claim her; empty when for nobody."""
    if place.offer.until is None:
        return ""
    names = t(" or ").join(place.offer.names)
    return t("for {name} until {time}", name=names, time=hour(place.offer.until))


def _yours(left: float) -> str:
    if left > 0:
        return t("answer within {span}", span=span(left))
    return t("answer {span} late", span=span(left))
