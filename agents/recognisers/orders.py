"""Orders: paying for them, waiting for them, and what is owed when something goes wrong."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.recognisers.reading import Reading, Recogniser, days
from shop.guarantees import counterfeit_compensation, late_payout, late_payout_cap
from shop.instalments import SMALLEST, Excluded, offered, plans, schedule
from shop.rulings import Ruling
from shop.shipping import PROMISE_HOURS, cash_on_delivery, shipping_fee, shipping_terms

LARGE_ORDER_RMB = 50_000
_ORDERS = (
    r"\b(?:place|make) (?:an|the|this|my) order\b|\bi'?ll (?:take|buy)\b"
    r"|\b(?:want|like|ready|need) to (?:buy|order|purchase)\b"
    r"|下单|订购|帮我(?:办|买|订)|我要(?:买|订)|想(?:买|订)下"
)
_HOW_MUCH = r"how much|what.{0,12}(?:price|cost|pay|fee)|多少|几钱|价|赔|费"
_INSTALMENTS = (
    r"分期|分\s*\d{1,3}\s*[期个]|\d{1,3}\s*期|instal|pay (?:monthly|later)|monthly p"
    r"|each payment|per month|over \d+ months|\d+ months? (?:on|for the)|payment plan"
    r"|(?:split|spread|divide|pay).{0,36}\d+ (?:months|payments)|\bin \d+ (?:months|payments)\b"
)
_MONTHS = r"(?<!\d)(\d{1,2})\s*-?\s*(?:个月|期|months?|payments?|monthly|instal)"
_COUNTERFEIT = r"假的|假货|假一赔|买到假|counterfeit|\bfake\b"
_LATE = (
    r"\blate\b|past the promise|overdue"
    r"|迟到|晚(?:到|了|送|\s*\d|[一二两三四五六七八九十])|延误|超时|慢就赔|快递慢"
)
_LATE_CREDIT = r"late (?:pay-?out|credit)|late delivery|赔|补偿"
_SINCE_PAYMENT = r"from payment|after (?:payment|paying)|since i paid|付款后|下单后|从付款"
_COMPENSATED = r"how much|pay-?out|\bget\b|compensat|credit|补偿|多少|赔"
_FEE = (
    r"运费|邮费|包邮|shipping (?:fee|cost|charge)|free shipping|delivery (?:fee|cost|charge)"
    r"|postage"
    r"|how much.{0,12}(?:shipping|delivery)|(?:shipping|delivery) free"
)
_AT_MOST = r"最多|上限|封顶|at most|maximum|\bmax\b|\bcap\b|capped|limit"
_NOT_INSTALMENTS = (
    r"credit check|征信|\bFCA\b|\blaw\b|法规|退|return|refund|取消|cancel|逾期|interest law"
    r"|overdue|miss(?:ed)? a payment"
)
_EXCLUDED: dict[Excluded, str] = {
    "gift_card": r"礼品卡|gift ?card|购物卡",
    "engraved": r"刻字|刻名|engrav|monogram",
    "made_to_order": r"定制|按单|made.to.order|bespoke|custom.?made",
}


def cash(reading: Reading) -> Ruling | None:
    place = reading.place()
    if not reading.speaks_of("cod") or place is None:
        return None
    return cash_on_delivery(place, reading.piece.price_rmb if reading.piece else None)


def instalments(reading: Reading) -> Ruling | None:
    if not reading.said(_INSTALMENTS) or reading.says(_NOT_INSTALMENTS):
        return None
    amount, excluded = reading.amount(), _not_in_instalments(reading)
    if excluded is not None:
        return plans(amount or SMALLEST, excluded)
    months = re.search(_MONTHS, reading.text, re.I)
    if amount is None:
        return offered(int(months[1])) if months else None
    return schedule(amount, int(months[1])) if months else plans(amount)


def _not_in_instalments(reading: Reading) -> Excluded | None:
    if reading.piece and reading.piece.made_to_order:
        return "made_to_order"
    kinds = (kind for kind, names in _EXCLUDED.items() if reading.says(names))
    return next(kinds, None)


def late(reading: Reading) -> Ruling | None:
    """The pay-out for so many hours late, or the most it can be."""
    if not (reading.said(_LATE) or reading.says(_LATE_CREDIT)):
        return None
    price = reading.piece.price_rmb if reading.piece else reading.amount()
    spans = [s for s in reading.spans() if s.unit in ("hour", "day")]
    if price is None or not (reading.says(_COMPENSATED) or reading.amounts()):
        return None
    if not spans:
        return late_payout_cap(price) if reading.says(_AT_MOST) else None
    hours = spans[0].count * (24 if spans[0].unit == "day" else 1)
    if reading.says(_SINCE_PAYMENT):
        hours = max(hours - PROMISE_HOURS, Decimal(0))
    return late_payout(price, hours)


def compensation(reading: Reading) -> Ruling | None:
    price = reading.amount()
    if price is None or not reading.said(_COUNTERFEIT):
        return None
    if not reading.says(_HOW_MUCH + r"|can i|claim|still"):
        return None
    if not reading.says(r"赔|拿回|退|compensat|refund|\bget\b|\bpay\b|claim"):
        return None
    return counterfeit_compensation(price, next((days(s) for s in reading.spans()), None))


def fee(reading: Reading) -> Ruling | None:
    if not reading.says(_FEE) or reading.says(r"退|return|refund|换码|换小|换大|exchange"):
        return None
    amount, tiers = reading.amount(), reading.books.tiers
    if amount is None:
        return shipping_terms(tiers, reading.tier_said())
    return shipping_fee(tiers, amount, reading.tier_said())


def large_order(reading: Reading) -> bool:
    """Whether she wants to place an order above RMB 50,000 (H-J2)."""
    if not reading.says(_ORDERS):
        return False
    pieces = sum((piece.price_rmb for piece in reading.question.pieces), Decimal(0))
    return max(reading.amounts(), default=pieces) > LARGE_ORDER_RMB


ORDERS: tuple[Recogniser, ...] = (
    cash,
    instalments,
    late,
    compensation,
    fee,
)
