"""Worked examples: money, membership and service."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal

from scripts.rule_book_examples.worked import Example, example, of_some
from shop.appointments import appointment_in, change_until
from shop.care_services import CareBook, care_duration, care_price, price_list
from shop.cleaning import cleaning_days, cleaning_of, cleaning_price, cleaning_prices
from shop.clients import Tier
from shop.consumer_law import fraud_compensation
from shop.deadlines import arrives_by, in_time, preview_from, refunded_by
from shop.destinations import Destinations
from shop.guarantees import (
    counterfeit_compensation,
    dispute_clock,
    late_payout,
    late_payout_unpriced,
    resizing_terms,
    ring_resizing,
)
from shop.instalments import cost, of_what, offered, plans, schedule
from shop.language import Bilingual
from shop.membership import (
    benefits,
    birthday_courtesy,
    tier_for_spend,
    tier_of_client,
    tier_validity,
)
from shop.moments import Weekday
from shop.payments import bank_transfer, cash_on_delivery
from shop.privileges import (
    home_try_on,
    new_arrival_preview,
    open_at,
    personal_shopper,
    priority_dispatch,
)
from shop.returns import (
    last_day_to_return,
    refund_timing,
    return_eligibility,
    size_exchange,
    when_delivered,
)
from shop.shipping import shipping_fee
from shop.tiers import TierBook
from shop.warranty import warranty, warranty_terms


def money(tiers: TierBook, places: Destinations) -> Iterable[Example]:
    yield example(schedule, Decimal(16800), 3)
    yield example(plans, Decimal(2000))
    yield example(offered, 24)
    yield example(of_what)
    yield example(cost)
    yield example(late_payout, Decimal(4200), Decimal(30))
    yield example(late_payout_unpriced, Decimal(49))
    yield example(counterfeit_compensation, Decimal(16800), 40)
    yield example(fraud_compensation, Decimal(80))
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
    yield example(when_delivered)
    yield example(size_exchange, 20)
    yield example(refund_timing, date(2026, 11, 20))
    yield example(warranty, date(2025, 6, 1), date(2026, 11, 22))
    yield example(warranty_terms, "scratches")
    yield example(dispute_clock)
    yield example(cash_on_delivery, places.get("france"))
    yield example(bank_transfer, Decimal(11_200))
    yield example(appointment_in, 21, Bilingual("三周后", "three weeks ahead"))
    yield example(change_until, time(15))


def services(tiers: TierBook, care: CareBook) -> Iterable[Example]:
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
    yield of_some(arrives_by(monday), "arrives_by(Monday 10:00)")
    ordered = date(2026, 11, 23)
    yield of_some(in_time(ordered, date(2026, 11, 27)), "in_time(Monday 23 November, Friday)")
    yield of_some(in_time(ordered, date(2026, 11, 24)), "in_time(Monday 23 November, Tuesday)")
    yield of_some(refunded_by(monday), "refunded_by(Monday 10:00)")
    yield of_some(
        preview_from(tiers, Tier.BLACK, saturday), 'preview_from("black", Saturday 12:00)'
    )
