"""Men's tailoring: jackets, shirt collars, trousers. Conventions of the trade with exact sums.

The house carries none of these this season, so every ruling here is a standard's or the trade's.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from shop.figures import rounded, to_nearest, up_to_step
from shop.language import Bilingual
from shop.rulings import Ruling, require_positive, ruling, same
from shop.sizing.units import CM_PER_CHI, CM_PER_INCH

JacketSystem = Literal["eu", "uk_us"]

_JACKET_STEP = Decimal(2)
_EU_ABOVE_UK = 10  # SIZE-16
_COLLARS = {  # cm as sold: inches as sold
    36: "14", 37: "14.5", 38: "15", 39: "15.5", 40: "15.75", 41: "16", 42: "16.5", 43: "17",
    44: "17.5", 45: "17.75", 46: "18",
}  # fmt: skip


def jacket_from_inches(chest_inch: Decimal) -> Ruling:
    """A man's jacket for a chest in inches, which is its UK/US number; between goes up."""
    require_positive(chest_inch, "A chest")
    return jacket_from_label("uk_us", up_to_step(chest_inch, _JACKET_STEP))


def jacket_from_chest(chest_cm: Decimal) -> Ruling:
    """A man's jacket for a chest in cm: EU = chest ÷ 2, even sizes, between goes up.

    `values`: eu, uk_us, chest_cm, chest_inch.
    """
    require_positive(chest_cm, "A chest")
    half = chest_cm / 2
    eu = up_to_step(half, _JACKET_STEP)
    exact = eu == half
    return ruling(
        "SIZE-16",
        "standard",
        "胸围 {chest_cm} 厘米（{chest_inch} 英寸）对应西装外套 EU {eu}，UK/US {uk_us}：EU 码 = "
        "胸围厘米 ÷ 2" + ("。" if exact else "，介于两码之间取大一码。"),
        "A chest of {chest_cm} cm ({chest_inch} in) is a jacket EU {eu}, UK/US {uk_us}: EU is the "
        "chest in cm ÷ 2" + ("." if exact else "; between two sizes, take the larger."),
        chest_cm=chest_cm,
        chest_inch=rounded(chest_cm / CM_PER_INCH, "0.1"),
        eu=eu,
        uk_us=eu - _EU_ABOVE_UK,
    )


def jacket_from_label(system: JacketSystem, number: Decimal, length: str = "") -> Ruling:
    """A jacket's EU or UK/US number in the other scale, with the chest it is for.

    `length`: the letter after a UK/US number (S, R, L), which names the jacket's length and not
    the chest. `values`: eu, uk_us, chest_cm (of the EU size), chest_inch (of the UK/US number).
    """
    require_positive(number, "A jacket size")
    eu = number if system == "eu" else number + _EU_ABOVE_UK
    zh, en = "西装外套 EU {eu} 即 UK/US {uk_us}", "A jacket EU {eu} is UK/US {uk_us}"
    if system == "uk_us":
        zh, en = "西装外套 UK/US {uk_us} 即 EU {eu}", "A jacket UK/US {uk_us} is EU {eu}"
    letter_zh, letter_en = "", ""
    if length in _LENGTHS:
        letter_zh, letter_en = (
            "字母 {letter} 指衣长（{means}）。",
            " The {letter} is its length: {means}.",
        )
    return ruling(
        "SIZE-16",
        "standard",
        zh
        + "，适合胸围约 {chest_cm} 厘米（{chest_inch} 英寸）：EU 码 = UK/US 码 + 10。"
        + letter_zh,
        en
        + ", for a chest of about {chest_cm} cm ({chest_inch} in): EU is UK/US + 10."
        + letter_en,
        eu=eu,
        uk_us=eu - _EU_ABOVE_UK,
        chest_cm=eu * 2,
        chest_inch=eu - _EU_ABOVE_UK,
        letter=same(length),
        means=_LENGTHS.get(length, same("")),
    )


_LENGTHS = {
    "S": Bilingual("偏短", "short"),
    "R": Bilingual("标准", "regular"),
    "L": Bilingual("偏长", "long"),
}


def collar_from_inches(inches: Decimal) -> Ruling:
    """A shirt collar in inches as cm, exact and as sold. `values`: inch, exact_cm, cm."""
    require_positive(inches, "A collar")
    exact = inches * CM_PER_INCH
    return ruling(
        "SIZE-17",
        "standard",
        "领围 {inch:eighths} 英寸为 {exact_cm} 厘米，按 {cm} 码出售（英寸 × 2.54）。",
        "A collar of {inch:eighths} in is {exact_cm} cm and is sold as {cm} (inches × 2.54).",
        inch=inches,
        exact_cm=rounded(exact, "0.1"),
        cm=rounded(exact),
    )


def collar_from_cm(cm: Decimal) -> Ruling:
    """A shirt collar in cm as inches, exact and as sold. `values`: cm, exact_inch, inch."""
    require_positive(cm, "A collar")
    exact = cm / CM_PER_INCH
    sold = _COLLARS.get(int(cm)) if cm == int(cm) else None
    return ruling(
        "SIZE-17",
        "standard",
        "领围 {cm} 厘米为 {exact_inch} 英寸，按 {inch:eighths} 英寸出售（厘米 ÷ 2.54）。",
        "A collar of {cm} cm is {exact_inch} in and is sold as {inch:eighths} (cm ÷ 2.54).",
        cm=cm,
        exact_inch=rounded(exact, "0.01"),
        inch=Decimal(sold) if sold else to_nearest(exact, Decimal("0.5")),
    )


def trousers_from_inches(waist_inch: Decimal) -> Ruling:
    """A trouser waist in inches as cm and 尺. `values`: inch, cm, chi."""
    require_positive(waist_inch, "A waist")
    cm = waist_inch * CM_PER_INCH
    return ruling(
        "SIZE-17",
        "standard",
        "裤腰 {inch} 英寸为 {cm} 厘米（英寸 × 2.54），约 {chi} 尺。",
        "A waist of {inch} in is {cm} cm (inches × 2.54), about {chi} chi (尺).",
        inch=waist_inch,
        cm=rounded(cm, "0.1"),
        chi=rounded(cm / CM_PER_CHI, "0.01"),
    )


def trousers_from_cm(waist_cm: Decimal) -> Ruling:
    """A waist in cm as trouser inches: exact, and the next whole inch. `values`: cm, exact_inch,
    inch.
    """
    require_positive(waist_cm, "A waist")
    exact = rounded(waist_cm / CM_PER_INCH, "0.1")
    return ruling(
        "SIZE-17",
        "standard",
        "腰围 {cm} 厘米为 {exact_inch} 英寸（厘米 ÷ 2.54），裤码请选 {inch}。",
        "A waist of {cm} cm is {exact_inch} in (cm ÷ 2.54), so trousers of {inch}.",
        cm=waist_cm,
        exact_inch=exact,
        inch=up_to_step(exact),
    )
