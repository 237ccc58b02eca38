"""Materials in figures: fineness, weight of silk, lenses, water.

Tables hold what a standard fixes; nothing is read into a figure that it does not say.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from shop.errors import BadInput
from shop.figures import rounded
from shop.language import Bilingual
from shop.products import Product
from shop.rulings import Ruling, require_positive, ruling, same

Metal = Literal["gold", "platinum", "silver"]

_FULL_KARAT = 24
_GOLD = {24: 999, 22: 916, 18: 750, 14: 585, 10: 417, 9: 375}  # karat: fineness, MAT-40
_METALS: dict[Metal, tuple[Bilingual, dict[int, Bilingual]]] = {
    "gold": (
        Bilingual("金饰", "gold"),
        {fineness: Bilingual(f"{k}K 金", f"{k} K gold") for k, fineness in _GOLD.items()},
    ),
    "platinum": (
        Bilingual("铂金饰品", "platinum"),
        {n: Bilingual(f"Pt{n} 铂金", f"platinum {n}") for n in (950, 900, 850)},
    ),
    "silver": (
        Bilingual("银饰", "silver"),
        {
            925: Bilingual("925 银", "sterling silver"),
            958: Bilingual("958 银（Britannia）", "Britannia silver"),
        },
    ),
}
_GSM_PER_MOMME = Decimal("4.34")  # MAT-26, Western rounding
_GSM_PER_MOMME_CN = Decimal("4.3056")  # MAT-26, Chinese trade


_LENSES: dict[int, tuple[int, int]] = {  # category: light passed in %, MAT-65
    0: (80, 100),
    1: (43, 80),
    2: (18, 43),
    3: (8, 18),
    4: (3, 8),
}
_NIGHT_DRIVING_MIN_PERCENT = 75
_DRIVING_NEVER = Bilingual("不可用于驾驶。", "and must not be used for driving.")
_DRIVING_FINE = Bilingual("可用于驾驶。", "and may be worn for driving.")
_DRIVING_BY_DAY = Bilingual(
    "白天可用于驾驶，黄昏和夜间不适合。",
    "and may be worn for driving by day, but not at dusk or night.",
)
_WATER: tuple[tuple[int, Bilingual], ...] = (  # from this many bar on, MAT-61
    (20, Bilingual("潜水（须标明 diver's）", "diving, when marked diver's")),
    (10, Bilingual("游泳、浮潜", "swimming and snorkelling")),
    (5, Bilingual("洗手，至多短时游泳", "hand-washing, at most a short swim")),
    (3, Bilingual("防溅水", "splashes")),
)
_ASK_THE_MAKER = Bilingual(
    "的用途没有通用说法，请按品牌说明", "no use that makers agree on, so ask the maker"
)


def fineness_of_karat(karat: Decimal) -> Ruling:
    """Gold of a karat in parts per thousand. `values`: karat, fineness, percent."""
    if not 0 < karat <= _FULL_KARAT:
        raise BadInput(f"Gold has from 1 to {_FULL_KARAT} karat, not {karat}.")
    if karat == _FULL_KARAT:
        return ruling(
            "MAT-40 MAT-41",
            "standard",
            "24K 金的印记为 {fineness}，含金量约 {percent}%；国内“足金”指千分之 990 以上。",
            "24 K gold is marked {fineness}, about {percent} % gold; in China 足金 means at least "
            "990 parts per thousand.",
            karat=karat,
            percent=Decimal("99.9"),
            fineness=_GOLD[_FULL_KARAT],
        )
    whole = int(karat) if karat == int(karat) else 0
    fineness = _GOLD.get(whole, int(rounded(karat / _FULL_KARAT * 1000)))
    return ruling(
        "MAT-40 MAT-42",
        "standard",
        "{karat}K 金含金 {percent}%，印记 {fineness}，各种颜色都一样（K 数 ÷ 24）。",
        "{karat} K gold is {percent} % gold, marked {fineness}, the same in every colour "
        "(karat ÷ 24).",
        karat=karat,
        percent=Decimal(fineness) / 10,
        fineness=fineness,
    )


def meaning_of_fineness(metal: Metal, fineness: int) -> Ruling:
    """What a mark such as 750, 950 or 925 says. `values`: fineness, percent.

    Raises BadInput outside 1 to 1000. A mark that is no standard grade is said so.
    """
    if not 0 < fineness <= 1000:
        raise BadInput(f"A fineness is from 1 to 1000, not {fineness}.")
    name, grades = _METALS[metal]
    grade = grades.get(fineness)
    zh = "{metal}的印记 {fineness} 指千分之 {fineness}，含量 {percent}%"
    en = "The mark {fineness} on {metal} is {fineness} parts per thousand, {percent} % pure"
    if grade:
        zh, en = zh + "，也就是{grade}", en + ": {grade}"
    return ruling(
        "MAT-40",
        "standard",
        zh + "。",
        en + ".",
        metal=name,
        grade=grade or same(""),
        fineness=fineness,
        percent=rounded(Decimal(fineness) / 10, "0.1"),
    )


def gold_beside(piece: Product, fineness: int) -> Ruling | None:
    """Gold marked so beside a piece's. `values`: fineness, percent, ours_percent, more ('yours',
    'ours' or 'same'). None for a piece without a mark of its own, or a mark that is no grade.
    """
    ours, (_, grades) = piece.gold_fineness, _METALS["gold"]
    if ours is None or fineness not in grades:
        return None
    more = "same" if fineness == ours else "yours" if fineness > ours else "ours"
    zh, en = _GOLD_BESIDE[more]
    return ruling(
        f"{piece.rule} MAT-40",
        "standard",
        "印记 {fineness} 含金 {percent}%（{grade}），" + zh + "。",
        "Gold marked {fineness} is {percent} % gold ({grade}), " + en + ".",
        name=same(piece.name),
        grade=grades[fineness],
        fineness=fineness,
        percent=Decimal(fineness) / 10,
        ours_percent=Decimal(ours) / 10,
        ours=ours,
        more=more,
    )


_GOLD_BESIDE = {
    "ours": (
        "比 {name} 的 {ours_percent}%（{ours}）低",
        "less than the {ours_percent} % of the {name} ({ours})",
    ),
    "yours": (
        "比 {name} 的 {ours_percent}%（{ours}）高",
        "more than the {ours_percent} % of the {name} ({ours})",
    ),
    "same": ("与 {name} 一样", "the same as the {name}"),
}


def silk_weight(momme: Decimal) -> Ruling:
    """Silk momme as g/m². `values`: momme, gsm (Western factor), gsm_cn (Chinese factor)."""
    require_positive(momme, "A silk weight")
    gsm, gsm_cn = rounded(momme * _GSM_PER_MOMME), rounded(momme * _GSM_PER_MOMME_CN)
    found = "{gsm_cn}–{gsm}" if gsm != gsm_cn else "{gsm}"
    return ruling(
        "MAT-26",
        "standard",
        "{momme} 姆米约合 "
        + found
        + " 克/平方米（每姆米 4.34，国内按 4.3056）。姆米是重量，不是支数。",
        "{momme} momme is about " + found + " g/m² (4.34 a momme, 4.3056 in the Chinese trade). "
        "Momme is weight, not thread count.",
        momme=momme,
        gsm=gsm,
        gsm_cn=gsm_cn,
    )


def sunglass_category(category: int) -> Ruling:
    """The light a lens category passes, and driving. `values`: category, from_percent, to_percent,
    driving ('no' or 'by day').

    Raises BadInput outside 0 to 4.
    """
    if category not in _LENSES:
        raise BadInput(f"Sunglasses have categories 0 to 4, not {category}.")
    low, high = _LENSES[category]
    darkest = category == max(_LENSES)
    driving = _DRIVING_NEVER if darkest else _DRIVING_BY_DAY
    if not darkest and low >= _NIGHT_DRIVING_MIN_PERCENT:
        driving = _DRIVING_FINE
    return ruling(
        "MAT-65",
        "standard",
        "{category} 类镜片透光 {from_percent}–{to_percent}%，{use}类别本身不说明紫外线防护。",
        "A category {category} lens passes {from_percent}–{to_percent} % of the light {use} The "
        "category by itself says nothing about UV.",
        use=driving,
        category=category,
        from_percent=low,
        to_percent=high,
        driving="no" if darkest else "by day",
    )


def water_resistance(bar: int) -> Ruling:
    """A watch's rating in bar as metres and usual use. `values`: bar, metres."""
    require_positive(bar, "A water rating")
    use = next((use for at_least, use in _WATER if bar >= at_least), _ASK_THE_MAKER)
    return ruling(
        "MAT-60 MAT-61 MAT-62",
        "trade",
        "{bar} bar（{metres} 米）是静压测试值，不是可下潜深度；通常适合{use}。"
        "任何等级都不宜热水淋浴或桑拿，密封圈会老化，建议每年检测。",
        "{bar} bar ({metres} m) is a static test pressure, not a depth to dive to; it usually "
        "allows {use}. No rating is meant for hot showers or saunas, and seals age, so have it "
        "tested every year.",
        use=use,
        bar=bar,
        metres=bar * 10,
    )
