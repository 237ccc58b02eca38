"""One worked example: a call of a rule-book as it is shown, and what came of it."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

import agents.recognisers
from knowledge.attributes import Attribute
from shop.care_services import CareBook
from shop.clients import Tier
from shop.destinations import Destination
from shop.language import Bilingual
from shop.products import Product
from shop.rulings import Ruling
from shop.sizing_charts import SizeCharts
from shop.tiers import TierBook


@dataclass(frozen=True, slots=True)
class Example:
    """A call of a rule-book as it is shown, and what came of it."""

    call: str
    ruling: Ruling
    recognised: bool


def example(rule_book: Callable[..., Ruling | None], *given: object, **named: object) -> Example:
    """Call it, and write the call down without the house's tables."""
    shown = [
        _written(value)
        for value in given
        if not isinstance(value, SizeCharts | TierBook | CareBook)
    ]
    shown += [f"{name}={_written(value)}" for name, value in named.items()]
    call = f"{rule_book.__name__}({', '.join(shown)})"
    found = rule_book(*given, **named)
    if found is None:
        raise ValueError(f"{call} has no ruling")
    return Example(call, found, rule_book in _recognised())


def of_some(found: Ruling | None, call: str) -> Example:
    """An example of a rule-book that may have nothing to say, but has here."""
    if found is None:
        raise ValueError(f"{call} has no ruling")
    return Example(call, found, recognised=True)


@cache  # ninety examples ask
def _recognised() -> set[object]:
    """Every rule-book that a recogniser may ask."""
    place = agents.recognisers
    modules = (
        import_module(f"{place.__name__}.{m.name}") for m in pkgutil.iter_modules(place.__path__)
    )
    return {found for module in modules for _, found in inspect.getmembers(module, callable)}


def _written(value: object) -> str:
    """A value as a reader would type it."""
    if isinstance(value, Product):
        return value.name
    if isinstance(value, Bilingual | Destination):
        return f'"{value.en}"' if isinstance(value, Bilingual) else value.name.en
    if isinstance(value, Attribute):
        return value.id
    if isinstance(value, Tier):
        return f'"{value.value}"'
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_written(size)}" for name, size in value.items())
    return f'"{value}"' if isinstance(value, str) else str(value)
