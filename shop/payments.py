"""Ways to pay that depend on the place or on the amount: cash on delivery, bank transfer."""

from __future__ import annotations

from decimal import Decimal

from shop.destinations import Destination
from shop.figures import money
from shop.rulings import Ruling, require_not_negative, ruling

_COD_LIMIT_AED = Decimal(5000)  # H-G2
_COD_COUNTRIES = ("united-arab-emirates", "saudi-arabia")
_COD_SURELY_ABOVE_RMB = Decimal(12000)  # above AED 5,000 at any exchange rate of living memory
_TRANSFER_FROM = Decimal(200_000)  # H-G1


def cash_on_delivery(
    destination: Destination, price_rmb: Decimal | None = None, *, aed: Decimal | None = None
) -> Ruling:
    """Whether cash on delivery is possible there. `values`: possible, limit_aed.

    No exchange rate is invented: a price is called above the limit only where it is so at any
    rate, and is otherwise left open ('depends').
    """
    if destination.country.id not in _COD_COUNTRIES:
        return ruling(
            "H-G2",
            "house",
            "{place}不支持货到付款；只有阿联酋和沙特阿拉伯可以，上限 {limit_aed} 迪拉姆（AED）。",
            "Cash on delivery is not available in {place}; only in the UAE and Saudi Arabia, up to "
            "AED {limit_aed}.",
            place=destination.name,
            limit_aed=_COD_LIMIT_AED,
            possible="no",
        )
    above = price_rmb is not None and price_rmb > _COD_SURELY_ABOVE_RMB
    zh, en = _beside_the_limit(aed) if aed is not None else ("", "")
    if above and price_rmb is not None:
        zh = f"这一单 {money(price_rmb, 'zh')}已超过上限，请选择其他付款方式。"
        en = f" {money(price_rmb, 'en')} is above that, so please choose another way to pay."
    return ruling(
        "H-G2",
        "house",
        "{place}可以货到付款，上限 {limit_aed} 迪拉姆（AED）。" + zh,
        "Cash on delivery is available in {place}, up to AED {limit_aed}." + en,
        place=destination.name,
        limit_aed=_COD_LIMIT_AED,
        possible="no"
        if above or (aed is not None and aed > _COD_LIMIT_AED)
        else ("depends" if price_rmb else "yes"),
    )


def _beside_the_limit(aed: Decimal) -> tuple[str, str]:
    """What an order of so many dirhams means, in both languages."""
    if aed > _COD_LIMIT_AED:
        return (
            f"{aed:,f} 迪拉姆超过上限，不能货到付款，请选择其他付款方式。",
            f" AED {aed:,f} is above that, so please choose another way to pay.",
        )
    return f"{aed:,f} 迪拉姆在上限之内。", f" AED {aed:,f} is within that."


def bank_transfer(amount: Decimal) -> Ruling:
    """Whether an order of `amount` RMB may be paid by bank transfer. `values`: possible, from."""
    require_not_negative(amount, "An order")
    possible = amount >= _TRANSFER_FROM
    zh, en = "{amount:rmb}可以", "RMB {amount} may be paid by bank transfer"
    if not possible:
        zh, en = "{amount:rmb}不能", "RMB {amount} cannot be paid by bank transfer"
    return ruling(
        "H-G1",
        "house",
        zh
        + "银行转账：转账从 {least:rmb}起接受"
        + ("。" if possible else "，请用银行卡或电子钱包。"),
        en
        + ", which is accepted from {least:rmb}"
        + ("." if possible else ": please use a card or a wallet."),
        amount=amount,
        least=_TRANSFER_FROM,
        possible="yes" if possible else "no",
    )
