"""The house's clocks from a moment that was said: delivery, refunds, preview (H-C2, H-E2, H-B7).

A weekday stands for the next such day; what is due is named in the same way.
"""

from __future__ import annotations

from shop.clients import Tier
from shop.destinations import Destination
from shop.moments import Moment, later, named
from shop.returns import INSPECTION_HOURS, REFUND_HOURS
from shop.rulings import Ruling, ruling
from shop.shipping import PROMISE_HOURS, delivery_promise
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
