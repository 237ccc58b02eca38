"""Names of places: the house's list, the world's time zones, and names by how they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

import yaml
from babel import Locale

from agents.brief.words import words
from shop.destinations import Destinations

_TOWNS = Path(__file__).parent / "towns.yaml"
_NAME = re.compile(r"[A-Z][\w'’.-]+(?:[ -](?:[A-Z][\w'’-]+|de|la|le|upon|on|sur))*")
_SHORTEST = 4  # letters of a name that may stand anywhere in a text
_NO_CITIES = frozenset({"Center", "Easter", "Eastern", "Central", "Mountain", "Pacific", "Reading"})


@lru_cache(maxsize=2048)  # every clause is asked several times
def named(text: str, destinations: Destinations) -> tuple[str, ...]:
    """The places a text names, as it writes them, each once."""
    rest = words("no_place").sub(lambda match: " " * len(match[0]), text)
    return tuple(dict.fromkeys(_each(rest, destinations)))


def _each(text: str, destinations: Destinations) -> Iterator[str]:
    for found in destinations.find(text):
        names = (found.name.zh, found.name.en, *found.place.aliases)
        yield next((name for name in names if name in text), found.name.en)
    for match in (*_elsewhere().finditer(text), *words("places").finditer(text)):
        yield match[0]
    yield from (match[0] for match in _towns().finditer(text))
    for match in words("place_ends").finditer(text):
        yield match["zh"] or match["zh2"]
    for match in words("lives").finditer(text):
        if not words("no_town").match(match["en"]):
            yield match["en"]
    for match in _NAME.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        stands_as_one = words("place_before").search(before) or words("place_after").match(after)
        if stands_as_one and not words("no_name").match(match[0]):
            yield match[0]


def taken_up(text: str, said: str) -> list[str]:
    """Names with a capital in a sentence about where that somebody had written in any letters."""
    if not words("place_context").search(text):
        return []
    names = (match[0] for match in _NAME.finditer(text) if not words("no_name").match(match[0]))
    return [name for name in names if len(name) >= _SHORTEST and mentions(said, [name])]


def mentions(text: str, names: Iterable[str]) -> list[str]:
    """Which of these names stand in a text, however they stand there."""
    return [name for name in names if re.search(_whole(name), text)]


def _whole(name: str) -> str:
    escaped = re.escape(name)
    if not name.isascii():
        return escaped
    any_case = "(?i:" if len(name) >= _SHORTEST else "(?:"
    return rf"(?<![A-Za-z]){any_case}{escaped})(?![A-Za-z])"


@cache
def _elsewhere() -> re.Pattern[str]:
    """Countries, and the cities that time zones are named after, in Chinese and English."""
    chinese, english = Locale("zh"), Locale("en")
    zh = {*chinese.territories.values(), *_cities(chinese)}
    zones = {str(z).rsplit("/", 1)[-1].replace("_", " ") for z in chinese.time_zones}
    en = {*english.territories.values(), *_cities(english), *zones} - _NO_CITIES
    latin = [name for name in en if len(name) >= _SHORTEST and name.isascii() and name[0].isupper()]
    names = [*_longest(zh), rf"(?<![A-Za-z])(?:{'|'.join(_longest(latin))})(?![A-Za-z])"]
    return re.compile("|".join(names))


@cache
def _towns() -> re.Pattern[str]:
    """The towns of `towns.yaml`; a Latin one in capitals, or as it stands behind 'in' or 'to'."""
    data = yaml.safe_load(_TOWNS.read_text(encoding="utf-8"))
    latin = _longest(name.replace("_", " ") for name in data["en"].split())
    names = rf"(?<![A-Za-z])(?:{'|'.join(latin)})(?![A-Za-z'’])"
    return re.compile("|".join([*_longest(data["zh"].split()), names]))


def _cities(locale: Locale) -> Iterator[str]:
    return (str(zone["city"]) for zone in locale.time_zones.values() if zone.get("city"))


def _longest(names: Iterable[str]) -> list[str]:
    return [re.escape(name) for name in sorted(names, key=len, reverse=True) if len(name) > 1]
