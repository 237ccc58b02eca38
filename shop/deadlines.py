"""The house's clocks from a moment that was said: delivery, refunds, preview (H-C2, H-E2, H-B7).

A weekday stands for the next such day; what is due is named in the same way.
"""

from __future__ import annotations

from datetime import date, timedelta

from shop.clients import Tier
from shop.destinations import Destination
from shop.language import Bilingual
from shop.moments import Moment, later, named
from shop.returns import INSPECTION_HOURS, REFUND_HOURS
from shop.rulings import Ruling, ruling
from shop.shipping import ELSEWHERE_DAYS, PROMISE_HOURS, delivery_promise
from shop.tiers import TierBook


def arrives_by(counted_from: Moment, destination: Destination | None = None) -> Ruling:
    """When a piece in stock arrives at the latest. `values`: by, hours.

    `counted_from`: the later of payment and complete recipient ID. A place outside the 72-hour
    areas is ruled as in `delivery_promise`.
    """
    if destination is not None and destination.place.promised_72h == "no":
        return delivery_promise(destination)
    zh, en = "", ""
    if destination is None or destination.place.promised_72h == "unknown":
        zh, en = "；不在 72 小时名单内的地区最长 7 天", "; outside the listed areas up to 7 days"
    due = named(later(counted_from, PROMISE_HOURS))
    return ruling(
        "H-C2",
        "house",
        "现货最迟{due}送达：{hours} 小时自付款且收件人身份信息完整（{start}）起算" + zh + "。",
        "An in-stock piece arrives by {due} at the latest: {hours} hours, counted from payment and "
        "complete recipient ID ({start})" + en + ".",
        due=due,
        start=named(counted_from),
        by=due.en,
        hours=PROMISE_HOURS,
    )


def in_time(start: date, needed: date, destination: Destination | None = None) -> Ruling:
    """Whether a piece in stock, paid on `start`, is promised for the day `needed`.

    `values`: by (the last day, ISO) and days or hours. Where the place is not said, both the
    listed areas and elsewhere are told apart.
    """
    promised = destination.place.promised_72h if destination else "unknown"
    listed, elsewhere = start + timedelta(hours=PROMISE_HOURS), start + timedelta(ELSEWHERE_DAYS)
    if promised == "no" or (promised == "unknown" and elsewhere <= needed):
        return _in_time(start, needed, elsewhere, _UP_TO, days=ELSEWHERE_DAYS)
    scope = _LISTED if promised == "unknown" else Bilingual("", "")
    return _in_time(start, needed, listed, scope, hours=PROMISE_HOURS)


_UP_TO = Bilingual("（最长 7 天）", " (up to 7 days)")
_LISTED = Bilingual(
    "（72 小时名单内的地区；其他地区最长 7 天）", " in the 72-hour areas (elsewhere up to 7 days)"
)


def _in_time(start: date, needed: date, by: date, scope: Bilingual, **figures: int) -> Ruling:
    """`by`: the last day on which it arrives as promised."""
    zh, en = "来得及：", "Yes, in time: "
    zh_end, en_end = "", ""
    if by > needed:
        zh, en = "不能保证：", "No, that can't be promised: "
        zh_end, en_end = "，晚于{needed}", ", which is after {needed}"
    return ruling(
        "H-C2",
        "house",
        zh + "{start}付款且收件人身份信息完整，现货最迟{due}送达{scope}" + zh_end + "。",
        en + "paid on {start} with complete recipient ID, a piece in stock arrives by {due} at the "
        "latest{scope}" + en_end + ".",
        start=named(start),
        needed=named(needed),
        due=named(by),
        scope=scope,
        by=by.isoformat(),
        **figures,
    )


def refunded_by(arrived: Moment) -> Ruling:
    """When a refund is released at the latest, from the arrival at the regional desk.

    `values`: inspected_by, released_by.
    """
    inspected = named(later(arrived, INSPECTION_HOURS))
    released = named(later(arrived, INSPECTION_HOURS + REFUND_HOURS))
    return ruling(
        "H-E2",
        "house",
        "最迟{inspected}验收（到达后 {inspection} 小时内），通过后 {refund} 小时内，"
        "即最迟{released}原路退款；银行入账可能另需 1–5 个工作日。",
        "Inspected by {inspected} ({inspection} hours) and, once it passes, refunded by {released} "
        "({refund} hours more), to the original payment route; banks may take 1–5 working days.",
        inspected=inspected,
        released=released,
        inspected_by=inspected.en,
        released_by=released.en,
        inspection=INSPECTION_HOURS,
        refund=REFUND_HOURS,
    )


def preview_from(book: TierBook, tier: Tier, opens: Moment) -> Ruling | None:
    """From when a tier sees what opens to everyone at a moment. `values`: start, preview_hours.

    None for a tier without a preview.
    """
    terms = book.terms(tier)
    if not terms.preview_hours:
        return None
    start = named(later(opens, -terms.preview_hours))
    return ruling(
        "H-B7",
        "house",
        "{name}可提前 {preview_hours} 小时，即{begins}起优先购买（公开发售：{opens}）。",
        "{name} sees it {preview_hours} hours early: from {begins} (it opens to everyone {opens}).",
        name=terms.name,
        begins=start,
        opens=named(opens),
        start=start.en,
        preview_hours=terms.preview_hours,
    )
