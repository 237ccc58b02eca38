"""The house's typed data, read once for the rule-book tests."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeVar

from knowledge.house_data import load_yaml
from shop.care_services import CareBook
from shop.destinations import Destinations
from shop.products import Fit, Product
from shop.sizing_charts import SizeCharts
from shop.tiers import TierBook
from shop.typed_data import TypedData

HOUSE = Path(__file__).parents[2] / "knowledge" / "house"
T = TypeVar("T", bound=TypedData)


def read(name: str, model: type[T]) -> T:
    return load_yaml(HOUSE / name, model)


@cache
def tiers() -> TierBook:
    return read("tiers.yaml", TierBook)


@cache
def charts() -> SizeCharts:
    return read("size_charts.yaml", SizeCharts)


@dataclass(frozen=True)
class SizedPiece:
    """As much of a piece as the rule-books of sizes need."""

    name: str
    rule: str
    sizes: tuple[str, ...]
    fit: Fit | None = None
    ease_cm: Decimal | None = None


HALTE = SizedPiece("Halte", "H-M6", tuple(str(n) for n in range(40, 47)), Fit("large", -1))
CADENCE = SizedPiece(
    "Cadence",
    "H-M5",
    ("35", "36", "36.5", "37", "37.5", "38", "38.5", "39", "39.5", "40", "41"),
    Fit("true"),
)
SOIR = SizedPiece("Soir", "H-M8", ("38", "40", "42", "44", "46"), ease_cm=Decimal(2))
ORBE = SizedPiece("Orbe", "H-M9", ("48", "50", "52", "54", "56", "58"))


@cache
def _products() -> dict[str, Product]:
    return {p.id: p for p in load_yaml(HOUSE / "products.yaml", list[Product])}


def piece(product_id: str) -> Product:
    """A piece of the catalogue."""
    return _products()[product_id]


@cache
def destinations() -> Destinations:
    return read("destinations.yaml", Destinations)


@cache
def care() -> CareBook:
    return read("care_services.yaml", CareBook)
