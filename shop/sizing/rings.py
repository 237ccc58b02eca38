"""Rings: a finger or a size of any country to the house's EU size (H-L4), with all equivalents.

EU size is the inner circumference in mm (ISO 8653). The house makes even sizes only; what lies
between goes to the larger, and the first resizing is free (H-I3). A label that the house table
prints is looked up there, any other is computed by its country's formula.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from shop.errors import BadInput
from shop.figures import number, rounded, to_nearest
from shop.language import Bilingual
from shop.rulings import Ruling, phrase, require_positive, ruling
from shop.sizing_charts import RingRow, SizeCharts

RingSystem = Literal["circumference_mm", "diameter_mm", "eu", "us", "uk", "jp", "it"]

PI = Decimal("3.14159265358979")
_HALF = Decimal("0.5")
_ROUNDING_MM = Decimal("0.16")  # a diameter is read to 0.1 mm, which is 0.3 mm around
_LOOSE_MM = 1  # up to 1 mm below the smallest ring still wears it
_IN_MM = {"circumference_mm": 0, "eu": 0, "it": 40}  # scales that count mm around, and from where
_UK_SIZE = re.compile(r"^([A-Z])\s*(½|1/2|\.5)?$")
_GIVEN: dict[RingSystem, tuple[str, str]] = {
    "circumference_mm": ("指围 {size} 毫米", "A finger of {size} mm around"),
    "diameter_mm": ("内径 {size} 毫米", "An inner diameter of {size} mm"),
    "eu": ("EU {size}", "EU {size}"),
    "us": ("US {size}", "US {size}"),
    "uk": ("UK {size}", "UK {size}"),
    "jp": ("日本 {size} 号", "Japanese {size}"),
    "it": ("意大利（瑞士、西班牙同）{size}", "Italian (also Swiss or Spanish) {size}"),
}
_EQUALS_ZH = "内径 {diameter_mm} 毫米，US {us}，UK {uk}，JP {jp}，IT {it}"
_EQUALS_EN = "inner diameter {diameter_mm} mm, US {us}, UK {uk}, JP {jp}, IT {it}"


@dataclass(frozen=True, slots=True)
class _Finger:
    """What was asked: in words, in mm around, and how far its scale rounds."""

    given: Bilingual
    around: Decimal
    slack: Decimal
    named_in_mm: bool


def ring_size(charts: SizeCharts, system: RingSystem, size: Decimal | str) -> Ruling:
    """The house's EU ring size for a finger (mm around), an inner diameter (mm) or a label.

    UK sizes are letters, 'L½' or 'L 1/2'; the others are numbers. `values`: eu, diameter_mm, us,
    uk, jp, it, circumference_mm, and `lower_eu` when between two; outside the table the same by
    formula under `formula_eu`. Raises BadInput for what is no size of that system.
    """
    finger = _finger(charts.rings, system, _parse(system, size))
    above = next((row for row in charts.rings if row.eu + finger.slack >= finger.around), None)
    if above is None or finger.around < charts.rings[0].eu - _LOOSE_MM:
        return _outside(charts.rings, finger)
    below = [row for row in charts.rings if row.eu < above.eu]
    if below and finger.around < above.eu - finger.slack:
        return _between(finger, below[-1], above)
    return ruling(
        "H-L4 SIZE-30",
        "house",
        "{given}对应本店 EU {eu}：" + _EQUALS_ZH + "。",
        "{given} is our EU {eu}: " + _EQUALS_EN + ".",
        **_row_figures(finger, above),
    )


def ring_between(charts: SizeCharts, low: Decimal, high: Decimal) -> Ruling:
    """Which of two EU sizes to take for a finger between them. `values`: eu, lower_eu.

    Raises BadInput unless both are sizes of the house.
    """
    made = [row.eu for row in charts.rings]
    if low not in made or high not in made or low >= high:
        raise BadInput("Both must be ring sizes of the house.")
    return ruling(
        "H-L4 H-I3",
        "house",
        "介于 EU {lower_eu} 与 EU {eu} 之间请选大的 EU {eu}；购买后 12 个月内可免费改圈一次"
        "（上下不超过 2 个欧码），门店可免费量指圈。",
        "Between EU {lower_eu} and EU {eu} take the larger, EU {eu}. One resizing is free within "
        "12 months of purchase (at most 2 EU sizes), and our salons measure free of charge.",
        lower_eu=low,
        eu=high,
    )


def unnamed_ring(charts: SizeCharts, size: Decimal) -> Ruling:
    """A bare number below 14 said in English: the US scale is meant most often, and is named so.

    `values`: those of `ring_size`.
    """
    note = ruling(
        "SIZE-31",
        "trade",
        "若是其他国家的号，请告诉我是哪一国。",
        "That is if {size} is a US size; if it is another country's, tell me which.",
        size=size,
    )
    return ring_size(charts, "us", size).then(note)


def _parse(system: RingSystem, size: Decimal | str) -> Decimal | str:
    if system != "uk":
        number = Decimal(size)
        require_positive(number, "A ring size")
        return number
    found = _UK_SIZE.match(str(size).strip().upper())
    if found is None:
        raise BadInput(f"{size!r} is no UK ring size; they read like L or L½.")
    return found[1] + ("½" if found[2] else "")


def _finger(rows: Sequence[RingRow], system: RingSystem, label: Decimal | str) -> _Finger:
    """What was asked, in mm: by the row that prints this very label, else by formula."""
    given = phrase(*_GIVEN[system], size=label)
    if system in _IN_MM:
        mm = Decimal(label) + _IN_MM[system]
        if system != "circumference_mm" and all(row.eu != mm for row in rows):
            given = _with_diameter(given, mm)
        return _Finger(given, mm, Decimal(0), named_in_mm=True)
    printed = next((row for row in rows if getattr(row, system) == label), None)
    around = Decimal(printed.eu) if printed else _circumference(system, label)
    if not printed and system != "diameter_mm":
        given = _with_diameter(given, around)
    return _Finger(given, around, _ROUNDING_MM, named_in_mm=False)


def _with_diameter(given: Bilingual, around: Decimal) -> Bilingual:
    """A label that the house table doesn't print, with the inner diameter it stands for."""
    inner = rounded(around / PI, "0.1")
    return Bilingual(
        f"{given.zh}（内周长 {number(rounded(around, '0.1'))} 毫米、内径 {inner} 毫米）",
        f"{given.en} ({number(rounded(around, '0.1'))} mm around, inner diameter {inner} mm)",
    )


def _circumference(system: RingSystem, label: Decimal | str) -> Decimal:
    """The inner circumference in mm, by the formula of each system (SIZE-30 to SIZE-33)."""
    if isinstance(label, str):
        letter = Decimal(ord(label[0]) - ord("A")) + (_HALF if label.endswith("½") else 0)
        return Decimal("37.5") + letter * Decimal("1.25")
    match system:
        case "diameter_mm":
            return label * PI
        case "us":
            return us_diameter(label) * PI
        case "jp":
            return (13 + (label - 1) / 3) * PI
    raise BadInput(f"{system} is no ring system that is computed by formula.")


def us_diameter(us: Decimal) -> Decimal:
    """The inner diameter in mm of a US size (SIZE-31)."""
    return Decimal("11.63") + Decimal("0.8128") * us


def us_of_diameter(mm: Decimal) -> Decimal:
    """The US size of an inner diameter in mm, not rounded (SIZE-31)."""
    return (mm - Decimal("11.63")) / Decimal("0.8128")


def _labels(around: Decimal) -> dict[str, Decimal | str]:
    """Every system's label for a circumference, by formula."""
    diameter = around / PI
    return {
        "diameter_mm": rounded(diameter, "0.1"),
        "us": to_nearest(us_of_diameter(diameter), _HALF),
        "uk": _uk_letter(around),
        "jp": rounded((diameter - 13) * 3 + 1),
        "it": rounded(around - 40),
    }


def _uk_letter(around: Decimal) -> str:
    halves = int(rounded((around - Decimal("37.5")) / Decimal("1.25") * 2))
    if not 0 <= halves <= 51:
        return "—"
    return chr(ord("A") + halves // 2) + ("½" if halves % 2 else "")


def _row_figures(finger: _Finger, row: RingRow) -> dict[str, Decimal | int | str | Bilingual]:
    figures = {**row.model_dump(), "it": row.eu - 40}
    return {"given": finger.given, "circumference_mm": rounded(finger.around, "0.1"), **figures}


def _between(finger: _Finger, below: RingRow, above: RingRow) -> Ruling:
    zh, en = "{given}", "{given}"
    if not finger.named_in_mm and "mm around" not in finger.given.en:
        zh, en = (
            "{given}（约 {circumference_mm} 毫米）",
            "{given} (about {circumference_mm} mm around)",
        )
    return ruling(
        "H-L4 SIZE-30 H-I3",
        "house",
        zh + "介于本店 EU {lower_eu} 与 EU {eu} 之间，请选大的 EU {eu}：" + _EQUALS_ZH + "。"
        "购买后 12 个月内可免费改圈一次（上下不超过 2 个欧码），门店可免费量指圈。",
        en
        + " lies between our EU {lower_eu} and EU {eu}; take the larger, EU {eu}: "
        + _EQUALS_EN
        + ". One resizing is free within 12 months of purchase (at most 2 EU sizes), and our "
        "salons measure free of charge.",
        lower_eu=below.eu,
        **_row_figures(finger, above),
    )


def _outside(rows: Sequence[RingRow], finger: _Finger) -> Ruling:
    zh, en = "{given}约为 EU {formula_eu}（", "{given}, about EU {formula_eu} ("
    if finger.named_in_mm:
        zh, en = "{given}（", "{given} ("
    return ruling(
        "H-L4 SIZE-30",
        "standard",
        zh + _EQUALS_ZH + "）超出本店戒指的 EU {smallest}–{largest}。门店可免费为您量指圈。",
        en + _EQUALS_EN + ") is outside the EU {smallest}–{largest} we make. Our salons measure "
        "free of charge.",
        given=finger.given,
        formula_eu=rounded(finger.around, "0.1"),
        smallest=rows[0].eu,
        largest=rows[-1].eu,
        **_labels(finger.around),
    )
