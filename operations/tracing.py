"""Trace: one code from the terminal, in both languages. It is looked at only; no scan is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Console

from knowledge.house_data import load_products, load_yaml
from knowledge.trace_registry import TraceFile
from settings import Settings
from shop.db import open_store
from shop.db.store import utc_now
from shop.language import LANGS
from shop.products import Catalogue
from shop.rulings import Ruling
from shop.tiers import TierBook
from shop.trace_findings import Finding
from shop.trace_rulings import what_it_proves, what_it_proves_not, what_it_shows
from shop.trace_timeline import Station, timeline
from shop.tracing import Tracing
from wiring.house import HOUSE


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with everything that is said of it, in this order."""

    finding: Finding
    rulings: tuple[Ruling, ...]
    stations: tuple[Station, ...]


def look_up(code: str, settings: Settings) -> Told:
    """Works beside a running server. Raises ContentError, SettingsError, StoreBusy."""
    store = open_store(settings.database)
    try:
        registry = TraceFile(HOUSE / "provenance.yaml")
        found = Tracing(store, utc_now, registry).examined(code)
    finally:
        store.close()
    zone = ZoneInfo(load_yaml(HOUSE / "tiers.yaml", TierBook).timezone)
    shown = what_it_shows(found, _piece(found), zone)
    said = (shown, what_it_proves(found), what_it_proves_not(found))
    return Told(found, said, timeline(found))


def as_object(told: Told) -> dict[str, Any]:
    """The verdict, what is said in both languages, and the stations, for another program."""
    found = told.finding
    return {
        "code": found.code,
        "verdict": found.verdict.value,
        "broken_at": found.broken.number if found.broken else None,
        "first_scan": found.first_scan.isoformat() if found.first_scan else None,
        "delivered": found.delivered.isoformat() if found.delivered else None,
        "said": {lang: [ruling.say.in_(lang) for ruling in told.rulings] for lang in LANGS},
        "links": [
            {"number": s.number, "standing": s.standing.value, "entries": len(s.entries)}
            for s in told.stations
        ],
    }


def print_finding(told: Told, out: Console) -> None:
    for lang in LANGS:
        out.print(
            "\n".join(ruling.say.in_(lang) for ruling in told.rulings), markup=False, soft_wrap=True
        )
    for station in told.stations:
        out.print(f"{station.number}  {station.standing:<8} {station.name.en}", markup=False)
        for link, _ in station.entries:
            line = f"     {link.at[:16]}  {link.what.en}  {link.document}  {link.hash[:12]}"
            out.print(line.rstrip(), markup=False, soft_wrap=True)


def _piece(found: Finding) -> str:
    catalogue = Catalogue(load_products(HOUSE / "products.yaml"))
    return catalogue.name_of(found.record.piece) if found.record else ""
