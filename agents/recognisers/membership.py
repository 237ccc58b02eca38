"""Membership: what a tier brings, where a figure or a place decides."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.recognisers.reading import Reading, Recogniser
from shop.clients import Tier
from shop.destinations import Destination
from shop.membership import birthday_courtesy, cleaning_price, tier_for_spend
from shop.privileges import home_try_on
from shop.rulings import Ruling

_SPENT = r"\bspen[dt]|\bbought for\b|消费|花了|买了|累计|净消费"
_SENT_BACK = r"退|return|sent back|send back"
_HOW_MUCH = r"how much|what.{0,12}(?:price|cost|pay|fee)|多少|几钱|价|赔|费"
_NO_LEATHER = r"\bring\b|watch|jewel|pearl|cashmere|sweater|戒指|表|珍珠|羊绒|毛衣"
_COURTESY = r"实付|saving|price|优惠|折|礼遇|discount|courtesy|\boff\b|how much|多少|pay"
_CLEANED = r"皮具清洁|洗包|洗.{0,6}包|清洁|clean"
_WHAT_IS_LEFT = _HOW_MUCH + r"|left|remain|free|免费|剩|还有|还能"
_STATUS = (
    r"[银金黑]卡|am i (?:silver|gold|black)|make me|\btier|\bcard\b|\bstatus"
    r"|什么卡|哪种卡|等级|会员"
)


def is_black(reading: Reading) -> bool:
    return reading.tier_said() is Tier.BLACK


def birthday(reading: Reading) -> Ruling | None:
    amount, tier = reading.amount(), reading.tier_ever_said()
    if not reading.ever_said("生日|birthday") or not reading.says(_COURTESY):
        return None
    if amount is None or tier is None:
        return None
    return birthday_courtesy(reading.books.tiers, tier, amount)


def cleaning(reading: Reading) -> Ruling | None:
    if not reading.said(_CLEANED) or not reading.says(_WHAT_IS_LEFT) or reading.says(_NO_LEATHER):
        return None
    tier = reading.tier_said()
    used = re.search(
        r"(?:used|had|done)\D{0,12}(\d|one|two|three|both)|(?:用|洗|做)(?:了|过)?\D{0,3}([\d一两二三])\s*次"
        r"|(second|third|fourth)|第([二三四])次", reading.text, re.I)  # fmt: skip
    if tier is None or (used is None and tier is not Tier.GOLD):
        return None
    return cleaning_price(reading.books.tiers, tier, _used(used) if used else 0)


def _used(found: re.Match[str]) -> int:
    cardinal, zh_cardinal, ordinal, zh_ordinal = found.groups()
    counts = {"one": 1, "一": 1, "two": 2, "both": 2, "两": 2, "二": 2, "three": 3, "三": 3}
    ordinals = {"second": 1, "third": 2, "fourth": 3, "二": 1, "三": 2, "四": 3}
    if cardinal or zh_cardinal:
        word = (cardinal or zh_cardinal).lower()
        return int(word) if word.isdigit() else counts[word]
    return ordinals[(ordinal or zh_ordinal).lower()]


def spend(reading: Reading) -> Ruling | None:
    amounts = reading.amounts()
    if not amounts or not reading.says(_STATUS) or not reading.said(_SPENT):
        return None
    if reading.speaks_of("birthday", "cleaning"):
        return None
    sent_back = amounts[1] if len(amounts) > 1 and reading.says(_SENT_BACK) else Decimal(0)
    return tier_for_spend(reading.books.tiers, max(amounts[0] - sent_back, Decimal(0)))


def try_on(reading: Reading) -> Ruling | None:
    tier, place = reading.tier_said(), reading.place()
    if not (reading.said(r"上门试|home try|try.{0,8}at home")) or (tier is None and place is None):
        return None
    return home_try_on(reading.books.tiers, tier, _nearest_city(reading, place))


def _nearest_city(reading: Reading, place: Destination | None) -> Destination | None:
    """The place, unless it is a country in which some city is served: then it is open which."""
    served = reading.books.tiers.home_try_on.cities
    if place is None or not place.is_country or place.id in served:
        return place
    return None if any(city.id in served for city in place.country.cities) else place


MEMBERSHIP: tuple[Recogniser, ...] = (
    birthday,
    cleaning,
    spend,
    try_on,
)
