"""Shipping: the fee, the promise by destination, and what it does not cover."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from shop.clients import Tier
from shop.destinations import ELSEWHERE, Destination
from shop.language import Bilingual
from shop.rulings import Ruling, require_not_negative, ruling
from shop.tiers import TierBook

Uncovered = Literal["made_to_order", "exotic", "engraved", "missing_id", "force_majeure"]

_FEE, _FREE_FROM = Decimal(80), Decimal(2000)  # H-C5
PROMISE_HOURS, ELSEWHERE_DAYS = 72, 7  # H-C2
_CITES_DAYS = (15, 45)  # H-D6, working days
_UNCOVERED: dict[Uncovered, Bilingual] = {  # H-C3
    "made_to_order": Bilingual("定制商品", "made-to-order pieces"),
    "exotic": Bilingual("珍稀皮", "exotic skins"),
    "engraved": Bilingual("刻字商品", "engraved items"),
    "missing_id": Bilingual("因缺身份信息被海关扣留", "customs holds caused by missing ID"),
    "force_majeure": Bilingual("不可抗力", "force majeure"),
}


def shipping_terms(book: TierBook, tier: Tier | None = None) -> Ruling:
    """The fee by itself, for an order whose amount isn't said. `values`: fee, free_from."""
    if book.terms(tier).free_shipping:
        return shipping_fee(book, Decimal(0), tier)
    return ruling(
        "H-C5",
        "house",
        "每单运费 {fee:rmb}；满 {free_from:rmb}或有会员等级（银卡起）免运费。",
        "Shipping is {fee:rmb} an order, and free from {free_from:rmb} or for any tier from "
        "Silver.",
        fee=_FEE,
        free_from=_FREE_FROM,
    )


def shipping_fee(book: TierBook, amount: Decimal, tier: Tier | None = None) -> Ruling:
    """The fee for an order of `amount` RMB. `values`: amount, fee."""
    require_not_negative(amount, "An order")
    terms = book.terms(tier)
    if terms.free_shipping:
        return ruling(
            "H-B4 H-C5",
            "house",
            "{tier}会员标准运费免费，不限金额。",
            "Standard shipping is free for {tier} members, whatever the amount.",
            tier=terms.name,
            amount=amount,
            fee=0,
        )
    free = amount >= _FREE_FROM
    zh = "这一单免运费：满 {free_from:rmb}即免。"
    en = "Shipping is free for this order, as from {free_from:rmb}."
    if not free:
        zh = "运费 {fee:rmb}；满 {free_from:rmb}或有会员等级（银卡起）免运费。"
        en = "Shipping is {fee:rmb}; it is free from {free_from:rmb} or for any tier from Silver."
    return ruling(
        "H-C5",
        "house",
        zh,
        en,
        amount=amount,
        fee=Decimal(0) if free else _FEE,
        free_from=_FREE_FROM,
    )


def delivery_promise(destination: Destination | None, uncovered: Uncovered | None = None) -> Ruling:
    """When a piece in stock arrives (None: a place the house does not list).

    `values`: hours (72) or days (7), or neither where the promise does not hold; warehouse id.
    """
    if uncovered is not None:
        return not_covered(uncovered)
    place = destination.name if destination else ELSEWHERE
    promised = destination.place.promised_72h if destination else "no"
    rules, days, hours = "H-C1 H-C2", ELSEWHERE_DAYS, PROMISE_HOURS
    start = Bilingual("自付款且收件人身份信息完整起算", "from payment and complete recipient ID")
    figures: dict[str, int | str] = {"days": days}
    match promised:
        case "yes":
            zh, en = "72 小时内送达{place}", "{place} within 72 hours"
            figures = {"hours": hours}
        case "unknown":
            zh, en = _DEPENDS[destination is not None and destination.is_country]
            figures = {"hours": hours, "days": days}
        case _:
            zh, en = "送达{place}最长 7 天", "{place} in up to 7 days"
    warehouse = _from_warehouse(destination)
    figures |= {"warehouse": warehouse[0]} if warehouse[0] else {}
    return ruling(
        rules,
        "house",
        "现货" + zh + "，{start}{shipped}。",
        "In-stock pieces reach " + en + ", counted {start}{shipped}.",
        place=place,
        area=_area(destination),
        start=start,
        shipped=warehouse[1],
        **figures,
    )


def deliver_where() -> Ruling:
    """How long was asked without a place: asks back. `values`: hours, days."""
    return ruling(
        "H-C1 H-C2",
        "none",
        "要看收货地：列明的地区现货 {hours} 小时内送达，其他地区最长 {days} 天。"
        "请告诉我收货的城市或国家。",
        "It depends on where you are: in-stock pieces arrive within {hours} hours in the listed "
        "areas and in up to {days} days elsewhere. Please tell me which city or country.",
        hours=PROMISE_HOURS,
        days=ELSEWHERE_DAYS,
    )


def not_covered(uncovered: Uncovered) -> Ruling:
    """What the 72-hour promise does not cover, and the time it takes where that is known.

    `values`: for exotic skins from_days and to_days, in working days.
    """
    answer = ruling(
        "H-C3",
        "house",
        "{what}不在 72 小时承诺之内。",
        "The 72-hour promise does not cover {what}.",
        what=_UNCOVERED[uncovered],
    )
    if uncovered != "exotic":
        return answer
    return answer.then(
        ruling(
            "H-D6",
            "house",
            "珍稀皮需办 CITES 进出口文件，请预留 {from_days}–{to_days} 个工作日。",
            "Exotic skins need CITES export and import papers: allow {from_days}–{to_days} working "
            "days.",
            from_days=_CITES_DAYS[0],
            to_days=_CITES_DAYS[1],
        )
    )


def all_not_covered() -> Ruling:
    """Everything that the 72-hour promise leaves out."""
    zh = "、".join(word.zh for word in _UNCOVERED.values())
    en = ", ".join(word.en for word in _UNCOVERED.values())
    return ruling(
        "H-C3",
        "house",
        "72 小时承诺不包括：{what}。",
        "The 72-hour promise does not cover {what}.",
        what=Bilingual(zh, en),
    )


def _from_warehouse(destination: Destination | None) -> tuple[str, Bilingual]:
    """The warehouse a place is served from, as id and clause; empty where it is not decided."""
    warehouse = destination.country.warehouse if destination else None
    if warehouse is None:
        return "", Bilingual("", "")
    zh, en = _WAREHOUSES[warehouse]
    return warehouse, Bilingual(f"，由{zh}仓发出", f"; they leave from our {en} warehouse")


def _area(destination: Destination | None) -> Bilingual:
    """The part of a country that the 72-hour promise reaches."""
    area = destination.country.area_72h if destination else None
    return area or Bilingual("列明的城市", "the listed cities")


_DEPENDS = {  # whether the whole country was named
    True: (
        "送达{place}：{area} 72 小时内，其他地区最长 7 天",
        "{place} within 72 hours in {area}, elsewhere in up to 7 days",
    ),
    False: (
        "送达{place}：若属{area}为 72 小时内，否则最长 7 天",
        "{place} within 72 hours if it belongs to {area}, otherwise in up to 7 days",
    ),
}
_WAREHOUSES = {
    "paris": ("巴黎", "Paris"),
    "hong-kong": ("香港", "Hong Kong"),
    "dubai": ("迪拜", "Dubai"),
}
