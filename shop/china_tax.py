"""Tax into mainland China: cross-border retail import (CBEC).

These are the rules, never a quotation: the checkout shows the exact tax (H-D3). Rates that hang
on a tariff code the house has not checked are not computed. Amounts in RMB.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from shop.figures import rounded
from shop.language import Bilingual
from shop.rulings import Ruling, require_not_negative, require_positive, ruling

CbecKind = Literal["ordinary", "cosmetics", "other"]


CBEC_SINGLE = Decimal(5000)  # XB-01
CBEC_YEAR = Decimal(26000)  # XB-01


_CBEC_RATES: dict[CbecKind, tuple[Decimal, Bilingual]] = {  # in percent, XB-03
    "ordinary": (
        Decimal("9.1"),
        Bilingual(
            "不征消费税的商品（如包、衣、鞋）",
            "goods without consumption tax (bags, clothes, shoes)",
        ),
    ),
    "cosmetics": (Decimal("23.06"), Bilingual("高档化妆品", "high-end cosmetics")),
}


_CHECKOUT = ruling(
    "H-D3",
    "house",
    "准确税额以结算页为准。",
    "The checkout shows the exact tax.",
)


_UNCHECKED = ruling(
    "XB-03",
    "none",
    "这类商品另涉消费税，具体税率我们没有核实，恕不报数。",
    "These goods also carry consumption tax at a rate we have not checked, so I give no figure.",
)


def cbec_tax(price: Decimal, kind: CbecKind = "ordinary") -> Ruling:
    """The tax on one piece inside the CBEC limits, at 70 % of the legal amount.

    Above RMB 5,000 the reduced rate no longer holds and no figure is given. 'other' are goods
    whose consumption tax the house has not checked (jewellery, watches). `values`: price,
    rate_percent, tax.
    """
    require_positive(price, "A price")
    if kind == "other":
        return _UNCHECKED.then(_CHECKOUT)
    if price > CBEC_SINGLE:
        return cbec_route(price)
    rate, goods = _CBEC_RATES[kind]
    return ruling(
        "XB-01 XB-03",
        "standard",
        "{goods}按 {price:rmb}计，跨境电商综合税约 {tax:rmb}（{rate_percent}%）。",
        "On {price:rmb} of {goods} the cross-border tax is about {tax:rmb} ({rate_percent} %).",
        goods=goods,
        price=price,
        rate_percent=rate,
        tax=rounded(price * rate / 100, "0.01"),
    ).then(_CHECKOUT)


def cbec_order(prices: Sequence[Decimal], kind: CbecKind = "ordinary") -> Ruling:
    """Several pieces in one order: the limit is for their sum, and so is the tax.

    `values`: those of `cbec_tax` for the sum within the limit, else those of `cbec_route`.
    """
    total = sum(prices, Decimal(0))
    if kind != "other" and total > CBEC_SINGLE:
        return cbec_route(total, pieces=len(prices))
    return cbec_tax(total, kind)


def cbec_limits() -> Ruling:
    """The two limits by themselves. `values`: single, year."""
    return ruling(
        "XB-01",
        "standard",
        "跨境电商限额为单次 {single:rmb}、每人每年 {year:rmb}，限额内关税为 0，"
        "进口环节税按 70% 征收。",
        "The cross-border limits are {single:rmb} an order and {year:rmb} a person and year; "
        "within both there is no duty and import taxes are levied at 70 %.",
        single=CBEC_SINGLE,
        year=CBEC_YEAR,
    )


def cbec_left(used_this_year: Decimal) -> Ruling:
    """What is left of the yearly quota. `values`: year, used, left, single."""
    require_not_negative(used_this_year, "The used quota")
    return ruling(
        "XB-01",
        "standard",
        "您今年的跨境电商额度还剩 {left:rmb}（每人每年 {year:rmb}，已用 {used:rmb}）；"
        "单次限额为 {single:rmb}。",
        "You have {left:rmb} of this year's cross-border quota left ({year:rmb} a person and year, "
        "{used:rmb} used); an order may be up to {single:rmb}.",
        left=max(CBEC_YEAR - used_this_year, Decimal(0)),
        used=used_this_year,
        year=CBEC_YEAR,
        single=CBEC_SINGLE,
    )


def cbec_used_up() -> Ruling:
    """The yearly quota is gone, and nothing is said of what she would buy. `values`: year, left."""
    return ruling(
        "XB-02 H-D3",
        "house",
        "每人每年 {year:rmb}的额度用完后，今年不能再走跨境电商：仍可购买，"
        "但我们以完税的一般贸易现货发货，或无法接单。",
        "Once the {year:rmb} a person and year are used up, nothing more can go as cross-border "
        "e-commerce this year: you may still buy, but we ship duty-paid general-trade stock, or "
        "decline.",
        year=CBEC_YEAR,
        left=Decimal(0),
    )


def cbec_route(price: Decimal, used_this_year: Decimal | None = None, pieces: int = 1) -> Ruling:
    """How an order may enter mainland China, by its price and the buyer's used yearly quota.

    `used_this_year` None: not said. `values`: price, route ('reduced', 'full_tax', 'ask',
    'general_trade'), and `left` where the used quota is known.
    """
    require_positive(price, "A price")
    require_not_negative(used_this_year or Decimal(0), "The used quota")
    left = max(CBEC_YEAR - (used_this_year or 0), Decimal(0))
    if price > left:
        route, rules, (zh, en) = "general_trade", "XB-02 H-D3", _GENERAL_TRADE
    elif price <= CBEC_SINGLE:
        route, rules, (zh, en) = "reduced", "XB-01", _REDUCED
    elif pieces == 1:
        route, rules, (zh, en) = "full_tax", "XB-02 H-D3", _FULL_TAX
    else:
        route, rules, (zh, en) = "ask", "XB-02 H-D4", _SEVERAL_PIECES
    known: dict[str, Decimal] = {}
    if used_this_year is not None:
        known = {"left": left}
        zh, en = zh + "您今年还剩 {left:rmb}额度。", en + " You have {left:rmb} of quota left."
    return ruling(
        rules,
        "house",
        zh,
        en,
        route=route,
        price=price,
        single=CBEC_SINGLE,
        year=CBEC_YEAR,
        **known,
    ).then(_CHECKOUT)


_REDUCED = (
    "{price:rmb}可走跨境电商：在单次 {single:rmb}、每人每年 {year:rmb}的限额内，关税为 0，"
    "进口环节税按 70% 征收。",
    "{price:rmb} can enter as cross-border e-commerce: within {single:rmb} an order and {year:rmb} "
    "a person and year there is no duty, and import taxes are levied at 70 %.",
)


_FULL_TAX = (
    "单件 {price:rmb}超过单次 {single:rmb}，每人每年 {year:rmb}的额度够用时仍可走跨境电商，"
    "但全额征税，并占用额度。",
    "A single piece of {price:rmb} is above {single:rmb}; it can still go as cross-border "
    "e-commerce while the yearly {year:rmb} quota lasts, but at full tax, and it uses up quota.",
)


_SEVERAL_PIECES = (
    "多件合计 {price:rmb}超过单次 {single:rmb}，只有不可分割的单件才可超限；我们也不拆单，"
    "请由同事为您确认。",
    "Several pieces of {price:rmb} together exceed {single:rmb}; only one single piece may. We "
    "never split an order, so a colleague will confirm what is possible.",
)


_GENERAL_TRADE = (
    "{price:rmb}超出每人每年 {year:rmb}的跨境电商额度，不能走跨境电商："
    "我们以完税的一般贸易现货发货，或无法接单。",
    "{price:rmb} is above the quota of {year:rmb} a person and year, so it cannot go as "
    "cross-border e-commerce: we ship duty-paid general-trade stock, or decline.",
)
