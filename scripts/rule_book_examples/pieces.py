"""Worked examples: pieces, their prices and their stock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from knowledge.attributes import Attributes
from knowledge.datasheets.facts import fact
from scripts.rule_book_examples.worked import Example, example, of_some
from scripts.sample_provenance import records
from shop.budget import by_price, within_budget
from shop.capacity import fits_inside
from shop.claimed_prices import claimed_price
from shop.comparisons import cheapest, largest, lightest
from shop.exotics import cites_listing, raised
from shop.language import Bilingual
from shop.materials import gold_beside
from shop.products import Product
from shop.stock import StockFeed, StockLine, stock_of
from shop.trace_codes import form_of_code
from shop.trace_findings import examine
from shop.trace_rulings import record_of_code


def pieces(pieces: Mapping[str, Product], asked: Attributes) -> Iterable[Example]:
    attributes = {attribute.id: attribute for attribute in asked.attributes}
    bags = [piece for piece in pieces.values() if piece.category == "bag"]
    yield example(fact, pieces["Sillage"], attributes["weight"])
    yield example(fact, pieces["Cadence"], attributes["weight"])
    yield example(fact, pieces["Méridien"], attributes["calibre"])
    yield of_some(
        fits_inside(pieces["Rivage"], "laptop", Decimal(15)), "fits_inside(Rivage, laptop, 15)"
    )
    yield of_some(
        within_budget(bags, Bilingual("包", "bags"), Decimal(15000)), "within_budget(bags, 15000)"
    )
    yield of_some(by_price(bags, Bilingual("包", "bags")), "by_price(bags)")
    yield of_some(lightest([pieces["Sillage"], pieces["Grain"]]), "lightest(Sillage, Grain)")
    yield of_some(cheapest([pieces["Orbe"], pieces["Lune"]]), "cheapest(Orbe, Lune)")
    yield of_some(largest([pieces["Rivage"], pieces["Nil"]]), "largest(Rivage, Nil)")
    at = datetime(2026, 11, 22, 6, 5, tzinfo=UTC)
    feed = StockFeed(at=at, items=(StockLine(piece="TV-S01", size="EU 38", quantity=2),))
    stock = stock_of(feed, pieces["Cadence"], "EU 38", at, ZoneInfo("Asia/Shanghai"))
    yield of_some(stock, "stock_of(feed of 14:05, Cadence, EU 38)")
    yield example(claimed_price, pieces["Rivage"], Decimal(6300))
    yield of_some(cites_listing(pieces["Nil"]), "cites_listing(Nil)")
    yield of_some(raised(pieces["Nil"]), "raised(Nil)")
    yield of_some(gold_beside(pieces["Orbe"], 585), "gold_beside(Orbe, 585)")
    yield example(form_of_code, "TV-KLMN-2026041")
    for record in records():
        found = examine(record.code, record)
        name = next(piece.name for piece in pieces.values() if piece.id == record.piece)
        said = record_of_code(found, name, ZoneInfo("Asia/Shanghai"))
        yield of_some(said, f"record_of_code({record.code})")
