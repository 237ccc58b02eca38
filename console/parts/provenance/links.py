"""The eight links as a line through time, each with what was entered and how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from html import escape

from console.i18n import t
from console.parts.clock import exact
from shop.language import Lang
from shop.provenance import Link
from shop.trace_timeline import Standing, Station

_SHORT = 12  # of a hash: enough to compare by eye; the whole stands behind it


def as_html(stations: Iterable[Station], lang: Lang) -> str:
    title = escape(t("The eight links"))
    items = "".join(_station(station, lang) for station in stations)
    return f'<section class="mq-links"><h2>{title}</h2><ol>{items}</ol></section>'


def standing_name(standing: Standing) -> str:
    return {
        Standing.HOLDS: t("holds"),
        Standing.BROKEN: t("broken here"),
        Standing.AFTER: t("after the break"),
        Standing.AWAITED: t("not reached yet"),
    }[standing]


def _station(station: Station, lang: Lang) -> str:
    entries = "".join(_entry(link, lang) for link, _ in station.entries)
    name = station.name.in_(lang)
    return (
        f'<li class="mq-link-{station.standing}"><h3><span aria-hidden="true">{station.number}'
        f"</span>{escape(name[:1].upper() + name[1:])} "
        f"<small>{escape(standing_name(station.standing))}</small></h3>{entries}</li>"
    )


def _entry(link: Link, lang: Lang) -> str:
    at = datetime.fromisoformat(link.at)
    who = t("{place}, entered by {by}", place=link.place.in_(lang), by=link.by.in_(lang))
    seal = escape(link.hash)
    paper = f"{escape(link.document)} · " if link.document else ""
    return (
        f'<div class="mq-entry"><p>{escape(link.what.in_(lang))}</p>'
        f'<p class="mq-quiet"><time datetime="{escape(link.at)}">{escape(exact(at))}</time> · '
        f"{escape(who)}</p>"
        f'<p class="mq-quiet">{paper}<code title="{seal}">{seal[:_SHORT]}…</code></p></div>'
    )
