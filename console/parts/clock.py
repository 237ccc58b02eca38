"""Times as people read them: exact in the reader's own time zone, or as a length of time."""

from __future__ import annotations

from datetime import datetime
from html import escape

from console.i18n import t
from console.session import time_zone


def exact(at: datetime) -> str:
    """The instant to the minute: `2026-11-21 18:05 CST`. `at` is aware."""
    return f"{at.astimezone(time_zone()):%Y-%m-%d %H:%M %Z}"


def hour(at: datetime) -> str:
    return f"{at.astimezone(time_zone()):%H:%M}"


def as_html(at: datetime) -> str:
    """The hour, with the exact time to hover over."""
    title = escape(exact(at))
    return f'<time datetime="{at.isoformat()}" title="{title}">{hour(at)}</time>'


def span(seconds: float) -> str:
    """A length of time in its one or two largest units: `2 h 5 min`."""
    minutes = int(abs(seconds) // 60)
    days, hours = divmod(minutes // 60, 24)
    if days:
        return t("{days} d {hours} h", days=days, hours=hours)
    if hours:
        return t("{hours} h {minutes} min", hours=hours, minutes=minutes % 60)
    return t("{minutes} min", minutes=max(minutes, 1))
