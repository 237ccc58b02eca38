"""Where a parcel goes, as typed data: warehouse, who pays the duty, and the 72-hour areas.

Read from `knowledge/house/destinations.yaml` (H-C1, H-C2, H-D1). What the house sheet does not
decide stays open: `promised_72h` 'unknown' (it depends on the city), `warehouse` None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from shop.errors import NotFound
from shop.language import Bilingual
from shop.typed_data import TypedData

Warehouse = Literal["paris", "hong-kong", "dubai"]
Terms = Literal["DDP", "DAP"]
Promised = Literal["yes", "no", "unknown"]


class Place(TypedData):
    """A country or a city in it. `aliases` are how shoppers write it, in either language."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    name: Bilingual
    aliases: tuple[str, ...] = ()
    promised_72h: Promised


class Country(Place):
    """A country, or a territory with its own customs. Its cities share warehouse and terms.

    `area_72h` says in words which part of it the 72-hour promise reaches.
    """

    warehouse: Warehouse | None
    terms: Terms
    eu: bool = False
    area_72h: Bilingual | None = None
    cities: tuple[Place, ...] = ()


ELSEWHERE = Bilingual("该目的地", "that destination")  # a place the house does not list


class Destination(TypedData):
    """A place that was named, with what its country decides."""

    place: Place
    country: Country

    @property
    def id(self) -> str:
        return self.place.id

    @property
    def is_country(self) -> bool:
        return self.place.id == self.country.id

    @property
    def name(self) -> Bilingual:
        return self.place.name


class Destinations(TypedData):
    """Every place the house's data names."""

    countries: tuple[Country, ...]

    @model_validator(mode="after")
    def _each_name_once(self) -> Self:
        seen: dict[str, str] = {}
        for destination in self._all():
            for name in _names(destination.place):
                if seen.setdefault(name, destination.id) != destination.id:
                    raise ValueError(f"{name!r} names both {seen[name]} and {destination.id}")
        return self

    def get(self, place_id: str) -> Destination:
        """The place with this id. Raises NotFound."""
        for destination in self._all():
            if destination.id == place_id:
                return destination
        raise NotFound(f"There is no destination {place_id!r}.")

    def find(self, text: str) -> tuple[Destination, ...]:
        """The places a text names, in the order of their mention; a city hides its country.

        Longer names win over shorter ones within them: 'New York' is not 'York'.
        """
        found: dict[int, Destination] = {}
        rest, plain = text, text.lower()
        for name, lowered, destination in self._longest_first:
            if lowered not in plain:
                continue
            pattern = _pattern(name)
            found |= {match.start(): destination for match in pattern.finditer(rest)}
            rest = pattern.sub(lambda match: " " * len(match.group()), rest)
        unique = dict.fromkeys(found[at].id for at in sorted(found))
        named = {destination.id: destination for destination in found.values()}
        hidden = {d.country.id for d in named.values() if not d.is_country}
        return tuple(named[each] for each in unique if each not in hidden)

    def _all(self) -> Iterator[Destination]:
        for country in self.countries:
            yield Destination(place=country, country=country)
            for city in country.cities:
                yield Destination(place=city, country=country)

    @cached_property
    def _longest_first(self) -> tuple[tuple[str, str, Destination], ...]:
        """Each name, as it is written and in lower case, with what it names."""
        named = ((name, name.lower(), d) for d in self._all() for name in _names(d.place))
        return tuple(sorted(named, key=lambda each: -len(each[0])))


def _names(place: Place) -> set[str]:
    return {place.name.zh, place.name.en, *place.aliases}


@cache  # a few hundred names, more than `re` keeps by itself, and read at every question
def _pattern(name: str) -> re.Pattern[str]:
    """Latin names need word borders, Chinese has none. Capitals alone ('US') must be capitals:
    'us' is a pronoun.
    """
    if not name.isascii():
        return re.compile(re.escape(name))
    flags = re.NOFLAG if name.isupper() else re.IGNORECASE
    return re.compile(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", flags)
