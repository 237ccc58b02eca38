"""The warranty on manufacturing faults (H-I4)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from shop.dates import months_after
from shop.language import Bilingual
from shop.rulings import Ruling, ruling

NotWarranted = Literal["wear", "scratches", "water", "home_repair", "knock", "patina"]

WARRANTY_MONTHS = 24
_NOT_WARRANTED: dict[NotWarranted, Bilingual] = {  # H-I4
    "wear": Bilingual("正常磨损", "wear"),
    "scratches": Bilingual("划痕", "scratches"),
    "water": Bilingual("超出防水等级的进水", "water above the rating"),
    "home_repair": Bilingual("自行维修", "home repairs"),
    "knock": Bilingual("磕碰或摔落留下的痕迹", "marks from a knock or a fall"),
    "patina": Bilingual(  # H-M2
        "植鞣革随光线和使用自然变深（不是瑕疵）",
        "the natural patina of vegetable-tanned leather, which is no fault",
    ),
}


def warranty_terms(cause: NotWarranted | None = None) -> Ruling:
    """What the warranty covers, or that it doesn't cover a cause. `values`: months, covered."""
    if cause is not None:
        return ruling(
            "H-I4",
            "house",
            "{cause}不在保修范围内；保修 {months} 个月，覆盖所有制造缺陷。",
            "The warranty does not cover {cause}; it covers manufacturing faults for {months} "
            "months.",
            cause=_NOT_WARRANTED[cause],
            months=WARRANTY_MONTHS,
            covered="no",
        )
    return ruling(
        "H-I4",
        "house",
        "所有制造缺陷保修 {months} 个月；不含磨损、划痕、超防水等级进水和自行维修。",
        "All manufacturing faults are under warranty for {months} months; wear, scratches, water "
        "above the rating and home repairs are not.",
        months=WARRANTY_MONTHS,
        covered="depends",
    )


def warranty(purchased: date, on: date, cause: NotWarranted | None = None) -> Ruling:
    """Whether the 24-month warranty on manufacturing faults holds. `values`: covered, until."""
    if cause is not None:
        return warranty_terms(cause)
    until = months_after(purchased, WARRANTY_MONTHS)
    covered = on <= until
    zh = "在保修期内，至{until:day}：" if covered else "保修期已于{until:day}结束："
    en = "Under warranty until {until:day}: " if covered else "The warranty ended on {until:day}: "
    return ruling(
        "H-I4",
        "house",
        zh + "制造缺陷保修 24 个月，不含磨损、划痕、超防水等级进水和自行维修。",
        en + "24 months on manufacturing faults, not wear, scratches, water above the rating or "
        "home repairs.",
        covered="yes" if covered else "no",
        until=until.isoformat(),
    )
