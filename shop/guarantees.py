"""What the house guarantees: late pay-out, counterfeits, disputes, resizing.

Money in RMB. Moments are aware datetimes and are written in their own time zone.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from shop.dates import months_after, working_days_after
from shop.figures import rounded, up_to_step
from shop.language import Bilingual
from shop.rulings import Ruling, require_not_negative, require_positive, ruling
from shop.shipping import Uncovered, not_covered

_LATE_STEP_HOURS, _LATE_PAY, _LATE_CAP_PERCENT = Decimal(24), Decimal(100), 10  # H-C4
_LATE_CREDIT_DAYS = 3  # working days
_COUNTERFEIT_DAYS, _COUNTERFEIT_TIMES = 365, 3  # H-F2
_DISPUTE_HOURS = 48  # H-F6
_RESIZING_MONTHS, _RESIZING_SIZES = 12, 2  # H-I3


def hours_late(counted_from: datetime, delivered: datetime, promised_hours: int = 72) -> Decimal:
    """How many hours after the promise a parcel came (0: in time), every begun 1/100 counted.

    `counted_from`: the moment of payment plus complete recipient ID.
    """
    late = delivered - counted_from - timedelta(hours=promised_hours)
    hours = Decimal(late.total_seconds()) / 3600
    return max(up_to_step(hours, Decimal("0.01")), Decimal(0))


def late_payout(price: Decimal, late: Decimal, uncovered: Uncovered | None = None) -> Ruling:
    """Store credit for a parcel that came `late` hours after the promise.

    RMB 100 for each started 24 h, at most 10 % of the price. `values`: price, late_hours, periods,
    payout, cap.
    """
    require_positive(price, "A price")
    require_not_negative(late, "Lateness")
    if uncovered is not None:
        return not_covered(uncovered).then(_NO_PAYOUT)
    periods = up_to_step(late / _LATE_STEP_HOURS)
    cap = rounded(price * _LATE_CAP_PERCENT / 100, "0.01")
    payout = min(periods * _LATE_PAY, cap)
    if not periods:
        return ruling("H-C4", "house", *_IN_TIME, price=price, late_hours=late, payout=payout)
    return ruling(
        "H-C4",
        "house",
        "超时 {late_hours} 小时按 {periods} 个 24 小时计，"
        + ("达到上限，" if payout == cap else "")
        + "赔付 {payout:rmb}储值（每个 24 小时 {each:rmb}，上限为商品价 10%，即 {cap:rmb}）。"
        "送达后 {credit_days} 个工作日内自动到账。",
        "{late_hours} hours late count as {periods} started 24-hour periods: {payout:rmb} in store "
        "credit ({each:rmb} each, at most 10 % of the price, {cap:rmb}"
        + ("; the cap applies" if payout == cap else "")
        + "). It is credited within {credit_days} working days after delivery.",
        price=price,
        late_hours=late,
        periods=periods,
        each=_LATE_PAY,
        payout=payout,
        cap=cap,
        credit_days=_LATE_CREDIT_DAYS,
    )


def late_payout_unpriced(late: Decimal) -> Ruling:
    """The same where the price isn't known. `values`: late_hours, periods, payout (at most)."""
    require_positive(late, "Lateness")
    periods = up_to_step(late / _LATE_STEP_HOURS)
    return ruling(
        "H-C4",
        "house",
        "超出承诺 {late_hours} 小时按 {periods} 个 24 小时计，赔付 {payout:rmb}储值，"
        "但不超过商品价的 {percent}%。送达后 {credit_days} 个工作日内自动到账。",
        "{late_hours} hours beyond the promise count as {periods} started 24-hour periods: "
        "{payout:rmb} in store credit, but at most {percent} % of the price. It is credited "
        "within {credit_days} working days after delivery.",
        late_hours=late,
        periods=periods,
        payout=periods * _LATE_PAY,
        percent=_LATE_CAP_PERCENT,
        credit_days=_LATE_CREDIT_DAYS,
    )


_IN_TIME = (
    "在承诺时间内送达，没有慢就赔。",
    "It arrived within the promise, so there is no late pay-out.",
)
_NO_PAYOUT = ruling(
    "H-C4",
    "house",
    "因此不适用慢就赔。",
    "So there is no late pay-out.",
    payout=0,
)


def late_payout_cap(price: Decimal) -> Ruling:
    """The most that a late pay-out comes to on a price. `values`: price, cap."""
    require_positive(price, "A price")
    return ruling(
        "H-C4",
        "house",
        "慢就赔最多 {cap:rmb}：每超 24 小时（不足按 24 小时计）{each:rmb}储值，上限为商品价 "
        "{price:rmb}的 {percent}%。",
        "The late pay-out is at most {cap:rmb}: {each:rmb} in store credit for each started 24 "
        "hours, capped at {percent} % of the price of {price:rmb}.",
        price=price,
        cap=rounded(price * _LATE_CAP_PERCENT / 100, "0.01"),
        each=_LATE_PAY,
        percent=_LATE_CAP_PERCENT,
    )


def payout_credited_by(delivered: date) -> date:
    """The last working day on which a late pay-out is credited (weekends only are left out)."""
    return working_days_after(delivered, _LATE_CREDIT_DAYS)


def counterfeit_compensation(price: Decimal, days_since_delivery: int | None = None) -> Ruling:
    """What is paid when an accredited laboratory finds a piece counterfeit.

    `values`: price, refund, compensation, total, days; after 365 days only price and days. Never a
    judgement on the piece itself.
    """
    require_positive(price, "A price")
    if days_since_delivery is not None and days_since_delivery > _COUNTERFEIT_DAYS:
        return ruling(
            "H-F2",
            "house",
            "假一赔三以签收后 {limit} 天内检出为限，现已 {days} 天，超出期限；"
            "您的法定权利不受影响，请由同事为您处理。",
            "The guarantee covers findings within {limit} days of delivery, and this is day "
            "{days}; your legal rights are not affected, and a colleague will look into it.",
            price=price,
            days=days_since_delivery,
            limit=_COUNTERFEIT_DAYS,
        )
    compensation = price * _COUNTERFEIT_TIMES
    return ruling(
        "H-F2",
        "house",
        "若签收后 {limit} 天内经认可实验室检出为假，退还 {price:rmb}并另赔三倍 {compensation:rmb}，"
        "合计 {total:rmb}；检测费由我们承担。",
        "If an accredited laboratory finds the piece counterfeit within {limit} days of delivery, "
        "we refund {price:rmb} and pay three times that, {compensation:rmb}: {total:rmb} in total. "
        "We pay the laboratory.",
        price=price,
        refund=price,
        compensation=compensation,
        total=price + compensation,
        limit=_COUNTERFEIT_DAYS,
    )


def ring_resizing(
    purchased: date, on: date, sizes: int, full_eternity: bool = False, used_before: bool = False
) -> Ruling:
    """Whether a ring is resized free of charge. `sizes` is the change in EU sizes, up or down.

    `values`: free ('yes' or 'no'), until (ISO date).
    """
    until = months_after(purchased, _RESIZING_MONTHS)
    problem = _no_resizing(on > until, abs(sizes) > _RESIZING_SIZES, full_eternity, used_before)
    if problem is None:
        return ruling(
            "H-I3",
            "house",
            "可以免费改圈：{until:day}前（购买后 12 个月内）可免费一次，上下不超过 2 个欧码。",
            "Yes, free of charge: one resizing until {until:day} (12 months from purchase), at "
            "most 2 EU sizes up or down.",
            free="yes",
            until=until.isoformat(),
        )
    return ruling(
        "H-I3",
        "house",
        "不能免费改圈：{problem}。规则是购买后 12 个月内免费一次，上下不超过 2 个欧码。",
        "Not free of charge: {problem}. The rule is one free resizing within 12 months of "
        "purchase, at most 2 EU sizes up or down.",
        problem=problem,
        free="no",
        until=until.isoformat(),
    )


def resizing_terms(full_eternity: bool = False) -> Ruling:
    """The rule on resizing by itself. `values`: free ('once' or 'no')."""
    if full_eternity:
        return ruling(
            "H-I3",
            "house",
            "满钻（一圈满镶）戒圈不能改圈；其他戒指购买后 12 个月内可免费改圈一次，上下不超过 2 "
            "个欧码。",
            "Full-eternity settings cannot be resized. Other rings have one free resizing within "
            "12 months of purchase, at most 2 EU sizes up or down.",
            free="no",
        )
    return ruling(
        "H-I3",
        "house",
        "购买后 12 个月内可免费改圈一次，上下不超过 2 个欧码；超出的费用本店资料没有记载，"
        "可以请同事核实。",
        "One resizing is free within 12 months of purchase, at most 2 EU sizes up or down. Our "
        "notes give no price beyond that; a colleague can find out.",
        free="once",
    )


def _no_resizing(late: bool, far: bool, eternity: bool, used: bool) -> Bilingual | None:
    problems = {
        Bilingual("满钻戒圈不能改圈", "full-eternity settings cannot be resized"): eternity,
        Bilingual("超出 2 个欧码", "the change is more than 2 EU sizes"): far,
        Bilingual("已超过 12 个月", "the 12 months are over"): late,
        Bilingual("免费的一次已使用", "the free one has been used"): used,
    }
    return next((problem for problem, applies in problems.items() if applies), None)


def dispute_clock(opened: datetime | None = None) -> Ruling:
    """When a dispute is decided. `values`: hours, and with `opened`: due (ISO)."""
    answer = ruling(
        "H-F6",
        "house",
        "争议走专门通道，开案后 {hours} 小时内给出处理决定；若逾期，我们先行赔付无争议部分，"
        "再行结清。",
        "Disputes have their own channel and are decided within {hours} hours of opening the case; "
        "if we miss it, we pay the undisputed amount first and settle afterwards.",
        hours=_DISPUTE_HOURS,
    )
    if opened is None:
        return answer
    due = opened + timedelta(hours=_DISPUTE_HOURS)
    return answer.then(
        ruling(
            "H-F6",
            "house",
            "您这一案最迟{due:day}答复。",
            "For your case that is by {due:day}.",
            due=due.isoformat(),
        )
    )
