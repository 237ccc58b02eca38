"""What a client has told of her sizes, as the fields of size advice would have it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from agents.copilot.size_form import LETTERS
from agents.measures import (
    BodyMeasure,
    NamedSize,
    body_measures,
    centimetres,
    named_sizes,
    normal,
)
from shop.figures import number
from shop.products import Category

_WORN: dict[Category, re.Pattern[str]] = {
    "shoe": re.compile(r"shoe|鞋", re.IGNORECASE),
    "ring": re.compile(r"\bring|戒", re.IGNORECASE),
    "dress": re.compile(r"dress|ready.to.wear|裙|衣", re.IGNORECASE),
    "knitwear": re.compile(r"knit|jumper|sweater|针织|毛衣|羊绒", re.IGNORECASE),
}
_EU_OF: dict[Category, tuple[Decimal, Decimal]] = {  # where nothing is said but 'EU 38.5'
    "shoe": (Decimal(34), Decimal("46.5")),
    "ring": (Decimal(47), Decimal(60)),
}
_SYSTEM_FIELD = {"shoe": "shoe_system", "dress": "dress_system", "ring": "ring_system"}
_SYSTEMS: dict[Category, tuple[str, ...]] = {
    "shoe": ("eu", "uk", "us"),
    "dress": ("it", "fr", "de", "uk", "us"),
    "ring": ("eu", "us", "jp", "it"),
}
_BODY: dict[Category, tuple[str, ...]] = {"dress": ("bust", "waist", "hip"), "knitwear": ("bust",)}
_LETTER = re.compile(rf"\b({'|'.join(LETTERS)})\b")


def known_sizes(category: Category, lines: Sequence[str]) -> dict[str, str]:
    """Fields of size advice for a piece of that category, from lines such as 'shoes EU 38.5'.

    Of lines that say the same thing the first counts. A size without its scale is left out: to
    guess one would be to invent a size.
    """
    found: dict[str, str] = {}
    for line in map(normal, lines):
        read = {**_label(category, line), **_measured(category, line)}
        found = {**read, **found} if _agree(read, found) else found
    return found


def _agree(read: dict[str, str], found: dict[str, str]) -> bool:
    """A size and its scale come from one line."""
    return not ("size" in read and "size" in found)


def _label(category: Category, line: str) -> dict[str, str]:
    worn = _WORN.get(category)
    if category == "knitwear" and worn and worn.search(line):
        letter = _LETTER.search(line)
        return {"letter": letter[1]} if letter else {}
    if category not in _SYSTEM_FIELD:
        return {}
    sizes = (size for size in named_sizes(line) if _is_of(category, line, size))
    first = next(sizes, None)
    if first is None:
        return {}
    return {_SYSTEM_FIELD[category]: first.system.lower(), "size": number(first.value)}


def _is_of(category: Category, line: str, size: NamedSize) -> bool:
    if size.system.lower() not in _SYSTEMS[category]:
        return False
    if any(pattern.search(line) for pattern in _WORN.values()):
        return bool(_WORN[category].search(line))
    low, high = _EU_OF.get(category, (Decimal(0), Decimal(0)))
    return size.system == "EU" and low <= size.value <= high


def _measured(category: Category, line: str) -> dict[str, str]:
    parts: dict[str, BodyMeasure] = {each.part: each for each in body_measures(line)}
    if category == "shoe" and "foot" in parts:
        return {"shoe_system": "foot_cm", "size": number(centimetres(parts["foot"]))}
    if category == "watch" and "wrist" in parts:
        return {"wrist_mm": number(centimetres(parts["wrist"], in_mm_from=60) * 10)}
    wanted = _BODY.get(category, ())
    return {part: number(centimetres(parts[part])) for part in wanted if part in parts}
