"""Leather cleaning (H-B8, H-I1): its price by tier, what is free, and how long it takes.

The book of tiers is passed in.
"""

from __future__ import annotations

from shop.clients import Tier
from shop.language import Bilingual
from shop.rulings import Ruling, phrase, require_not_negative, require_positive, ruling
from shop.tiers import TierBook

_DAYS = 10  # working days, H-I1


def cleaning_price(book: TierBook, tier: Tier | None, used_this_year: int = 0) -> Ruling:
    """What the next leather cleaning costs. `values`: price, free_left (this one included).

    `used_this_year`: cleanings already had in this membership year.
    """
    require_not_negative(used_this_year, "Cleanings used")
    terms = book.terms(tier)
    left = max(terms.cleaning.free_per_year - used_this_year, 0)
    if left:
        zh, en = _CLEANING_FREE
    elif terms.cleaning.free_per_year:
        zh, en = _CLEANING_USED_UP
    else:
        has_tier = tier not in (None, Tier.REGISTERED)
        zh, en = _CLEANING_PAID if has_tier else _CLEANING_LISTED
    return ruling(
        "H-B8 H-I1",
        "house",
        zh + "10 个工作日完成。",
        en + " It takes 10 working days.",
        name=terms.name,
        per_year=terms.cleaning.free_per_year,
        after=terms.cleaning.price,
        price=0 if left else terms.cleaning.price,
        free_left=left,
    )


_CLEANING_FREE = (
    "{name}每会员年有 {per_year} 次免费皮具清洁，还剩 {free_left} 次，这次免费；之后每次 "
    "{after:rmb}。",
    "{name} has {per_year} free leather cleanings a membership year, {free_left} left, so this one "
    "is free; after that each is {after:rmb}.",
)
_CLEANING_USED_UP = (
    "{name}每会员年的 {per_year} 次免费皮具清洁已用完，这次为 {after:rmb}。",
    "The {per_year} free leather cleanings of {name} are used, so this one is {after:rmb}.",
)
_CLEANING_PAID = (
    "{name}的皮具清洁为 {after:rmb}。",
    "Leather cleaning for a {name} client is {after:rmb}.",
)
_CLEANING_LISTED = ("皮具清洁为 {after:rmb}。", "Leather cleaning is {after:rmb}.")


def cleaning_of(book: TierBook, tier: Tier | None, bags: int, used_this_year: int = 0) -> Ruling:
    """Several bags cleaned at once. `values`: bags, free, price (of one), total."""
    require_positive(bags, "Bags")
    require_not_negative(used_this_year, "Cleanings used")
    terms = book.terms(tier)
    free = min(max(terms.cleaning.free_per_year - used_this_year, 0), bags)
    paid = bags - free
    zh, en = "{bags} 个包共 {total:rmb}", "{bags} bags come to {total:rmb}"
    if free and paid:
        zh += "：{free} 次免费，其余 {paid} 次每次 {price:rmb}"
        en += ": {free} free, then {paid} at {price:rmb}"
    elif free:
        zh, en = "{bags} 个包都免费", "all {bags} bags are free"
    else:
        zh, en = zh + "，每个 {price:rmb}", en + ", {price:rmb} each"
    has_tier = tier not in (None, Tier.REGISTERED)
    return ruling(
        "H-B8 H-I1",
        "house",
        ("{name}皮具清洁 " if has_tier else "皮具清洁 ") + zh + "，10 个工作日完成。",
        ("For {name}, " if has_tier else "For leather cleaning, ") + en + ". It takes 10 working "
        "days.",
        name=terms.name,
        bags=bags,
        free=free,
        paid=paid,
        price=terms.cleaning.price,
        total=paid * terms.cleaning.price,
    )


def cleaning_prices(book: TierBook) -> Ruling:
    """What leather cleaning costs for whom, in one sentence. `values`: price, gold, black_free."""
    gold, black = book.tiers[Tier.GOLD].cleaning, book.tiers[Tier.BLACK].cleaning
    return ruling(
        "H-I1 H-B8",
        "house",
        "皮具清洁每次 {price:rmb}（银卡同价），金卡 {gold:rmb}，黑卡每会员年 {black_free} "
        "次免费、之后 {black:rmb}；10 个工作日完成。",
        "Leather cleaning is {price:rmb} (Silver too), {gold:rmb} for Gold, and for Black "
        "{black_free} free a membership year, then {black:rmb}. It takes 10 working days.",
        price=book.terms(None).cleaning.price,
        gold=gold.price,
        black_free=black.free_per_year,
        black=black.price,
    )


def cleaning_days() -> Ruling:
    """How long leather cleaning takes. `values`: days."""
    return ruling(
        "H-I1",
        "house",
        "皮具清洁需 {days} 个工作日；可到门店送洗，银卡起免费上门取件。",
        "Leather cleaning takes {days} working days; drop it off in a salon, with free pickup "
        "from Silver.",
        days=_DAYS,
    )


def cleaning_terms(book: TierBook, tier: Tier | None) -> Bilingual:
    """A tier's terms for leather cleaning as a phrase: 'RMB 340', '2 free a year, then RMB 340'."""
    terms = book.terms(tier).cleaning
    zh, en = "{price:rmb}", "{price:rmb}"
    if terms.free_per_year:
        zh, en = "每年 {free} 次免费、之后 {price:rmb}", "{free} free a year, then {price:rmb}"
    return phrase(zh, en, price=terms.price, free=terms.free_per_year)
