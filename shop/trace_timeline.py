"""A finding along the eight links: what each holds, and whether it may be relied on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shop.language import Bilingual
from shop.provenance import STATIONS, Break, Link
from shop.trace_findings import Finding
from shop.trace_rulings import STATION_NAMES


class Standing(StrEnum):
    HOLDS = "holds"
    BROKEN = "broken"
    AFTER = "after"  # comes after the break: nothing vouches for it
    AWAITED = "awaited"  # the record has not come so far


@dataclass(frozen=True, slots=True)
class Station:
    """One of the eight; `entries` in their order, each as it stands."""

    number: int
    name: Bilingual
    standing: Standing
    entries: tuple[tuple[Link, Standing], ...] = ()


def timeline(found: Finding) -> tuple[Station, ...]:
    """All eight stations; nothing without a record."""
    if found.record is None:
        return ()
    entries = [
        (link, _standing(place, found.broken)) for place, link in enumerate(found.record.links)
    ]
    return tuple(
        _station(number, tuple(e for e in entries if e[0].number == number), found.broken)
        for number in range(1, STATIONS + 1)
    )


def _standing(place: int, broken: Break | None) -> Standing:
    if broken is None or place < broken.place:
        return Standing.HOLDS
    return Standing.BROKEN if place == broken.place else Standing.AFTER


def _station(
    number: int, entries: tuple[tuple[Link, Standing], ...], broken: Break | None
) -> Station:
    name, standings = STATION_NAMES[number - 1], {standing for _, standing in entries}
    if Standing.BROKEN in standings or (broken and broken.number == number):
        return Station(number, name, Standing.BROKEN, entries)
    if not entries:
        return Station(number, name, Standing.AWAITED)
    standing = Standing.AFTER if Standing.AFTER in standings else Standing.HOLDS
    return Station(number, name, standing, entries)
