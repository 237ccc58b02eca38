"""Instalments (H-G3, H-G4): which plans an amount allows, and the payments of a plan."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import Literal

from shop.dates import months_after
from shop.errors import BadInput
from shop.figures import money
from shop.language import Bilingual
from shop.rulings import Ruling, require_positive, ruling

Excluded = Literal["gift_card", "engraved", "made_to_order"]

SMALLEST, LARGEST = Decimal(3000), Decimal(100000)
_LONG_FROM = Decimal(10000)
_SHORT, _LONG = (3, 6), (9, 12)
_CENT = Decimal("0.01")
_EXCLUDED: dict[Excluded, Bilingual] = {
    "gift_card": Bilingual("礼品卡", "gift cards"),
    "engraved": Bilingual("刻字商品", "engraved pieces"),
    "made_to_order": Bilingual("定制商品", "made-to-order pieces"),
}


def months_for(amount: Decimal) -> tuple[int, ...]:
    """The plans an amount in RMB allows, in months; empty outside RMB 3,000 to 100,000."""
    if not SMALLEST <= amount <= LARGEST:
        return ()
    return _SHORT + _LONG if amount >= _LONG_FROM else _SHORT


def plans(amount: Decimal, excluded: Excluded | None = None) -> Ruling:
    """Which plans an order allows. `values`: amount, months ('3, 6'), smallest, largest."""
    require_positive(amount, "An order")
    if excluded is not None:
        return _not_for(excluded)
    months = months_for(amount)
    if not months:
        return ruling(
            "H-G3",
            "house",
            "{amount:rmb}不能分期：分期适用于 {smallest:rmb}至 {largest:rmb}的订单。",
            "{amount:rmb} cannot be paid in instalments: they are for orders from {smallest:rmb} "
            "to {largest:rmb}.",
            amount=amount,
            smallest=SMALLEST,
            largest=LARGEST,
            months="",
        )
    listed = ", ".join(map(str, months))
    return ruling(
        "H-G3",
        "house",
        "{amount:rmb}可分 {choice} 期，免息免手续费，首期下单时扣。是否批准由支付合作机构决定"
        + ("。" if months[-1] == _LONG[-1] else "；9、12 期须满 {long_from:rmb}。"),
        "{amount:rmb} can be paid in {choice} monthly payments, at 0 % interest and no fee, the "
        "first at order. The payment partner decides on approval"
        + ("." if months[-1] == _LONG[-1] else "; 9 and 12 months are from {long_from:rmb}."),
        choice=Bilingual("、".join(map(str, months)), _or(months)),
        amount=amount,
        months=listed,
        smallest=SMALLEST,
        largest=LARGEST,
        long_from=_LONG_FROM,
    )


def offered(months: int) -> Ruling:
    """Whether a number of payments is offered at all, whatever the order. `values`: offered."""
    known = months in _SHORT + _LONG
    zh, en = ("可以分 {months} 期", "Yes, {months} payments are offered")
    if not known:
        zh, en = ("不能分 {months} 期", "{months} payments are not offered")
    return ruling(
        "H-G3",
        "house",
        zh + "：可选 3、6、9、12 期，免息免手续费，适用于 {smallest:rmb}至 {largest:rmb}的订单，"
        "9、12 期须满 {long_from:rmb}。",
        en + ": there are 3, 6, 9 or 12, at 0 % interest and no fee, for orders from "
        "{smallest:rmb} to {largest:rmb}; 9 and 12 from {long_from:rmb}.",
        months=months,
        smallest=SMALLEST,
        largest=LARGEST,
        long_from=_LONG_FROM,
        offered="yes" if known else "no",
    )


def of_what() -> Ruling:
    """The monthly sum was asked without an amount: asks back. `values`: smallest, largest."""
    return ruling(
        "H-G3",
        "none",
        "每期金额 = 订单金额 ÷ 期数（3、6、9 或 12 期，免息免手续费）。请告诉我是哪一款或订单金额，"
        "以及想分几期。",
        "Each payment is the order divided by 3, 6, 9 or 12, at 0 % interest and no fee. Please "
        "tell me which piece or what amount, and over how many months.",
        smallest=SMALLEST,
        largest=LARGEST,
    )


def cost() -> Ruling:
    """What instalments cost beside the price: nothing. `values`: extra."""
    return ruling(
        "H-G3",
        "house",
        "分期不额外收费：买家付 0% 利息，没有手续费，各期相加就是订单金额。",
        "Instalments cost nothing extra: 0 % interest and no fee to the buyer; the payments add up "
        "to the price of the order.",
        extra=0,
    )


def payments(amount: Decimal, months: int) -> tuple[Decimal, ...]:
    """The payments of a plan in RMB: equal to the cent, the odd cents in the first.

    Raises BadInput where the amount does not allow that plan.
    """
    if months not in months_for(amount):
        raise BadInput(f"{money(amount, 'en')} cannot be paid in {months} instalments.")
    each = (amount / months).quantize(_CENT, ROUND_DOWN)
    return (amount - each * (months - 1), *[each] * (months - 1))


def schedule(amount: Decimal, months: int, ordered: date | None = None) -> Ruling:
    """A plan's payments, and their days when the day of the order is given.

    `values`: amount, months, first, each, and with `ordered`: first_on, last_on (ISO dates). An
    amount or number of months that is not offered is ruled so, as in `plans`.
    """
    require_positive(amount, "An order")
    if months not in months_for(amount):
        return plans(amount) if not months_for(amount) else _no_such_plan(amount, months)
    first, *rest = payments(amount, months)
    zh, en = "每期 {each:rmb}", "{months} payments of {each:rmb}"
    if first != rest[0]:
        zh = "首期 {first:rmb}，其余 {others} 期各 {each:rmb}"
        en = "a first payment of {first:rmb} and {others} of {each:rmb}"
    dates: dict[str, str] = {}
    if ordered is not None:
        last = months_after(ordered, months - 1)
        dates = {"first_on": ordered.isoformat(), "last_on": last.isoformat()}
        zh += "，{first_on:day}至{last_on:day}每月一期"
        en += ", monthly from {first_on:day} to {last_on:day}"
    return ruling(
        "H-G3",
        "house",
        "{amount:rmb}分 {months} "
        "期：" + zh + "，免息免手续费，首期下单时扣。是否批准由支付合作机构决定。",
        "{amount:rmb} in {months} "
        "months: " + en + ", at 0 % interest and no fee, the first at order. "
        "The payment partner decides on approval.",
        amount=amount,
        months=months,
        first=first,
        each=rest[0],
        others=months - 1,
        **dates,
    )


def _no_such_plan(amount: Decimal, months: int) -> Ruling:
    no = ruling(
        "H-G3",
        "house",
        "{amount:rmb}不能分 {wanted} 期。",
        "{amount:rmb} cannot be paid in {wanted} instalments.",
        amount=amount,
        wanted=months,
    )
    return no.then(plans(amount))


def _not_for(excluded: Excluded) -> Ruling:
    return ruling(
        "H-G4",
        "house",
        "{what}不支持分期。",
        "Instalments are not available for {what}.",
        what=_EXCLUDED[excluded],
        months="",
    )


def _or(months: tuple[int, ...]) -> str:
    *others, last = map(str, months)
    return f"{', '.join(others)} or {last}"
