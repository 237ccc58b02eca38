"""Numbers without their country: what they may be, and the one question that decides it."""

from __future__ import annotations

from decimal import Decimal

from shop.errors import BadInput
from shop.language import Bilingual
from shop.rulings import Ruling, ruling
from shop.sizing.clothing import FROM_IT, DressSystem
from shop.sizing.rings import ring_size
from shop.sizing_charts import DressRow, SizeCharts

_SCALES: tuple[tuple[DressSystem, str], ...] = (("it", "IT"), ("fr", "FR"), ("de", "DE"))


def which_ring(charts: SizeCharts, size: Decimal) -> Ruling:
    """A small ring number whose country was not said: US, Japanese and Italian part ways.

    `values`: number, and eu_if_us, eu_if_jp, eu_if_it as EU sizes. Raises BadInput for no size.
    """
    eu = {
        f"eu_if_{system}": _eu_of(ring_size(charts, system, size))
        for system in ("us", "jp", "it")
    }  # fmt: skip
    return ruling(
        "SIZE-30 SIZE-31 H-L4",
        "none",
        "戒指 {number} 号是哪国的号？美国 {number} 号约为 EU {eu_if_us}，日本 {number} 号约为 "
        "EU {eu_if_jp}，意大利 {number} 号约为 EU {eu_if_it}。请告诉我是哪一国，或指围毫米数。",
        "Which country's size is your {number}? As a US size it is about EU {eu_if_us}, as a "
        "Japanese one EU {eu_if_jp}, as an Italian one EU {eu_if_it}. Please tell me which, or "
        "the finger in mm around.",
        number=size,
        **eu,
    )


def hong_kong_ring(number: Decimal, asked_mm: bool = False) -> Ruling:
    """A Hong Kong or mainland shop number ('港码'): no official standard. `values`: number.

    Asked which of our sizes it is, we ask back for millimetres; asked for these, nobody can say.
    """
    zh, en = (
        "恕不能直接换算。请告诉我指围或戒指内径的毫米数，也可到门店免费量指圈。",
        "so I cannot convert it. Please tell me the finger in mm around or the inner diameter in "
        "mm; our salons also measure free of charge.",
    )
    if asked_mm:
        zh = "因此无法说它是多少毫米。请量戒指的内径，也可到门店免费量指圈。"
        en = (
            "so I can't say what it is in mm. Please measure the inner diameter of the ring, or "
            "have the finger measured free of charge in one of our salons."
        )
    return ruling(
        "SIZE-34",
        "unrecorded" if asked_mm else "none",
        "港码 {number} 号没有官方标准，各家对照可相差一号，" + zh,
        "Hong Kong number {number} has no official standard, and tables differ by a size, " + en,
        number=number,
    )


def which_shop_number(number: Decimal) -> Ruling:
    """A ring number as a shop wrote it, without its country. `values`: number."""
    return ruling(
        "SIZE-34",
        "none",
        "{number} 号是哪国的戒指号？港码和内地店家自己的号没有官方标准，各家对照可相差一号。"
        "请告诉我是美码、日码还是意码，或指围、戒指内径的毫米数；也可到门店免费量指圈。",
        "Which country's ring number is {number}? Hong Kong and mainland shop numbers have no "
        "official standard, and tables differ by a size. Please tell me whether it is US, "
        "Japanese or Italian, or the finger or the inner diameter in mm.",
        number=number,
    )


def _eu_of(found: Ruling) -> Decimal:
    return Decimal(
        found.values["formula_eu"] if "formula_eu" in found.values else found.values["eu"]
    )


def which_number(charts: SizeCharts, size: Decimal) -> Ruling:
    """'I'm a 40': shoes or clothes, and whose clothes. `values`: number.

    Raises BadInput for what is neither.
    """
    clothes = _as_clothes(charts, size)
    shoe = next((row for row in charts.womens_shoes if row.eu == size), None)
    if shoe is None and not clothes.en:
        raise BadInput(f"{size} is no size of shoes or clothes.")
    zh, en = "{number} 是鞋码还是衣服的码？", "Is your {number} a shoe or a clothing size?"
    if shoe is not None:
        zh += "女鞋 EU {number} 为 UK {uk_shoe}、US {us_shoe}。"
        en += " Women's shoes EU {number} are UK {uk_shoe}, US {us_shoe}."
    if clothes.en:
        zh += "衣服{clothes}。"
        en += " In clothes {clothes}."
    return ruling(
        "H-L3 H-L1 SIZE-12",
        "none",
        zh + "请告诉我是鞋还是衣服、是哪国的码。",
        en + " Please tell me which, and of which country (IT, FR or DE).",
        number=size,
        clothes=clothes,
        **({"uk_shoe": shoe.uk, "us_shoe": shoe.us} if shoe else {}),
    )


def which_clothes(charts: SizeCharts, size: Decimal) -> Ruling:
    """A clothing number without its country. `values`: number. Raises BadInput for no size."""
    clothes = _as_clothes(charts, size)
    if not clothes.en:
        raise BadInput(f"{size} is no clothing size of the house's chart.")
    return ruling(
        "H-L3 SIZE-12",
        "none",
        "{number} 是哪国的码？{clothes}。请告诉我是意码、法码还是德码，或您的胸围。",
        "Which country's {number} is it? {clothes}. Please tell me IT, FR or DE, or your bust "
        "in cm.",
        number=size,
        clothes=clothes,
    )


def _as_clothes(charts: SizeCharts, size: Decimal) -> Bilingual:
    """The row that each country's number would be, as far as the house's chart reaches."""
    rows = {row.it: row for row in charts.womens_rtw}
    found = [
        (name, rows[int(size) - FROM_IT[system]])
        for system, name in _SCALES
        if size == int(size) and int(size) - FROM_IT[system] in rows
    ]
    return Bilingual(
        "，".join(_row(name, size, row).zh for name, row in found),
        "; ".join(_row(name, size, row).en for name, row in found),
    )


def _row(name: str, size: Decimal, row: DressRow) -> Bilingual:
    return Bilingual(
        f"{name} {size} 为腰围 {row.waist} 厘米、UK {row.uk}",
        f"{name} {size} is a waist of {row.waist} cm, UK {row.uk}",
    )


def compare_eu_numbers(number: Decimal) -> Ruling:
    """The same number on French, Italian and German clothes, counted in sizes from the German.

    `values`: number, fr_smaller, it_smaller (sizes), fr_as_de, it_as_de.
    """
    if not Decimal(32) <= number <= Decimal(56):
        raise BadInput(f"{number} is no women's size.")
    fr, it = (_steps_below_german(system) for system in ("fr", "it"))
    return ruling(
        "SIZE-12 H-L3",
        "standard",
        "同样是 {number}：法码 FR {number} 比德码 DE {number} 小一档（即 DE {fr_as_de}），"
        "意码 IT {number} 小三档（即 DE {it_as_de}）；DE {number} 即 IT {it_if_de}。",
        "The same number {number}: FR {number} is one size smaller than DE {number} (it is DE "
        "{fr_as_de}), and IT {number} is three sizes smaller (DE {it_as_de}). DE {number} is IT "
        "{it_if_de}.",
        number=number,
        fr_smaller=fr,
        it_smaller=it,
        fr_as_de=number - 2 * fr,
        it_as_de=number - 2 * it,
        it_if_de=number - FROM_IT["de"],
    )


def _steps_below_german(system: DressSystem) -> int:
    """Every scale counts two for a size."""
    return (FROM_IT[system] - FROM_IT["de"]) // 2
