"""Consumer law as the fact sheet states it, with the figures of a case put in.

What the law says of any seller; whether a seller deceived anybody is not ours to judge.
"""

from __future__ import annotations

from decimal import Decimal

from shop.rulings import Ruling, require_positive, ruling

_FRAUD_TIMES, _FRAUD_LEAST = 3, Decimal(500)  # XB-31


def fraud_compensation(price: Decimal) -> Ruling:
    """What Chinese law gives a consumer who was deceived: the price, and three times the price, at
    least RMB 500. `values`: price, triple, compensation, total.
    """
    require_positive(price, "A price")
    triple = price * _FRAUD_TIMES
    compensation = max(triple, _FRAUD_LEAST)
    short = triple < _FRAUD_LEAST
    return ruling(
        "XB-31",
        "standard",
        "消费者权益保护法第 55 条：经营者有欺诈行为的，退款并按价款的三倍赔偿，"
        "赔偿不足 {least:rmb}的按 {least:rmb}。{price:rmb}的三倍是 {triple:rmb}，"
        + ("不足 {least:rmb}，因此赔偿 {compensation:rmb}" if short else "即为赔偿额")
        + "，连同退款合计 {total:rmb}。",
        "Article 55 of the Consumer Protection Law: in case of fraud the seller refunds and pays "
        "three times the price, at least {least:rmb}. Three times {price:rmb} is {triple:rmb}, "
        + ("which is less, so the compensation is {compensation:rmb}" if short else "")
        + ("" if short else "which is the compensation")
        + "; with the refund {total:rmb}.",
        price=price,
        least=_FRAUD_LEAST,
        triple=triple,
        compensation=compensation,
        total=price + compensation,
    )
