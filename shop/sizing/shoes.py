"""Shoes: any scale to the house's EU size (H-L1 women, H-L2 men), with all equivalents.

A label is looked up in its own column of the house table. A foot, or a label that the table does
not print, is placed by its length. What lies between two sizes goes to the next size up; a piece
that runs large or small then moves by its fit note, and the answer says both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from shop.figures import to_nearest
from shop.language import Bilingual
from shop.products import Gender
from shop.rulings import Ruling, phrase, require_positive, ruling
from shop.sizing.lasts import foot_mm_of_old_chinese
from shop.sizing.pieces import Piece
from shop.sizing.shoe_fit import fit_note, size_in_piece
from shop.sizing_charts import ShoeRow, SizeCharts

ShoeSystem = Literal["eu", "uk", "us", "cn_mm", "kr_mm", "jp_cm", "old_cn", "foot_cm"]

_TABLE_ROUNDING_CM = Decimal("0.05")  # the table prints the foot to one decimal
_KINDS = {
    "women": ("H-L1", Bilingual("女鞋", "women's")),
    "men": ("H-L2", Bilingual("男鞋", "men's")),
}
_GIVEN: dict[ShoeSystem, tuple[str, str]] = {
    "eu": ("EU {value}", "EU {value}"),
    "uk": ("UK {value}", "UK {value}"),
    "us": ("{kind} US {value}", "US {kind} {value}"),
    "cn_mm": ("CN {value}", "CN {value}"),
    "kr_mm": ("韩国码 {value}", "Korean {value}"),
    "jp_cm": ("日本码 {value}", "Japanese {value}"),
    "old_cn": (
        "旧中国码 {value}（脚长 {given_mm} 毫米，不是欧码）",
        "Old Chinese size {value} (a foot of {given_mm} mm, not the EU size)",
    ),
    "foot_cm": ("脚长 {value} 厘米", "A foot of {value} cm"),
}
_ROW_ZH = "脚长 {foot_cm:.1f} 厘米，UK {uk}，US {us}，CN {cn_mm}。"
_ROW_EN = "foot {foot_cm:.1f} cm, UK {uk}, US {us}, CN {cn_mm}."


@dataclass(frozen=True, slots=True)
class _Asked:
    """The question: whose shoe, on which scale, and how the sentence names it."""

    gender: Gender
    system: ShoeSystem
    value: Decimal

    @property
    def foot_cm(self) -> Decimal:
        """The foot that a length-based label names."""
        match self.system:
            case "old_cn":
                return foot_mm_of_old_chinese(self.value) / 10
            case "cn_mm" | "kr_mm":
                return self.value / 10
        return self.value

    @property
    def words(self) -> dict[str, Bilingual]:
        kind = _KINDS[self.gender][1]
        zh, en = _GIVEN[self.system]
        given_mm = self.foot_cm * 10
        given = phrase(zh, en, value=self.value, kind=kind, given_mm=given_mm)
        return {"given": given, "kind": kind}

    @property
    def rules(self) -> str:
        rule = _KINDS[self.gender][0]
        return f"{rule} SIZE-06" if self.system == "old_cn" else rule


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a size falls in a table: on one row, between two, or beyond an end (None)."""

    below: ShoeRow | None
    above: ShoeRow | None


def shoe_size(
    charts: SizeCharts,
    gender: Gender,
    system: ShoeSystem,
    value: Decimal,
    piece: Piece | None = None,
) -> Ruling:
    """The house's EU size for a size of any scale, or for a foot in cm.

    With a piece, the answer is the size to take in it: the next one up that it is made in, moved
    by its fit note. `values`: eu, uk, us, cn_mm, foot_cm of the chart's size; `lower_eu` when
    between two; with a piece `recommended`, or `wanted` when it isn't made in it. Outside the
    table: `formula_eu` and confidence 'trade'. Raises BadInput for a size that is not positive.
    """
    require_positive(value, "A shoe size")
    asked = _Asked(gender, system, value)
    rows = charts.womens_shoes if gender == "women" else charts.mens_shoes
    place = _place(rows, asked)
    if place.below is None or place.above is None:
        return _outside(rows, asked)
    chart = _on_chart(asked, place.below, place.above)
    return chart if piece is None else size_in_piece(place.above, piece).then(chart)


def between_sizes(
    charts: SizeCharts, gender: Gender, low: Decimal, high: Decimal, piece: Piece | None = None
) -> Ruling | None:
    """Which of two EU sizes to take. None unless both are on the chart. `values`: eu, lower_eu."""
    rows = charts.womens_shoes if gender == "women" else charts.mens_shoes
    lower, upper = (next((row for row in rows if row.eu == size), None) for size in (low, high))
    if lower is None or upper is None or low >= high:
        return None
    rule, kind = _KINDS[gender]
    answer = ruling(
        f"{rule} SIZE-08",
        "house",
        "EU {lower_eu} 对应脚长 {lower_cm:.1f} 厘米，EU {eu} 对应 {upper_cm:.1f} 厘米："
        "傍晚站着量两只脚，以长的一只为准，介于两者之间取大的 EU {eu}。",
        "EU {lower_eu} is for a foot of {lower_cm:.1f} cm and EU {eu} for {upper_cm:.1f} cm: "
        "measure both feet standing in the evening, go by the longer; in between take the larger, "
        "EU {eu}.",
        kind=kind,
        lower_eu=low,
        eu=high,
        lower_cm=lower.foot_cm,
        upper_cm=upper.foot_cm,
    )
    return answer.then(fit_note(piece)) if piece and piece.fit else answer


def _place(rows: Sequence[ShoeRow], asked: _Asked) -> _Place:
    match asked.system:
        case "eu" | "uk" | "us" as column:
            return _among(rows, [getattr(row, column) for row in rows], asked.value)
        case "foot_cm":
            return _by_foot(rows, asked.value)
    printed = [row for row in rows if row.cn_mm == asked.foot_cm * 10]
    return _Place(printed[0], printed[-1]) if printed else _by_foot(rows, asked.foot_cm)


def _by_foot(rows: Sequence[ShoeRow], foot: Decimal) -> _Place:
    for row in rows:
        if abs(row.foot_cm - foot) <= _TABLE_ROUNDING_CM:
            return _Place(row, row)
    return _among(rows, [row.foot_cm for row in rows], foot)


def _among(rows: Sequence[ShoeRow], column: Sequence[Decimal], value: Decimal) -> _Place:
    below = [row for row, size in zip(rows, column, strict=True) if size <= value]
    above = [row for row, size in zip(rows, column, strict=True) if size >= value]
    return _Place(below[-1] if below else None, above[0] if above else None)


def _on_chart(asked: _Asked, below: ShoeRow, row: ShoeRow) -> Ruling:
    figures = {**row.model_dump(), **asked.words}
    if below is not row:
        return ruling(
            asked.rules,
            "house",
            "{given}介于本店{kind} EU {lower_eu}（脚长 {lower_foot_cm:.1f} 厘米）与 EU {eu} 之间，"
            "按表取大的 EU {eu}：" + _ROW_ZH,
            "{given} lies between our {kind} EU {lower_eu} (foot {lower_foot_cm:.1f} cm) and "
            "EU {eu}; we take the larger, EU {eu}: " + _ROW_EN,
            lower_eu=below.eu,
            lower_foot_cm=below.foot_cm,
            **figures,
        )
    if asked.system == "eu":
        zh, en = "本店{kind} EU {eu}：", "Our {kind} EU {eu}: "
    else:
        zh, en = "{given}对应本店{kind} EU {eu}：", "{given} is our {kind} EU {eu}: "
    return ruling(asked.rules, "house", zh + _ROW_ZH, en + _ROW_EN, **figures)


def _outside(rows: Sequence[ShoeRow], asked: _Asked) -> Ruling:
    """No row fits: the formula's size, said as such."""
    first, last = rows[0], rows[-1]
    zh, en = "{given}超出本店{kind}尺码表", "{given} is outside our {kind} chart"
    if asked.system != "eu":
        zh, en = (
            zh + "，按公式约为 EU {formula_eu}",
            en + "; by the formula it is about EU {formula_eu}",
        )
    return ruling(
        f"{asked.rules} SIZE-02",
        "trade",
        zh + "。本店为 EU {smallest}–{largest}（脚长 {shortest:.1f}–{longest:.1f} 厘米）。",
        en + ". We carry EU {smallest}–{largest}, for a foot of {shortest:.1f}–{longest:.1f} cm.",
        formula_eu=to_nearest(_formula_eu(first, asked), Decimal("0.5")),
        smallest=first.eu,
        largest=last.eu,
        shortest=first.foot_cm,
        longest=last.foot_cm,
        **asked.words,
    )


def _formula_eu(first: ShoeRow, asked: _Asked) -> Decimal:
    """UK and US rise in step with EU; the foot follows foot = EU × 2/3 − 4/3."""
    match asked.system:
        case "eu":
            return asked.value
        case "uk" | "us" as column:
            return first.eu + asked.value - Decimal(getattr(first, column))
    return asked.foot_cm * 3 / 2 + 2
