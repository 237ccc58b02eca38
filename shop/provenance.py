"""The record behind a trace code (H-F4): a chain of links, each sealed upon the one before.

A link's hash is SHA-256 over its own canonical form and the hash before it; the first rests on
code and piece, so a chain cannot be moved to another code. Whoever changes a link breaks the chain
there, or at the next link if its hash was made anew as well. Whoever makes all of it anew breaks
with what earlier scans remember of the chain.

What holds is that the record was not changed. Nothing here says anything of the piece (H-F5).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, Protocol

from pydantic import AfterValidator, Field

from shop.language import Bilingual
from shop.typed_data import TypedData

STATIONS = 8
TRANSPORT, SERVICE = 7, 8  # of these there may be several, one after the other

Why = Literal["order", "altered", "rewritten", "missing"]


def _aware(moment: str) -> str:
    if datetime.fromisoformat(moment).tzinfo is None:
        raise ValueError("the time needs its offset, as in 2026-11-22T14:05+08:00")
    return moment


Moment = Annotated[str, AfterValidator(_aware)]  # kept as written: every character is sealed


class Link(TypedData):
    """One entry. `number` is its station of the eight; nothing of price or owner is in it."""

    number: int = Field(ge=1, le=STATIONS)
    at: Moment
    place: Bilingual
    by: Bilingual
    what: Bilingual
    document: str = ""
    delivered: bool = False  # a transport scan that handed the parcel over
    hash: str


class Record(TypedData):
    """What a registry holds of one code. `scans` of the tag, as far as the registry knows them."""

    code: str
    piece: str
    links: tuple[Link, ...] = Field(min_length=1)
    scans: tuple[Moment, ...] = ()

    @property
    def delivered(self) -> datetime | None:
        return next(
            (datetime.fromisoformat(each.at) for each in self.links if each.delivered), None
        )

    @property
    def reached(self) -> int:
        """The furthest of the eight stations."""
        return max(link.number for link in self.links)


class Registry(Protocol):
    """Where records come from. The sample house's is `knowledge.trace_registry`."""

    def find(self, code: str) -> Record | None: ...


class ScannedBy(StrEnum):
    CLIENT = "client"
    HOUSE = "house"  # staff who look a code up: says nothing of where the tag was


@dataclass(frozen=True, slots=True)
class Scan:
    """A code was read. `links` and `head` say how long the chain was then, and its last hash.

    `head` is empty where the chain did not hold: nothing is remembered of such a one.
    """

    code: str
    at: datetime
    by: ScannedBy
    links: int = 0
    head: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """`place` is the index of the first link that does not hold, `number` its station."""

    place: int
    number: int
    why: Why


def canonical(fields: object) -> bytes:
    """The one way to write it: JSON, keys in order, no spaces, UTF-8."""
    return json.dumps(
        fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def origin(code: str, piece: str) -> str:
    """What the first link rests on."""
    return hashlib.sha256(canonical({"code": code, "piece": piece})).hexdigest()


def sealed(link: Link, previous: str) -> str:
    """The hash that `link` must have upon `previous`, both as 64 hexadecimal digits."""
    content = canonical(link.model_dump(mode="json", exclude={"hash"}))
    return hashlib.sha256(content + bytes.fromhex(previous)).hexdigest()


def first_break(record: Record) -> Break | None:
    """Where the chain first does not hold by itself; None for a chain that holds."""
    previous, station = origin(record.code, record.piece), 0
    for place, link in enumerate(record.links):
        if not _follows(station, link.number):
            return Break(place, min(station + 1, STATIONS), "order")
        if sealed(link, previous) != link.hash:
            return Break(place, link.number, "altered")
        previous, station = link.hash, link.number
    return None


def _follows(station: int, number: int) -> bool:
    return number == station + 1 or (number == station and station in (TRANSPORT, SERVICE))


def break_with_earlier(record: Record, scans: Iterable[Scan]) -> Break | None:
    """Where a chain that holds by itself is not the one that an earlier scan saw."""
    found = (_unlike(record.links, scan) for scan in scans if scan.head)
    return min((each for each in found if each), key=lambda each: each.place, default=None)


def _unlike(links: Sequence[Link], scan: Scan) -> Break | None:
    if scan.links > len(links):
        return Break(len(links), min(links[-1].number + 1, STATIONS), "missing")
    last = links[scan.links - 1]
    return None if last.hash == scan.head else Break(scan.links - 1, last.number, "rewritten")
