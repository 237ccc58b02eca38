"""Lengths and weights shoppers use: inches and feet, 尺 and 寸, 斤 and pounds."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from shop.figures import rounded
from shop.language import Bilingual
from shop.rulings import Ruling, phrase, require_positive, ruling

LengthUnit = Literal["cm", "mm", "inch", "foot", "chi", "cun"]
BodyWeightUnit = Literal["kg", "jin", "lb"]

CM_PER_INCH = Decimal("2.54")
CM_PER_CHI = Decimal(100) / 3  # SIZE-17

_LENGTHS: dict[LengthUnit, tuple[Decimal, Bilingual]] = {
    "cm": (Decimal(1), Bilingual("厘米", "cm")),
    "mm": (Decimal("0.1"), Bilingual("毫米", "mm")),
    "inch": (CM_PER_INCH, Bilingual("英寸", "in")),
    "foot": (CM_PER_INCH * 12, Bilingual("英尺", "ft")),
    "chi": (CM_PER_CHI, Bilingual("尺", "chi (尺)")),
    "cun": (CM_PER_CHI / 10, Bilingual("寸", "cun (寸)")),
}
_WEIGHTS: dict[BodyWeightUnit, tuple[Decimal, Bilingual]] = {
    "kg": (Decimal(1), Bilingual("公斤", "kg")),
    "jin": (Decimal("0.5"), Bilingual("斤", "jin (斤)")),
    "lb": (Decimal("0.45359237"), Bilingual("磅", "lb")),
}
_CHINESE_LENGTHS = ("chi", "cun")


def convert_length(value: Decimal, unit: LengthUnit, to: LengthUnit) -> Ruling:
    """A length in another unit, to one decimal. `values`: given, found."""
    chinese = unit in _CHINESE_LENGTHS or to in _CHINESE_LENGTHS
    rule = "SIZE-17" if chinese else "SIZE-16"
    return _converted(value, _LENGTHS[unit], _LENGTHS[to], rule)


def convert_body_weight(value: Decimal, unit: BodyWeightUnit, to: BodyWeightUnit) -> Ruling:
    """A weight in another unit, to one decimal. `values`: given, found."""
    return _converted(value, _WEIGHTS[unit], _WEIGHTS[to], "SIZE-17")


def kilograms(value: Decimal, unit: BodyWeightUnit) -> Decimal:
    """A weight in kg, to one decimal."""
    require_positive(value, "A weight")
    return rounded(value * _WEIGHTS[unit][0], "0.1")


def chi_to_cm(chi: Decimal, cun: Decimal = Decimal(0)) -> Ruling:
    """尺 and 寸 in cm: 2尺4寸 is 80 cm. `values`: cm, inch."""
    require_positive(chi + cun, "A length")
    cm = rounded((chi + cun / 10) * CM_PER_CHI, "0.1")
    return ruling(
        "SIZE-17",
        "standard",
        "{chi_text}等于 {cm} 厘米（1 尺 = 33.33 厘米），约 {inch} 英寸。",
        "{chi_text} is {cm} cm (1 chi = 33.33 cm), about {inch} inches.",
        chi_text=_chi_text(chi, cun),
        cm=cm,
        inch=rounded(cm / CM_PER_INCH, "0.1"),
    )


def cun_to_cm(cun: Decimal) -> Ruling:
    """寸 by itself: a Chinese cun, or the inch that many call by the same word. `values`: cm,
    inch_cm.
    """
    require_positive(cun, "A length")
    return ruling(
        "SIZE-17",
        "standard",
        "{cun} 寸（市寸）为 {cm} 厘米（1 尺 = 33.33 厘米）；若指英寸，则为 {inch_cm} 厘米。",
        "{cun} cun (寸) is {cm} cm (1 chi = 33.33 cm); if inches are meant it is {inch_cm} cm.",
        cun=cun,
        cm=rounded(cun * CM_PER_CHI / 10, "0.1"),
        inch_cm=rounded(cun * CM_PER_INCH, "0.1"),
    )


def height_to_cm(feet: Decimal, inches: Decimal = Decimal(0)) -> Ruling:
    """A height in feet and inches, in cm. `values`: feet, inches, cm."""
    require_positive(feet + inches, "A height")
    return ruling(
        "SIZE-16",
        "standard",
        "{feet} 英尺 {inches} 英寸约为 {cm} 厘米。",
        "{feet} ft {inches} in is about {cm} cm.",
        feet=feet,
        inches=inches,
        cm=rounded((feet * 12 + inches) * CM_PER_INCH),
    )


def _chi_text(chi: Decimal, cun: Decimal) -> Bilingual:
    if not cun:
        return phrase("{chi} 尺", "{chi} chi", chi=chi)
    return phrase("{chi} 尺 {cun} 寸", "{chi} chi {cun} cun", chi=chi, cun=cun)


def _converted(
    value: Decimal,
    unit: tuple[Decimal, Bilingual],
    to: tuple[Decimal, Bilingual],
    rule: str,
) -> Ruling:
    require_positive(value, "A measure")
    found = rounded(value * unit[0] / to[0], "0.1")
    exact = found * to[0] == value * unit[0]
    return ruling(
        rule,
        "standard",
        "{given} {unit}" + ("等于" if exact else "约为") + " {found} {to}。",
        "{given} {unit} is " + ("" if exact else "about ") + "{found} {to}.",
        unit=unit[1],
        to=to[1],
        given=value,
        found=found,
    )
