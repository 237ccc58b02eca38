"""Duty and tax at the border: who pays (DDP or DAP), and the rules of the EU, the UK and the US.

Rules, never a quotation: the checkout shows the exact tax. Mainland China is in
`shop.china_tax`. Amounts in EUR or GBP as named.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from shop.destinations import ELSEWHERE, Destination
from shop.language import Bilingual
from shop.rulings import Ruling, require_positive, ruling, same

_EU_FLAT_UP_TO, _EU_PER_HEADING = Decimal(150), 3  # XB-21
_UK_FREE_UP_TO, _UK_GIFT_UP_TO = Decimal(135), Decimal(39)  # XB-24


def eu_duty(value_eur: Decimal, headings: int, from_eu: bool = False) -> Ruling:
    """EU customs duty since 1 July 2026: up to EUR 150, EUR 3 for each tariff heading.

    `headings` counts kinds of goods, not pieces. `values`: value_eur, headings, duty_eur (absent
    above EUR 150). `from_eu`: sent from a warehouse in the EU, which is no import.
    """
    require_positive(value_eur, "A value")
    if from_eu:
        return ruling(
            "XB-23 H-C1",
            "standard",
            "从欧盟境内仓库发往欧盟买家不属于进口，没有关税。",
            "Goods sent from an EU warehouse to an EU buyer are not an import, so no duty is due.",
            value_eur=value_eur,
            duty_eur=0,
        )
    require_positive(headings, "The number of kinds of goods")
    if value_eur > _EU_FLAT_UP_TO:
        return ruling(
            "XB-23",
            "standard",
            "货值 {value_eur} 欧元超过 150 欧元：按税则号征普通关税，另加目的国增值税。",
            "Goods of EUR {value_eur} are above EUR 150: normal duty by tariff code, plus the VAT "
            "of the destination.",
            value_eur=value_eur,
            headings=headings,
        )
    return ruling(
        "XB-20 XB-21",
        "standard",
        "关税 {duty_eur} 欧元：150 欧元以内自 2026 年 7 月 1 日起每个税目 3 欧元，"
        "这里按 {headings} 个税目计；按税目，不按件数或包裹，另加增值税。",
        "EUR {duty_eur} of duty: up to EUR 150 it is EUR 3 for each tariff heading since 1 July "
        "2026, here {headings_en}. Headings count, not pieces or parcels; VAT comes on top.",
        headings_en=same(f"{headings} heading" + ("s" if headings > 1 else "")),
        value_eur=value_eur,
        headings=headings,
        duty_eur=headings * _EU_PER_HEADING,
    )


def uk_duty(value_gbp: Decimal) -> Ruling:
    """UK customs duty on a consignment. `values`: value_gbp, limit_gbp, duty ('none', 'due')."""
    require_positive(value_gbp, "A value")
    free = value_gbp <= _UK_FREE_UP_TO
    zh = "不超过 {limit_gbp} 英镑，免关税，卖家在销售时代收 20% 英国增值税。"
    en = "is within £{limit_gbp}: no customs duty, and the seller charges 20 % UK VAT at sale."
    if not free:
        zh = "超过 {limit_gbp} 英镑，须缴关税和进口增值税。"
        en = "is above £{limit_gbp}: customs duty and import VAT are due."
    return ruling(
        "XB-24",
        "standard",
        "货值 {value_gbp} 英镑" + zh,
        "A consignment of £{value_gbp} " + en,
        value_gbp=value_gbp,
        limit_gbp=_UK_FREE_UP_TO,
        duty="none" if free else "due",
    )


def uk_gift(value_gbp: Decimal) -> Ruling:
    """A gift from one private person to another. `values`: value_gbp, limit_gbp, free."""
    require_positive(value_gbp, "A value")
    free = value_gbp <= _UK_GIFT_UP_TO
    zh, en = ("不超过", "is within") if free else ("超过", "is above")
    return ruling(
        "XB-24 H-D4",
        "standard",
        "私人礼物 {value_gbp} 英镑" + zh + "免税的 {limit_gbp} 英镑。"
        "本店的包裹是订单，从不写成礼品。",
        "A private gift of £{value_gbp} " + en + " the £{limit_gbp} that enter free. Our parcels "
        "are orders and are never marked as gifts.",
        value_gbp=value_gbp,
        limit_gbp=_UK_GIFT_UP_TO,
        free="yes" if free else "no",
    )


def us_de_minimis() -> Ruling:
    """Whether low-value parcels enter the US free of duty. `values`: old_limit_usd."""
    return ruling(
        "XB-25 H-D1",
        "standard",
        "没有了：美国 {old_limit_usd} 美元以下免税自 2025 年 8 月 29 日起对所有国家暂停。"
        "本店发往美国为含税到门，门口无需再付。",
        "No: the US {old_limit_usd}-dollar exemption has been suspended for all countries since 29 "
        "August 2025. We ship to the USA with duty and tax paid, so nothing is due at the door.",
        old_limit_usd=800,
    )


def who_pays(destination: Destination | None) -> Ruling:
    """DDP or DAP for a place (None: one the house does not list). `values`: terms."""
    if destination is not None and destination.country.terms == "DDP":
        return ruling(
            "H-D1",
            "house",
            "寄往{place}为含税到门（DDP）：关税和税费已含在结算价中，收货时无需再付。",
            "To {place} we ship duty paid (DDP): all duty and tax is in the checkout price, with "
            "nothing to pay at the door.",
            place=destination.name,
            terms="DDP",
        )
    return ruling(
        "H-D1",
        "house",
        "寄往{place}为 DAP：关税和税费由收件人付给承运商，不含在结算价中。",
        "To {place} we ship DAP: the recipient pays duty and tax to the carrier; they are not in "
        "the checkout price.",
        place=destination.name if destination else ELSEWHERE,
        terms="DAP",
    )


def amount_due(destination: Destination) -> Ruling:
    """What customs of a DAP destination will charge: not the house's to say (H-D3)."""
    return ruling(
        "H-D1 H-D3",
        "unrecorded",
        "{place}海关会收多少税费，我们的资料里没有，我无法报数：寄往{place}为 DAP，"
        "由收件人付给承运商，金额由当地海关决定。",
        "What customs in {place} will charge is not in our notes, so I can't give a figure: to "
        "{place} we ship DAP, the recipient pays the carrier, and customs there decide the amount.",
        place=destination.name,
        terms="DAP",
    )


def which_place() -> Ruling:
    """Duty was asked without a destination: asks back. `values`: none."""
    return ruling(
        "H-D1",
        "none",
        "要看寄往哪里：含税到门（DDP）的目的地收货时无需再付，其他为 DAP，由收件人付给承运商。"
        "请告诉我收货的国家或地区。",
        "It depends on where it goes: to DDP destinations nothing is due at the door, elsewhere "
        "(DAP) the recipient pays the carrier. Please tell me which country or city it ships to.",
    )


def who_pays_each(destinations: Sequence[Destination]) -> Ruling:
    """DDP or DAP for several places. `values`: ddp, dap (names)."""
    paid = [place for place in destinations if place.country.terms == "DDP"]
    due = [place for place in destinations if place.country.terms == "DAP"]
    zh = "寄往{paid}为含税到门（DDP），收货时无需再付" if paid else ""
    en = "To {paid} we ship duty paid (DDP), with nothing to pay at the door" if paid else ""
    if due:
        zh += ("；" if paid else "") + "寄往{due}为 DAP，关税和税费由收件人付给承运商"
        en += ("; to" if paid else "To") + " {due} it is DAP: the recipient pays duty and tax"
    return ruling(
        "H-D1",
        "house",
        zh + "。",
        en + ".",
        paid=_listed(paid),
        due=_listed(due),
        ddp=", ".join(place.name.en for place in paid),
        dap=", ".join(place.name.en for place in due),
    )


def _listed(places: Sequence[Destination]) -> Bilingual:
    return Bilingual(
        "、".join(place.name.zh for place in places), " and ".join(p.name.en for p in places)
    )
