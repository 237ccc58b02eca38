"""Worked examples of every rule-book, computed at this moment, for docs/rule-books.md."""

from __future__ import annotations

from pathlib import Path

from knowledge.attributes import Attributes
from knowledge.house_data import load_products, load_yaml
from scripts.rule_book_examples.materials import materials
from scripts.rule_book_examples.pieces import pieces
from scripts.rule_book_examples.service import money, services
from scripts.rule_book_examples.sizes import said_otherwise, sizes
from scripts.rule_book_examples.tax import tax
from scripts.rule_book_examples.worked import Example
from shop.care_services import CareBook
from shop.destinations import Destinations
from shop.products import Catalogue
from shop.sizing_charts import SizeCharts
from shop.tiers import TierBook

HOUSE = Path(__file__).parents[2] / "knowledge" / "house"


def chapters() -> dict[str, list[Example]]:
    charts = load_yaml(HOUSE / "size_charts.yaml", SizeCharts)
    tiers = load_yaml(HOUSE / "tiers.yaml", TierBook)
    places = load_yaml(HOUSE / "destinations.yaml", Destinations)
    care = load_yaml(HOUSE / "care_services.yaml", CareBook)
    asked = load_yaml(HOUSE / "attributes.yaml", Attributes)
    season = {
        piece.name: piece for piece in Catalogue(load_products(HOUSE / "products.yaml")).all()
    }
    return {
        "Sizes": [*sizes(charts, season), *said_otherwise(charts)],
        "Pieces, prices and stock": list(pieces(season, asked)),
        "Money and service": [*money(tiers, places), *services(tiers, care)],
        "Tax, duty and delivery": list(tax(places)),
        "Materials": list(materials()),
    }
