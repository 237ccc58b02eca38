"""Worked examples of every rule-book, computed at this moment, for docs/rule-books.md."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo

import agents.recognisers
from knowledge.attributes import Attribute, Attributes
from knowledge.datasheets.facts import fact
from knowledge.house_data import load_products, load_yaml
from shop.budget import by_price, within_budget
from shop.capacity import fits_inside
from shop.care_services import CareBook, care_duration, care_price, price_list
from shop.china_tax import cbec_left, cbec_limits, cbec_order, cbec_route, cbec_tax
from shop.claimed_prices import claimed_price
from shop.cleaning import cleaning_days, cleaning_of, cleaning_price, cleaning_prices
from shop.clients import Tier
from shop.comparisons import cheapest, largest, lightest
from shop.deadlines import arrives_by, preview_from, refunded_by
from shop.destinations import Destination, Destinations
from shop.duty import eu_duty, uk_duty, uk_gift, us_de_minimis, who_pays
from shop.exotics import cites_listing
from shop.gems import compare_hardness
from shop.guarantees import (
    counterfeit_compensation,
    dispute_clock,
    late_payout,
    resizing_terms,
    ring_resizing,
)
from shop.instalments import offered, plans, schedule
from shop.language import Bilingual
from shop.materials import (
    fineness_of_karat,
    meaning_of_fineness,
    silk_weight,
    sunglass_category,
    super_number,
    water_resistance,
    weight_in_grams,
)
from shop.membership import (
    benefits,
    birthday_courtesy,
    tier_for_spend,
    tier_of_client,
    tier_validity,
)
from shop.moments import Weekday
from shop.parcel_tax import parcel_band, parcel_tax
from shop.privileges import (
    home_try_on,
    new_arrival_preview,
    open_at,
    personal_shopper,
    priority_dispatch,
)
from shop.products import Catalogue, Product
from shop.returns import last_day_to_return, refund_timing, return_eligibility, size_exchange
from shop.rulings import Ruling
from shop.shipping import cash_on_delivery, delivery_promise, shipping_fee
from shop.sizing.accessories import (
    belt_from_cm,
    bracelet,
    gloves_from_hand,
    hat,
    strap_fits,
    strap_on_lugs,
    wrist_fits,
)
from shop.sizing.agreement import (
    clothes_labels_differ,
    compare_labels,
    ring_labels_differ,
    shoe_labels_differ,
    us_ring_claim,
)
from shop.sizing.body_labels import dress_from_chinese, dress_from_japanese, hao_xing
from shop.sizing.clothing import dress_from_body, dress_from_label, eu_dress
from shop.sizing.frames import frame_code
from shop.sizing.knitwear import between_letters, knitwear_from_bust
from shop.sizing.lasts import eu_of_last, labels_of_foot, old_chinese_to_mm, uk_of_last
from shop.sizing.rings import hong_kong_ring, ring_between, ring_size, unnamed_ring
from shop.sizing.shoes import between_sizes, shoe_size
from shop.sizing.statures import size_needs
from shop.sizing.tailoring import (
    collar_from_inches,
    jacket_from_chest,
    jacket_from_label,
    trousers_from_inches,
)
from shop.sizing.underwear import band, bra_from_label, bra_from_measures
from shop.sizing.units import chi_to_cm, convert_body_weight, cun_to_cm, height_to_cm
from shop.sizing_charts import SizeCharts
from shop.stock import StockFeed, StockLine, stock_of
from shop.tiers import TierBook
from shop.trace_codes import form_of_code
from shop.warranty import warranty, warranty_terms

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "knowledge" / "house"


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


def chapters() -> dict[str, list[Example]]:
    charts = load_yaml(HOUSE / "size_charts.yaml", SizeCharts)
    tiers = load_yaml(HOUSE / "tiers.yaml", TierBook)
    places = load_yaml(HOUSE / "destinations.yaml", Destinations)
    care = load_yaml(HOUSE / "care_services.yaml", CareBook)
    asked = load_yaml(HOUSE / "attributes.yaml", Attributes)
    pieces = {
        piece.name: piece for piece in Catalogue(load_products(HOUSE / "products.yaml")).all()
    }
    return {
        "Sizes": list(_sizes(charts, pieces)),
        "Pieces, prices and stock": list(_pieces(pieces, asked)),
        "Money and service": [*_money(tiers, places), *_services(tiers, care)],
        "Tax, duty and delivery": list(_tax(places)),
        "Materials": list(_materials()),
    }


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
    yield example(eu_dress, Decimal(38))
    yield example(ring_size, charts, "diameter_mm", Decimal("16.6"))
    yield example(hong_kong_ring, Decimal(12))
    yield example(us_ring_claim, Decimal(7), Decimal("18.08"))
    yield example(ring_labels_differ)
    yield example(compare_labels, "it", Decimal(38), "de", Decimal(38))
    yield example(clothes_labels_differ)
    yield example(ring_between, charts, Decimal(52), Decimal(54))
    yield example(unnamed_ring, charts, Decimal(7))
    yield example(between_sizes, charts, "women", Decimal(38), Decimal("38.5"))
    yield example(old_chinese_to_mm, Decimal(39))
    yield example(eu_of_last, Decimal(26))
    yield example(uk_of_last, Decimal(12))
    yield example(labels_of_foot, Decimal(265))
    yield example(shoe_labels_differ)
    yield example(size_needs, "womens_rtw", Decimal(165), Decimal(45))
    yield example(knitwear_from_bust, charts, Decimal("87.5"))
    yield example(between_letters, charts, "S", "M")
    yield example(dress_from_japanese, charts, "9AR")
    yield example(hao_xing, "170/74A", "men", "bottom")
    yield example(jacket_from_chest, Decimal(101))
    yield example(jacket_from_label, "uk_us", Decimal(42), "R")
    yield example(collar_from_inches, Decimal("15.5"))
    yield example(trousers_from_inches, Decimal(32))
    yield example(belt_from_cm, Decimal(95))
    yield example(bra_from_measures, Decimal(75), Decimal(90))
    yield example(bra_from_label, "fr", Decimal(90), "B")
    yield example(bra_from_label, "uk", Decimal(34), "DD")
    yield example(band, "it", Decimal(5))
    yield example(hat, "cm", Decimal(58))
    yield example(gloves_from_hand, Decimal(19))
    yield example(wrist_fits, pieces["Méridien"], Decimal(150))
    yield example(strap_fits, pieces["Méridien"], Decimal(22))
    yield example(strap_on_lugs, Decimal(20), Decimal(21))
    yield example(frame_code, 50, 21, 150)
    yield example(bracelet, Decimal(16))
    yield example(chi_to_cm, Decimal(2), Decimal(4))
    yield example(cun_to_cm, Decimal(5))
    yield example(convert_body_weight, Decimal(104), "jin", "kg")
    yield example(height_to_cm, Decimal(5), Decimal(6))


def _pieces(pieces: Mapping[str, Product], asked: Attributes) -> Iterable[Example]:
    attributes = {attribute.id: attribute for attribute in asked.attributes}
    bags = [piece for piece in pieces.values() if piece.category == "bag"]
    yield example(fact, pieces["Sillage"], attributes["weight"])
    yield example(fact, pieces["Cadence"], attributes["weight"])
    yield example(fact, pieces["Méridien"], attributes["calibre"])
    yield _of_some(
        fits_inside(pieces["Rivage"], "laptop", Decimal(15)), "fits_inside(Rivage, laptop, 15)"
    )
    yield _of_some(
        within_budget(bags, Bilingual("包", "bags"), Decimal(15000)), "within_budget(bags, 15000)"
    )
    yield _of_some(by_price(bags, Bilingual("包", "bags")), "by_price(bags)")
    yield _of_some(lightest([pieces["Sillage"], pieces["Grain"]]), "lightest(Sillage, Grain)")
    yield _of_some(cheapest([pieces["Orbe"], pieces["Lune"]]), "cheapest(Orbe, Lune)")
    yield _of_some(largest([pieces["Rivage"], pieces["Nil"]]), "largest(Rivage, Nil)")
    at = datetime(2026, 11, 22, 6, 5, tzinfo=UTC)
    feed = StockFeed(at=at, items=(StockLine(piece="TV-S01", size="EU 38", quantity=2),))
    stock = stock_of(feed, pieces["Cadence"], "EU 38", at, ZoneInfo("Asia/Shanghai"))
    yield _of_some(stock, "stock_of(feed of 14:05, Cadence, EU 38)")
    yield example(claimed_price, pieces["Rivage"], Decimal(6300))
    yield _of_some(cites_listing(pieces["Nil"]), "cites_listing(Nil)")
    yield example(form_of_code, "TV-KLMN-2026041")


def _of_some(found: Ruling | None, call: str) -> Example:
    """An example of a rule-book that may have nothing to say, but has here."""
    if found is None:
        raise ValueError(f"{call} has no ruling")
    return Example(call, found, recognised=True)


def _money(tiers: TierBook, places: Destinations) -> Iterable[Example]:
    yield example(schedule, Decimal(16800), 3)
    yield example(plans, Decimal(2000))
    yield example(offered, 24)
    yield example(late_payout, Decimal(4200), Decimal(30))
    yield example(counterfeit_compensation, Decimal(16800), 40)
    yield example(tier_for_spend, tiers, Decimal(62000))
    yield example(tier_for_spend, tiers, Decimal(160000), Decimal(16800), asked=Tier.BLACK)
    yield example(tier_validity, tiers, date(2026, 3, 3))
    yield example(birthday_courtesy, tiers, Tier.GOLD, Decimal(10000))
    yield example(cleaning_price, tiers, Tier.BLACK, 2)
    yield example(shipping_fee, tiers, Decimal(900))
    yield example(return_eligibility, 20)
    yield example(return_eligibility, 31)
    yield example(ring_resizing, date(2026, 3, 1), date(2026, 11, 22), 3)
    yield example(resizing_terms)
    yield example(last_day_to_return, date(2026, 11, 6))
    yield example(size_exchange, 20)
    yield example(refund_timing, date(2026, 11, 20))
    yield example(warranty, date(2025, 6, 1), date(2026, 11, 22))
    yield example(warranty_terms, "scratches")
    yield example(dispute_clock)
    yield example(cash_on_delivery, places.get("france"))


def _services(tiers: TierBook, care: CareBook) -> Iterable[Example]:
    yield example(cleaning_of, tiers, Tier.BLACK, 3, 1)
    yield example(cleaning_prices, tiers)
    yield example(cleaning_days)
    yield example(care_price, care, "resoling", tiers)
    yield example(care_duration, care, "resoling", tiers)
    yield example(price_list, care, tiers, Tier.SILVER)
    yield example(benefits, tiers, Tier.SILVER)
    yield example(personal_shopper, tiers, Tier.GOLD)
    yield example(open_at, tiers, Tier.GOLD, time(21, 0))
    yield example(priority_dispatch, tiers, Tier.GOLD, time(15, 0))
    yield example(new_arrival_preview, tiers, Tier.BLACK)
    yield example(home_try_on, tiers, Tier.BLACK, None, 6)
    yield example(tier_of_client, tiers, Tier.GOLD)
    monday, saturday = Weekday(0, time(10)), Weekday(5, time(12))
    yield _of_some(arrives_by(monday), "arrives_by(Monday 10:00)")
    yield _of_some(refunded_by(monday), "refunded_by(Monday 10:00)")
    yield _of_some(
        preview_from(tiers, Tier.BLACK, saturday), 'preview_from("black", Saturday 12:00)'
    )


def _tax(places: Destinations) -> Iterable[Example]:
    yield example(cbec_tax, Decimal(4200))
    yield example(cbec_tax, Decimal(1000), "cosmetics")
    yield example(cbec_route, Decimal(16800))
    yield example(cbec_order, [Decimal(3000), Decimal(3000)])
    yield example(cbec_route, Decimal(7400), Decimal(20000))
    yield example(cbec_limits)
    yield example(cbec_left, Decimal(18000))
    yield example(parcel_tax, Decimal(900), "20")
    yield example(parcel_band, "gold_jewellery")
    yield example(eu_duty, Decimal(120), 2)
    yield example(uk_duty, Decimal(100))
    yield example(uk_gift, Decimal(30))
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
    if isinstance(value, Attribute):
        return value.id
    if isinstance(value, Tier):
        return f'"{value.value}"'
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_written(size)}" for name, size in value.items())
    return f'"{value}"' if isinstance(value, str) else str(value)
