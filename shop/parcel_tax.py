"""Tax on personal parcels into mainland China (行邮税): the band of a kind of goods, and the sum.

These are the rules, never a quotation: customs has the last word. Amounts in RMB.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from shop.errors import BadInput
from shop.figures import rounded
from shop.language import Bilingual
from shop.rulings import Ruling, require_positive, ruling

ParcelBand = Literal["13", "20", "50"]
Goods = Literal[
    "books", "food", "it_goods", "toys", "furniture", "clothes", "shoes", "bags", "watch",
    "tobacco", "alcohol", "precious_jewellery", "golf", "cosmetics", "gold_jewellery",
]  # fmt: skip

_PARCEL_WAIVED_TAX = Decimal(50)  # XB-06: of tax, not of value
_PARCEL_LIMIT, _PARCEL_LIMIT_HK = Decimal(1000), Decimal(800)
_WATCH_LUXURY_FROM = Decimal(10000)  # XB-07
_BANDS: dict[ParcelBand, tuple[Goods, ...]] = {  # XB-07
    "13": ("books", "food", "it_goods", "toys", "furniture"),
    "20": ("clothes", "shoes", "bags", "watch"),
    "50": ("tobacco", "alcohol", "precious_jewellery", "golf", "cosmetics"),
}


def parcel_band(goods: Goods, price: Decimal | None = None) -> Ruling:
    """The rate of personal-parcel tax for a kind of goods. `values`: band (percent).

    A watch needs its price (from RMB 10,000 it is in the 50 % band: raises BadInput without).
    Plain gold jewellery is not decided: confidence 'unrecorded'.
    """
    if goods == "gold_jewellery":
        return ruling(
            "XB-07",
            "unrecorded",
            "素金首饰适用哪一档行邮税，我们没有可靠依据，无法确认，请以海关认定为准。",
            "We can't confirm the parcel-tax band of plain gold jewellery, having no reliable "
            "source for it; customs decides.",
        )
    if goods == "watch" and price is None:
        raise BadInput("The band of a watch needs its price.")
    luxury = goods == "watch" and (price or 0) >= _WATCH_LUXURY_FROM
    band: ParcelBand = "50" if luxury else next(b for b, kinds in _BANDS.items() if goods in kinds)
    return ruling(
        "XB-06 XB-07",
        "trade",
        "个人邮递物品按 {band}% 征收行邮税，海关有最终认定权。",
        "As a personal parcel it is taxed at {band} %; customs has the last word.",
        band=int(band),
    )


def parcel_tax(
    value: Decimal, band: ParcelBand, from_hong_kong: bool = False, pieces: int = 1
) -> Ruling:
    """Personal-parcel tax on goods of `value` RMB. `values`: value, band, tax, limit, waived.

    `from_hong_kong`: also Macau and Taiwan, whose limit is lower.
    """
    require_positive(value, "A value")
    tax = rounded(value * int(band) / 100, "0.01")
    limit = _PARCEL_LIMIT_HK if from_hong_kong else _PARCEL_LIMIT
    waived = tax <= _PARCEL_WAIVED_TAX
    zh, en = "，应税 {tax:rmb}。", ": {tax:rmb}."
    if waived:
        zh = "，税额 {tax:rmb}，不超过 50 元免征。"
        en = ": {tax:rmb}, which is waived, being RMB 50 or less."
    if value > limit:
        zh += _OVER_LIMIT[pieces == 1].zh
        en += " " + _OVER_LIMIT[pieces == 1].en
    return ruling(
        "XB-06",
        "standard",
        "{value:rmb}按 {band}% 计" + zh,
        "{band} % of {value:rmb}" + en,
        value=value,
        band=int(band),
        tax=tax,
        limit=limit,
        waived="yes" if waived else "no",
    )


_OVER_LIMIT = {  # whether it is one single piece
    True: Bilingual(
        "超过每次限值 {limit:rmb}，不可分割的单件经海关认定自用可以放行。",
        "It is above the {limit:rmb} limit; a single indivisible piece may pass if customs accepts "
        "own use.",
    ),
    False: Bilingual(
        "超过每次限值 {limit:rmb}，须退运或按货物报关。",
        "It is above the {limit:rmb} limit and must be returned or cleared as cargo.",
    ),
}
