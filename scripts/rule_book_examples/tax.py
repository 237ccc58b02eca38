"""Worked examples: tax, duty and delivery."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from scripts.rule_book_examples.worked import Example, example
from shop.china_tax import cbec_left, cbec_limits, cbec_order, cbec_route, cbec_tax, cbec_used_up
from shop.destinations import Destinations
from shop.duty import (
    amount_due,
    eu_duty,
    uk_duty,
    uk_gift,
    us_de_minimis,
    which_place,
    who_pays,
)
from shop.parcel_tax import parcel_band, parcel_tax
from shop.shipping import deliver_where, delivery_promise


def tax(places: Destinations) -> Iterable[Example]:
    yield example(cbec_tax, Decimal(4200))
    yield example(cbec_tax, Decimal(1000), "cosmetics")
    yield example(cbec_route, Decimal(16800))
    yield example(cbec_order, [Decimal(3000), Decimal(3000)])
    yield example(cbec_route, Decimal(7400), Decimal(20000))
    yield example(cbec_limits)
    yield example(cbec_left, Decimal(18000))
    yield example(cbec_used_up)
    yield example(parcel_tax, Decimal(900), "20")
    yield example(parcel_band, "gold_jewellery")
    yield example(eu_duty, Decimal(120), 2)
    yield example(uk_duty, Decimal(100))
    yield example(uk_gift, Decimal(30))
    yield example(us_de_minimis)
    yield example(who_pays, places.get("shanghai"))
    yield example(who_pays, None)
    yield example(amount_due, places.get("brazil"))
    yield example(which_place)
    yield example(delivery_promise, places.get("shanghai"))
    yield example(deliver_where)
