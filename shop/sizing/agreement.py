"""Whether two labels agree: on clothes, shoes and rings they seldom do exactly.

A shopper who asks 'is US 8 always IT 44' wants a yes or a no before any figure.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from shop.errors import BadInput
from shop.figures import number as number_of
from shop.figures import rounded, to_nearest
from shop.language import Bilingual
from shop.products import Gender
from shop.rulings import Ruling, require_positive, ruling, same
from shop.sizing.clothing import FROM_IT, SYSTEMS, DressSystem
from shop.sizing.rings import us_diameter, us_of_diameter
from shop.sizing_charts import SizeCharts

ShoeColumn = Literal["uk", "us", "cn_mm"]

_COLUMNS: dict[ShoeColumn, str] = {"uk": "UK", "us": "US", "cn_mm": "CN"}
_SHOES: dict[Gender, Bilingual] = {
    "women": Bilingual("女鞋", "women's"),
    "men": Bilingual("男鞋", "men's"),
}
_CM_A_SIZE = 4  # of bust, SIZE-12
_SAME_MM = Decimal("0.25")  # less than a third of a US ring size


def clothes_labels_differ() -> Ruling:
    """That no label of clothes is another country's everywhere."""
    return ruling(
        "SIZE-13",
        "standard",
        "不是：服装没有统一的国际标准，各家表不一致，美码 8 在不同的公开表里是 IT 42、44 或 46。",
        "No: clothing has no universal standard and charts differ; public charts put US 8 at "
        "IT 42, 44 or 46.",
    )


def shoe_labels_differ() -> Ruling:
    """That no shoe conversion is exact."""
    return ruling(
        "SIZE-03",
        "standard",
        "不是：鞋码没有精确的国际换算，各家表不同，男鞋美码约为英码加 1，有的表只加 ½。",
        "No: no conversion of shoe sizes is exact and charts differ; US men's is about UK plus 1, "
        "on some charts only ½.",
    )


def ring_labels_differ() -> Ruling:
    """That ring labels carry a tolerance of half a letter."""
    return ruling(
        "SIZE-32",
        "trade",
        "不一定：戒指标号有半个字母的误差，各表不同，例如 US 7 会印成 N、N½ 或 O。",
        "No, not exactly: ring labels have a tolerance of half a letter and charts differ; US 7, "
        "for example, is printed as N, N½ or O.",
    )


def compare_labels(
    one: DressSystem, number: Decimal, other: DressSystem, other_number: Decimal
) -> Ruling:
    """Which of two national numbers of women's clothes is larger, by the trade's rule.

    `values`: bust_cm, other_bust_cm, sizes_apart (0 when they are the same).
    """
    bust, beside = _bust(one, number), _bust(other, other_number)
    apart = rounded(abs(bust - beside) / _CM_A_SIZE, "0.1")
    zh = (
        "{label} {number} 适合胸围约 {bust_cm} 厘米，"
        "{beside} {other_number} 约 {other_bust_cm} 厘米"
    )
    en = (
        "by the general rule {label} {number} is for a bust of about {bust_cm} cm, {beside} "
        "{other_number} for about {other_bust_cm} cm"
    )
    if bust == beside:
        zh, en = "按通用规则是一样大：" + zh, "The two are the same size: " + en
    else:
        zh = "不一样大：" + zh + "，前者" + ("小" if bust < beside else "大") + " {sizes_apart} 码"
        how = "smaller" if bust < beside else "larger"
        en = "The two are not the same size: " + en + f", so the first is {how} by {{apart_en}}"
    return ruling(
        "SIZE-12 SIZE-14",
        "trade",
        zh + "。各家表并不一致，请以厘米为准。",
        en + ". Charts differ, so go by the cm.",
        label=SYSTEMS[one],
        beside=SYSTEMS[other],
        number=number,
        other_number=other_number,
        bust_cm=bust,
        other_bust_cm=beside,
        sizes_apart=apart,
        apart_en=same("one size" if apart == 1 else f"{number_of(apart)} sizes"),
    )


def _bust(system: DressSystem, number: Decimal) -> Decimal:
    """The bust in cm for which the trade's rule makes a number: twice the Italian one."""
    require_positive(number + 1, "A size")
    return (number - FROM_IT[system]) * 2


def shoe_claim(
    charts: SizeCharts, gender: Gender, eu: Decimal, scale: ShoeColumn, claimed: Decimal
) -> Ruling:
    """Whether an EU shoe of the house's chart is what somebody says on another scale.

    `values`: eu, found, claimed, right ('yes' or 'no'). Raises BadInput for an EU size that the
    chart does not print.
    """
    rows = charts.womens_shoes if gender == "women" else charts.mens_shoes
    row = next((row for row in rows if row.eu == eu), None)
    if row is None:
        raise BadInput(f"EU {eu} is no size of the {gender}'s chart.")
    found = Decimal(getattr(row, scale))
    there = next((r.eu for r in rows if getattr(r, scale) == claimed), None)
    zh, en = "本店{kind} EU {eu} 为 {name} {found}", "our {kind} EU {eu} is {name} {found}"
    if found == claimed:
        zh, en = "对：" + zh, "Yes: " + en
    else:
        zh, en = "不是：" + zh, "No: " + en
        zh += "；{name} {claimed} 是 EU {there}" if there else "，不是 {name} {claimed}"
        en += "; {name} {claimed} is EU {there}" if there else ", not {name} {claimed}"
    return ruling(
        "H-L1" if gender == "women" else "H-L2", "house", zh + "。", en + ".",
        kind=_SHOES[gender], name=same(_COLUMNS[scale]), eu=eu, found=found, claimed=claimed,
        right="yes" if found == claimed else "no", **({"there": there} if there else {}),
    )  # fmt: skip


def us_ring_claim(us: Decimal, claimed_mm: Decimal) -> Ruling:
    """Whether a US ring has the inner diameter that somebody says, by the formula (SIZE-31).

    `values`: us, diameter_mm, claimed_mm, claimed_us, right ('yes' or 'no').
    """
    require_positive(min(us, claimed_mm), "A ring")
    inner = us_diameter(us)
    right = abs(inner - claimed_mm) <= _SAME_MM
    zh, en = (
        "US {us} 的内径为 {diameter_mm} 毫米（11.63 + 0.8128 × 号数）",
        "US {us} is {diameter_mm} mm across inside (11.63 + 0.8128 × size)",
    )
    if right:
        zh, en = "对：" + zh + "。", "Yes: " + en + "."
    else:
        zh = "不对：" + zh + "，{claimed_mm} 毫米约为 US {claimed_us}。"
        en = "No: " + en + "; {claimed_mm} mm is about US {claimed_us}."
    return ruling(
        "SIZE-31", "standard", zh, en,
        us=us, diameter_mm=rounded(inner, "0.1"), claimed_mm=claimed_mm,
        claimed_us=to_nearest(us_of_diameter(claimed_mm), Decimal("0.5")),
        right="yes" if right else "no",
    )  # fmt: skip
