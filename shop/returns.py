"""Returns (H-E1 to H-E4): whether a piece may come back, when the money does, and size exchanges.

Money in RMB. Moments are aware datetimes and are written in their own time zone.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal

from shop.language import Bilingual
from shop.rulings import Ruling, require_not_negative, ruling
from shop.warranty import WARRANTY_MONTHS

NotReturnable = Literal[
    "engraved", "made_to_measure", "pierced_earrings_opened", "swimwear_opened",
    "lingerie_opened", "fragrance_opened", "exotic_permit_issued",
]  # fmt: skip


_RETURN_DAYS = 30  # H-E1


INSPECTION_HOURS, REFUND_HOURS, _BANK_DAYS = 48, 24, (1, 5)  # H-E2


_NOT_RETURNABLE: dict[NotReturnable, Bilingual] = {  # H-E3
    "engraved": Bilingual("刻字、字母定制的商品", "engraved or monogrammed pieces"),
    "made_to_measure": Bilingual("量身定制的商品", "made-to-measure pieces"),
    "pierced_earrings_opened": Bilingual(
        "已拆卫生封条的耳针类耳饰", "pierced earrings with the hygiene seal broken"
    ),
    "swimwear_opened": Bilingual("已拆卫生条的泳装", "swimwear with the hygiene seal broken"),
    "lingerie_opened": Bilingual("已拆卫生条的内衣", "lingerie with the hygiene seal broken"),
    "fragrance_opened": Bilingual("已开封的香水", "opened fragrance"),
    "exotic_permit_issued": Bilingual(
        "CITES 已出证的珍稀皮商品", "exotic-skin pieces once the CITES permit is issued"
    ),
}


def return_eligibility(
    days_since_delivery: int | None = None,
    unworn: bool | None = None,
    tagged: bool | None = None,
    excluded: NotReturnable | None = None,
    *,
    faulty: bool = False,
    complete: bool | None = None,
) -> Ruling:
    """Whether a piece may be returned without a reason; None for what the client didn't say.

    `values`: eligible ('yes', 'no', 'conditions', or 'warranty' for a fault after 30 days), and
    days_left when the day is known.
    """
    late = days_since_delivery is not None and days_since_delivery > _RETURN_DAYS
    if faulty:
        zh, en = _FAULTY_LATE if late else _FAULTY
        eligible = "warranty" if late else "yes"
        return ruling("H-E3 H-I4", "house", zh, en, eligible=eligible, months=WARRANTY_MONTHS)
    if excluded is not None:
        what = _NOT_RETURNABLE[excluded]
        return ruling("H-E3", "house", *_EXCLUDED, what=what, eligible="no")
    if late:
        return ruling(
            "H-E1 H-I4", "house", *_TOO_LATE, days=days_since_delivery or 0, eligible="no"
        )
    if complete is False and unworn is not False and tagged is not False:
        return ruling("H-E1", "house", *_INCOMPLETE, eligible="no")
    if unworn is False or tagged is False:
        return ruling("H-E1", "house", *_USED, eligible="no")
    zh, en = _MAY_RETURN
    left: dict[str, int] = {}
    if days_since_delivery is not None:
        left = {"days_left": _RETURN_DAYS - days_since_delivery}
        zh, en = zh + "您还有 {days_left} 天。", en + " You have {days_left} days left."
    sure = days_since_delivery is not None and unworn and tagged
    return ruling("H-E1", "house", zh, en, eligible="yes" if sure else "conditions", **left)


def last_day_to_return(came: date) -> Ruling:
    """The last of the 30 days for what came on a day. `values`: until (ISO)."""
    until = came + timedelta(days=_RETURN_DAYS)
    return ruling(
        "H-E1",
        "house",
        "无理由退货的最后一天是{until:day}（签收起 30 天）。",
        "The last day to return it without a reason is {until:day}, 30 days from delivery.",
        until=until.isoformat(),
    )


_FAULTY = (
    "有质量问题可以退，无理由退货的例外不适用，另有 {months} 个月保修。请由同事为您登记。",
    "A faulty piece can be returned: the exceptions to returns do not apply, and there is a "
    "warranty of {months} months besides. A colleague will register it.",
)


_FAULTY_LATE = (
    "30 天退货期已过，质量问题按 {months} 个月保修处理，请由同事为您登记。",
    "The 30 days are over, so a fault goes by the warranty of {months} months. A colleague will "
    "register it.",
)


_EXCLUDED = (
    "{what}除质量问题外不支持无理由退货。",
    "Unless faulty, {what} cannot be returned.",
)


_TOO_LATE = (
    "已过签收后 30 天的无理由退货期（现为第 {days} 天），不能无理由退；质量问题另按 24 "
    "个月保修处理。",
    "The 30 days from delivery are over (this is day {days}), so it cannot be returned without a "
    "reason; faults go by the 24-month warranty.",
)


_USED = (
    "已使用或安全吊牌已拆的商品不能无理由退：须未穿用、安全吊牌未拆，并带包装盒和溯源卡。"
    "法定权利不受影响。",
    "A worn piece, or one without its security tag, cannot be returned without a reason: it must "
    "be unworn, with tag, box and trace card. Legal rights are not affected.",
)


_INCOMPLETE = (
    "无理由退货须带齐包装盒和溯源卡（且未穿用、安全吊牌未拆），缺少的话请由同事为您确认。",
    "A return without a reason needs the box and the trace card (unworn, with the security tag); "
    "if one is missing, a colleague will look into it.",
)


_MAY_RETURN = (
    "可以，签收起 30 天内无理由退货、免费上门取件：须未穿用，安全吊牌、包装盒和溯源卡齐全。",
    "Yes, within 30 days of delivery, no reason needed and with free door pickup: unworn, with "
    "security tag, box and trace card.",
)


def refund_timing(arrived: datetime | date | None = None) -> Ruling:
    """When a refund is released, from the day or moment the piece reaches the regional desk.

    `values`: inspection_hours, refund_hours, bank_from_days, bank_to_days, and with `arrived`:
    inspected_by, released_by (ISO).
    """
    figures: dict[str, int | str] = {
        "inspection_hours": INSPECTION_HOURS,
        "refund_hours": REFUND_HOURS,
        "bank_from_days": _BANK_DAYS[0],
        "bank_to_days": _BANK_DAYS[1],
    }
    zh, en = _REFUND
    if arrived is not None:
        inspected = arrived + timedelta(hours=INSPECTION_HOURS)
        released = inspected + timedelta(hours=REFUND_HOURS)
        figures |= {"inspected_by": inspected.isoformat(), "released_by": released.isoformat()}
        zh, en = _REFUND_BY
    return ruling("H-E2", "house", zh, en, **figures)


_REFUND = (
    "商品到达区域中心后 {inspection_hours} 小时内验收，通过后 {refund_hours} 小时内原路退款，"
    "银行入账可能另需 {bank_from_days}–{bank_to_days} 个工作日。关税、税费和原运费一并退还。",
    "We inspect within {inspection_hours} hours of arrival at the regional desk and release the "
    "refund within {refund_hours} hours after it passes, to the original payment route; banks may "
    "take {bank_from_days}–{bank_to_days} working days. Duty, tax and original shipping are "
    "refunded too.",
)
_REFUND_BY = (
    "最迟{inspected_by:day}验收（到达后 {inspection_hours} 小时内），通过后 {refund_hours} 小时内，"
    "即最迟{released_by:day}原路退款；银行入账可能另需 {bank_from_days}–{bank_to_days} 个工作日。",
    "Inspected by {inspected_by:day} ({inspection_hours} hours) and, once it passes, refunded by "
    "{released_by:day} ({refund_hours} hours more), to the original payment route; banks may take "
    "{bank_from_days}–{bank_to_days} working days.",
)


def refund_scope() -> Ruling:
    """What a refund includes."""
    return ruling(
        "H-E2",
        "house",
        "包括：商品款之外，关税、税费和原运费也一并退还，原路退回。",
        "Yes: besides the price, duty, tax and the original shipping are refunded too, to the "
        "original payment route.",
    )


def when_delivered() -> Ruling:
    """Whether it is still in time, without the day it came: asks back. `values`: limit_days."""
    return ruling(
        "H-E1",
        "none",
        "签收之日起 {limit_days} 天内可以退货。请告诉我哪天签收，我便可算出最后一天。",
        "A return is possible within {limit_days} days of delivery. Please tell me the date it was "
        "delivered, and I can say the last day.",
        limit_days=_RETURN_DAYS,
    )


def exchange_terms() -> Ruling:
    """The rule on exchanging a size by itself. `values`: limit_days."""
    return ruling(
        "H-E4",
        "house",
        "每件在签收起 {limit_days} 天内可免费换码一次；有现货时一次上门取旧送新。",
        "Each item has one free size exchange within {limit_days} days of delivery; collected and "
        "delivered in one visit where stock allows.",
        limit_days=_RETURN_DAYS,
    )


def size_exchange(days_since_delivery: int, exchanged_before: bool = False) -> Ruling:
    """Whether a free size exchange is still possible. `values`: eligible, days_left."""
    require_not_negative(days_since_delivery, "Days since delivery")
    left = _RETURN_DAYS - days_since_delivery
    if left < 0 or exchanged_before:
        return ruling(
            "H-E4",
            "house",
            "不能再免费换码：每件在签收起 30 天内可免费换码一次。",
            "No further free exchange: each item has one free size exchange within 30 days of "
            "delivery.",
            eligible="no",
        )
    return ruling(
        "H-E4",
        "house",
        "可以，签收起 30 天内可免费换码一次，还有 {days_left} 天；有现货时一次上门取旧送新。",
        "Yes, one free size exchange within the 30 days, with {days_left} left; collected "
        "and delivered in one visit where stock allows.",
        eligible="yes",
        days_left=left,
    )
