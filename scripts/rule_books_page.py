"""Writes docs/rule-books.md: worked examples, computed by the rule-books at this moment.

    .venv/bin/python -m scripts.rule_books_page

A test compares the page with what this would write, so the page cannot say what the code doesn't.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import agents.recognisers
from knowledge.house_data import load_products, load_yaml
from shop.china_tax import cbec_route, cbec_tax
from shop.cleaning import cleaning_price
from shop.clients import Tier
from shop.destinations import Destination, Destinations
from shop.duty import eu_duty, uk_duty, us_de_minimis, who_pays
from shop.gems import compare_hardness
from shop.guarantees import counterfeit_compensation, late_payout, ring_resizing
from shop.instalments import plans, schedule
from shop.materials import (
    fineness_of_karat,
    meaning_of_fineness,
    silk_weight,
    sunglass_category,
    super_number,
    water_resistance,
    weight_in_grams,
)
from shop.membership import birthday_courtesy, tier_for_spend
from shop.parcel_tax import parcel_band, parcel_tax
from shop.products import Catalogue, Product
from shop.returns import return_eligibility
from shop.rulings import Ruling
from shop.shipping import cash_on_delivery, delivery_promise, shipping_fee
from shop.sizing.accessories import gloves_from_hand, hat, wrist_fits
from shop.sizing.body_labels import dress_from_chinese
from shop.sizing.clothing import dress_from_body, dress_from_label, eu_dress
from shop.sizing.rings import hong_kong_ring, ring_size
from shop.sizing.shoes import shoe_size
from shop.sizing.tailoring import jacket_from_chest
from shop.sizing.underwear import bra_from_label
from shop.sizing.units import chi_to_cm
from shop.sizing_charts import SizeCharts
from shop.tiers import TierBook
from shop.warranty import warranty

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "rule-books.md"
HOUSE = ROOT / "knowledge" / "house"

_INTRODUCTION = """\
# Rule-books: worked examples

Sizes, money, duty and dates are computed by plain functions in `shop/`, never by a model. Where a
model phrases the answer, no figure passes the check that is not in the sentence computed here.
Each function answers with a `Ruling` (`shop/rulings.py`): what to say in both languages, the rules
it rests on, and how sure it is:

- `house`: the house's own sheet or table;
- `standard`: a standard, a statute or arithmetic;
- `trade`: a convention that makers don't all share;
- `none`: there is no answer, and the sentence says what is known or asks for what is missing.

The first argument of some functions, the house's tables (`size_charts.yaml`, `tiers.yaml`), is left
out below. Examples marked ○ have no recogniser yet: the function is there and tested, but the
advisor answers such questions from articles.

This page is written by `.venv/bin/python -m scripts.rule_books_page`; do not edit it by hand.
`tests/docs/test_rule_books_page.py` fails when it differs from what the code says.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A call of a rule-book as it is shown, and what came of it."""

    call: str
    ruling: Ruling
    recognised: bool


def example(rule_book: Callable[..., Ruling], *given: object, **named: object) -> Example:
    """Call it, and write the call down without the house's tables."""
    shown = [_written(value) for value in given if not isinstance(value, SizeCharts | TierBook)]
    shown += [f"{name}={_written(value)}" for name, value in named.items()]
    call = f"{rule_book.__name__}({', '.join(shown)})"
    return Example(call, rule_book(*given, **named), rule_book in _recognised())


def chapters() -> dict[str, list[Example]]:
    charts = load_yaml(HOUSE / "size_charts.yaml", SizeCharts)
    tiers = load_yaml(HOUSE / "tiers.yaml", TierBook)
    places = load_yaml(HOUSE / "destinations.yaml", Destinations)
    pieces = {
        piece.name: piece for piece in Catalogue(load_products(HOUSE / "products.yaml")).all()
    }
    return {
        "Sizes": list(_sizes(charts, pieces)),
        "Money and service": list(_money(tiers, places)),
        "Tax, duty and delivery": list(_tax(places)),
        "Materials": list(_materials()),
    }


def page() -> str:
    tables = (f"\n## {title}\n\n{_table(rows)}" for title, rows in chapters().items())
    return _INTRODUCTION + "".join(tables)


def _sizes(charts: SizeCharts, pieces: Mapping[str, Product]) -> Iterable[Example]:
    yield example(shoe_size, charts, "women", "us", Decimal("7.5"))
    yield example(shoe_size, charts, "women", "foot_cm", Decimal("24.2"), piece=pieces["Cadence"])
    yield example(shoe_size, charts, "men", "eu", Decimal(42), piece=pieces["Halte"])
    yield example(shoe_size, charts, "men", "old_cn", Decimal(43))
    yield example(shoe_size, charts, "women", "eu", Decimal(43))
    body = {"bust": Decimal(84), "waist": Decimal(68), "hip": Decimal(90)}
    yield example(dress_from_body, charts, body, piece=pieces["Soir"])
    yield example(dress_from_label, charts, "us", Decimal(6))
    yield example(dress_from_chinese, charts, "160/84A")
    yield example(eu_dress, charts, Decimal(38))
    yield example(ring_size, charts, "diameter_mm", Decimal("16.6"))
    yield example(hong_kong_ring, Decimal(12))
    yield example(jacket_from_chest, Decimal(101))
    yield example(bra_from_label, "uk", Decimal(34), "DD")
    yield example(hat, "cm", Decimal(58))
    yield example(gloves_from_hand, Decimal(19))
    yield example(wrist_fits, pieces["Méridien"], Decimal(150))
    yield example(chi_to_cm, Decimal(2), Decimal(4))


def _money(tiers: TierBook, places: Destinations) -> Iterable[Example]:
    yield example(schedule, Decimal(16800), 3)
    yield example(plans, Decimal(2000))
    yield example(late_payout, Decimal(4200), Decimal(30))
    yield example(counterfeit_compensation, Decimal(16800), 40)
    yield example(tier_for_spend, tiers, Decimal(62000))
    yield example(birthday_courtesy, tiers, Tier.GOLD, Decimal(10000))
    yield example(cleaning_price, tiers, Tier.BLACK, 2)
    yield example(shipping_fee, tiers, Decimal(900))
    yield example(return_eligibility, 20)
    yield example(return_eligibility, 31)
    yield example(ring_resizing, date(2026, 3, 1), date(2026, 11, 22), 3)
    yield example(warranty, date(2025, 6, 1), date(2026, 11, 22))
    yield example(cash_on_delivery, places.get("france"))


def _tax(places: Destinations) -> Iterable[Example]:
    yield example(cbec_tax, Decimal(4200))
    yield example(cbec_tax, Decimal(1000), "cosmetics")
    yield example(cbec_route, Decimal(16800))
    yield example(parcel_tax, Decimal(900), "20")
    yield example(parcel_band, "gold_jewellery")
    yield example(eu_duty, Decimal(120), 1)
    yield example(uk_duty, Decimal(100))
    yield example(us_de_minimis)
    yield example(who_pays, places.get("shanghai"))
    yield example(who_pays, None)
    yield example(delivery_promise, places.get("shanghai"))


def _materials() -> Iterable[Example]:
    yield example(compare_hardness, "sapphire", "diamond")
    yield example(fineness_of_karat, Decimal(18))
    yield example(meaning_of_fineness, "silver", 925)
    yield example(silk_weight, Decimal(19))
    yield example(super_number, 150)
    yield example(sunglass_category, 4)
    yield example(water_resistance, 5)
    yield example(weight_in_grams, Decimal(2), "qian")


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
    if isinstance(value, Destination):
        return value.name.en
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_written(size)}" for name, size in value.items())
    return f'"{value}"' if isinstance(value, str) else str(value)


def _table(rows: Iterable[Example]) -> str:
    head = "| asked | said | rests on |\n|---|---|---|\n"
    return head + "".join(map(_row, rows))


def _row(shown: Example) -> str:
    said = f"{shown.ruling.say.en}<br>{shown.ruling.say.zh}"
    mark = "" if shown.recognised else " ○"
    rules = " ".join(shown.ruling.rule)
    return f"| `{shown.call}`{mark} | {said} | {rules} ({shown.ruling.confidence}) |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
