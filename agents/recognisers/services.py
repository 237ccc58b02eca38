"""Services: membership, returns, payments and repairs, where a figure or a date decides."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

from agents.measures import Span
from agents.recognisers.reading import Reading, Recogniser
from shop.clients import Tier
from shop.dates import months_after
from shop.destinations import Destination
from shop.guarantees import counterfeit_compensation, late_payout, ring_resizing
from shop.instalments import plans, schedule
from shop.membership import birthday_courtesy, cleaning_price, tier_for_spend
from shop.privileges import home_try_on
from shop.returns import NotReturnable, return_eligibility, size_exchange
from shop.rulings import Ruling
from shop.shipping import PROMISE_HOURS, cash_on_delivery, shipping_fee

_TIERS = {
    Tier.BLACK: r"\bblack\b|黑卡|黑金",
    Tier.GOLD: r"\bgold (?:card|member|tier|client|here)|\b(?:i'?m|am|as|for) (?:a )?gold\b|金卡",
    Tier.SILVER: (
        r"\bsilver (?:card|member|tier|client|here)|\b(?:i'?m|am|as|for) (?:a )?silver\b|银卡"
    ),
}
_SPENT = r"\bspen[dt]|\bbought for\b|消费|花了|买了|累计|净消费"
LARGE_ORDER_RMB = 50_000
_ORDERS = (
    r"\b(?:place|make) (?:an|the|this|my) order\b|\bi'?ll (?:take|buy)\b"
    r"|\b(?:want|like|ready|need) to (?:buy|order|purchase)\b"
    r"|下单|订购|帮我(?:办|买|订)|我要(?:买|订)|想(?:买|订)下"
)
_SENT_BACK = r"退|return|sent back|send back"
_HOW_MUCH = r"how much|what.{0,12}(?:price|cost|pay|fee)|多少|几钱|价|赔|费"
_INSTALMENTS = (
    r"分期|分\s*\d{1,3}\s*[期个]|\d{1,3}\s*期|instal|pay (?:monthly|later)|monthly p"
    r"|each payment|per month|over \d+ months|\d+ months? (?:on|for the)|payment plan"
)
_COUNTERFEIT = r"假的|假货|假一赔|买到假|counterfeit|\bfake\b"
_CLEANED = r"皮具清洁|洗包|洗.{0,6}包|清洁|clean"
_LATE = r"\blate\b|past the promise|overdue|迟到|晚|延误|超时|慢就赔|快递慢"
_LATE_CREDIT = r"late (?:pay-?out|credit)|late delivery|赔|补偿"
_SINCE_PAYMENT = r"from payment|after (?:payment|paying)|since i paid|付款后|下单后|从付款"
_COMPENSATED = _HOW_MUCH + r"|pay-?out|get|compensat|credit|补偿"
_WHAT_IS_LEFT = _HOW_MUCH + r"|left|remain|free|免费|剩|还有|还能"
_STATUS = (
    r"[银金黑]卡|am i (?:silver|gold|black)|make me|\btier|\bcard\b|\bstatus"
    r"|什么卡|哪种卡|等级|会员"
)
_REFUND_TIME = (
    r"how long.{0,20}refund|when.{0,20}refund|多久.{0,6}退款|退款.{0,6}多久|到账|几天.{0,4}到"
)
_STEPS = r"(\d|one|two|three|four|[一两二三四])\s*(?:个)?\s*(?:eu\s*)?(?:sizes?|号|码)"
_SINCE_DELIVERY = (
    r"\b(?:days?|weeks?|months?)\b.{0,12}\b(?:ago|since|after|later|already|past)\b"
    r"|\b(?:received|delivered|arrived|got|bought|had|day)\b.{0,20}\d"
    r"|(?:签收|到手|收到|买了|拿到|到货).{0,6}\d|\d+\s*[天周](?:了|前|后|多)|第\s*\d+\s*天"
)
_EXCLUDED: dict[NotReturnable, str] = {
    "engraved": r"engrav|monogram|initials|刻字|刻了|定制字母",
    "made_to_measure": r"made.to.measure|bespoke|量身",
    "pierced_earrings_opened": (
        r"earrings?.{0,30}(?:seal|open|worn)|耳(?:钉|环|针).{0,12}(?:拆|封|戴)"
    ),
    "swimwear_opened": r"(?:swim|bikini).{0,30}(?:seal|open|remov)|泳.{0,12}(?:拆|封|撕)",
    "lingerie_opened": r"(?:lingerie|underwear|bra).{0,30}(?:seal|open)|内衣.{0,12}(?:拆|封|撕)",
    "fragrance_opened": (
        r"(?:perfume|fragrance|scent).{0,30}(?:open|used|spray)|香水.{0,12}(?:开|拆|喷|用)"
    ),
}
_FEE = r"运费|邮费|包邮|shipping (?:fee|cost)|free shipping|delivery (?:fee|cost)"
_DAYS_IN = {"hour": Decimal(1) / 24, "day": Decimal(1), "week": Decimal(7),
            "month": Decimal(30), "year": Decimal(365)}  # fmt: skip
_TAG_GONE = (
    r"(?:tag|label).{0,20}(?:cut|remov|off|gone|torn|lost)|(?:cut|remov|took|tore|lost).{0,16}(?:tag|label)"
    r"|(?:吊牌|标签|防盗扣).{0,6}(?:剪|拆|撕|掉|丢|没)|(?:剪|拆|撕|丢).{0,4}(?:吊牌|标签|防盗扣)"
)
_WORN = (
    r"\b(?:worn|wore|used) (?:it|them|once|twice|a|for)|\balready (?:worn|wore)"
    r"|穿过|穿了|戴过|戴了|背过|背了|用过|下过地"
)


def _tier(reading: Reading) -> Tier | None:
    """The tier spoken of, or the client's own."""
    for tier, names in _TIERS.items():
        if reading.ever_said(names):
            return tier
    return reading.tier


def _days(span: Span) -> int:
    return int(span.count * _DAYS_IN[span.unit])


def _amount(reading: Reading) -> Decimal | None:
    """The amount said, in RMB or without a currency; else the price of the piece meant."""
    said = reading.amounts()
    if said:
        return said[0]
    return reading.piece.price_rmb if reading.piece else None


def _place(reading: Reading) -> Destination | None:
    for text in (reading.text, *reading.earlier):
        if found := reading.books.destinations.find(text):
            return found[0]
    return None


def cash(reading: Reading) -> Ruling | None:
    place = _place(reading)
    if not reading.speaks_of("cod") or place is None:
        return None
    return cash_on_delivery(place, reading.piece.price_rmb if reading.piece else None)


def instalments(reading: Reading) -> Ruling | None:
    amount = _amount(reading)
    if not reading.said(_INSTALMENTS) or amount is None:
        return None
    if reading.piece and reading.piece.made_to_order:
        return plans(amount, "made_to_order")
    months = re.search(r"(\d{1,2})\s*-?\s*(?:个月|期|months?|payments?|instal)", reading.text, re.I)
    return schedule(amount, int(months[1])) if months else plans(amount)


def late(reading: Reading) -> Ruling | None:
    if not (reading.said(_LATE) or reading.says(_LATE_CREDIT)):
        return None
    price, spans = _amount(reading), [s for s in reading.spans() if s.unit in ("hour", "day")]
    if price is None or not spans or not reading.says(_COMPENSATED):
        return None
    hours = spans[0].count * (24 if spans[0].unit == "day" else 1)
    if reading.says(_SINCE_PAYMENT):
        hours = max(hours - PROMISE_HOURS, Decimal(0))
    return late_payout(price, hours)


def birthday(reading: Reading) -> Ruling | None:
    amount, tier = _amount(reading), _tier(reading)
    if not reading.ever_said("生日|birthday") or amount is None or tier is None:
        return None
    return birthday_courtesy(reading.books.tiers, tier, amount)


def cleaning(reading: Reading) -> Ruling | None:
    if not reading.said(_CLEANED) or not reading.says(_WHAT_IS_LEFT):
        return None
    tier = _tier(reading)
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


def returns(reading: Reading) -> Ruling | None:
    if not reading.said(r"\breturn|\bsend (?:it|them) back|退") or reading.said(r"退税|VAT refund"):
        return None
    if reading.says(_REFUND_TIME):
        return None
    tagged = False if reading.said(_TAG_GONE) else None
    unworn = False if reading.said(_WORN) else None
    days, excluded = _days_since(reading), _not_returnable(reading)
    if tagged is None and unworn is None and days is None and excluded is None:
        return None
    return return_eligibility(days, unworn, tagged, excluded)


def _days_since(reading: Reading) -> int | None:
    """Days since the piece came, if that is what a length of time in the question says."""
    if not reading.said(_SINCE_DELIVERY):
        return None
    return next((_days(span) for span in reading.spans()), None)


def _not_returnable(reading: Reading) -> NotReturnable | None:
    kinds = (kind for kind, names in _EXCLUDED.items() if reading.says(names))
    return next(kinds, None)


def exchange(reading: Reading) -> Ruling | None:
    days = next((_days(span) for span in reading.spans()), None)
    if not reading.speaks_of("exchange") or days is None:
        return None
    return size_exchange(days)


def resizing(reading: Reading) -> Ruling | None:
    if not (reading.speaks_of("resizing") or reading.said(r"resiz|改圈|改大|改小|改戒")):
        return None
    span = next(iter(reading.spans()), None)
    steps = re.search(_STEPS, reading.text, re.I)
    if span is None and steps is None:
        return None
    today = reading.books.clock().date()
    bought = today - timedelta(days=_days(span)) if span else today
    if span and span.unit in ("month", "year"):
        bought = months_after(today, -int(span.count * (12 if span.unit == "year" else 1)))
    return ring_resizing(bought, today, _step(steps[1]) if steps else 1)


def _step(word: str) -> int:
    words = {"one": 1, "一": 1, "two": 2, "两": 2, "二": 2, "three": 3, "三": 3, "four": 4, "四": 4}
    return int(word) if word.isdigit() else words[word.lower()]


def compensation(reading: Reading) -> Ruling | None:
    price = _amount(reading)
    if price is None or not reading.said(_COUNTERFEIT) or not reading.says(_HOW_MUCH):
        return None
    if not reading.says(r"赔|拿回|退|compensat|refund|\bget\b|\bpay\b"):
        return None
    return counterfeit_compensation(price, next((_days(s) for s in reading.spans()), None))


def large_order(reading: Reading) -> bool:
    """Whether she wants to place an order above RMB 50,000 (H-J2)."""
    if not reading.says(_ORDERS):
        return False
    pieces = sum((piece.price_rmb for piece in reading.question.pieces), Decimal(0))
    return max(reading.amounts(), default=pieces) > LARGE_ORDER_RMB


def is_black(reading: Reading) -> bool:
    return _tier(reading) is Tier.BLACK


def fee(reading: Reading) -> Ruling | None:
    amount = _amount(reading)
    if amount is None or not reading.says(_FEE):
        return None
    return shipping_fee(reading.books.tiers, amount, _tier(reading))


def try_on(reading: Reading) -> Ruling | None:
    tier, place = _tier(reading), _place(reading)
    if not (reading.said(r"上门试|home try|try.{0,8}at home")) or (tier is None and place is None):
        return None
    return home_try_on(reading.books.tiers, tier, place if place and not place.is_country else None)


SERVICES: tuple[Recogniser, ...] = (
    cash, instalments, late, birthday, cleaning, spend, try_on, exchange, returns, resizing,
    compensation, fee,
)  # fmt: skip
