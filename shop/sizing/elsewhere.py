"""One size of the house in the numbers of other countries: the row of its table, column by column.

What is converted is a size that was settled before: 'EU 54' of rings, 'IT 44' of dresses. A system
that a table doesn't print is computed by its rule (Japanese dresses by bust, SIZE-15) or left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal

from shop.figures import number
from shop.language import Bilingual
from shop.products import Gender
from shop.rulings import Ruling, ruling
from shop.sizing.body_labels import JIS_BUST
from shop.sizing_charts import DressRow, RingRow, ShoeRow, SizeCharts

Wanted = Literal["EU", "UK", "US", "CN", "OLD_CN", "JP", "KR", "IT", "FR", "DE", "CM", "MM"]


def ring_elsewhere(charts: SizeCharts, eu: Decimal, wanted: Iterable[Wanted]) -> Ruling | None:
    """A ring of the house in other systems. None where the table doesn't say.

    `values`: the row's, and `elsewhere`, the labels in the order asked ('JP 14, UK N').
    """
    row = next((row for row in charts.rings if row.eu == eu), None)
    if row is None:
        return None
    zh, en = "本店戒指 EU {eu} 为{labels}。", "Our ring in EU {eu} is {labels}."
    return _said("H-L4 SIZE-30", _ring_cells(row), wanted, (zh, en), row)


def shoe_elsewhere(
    charts: SizeCharts, gender: Gender, eu: Decimal, wanted: Iterable[Wanted], name: str = ""
) -> Ruling | None:
    """A shoe of the house, of the piece of that name, in other systems. See `ring_elsewhere`."""
    rows = charts.womens_shoes if gender == "women" else charts.mens_shoes
    row = next((row for row in rows if row.eu == eu), None)
    if row is None:
        return None
    rule, of = _SHOES[gender]
    named = Bilingual(f"{name} ", f"In {name},") if name else of
    zh, en = "{of}EU {eu} 为{labels}。", "{of} EU {eu} is {labels}."
    rules = f"{rule} SIZE-04 SIZE-06"
    return _said(rules, _shoe_cells(row), wanted, (zh, en), row, of=named)


def dress_elsewhere(charts: SizeCharts, it: Decimal, wanted: Iterable[Wanted]) -> Ruling | None:
    """A dress of the house in other systems. See `ring_elsewhere`."""
    row = next((row for row in charts.womens_rtw if row.it == it), None)
    if row is None:
        return None
    zh, en = "本店 IT {it} 为{labels}。", "Our IT {it} is {labels}."
    return _said("H-L3 SIZE-15", _dress_cells(row), wanted, (zh, en), row)


_SHOES: dict[Gender, tuple[str, Bilingual]] = {
    "women": ("H-L1", Bilingual("本店女鞋 ", "Our women's")),
    "men": ("H-L2", Bilingual("本店男鞋 ", "Our men's")),
}


def _said(
    rules: str,
    cells: Mapping[Wanted, Bilingual],
    wanted: Iterable[Wanted],
    templates: tuple[str, str],
    row: RingRow | ShoeRow | DressRow,
    **names: Bilingual,
) -> Ruling | None:
    found = [cells[system] for system in dict.fromkeys(wanted) if system in cells]
    if not found:
        return None
    labels = Bilingual("、".join(c.zh for c in found), ", ".join(c.en for c in found))
    figures = {**row.model_dump(), "elsewhere": labels.en}
    return ruling(rules, "house", *templates, labels=labels, **names, **figures)


def _label(system: str, value: Decimal | int | str) -> Bilingual:
    written = value if isinstance(value, str) else number(Decimal(value))
    return Bilingual(f" {system} {written}", f"{system} {written}")


def _ring_cells(row: RingRow) -> Mapping[Wanted, Bilingual]:
    inner = number(row.diameter_mm)
    around = Bilingual(
        f"内周长 {row.eu} 毫米、内径 {inner} 毫米",
        f"{row.eu} mm around inside, {inner} mm across",
    )
    return {
        "EU": _label("EU", row.eu), "FR": _label("EU", row.eu), "CN": _label("CN", row.eu),
        "US": _label("US", row.us), "UK": _label("UK", row.uk), "JP": _label("JP", row.jp),
        "IT": _label("IT", row.eu - 40), "MM": around, "CM": around,
    }  # fmt: skip


def _shoe_cells(row: ShoeRow) -> Mapping[Wanted, Bilingual]:
    """Japan and Korea label the foot as China does, in cm and in mm (SIZE-04)."""
    cm, old = number(row.foot_cm), number(Decimal(row.cn_mm) / 5 - 10)
    foot, eu = Bilingual(f"脚长 {cm} 厘米", f"for a foot of {cm} cm"), _label("EU", row.eu)
    return {
        "EU": eu, "FR": eu, "DE": eu, "IT": eu, "CM": foot, "MM": foot,
        "UK": _label("UK", row.uk), "US": _label("US", row.us), "CN": _label("CN", row.cn_mm),
        "JP": _label("JP", Decimal(row.cn_mm) / 10), "KR": _label("KR", row.cn_mm),
        "OLD_CN": Bilingual(f"旧中国码 {old}", f"old Chinese {old}"),
    }  # fmt: skip


def _dress_cells(row: DressRow) -> Mapping[Wanted, Bilingual]:
    jis = min(JIS_BUST, key=lambda size: abs(JIS_BUST[size] - row.bust))
    body = Bilingual(
        f"胸围 {row.bust}、腰围 {row.waist}、臀围 {row.hip} 厘米",
        f"for bust {row.bust}, waist {row.waist}, hips {row.hip} cm",
    )
    return {
        "IT": _label("IT", row.it), "FR": _label("FR", row.fr), "DE": _label("DE", row.de),
        "EU": Bilingual(f" DE {row.de}（法国 FR {row.fr}）", f"DE {row.de} (French {row.fr})"),
        "UK": _label("UK", row.uk), "US": _label("US", row.us), "CM": body, "MM": body,
        "CN": Bilingual(f"国内号型 {row.cn}", f"CN {row.cn}"),
        "JP": Bilingual(
            f"日本 {jis} 号（指胸围 {JIS_BUST[jis]} 厘米，本店此码胸围 {row.bust}）",
            f"about JP {jis} (a bust of {JIS_BUST[jis]} cm; ours is {row.bust})",
        ),
    }  # fmt: skip
