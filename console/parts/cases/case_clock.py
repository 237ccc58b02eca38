"""A case's clock in words: how long is left, with the exact time to hover over."""

from __future__ import annotations

from datetime import datetime
from html import escape

from console.i18n import t
from console.parts.clock import exact, span
from shop.cases import Case

_SOON_S = 6 * 3600  # from here on it is drawn in the accent colour


def as_html(case: Case, now: datetime) -> str:
    if case.due is None:
        return f'<span class="mq-case-due">{escape(t("nothing due"))}</span>'
    left = (case.due - now).total_seconds()
    words = t("{span} left", span=span(left)) if left > 0 else t("{span} late", span=span(left))
    pressing = " mq-pressing" if left < _SOON_S else ""
    return (
        f'<time class="mq-case-due{pressing}" datetime="{case.due.isoformat()}"'
        f' title="{escape(exact(case.due))}">{escape(words)}</time>'
    )
