"""Slots: what a question is about and may be asked of something else with the same words.

In 'can lambskin get wet' the material is a slot: 'and cashmere?' puts another into it. A slot found
in two messages is the same slot when it shares a kind; 'gold' may be a metal or a tier, so a slot
may have several kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from agents.naming import Naming
from knowledge.glossary import Glossary, fold_in_place
from shop.destinations import Destinations
from shop.products import fold

Kind = Literal[
    "subject", "material", "piece",
    "action", "tier", "place", "colour", "person", "number", "letter",
]  # fmt: skip

_PATTERNS: dict[Kind, str] = {
    "tier": r"\b(?:silver|gold|black)(?: (?:card|member|tier|client|status)s?)?\b|银卡|金卡|黑卡"
    r"|注册会员"
    r"|普通会员",
    "colour": r"\b(?:black|white|red|blue|navy|green|brown|beige|pink|grey|gray|camel|burgundy"
    r"|ivory"
    r"|yellow|rose|purple|orange)(?= one| ones| colou?r| version|\W*$)"
    r"|[黑白红蓝绿棕米粉灰驼紫黄橙](?:色)?(?=的|款|呢|那|吗|有|$)",
    "person": r"\b(?:wo)?men'?s?\b|\b(?:kid|child|children)'?s?\b|男[款士鞋装]?|女[款士鞋装]?"
    r"|儿童|童[鞋装]",
    "number": r"(?:胸围|腰围|臀围|脚长|身高|体重|指围|腕围|\b(?:bust|waist|hips?|chest|foot"
    r"|wrist|height) (?:is |of )?)?"
    r"(?<![A-Za-z\d.])(?:(?:EU|US|UK|IT|FR|DE|JP|CN|欧码|美码|英码|日码)\s?)?\d[\d,]*(?:\.\d+)?"
    r"(?:\s?(?:cm|mm|kg|k|bar|days?|hours?|months?|years?|[ap]\.?m\b|%|[万千]\d|[万千码号折天期斤元块个月年]|厘米"
    r"|毫米|小时))?"
    r"(?![A-Za-z\d.])"
    r"|(?<![零一二两三四五六七八九十百千万])(?!一期)[一二两三四五六七八九十百千]{1,5}(?:厘米|公分|万|块|天|个月|年|期|小时)"
    r"(?![零一二两三四五六七八九十百千万])",
    "letter": r"(?<![A-Za-z])(?:XXS|XS|S|M|L|XL|XXL)(?![A-Za-z])",
    "action": r"机洗|手洗|水洗|酒精|湿巾|淋雨|沾水|碰水|泡水|游泳|洗澡|淋浴|潜水|桑拿|温泉|暴晒"
    r"|超声波?"
    r"|\b(?:machine|hand) ?wash(?:ing)?\b|\balcohol\b|\bwipes?\b|\brain\b|\bswim(?:ming)?\b"
    r"|\bshower(?:ing)?\b"
    r"|\b(?:dive|diving|snorkel+ing|sauna|steam|ultrasonic|vinegar|toothpaste|perfume"
    r"|hair ?dryer)\b",
}
_COMPILED = {
    kind: re.compile(pattern, re.NOFLAG if kind == "letter" else re.IGNORECASE)
    for kind, pattern in _PATTERNS.items()
}
_SUBJECT_GROUPS = ("materials", "things")
_LONGEST = 400  # characters that are read


@dataclass(frozen=True, slots=True)
class Slot:
    """`label` is the part of a number that says what it counts: 'EU', 'cm'."""

    kinds: frozenset[Kind]
    start: int
    end: int
    text: str
    label: str = ""


class Slots:
    """Finds the slots of a text. Pieces, materials and things share one kind: the subject."""

    def __init__(self, naming: Naming, glossary: Glossary, destinations: Destinations) -> None:
        self._glossary = glossary
        self._naming = naming
        self._pieces = _any_of(n for p in naming.catalogue.all() for n in (p.name, *p.aliases))
        self._places = _any_of(_place_names(destinations))

    def find(self, text: str) -> list[Slot]:
        """Slots in the order of their mention; those in the same place are one of several kinds."""
        spans: dict[tuple[int, int], set[Kind]] = {}
        for kind, start, end in self._spans(text[:_LONGEST]):
            spans.setdefault((start, end), set()).add(kind)
        widest = sorted(spans, key=lambda span: (span[0] - span[1], span[0]))
        kept: list[Slot] = []
        for start, end in widest:
            inside = next((s for s in kept if start < s.end and s.start < end), None)
            if inside is None:
                written = text[start:end]
                kinds = _narrowest(spans[start, end], text[:start])
                kept.append(Slot(kinds, start, end, written, _label(written, kinds)))
        return sorted(kept, key=lambda slot: slot.start)

    def _spans(self, text: str) -> Iterator[tuple[Kind, int, int]]:
        plain = fold_in_place(text)
        for match in self._pieces.finditer(plain):
            yield from _both("piece", match.start(), match.end())
        for described in self._naming.described(text):
            yield from _both("piece", described.start, described.end)
        for mention in self._glossary.mentions(text):
            group = self._glossary.group_of(mention.term)
            if group == "materials":
                yield from _both("material", mention.start, mention.end)
            else:
                kind: Kind = "subject" if group in _SUBJECT_GROUPS else "action"
                yield kind, mention.start, mention.end
        for match in self._places.finditer(text):
            yield "place", match.start(), match.end()
        for kind, pattern in _COMPILED.items():
            for match in pattern.finditer(text):
                yield kind, match.start(), match.end()


def _both(kind: Kind, start: int, end: int) -> Iterator[tuple[Kind, int, int]]:
    """A piece or a material is a subject as well."""
    yield "subject", start, end
    yield kind, start, end


HERSELF = re.compile(  # 'if I were gold': her tier, and not the metal
    r"\b(?:i'?m|i am|i (?:hit|reach|become|make|get|were|was|go)|(?:become|reach|turn)\w*|as)"
    r"(?: (?:only|just|still))?(?: an?)? $",
    re.IGNORECASE,
)


def _narrowest(kinds: set[Kind], before: str) -> frozenset[Kind]:
    """A tier is also one of the services that may be asked of; as a tier it is better known.

    'If I were gold' speaks of her tier and not of the metal.
    """
    if "tier" in kinds and HERSELF.search(before):
        return frozenset({"tier"})
    return frozenset(kinds - {"action"} or kinds)


def _label(written: str, kinds: frozenset[Kind]) -> str:
    return (
        re.sub(r"[\d.,\s零一二两三四五六七八九十百千]", "", written).casefold()
        if "number" in kinds
        else ""
    )


def _place_names(destinations: Destinations) -> Iterator[str]:
    for country in destinations.countries:
        for place in (country, *country.cities):
            yield from (place.name.zh, place.name.en, *place.aliases)


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Latin names as whole words, and those in capitals only in capitals ('US' is not 'us')."""
    ordered = sorted(set(names), key=len, reverse=True)
    return re.compile("|".join(map(_bounded, ordered)) or r"(?!)")


@lru_cache(maxsize=1024)
def _bounded(name: str) -> str:
    if not fold(name).isascii():
        return re.escape(name)
    written = re.escape(name) if name.isupper() else rf"(?i:{re.escape(fold(name))})"
    return rf"(?<![A-Za-z]){written}(?![A-Za-z])"
