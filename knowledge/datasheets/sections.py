"""What a datasheet is made of: sections, and the makers that write them from typed data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shop.language import Bilingual
from shop.products import Product

# Writes a section's text, or None where the piece's data has no answer.
Maker = Callable[[Product], Bilingual | None]


@dataclass(frozen=True, slots=True)
class Section:
    """One answer in both languages. `abstains`: it says that the house's notes don't say."""

    key: str
    text: Bilingual
    abstains: bool = False


def care_sections(product: Product) -> Iterator[Section]:
    """Care in short, then one section for each action that the house speaks of."""
    yield Section("care", product.care_summary)
    for entry in product.care:
        yield Section(f"care-{entry.action.replace('_', '-')}", entry.text)


def a(noun: str) -> str:
    """'a tote', 'an amulet', 'a pair of sunglasses'."""
    if noun.endswith("glasses"):
        return f"a pair of {noun}"
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def listed(things: tuple[str, ...]) -> Bilingual:
    """'a, b and c' in both languages."""
    if len(things) == 1:
        return Bilingual(things[0], things[0])
    zh = f"{'、'.join(things[:-1])} 和 {things[-1]}"
    return Bilingual(zh, f"{', '.join(things[:-1])} and {things[-1]}")
