"""Membership: what a tier brings, where a figure or a place decides."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import numeral
from agents.recognisers.reading import Reading, Recogniser
from shop.clients import Tier
from shop.destinations import Destination
from shop.membership import birthday_courtesy, tier_for_spend
from shop.privileges import home_try_on
from shop.rulings import Ruling

_SPENT = r"\bspen[dt]|\bbought for\b|花\s*\d|消费|\bbought\b.{0,12}\d|[花买刷]了|累计|净消费"
_PIECES_WANTED = re.compile(
    r"(\d{1,2}|[一二两三四五六七八九十])\s*(?:件|个|款|条|双)"
    r"|(?<![A-Za-z\d])(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+)?"
    r"(?:pieces|items|things|dresses|bags|shoes)",
    re.IGNORECASE,
)
_SENT_BACK = r"退|return|sent .{0,12}back|send back"
_STILL_MORE = (
    r"\bmore\b|\banother\b|\bon top\b|再(?:买|花|消费|刷)|多(?:买|花|消费|刷)|又(?:买|花)了?"
)
_COURTESY = r"实付|saving|price|优惠|折|礼遇|discount|courtesy|\boff\b|how much|多少|pay"
_MISSING = r"how (?:much|far).{0,12}(?:more|to|until|left)|还差|差多少|还要多少|再(?:买|消费)多少"
_IS_IT = (
    r"(?:是|算|够|能升|达到|到).{0,3}[银金黑]卡|enough for|(?:is|does) .{0,16}(?:make|count|get)"
)
_WHETHER = (
    r"\bam i\b|\bstill\b|enough|(?:do|will|would) i (?:get|reach|be|keep)|is (?:that|it)"
    r"|does (?:that|it)"
    r"|to (?:reach|get to|become)|吗|还是|是不是|够不够|能不能|差多少|还差"
)
_NOT_SPEND = (
    r"上门|试穿|试戴|优先|专属|顾问|try.?on|preview|dispatch|shopper|生日|birthday|清洁|洗包|cleaning"
    r"|分期|instal|运费|shipping|税|tax"
)
_STATUS = (
    r"[银金黑]卡|\b(?:am i|that|this|it|still|now) (?:a |be |in )?(?:silver|gold|black)\b"
    r"|make me|\btier|\bcard\b|\bstatus"
    r"|[什啥哪]么?种?[卡档]|[算哪几].{0,3}[卡档]|等级|会员|\bwhich (?:level|rank)\b"
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


def spend(reading: Reading) -> Ruling | None:
    """The tier of a spend; what was sent back doesn't count, and the tier asked for is answered."""
    amounts = _spent_before(reading) or reading.amounts()
    missing = reading.says(_MISSING)
    enough = reading.says(_WHETHER) or reading.question.hearsay
    named = reading.tier_spoken_of()
    asks = reading.said(_STATUS) or missing or (enough and named is not None)
    said = reading.said(_SPENT) or reading.says(_IS_IT) or (missing and named is not None)
    now = any(map(str.isdigit, reading.text)) or missing or enough or reading.says(_STATUS)
    if not (amounts and asks and said and now) or reading.says(_NOT_SPEND):
        return None
    sent_back = amounts[1] if len(amounts) > 1 and reading.says(_SENT_BACK) else Decimal(0)
    tiers = reading.books.tiers
    if missing:
        return tier_for_spend(tiers, amounts[0], sent_back, toward=named)
    asked = named if enough else None
    return tier_for_spend(tiers, amounts[0], sent_back, asked)


def _spent_before(reading: Reading) -> list[Decimal]:
    """The spend she told of before, and what of it she now says went back."""
    before = reading.before(_SPENT)
    if before is None or not before.says(_STATUS):
        return []
    if reading.says(_STILL_MORE) and (spent := before.amounts()[:1] + reading.amounts()[:1])[1:]:
        return [sum(spent, Decimal(0))]
    if not reading.says(_SENT_BACK):
        return []
    return [*before.amounts()[:1], *reading.amounts()[:1]]


def try_on(reading: Reading) -> Ruling | None:
    tier, place = reading.tier_said(), reading.place()
    wanted = _PIECES_WANTED.search(reading.text)
    if not reading.said(r"上门试|home try|try.{0,12}at home|在家试"):
        return None
    if tier is None and place is None and wanted is None:
        return None
    pieces = int(numeral(wanted[1] or wanted[2])) if wanted else 1
    whose = tier or (Tier.BLACK if wanted or place else None)  # only Black has it, and is told so
    return home_try_on(reading.books.tiers, whose, _nearest_city(reading, place), max(pieces, 1))


def _nearest_city(reading: Reading, place: Destination | None) -> Destination | None:
    """The place, unless it is a country in which some city is served: then it is open which."""
    served = reading.books.tiers.home_try_on.cities
    if place is None or not place.is_country or place.id in served:
        return place
    return None if any(city.id in served for city in place.country.cities) else place


MEMBERSHIP: tuple[Recogniser, ...] = (
    birthday,
    spend,
    try_on,
)
