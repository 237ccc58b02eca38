"""Women's ready-to-wear: by body measures, and across national labels (H-L3).

The house table wins; beyond it the number-is-half-the-bust rule of the trade applies (SIZE-12)
and is said as such. Chinese body sizes (GB/T 1335) and Japanese numbers (JIS L 4005) name body
measures, so they go through the table by bust.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from shop.errors import BadInput
from shop.language import Bilingual
from shop.products import Gender
from shop.rulings import Ruling, require_positive, ruling, same
from shop.sizing.pieces import Piece
from shop.sizing_charts import DressRow, SizeCharts

DressSystem = Literal["it", "fr", "de", "uk", "us"]
Measure = Literal["bust", "waist", "hip"]
Part = Literal["top", "bottom"]

_MEASURES: dict[Measure, Bilingual] = {
    "bust": Bilingual("胸围", "bust"),
    "waist": Bilingual("腰围", "waist"),
    "hip": Bilingual("臀围", "hip measure"),
}
_SYSTEMS: dict[DressSystem, Bilingual] = {
    "it": Bilingual("意大利 IT", "Italian IT"),
    "fr": Bilingual("法国 FR", "French FR"),
    "de": Bilingual("德国 DE", "German DE"),
    "uk": Bilingual("英国 UK", "UK"),
    "us": Bilingual("美国 US", "US"),
}
_FROM_IT: dict[DressSystem, int] = {"it": 0, "fr": -4, "de": -6, "uk": -32, "us": -36}  # SIZE-12
_STEP_CM = 4
_NUMBERS_ZH = "FR {fr}，DE {de}，UK {uk}，US {us}，CN {cn}"
_NUMBERS_EN = "FR {fr}, DE {de}, UK {uk}, US {us}, CN {cn}"
_BODY_ZH = "胸围 {bust}、腰围 {waist}、臀围 {hip} 厘米"
_BODY_EN = "bust {bust}, waist {waist}, hips {hip} cm"
_WHY_DECIDES = {  # whether all measurements ask for the same size
    True: ("{measure} {given_cm} 厘米", "for a {measure} of {given_cm} cm"),
    False: (
        "以要求最大的{measure} {given_cm} 厘米为准",
        "the {measure} of {given_cm} cm asks for the largest size and decides",
    ),
}
_WHY_UP = {  # whether the size is the smallest of the table
    False: ("，介于两码之间取大一码", "; between two sizes we take the larger"),
    True: ("，略小于此码", ", a little below this size"),
}

_HAO_XING = re.compile(r"^(\d{2,3})\s*/\s*(\d{2,3})\s*([YABC])?$", re.IGNORECASE)
_BODY_LETTERS: dict[Gender, dict[str, tuple[int, int]]] = {  # chest − waist in cm, SIZE-10
    "women": {"Y": (19, 24), "A": (14, 18), "B": (9, 13), "C": (4, 8)},
    "men": {"Y": (17, 22), "A": (12, 16), "B": (7, 11), "C": (2, 6)},
}
_JIS_BUST = {5: 77, 7: 80, 9: 83, 11: 86, 13: 89, 15: 92}  # SIZE-15
_JIS_HEIGHT = {"PP": 142, "P": 150, "R": 158, "T": 166}
_JIS = re.compile(r"^(\d{1,2})\s*(A)?\s*(PP|P|R|T)?\s*号?$", re.IGNORECASE)


def dress_from_body(
    charts: SizeCharts, measures: Mapping[Measure, Decimal], piece: Piece | None = None
) -> Ruling:
    """The size for a body in cm; the measurement that asks for the largest size decides.

    With a piece whose cut gives ease, a smaller size that then also fits is named. `values`: it,
    fr, de, uk, us, cn, bust, waist, hip of the row, `decided_by`, and `also_it`. Outside the
    table: smallest, largest, decided_by. Raises BadInput without a measurement.
    """
    if not measures:
        raise BadInput("A bust, waist or hip measurement is needed.")
    for name, value in measures.items():
        require_positive(value, f"The {name}")
    deciding, row = _deciding(charts, measures)
    if row is None or _far_below(charts, row, deciding, measures[deciding]):
        answer = _outside_body(charts, deciding, measures[deciding])
    else:
        answer = _body_ruling(charts, measures, row, deciding)
    closer = _ease(charts, measures, row, piece) if piece else None
    return answer.then(closer) if closer else answer


def dress_from_label(charts: SizeCharts, system: DressSystem, number: Decimal) -> Ruling:
    """A national number as the house's size; odd numbers go up to the next size.

    `values`: it, fr, de, uk, us, and inside the table cn, bust, waist, hip. Outside the table the
    numbers are the trade's rule (confidence 'trade').
    """
    require_positive(number + 1, "A size")  # US 0 is a size
    rows = charts.womens_rtw
    it = number - _FROM_IT[system]
    if rows[0].it <= it <= rows[-1].it:
        row = next(row for row in rows if row.it >= it)
        return _label_ruling(system, number, row)
    numbers = {name: it + shift for name, shift in _FROM_IT.items()}
    return ruling(
        "H-L3 SIZE-12",
        "trade",
        "{scale} {number} 超出本店尺码表（IT {smallest}–{largest}）。按行业惯例约为 IT {it}，FR "
        "{fr}，DE {de}，UK {uk}，US {us}，请以厘米为准。",
        "{scale} {number} is outside our chart (IT {smallest}–{largest}). By the trade's rule it "
        "is about IT {it}, FR {fr}, DE {de}, UK {uk}, US {us}; please go by the centimetres.",
        scale=_SYSTEMS[system],
        number=number,
        smallest=rows[0].it,
        largest=rows[-1].it,
        **numbers,
    )


def eu_dress(charts: SizeCharts, number: Decimal) -> Ruling:
    """'EU 38' on clothes: three countries mean three sizes. `values`: it_if_de, it_if_fr, it_if_it.

    Usually the German scale is meant, so that reading is named first.
    """
    require_positive(number, "A size")
    return ruling(
        "SIZE-14 H-L3",
        "trade",
        "衣服上的 EU {number} 多指德国码：DE {number} 对应 IT {it_if_de}。若是法国码 FR {number} "
        "则为 IT {it_if_fr}，"
        "意大利码就是 IT {it_if_it}；请问是哪一国的尺码？",
        "EU {number} on clothes usually means the German scale: DE {number} is IT {it_if_de}. "
        "French {number} is IT {it_if_fr} and Italian {number} is IT {it_if_it}; which is yours?",
        number=number,
        it_if_de=number - _FROM_IT["de"],
        it_if_fr=number - _FROM_IT["fr"],
        it_if_it=number,
    )


def dress_from_chinese(charts: SizeCharts, label: str) -> Ruling:
    """A Chinese body size such as 160/84A as the house's size, by its bust. See `hao_xing`."""
    bust = hao_xing(label, "women", "top").values["girth_cm"]
    return dress_from_body(charts, {"bust": Decimal(bust)})


def dress_from_japanese(charts: SizeCharts, label: str) -> Ruling:
    """A Japanese number such as 9 or 9AR as body measures and the house's size (JIS L 4005).

    `values`: those of `dress_from_body` and jp_bust_cm; `height_cm` when the label says it.
    Raises BadInput for a number that JIS L 4005 does not list as 5 to 15.
    """
    found = _JIS.match(label.strip())
    if found is None or int(found[1]) not in _JIS_BUST:
        raise BadInput(f"{label!r} is no Japanese women's number from 5 to 15.")
    bust, height = _JIS_BUST[int(found[1])], _JIS_HEIGHT.get((found[3] or "").upper())
    zh, en = (
        "日本 {label} 号指胸围 {jp_bust_cm} 厘米",
        "Japanese {label} is a bust of {jp_bust_cm} cm",
    )
    extra: dict[str, int] = {}
    if height:
        zh, en = zh + "、身高 {height_cm} 厘米", en + ", height {height_cm} cm"
        extra = {"height_cm": height}
    named = same(label.strip().rstrip("号"))
    meaning = ruling(
        "SIZE-15", "standard", zh + "。", en + ".", label=named, jp_bust_cm=bust, **extra
    )
    return meaning.then(dress_from_body(charts, {"bust": Decimal(bust)}))


def hao_xing(label: str, gender: Gender, part: Part = "top") -> Ruling:
    """What a Chinese body size says: 160/84A is height, bust (or waist) and body letter.

    `values`: height_cm, girth_cm, and with a letter: letter, drop_from_cm, drop_to_cm (chest minus
    waist). Raises BadInput for what is no such label.
    """
    found = _HAO_XING.match(label.strip())
    if found is None:
        raise BadInput(f"{label!r} is no Chinese body size; they read like 160/84A.")
    girth = Bilingual("净胸围", "body bust") if gender == "women" else Bilingual("净胸围", "chest")
    if part == "bottom":
        girth = Bilingual("净腰围", "waist")
    meaning = ruling(
        "SIZE-10",
        "standard",
        "{label} 指身高 {height_cm} 厘米、{girth} {girth_cm} 厘米，是人体净尺寸，不是衣服尺寸。",
        "{label} means a height of {height_cm} cm and a {girth} of {girth_cm} cm: the body, not "
        "the "
        "garment.",
        label=same(label.strip().upper()),
        girth=girth,
        height_cm=int(found[1]),
        girth_cm=int(found[2]),
    )
    return meaning.then(_body_letter(found[3].upper(), gender)) if found[3] else meaning


def _body_letter(letter: str, gender: Gender) -> Ruling:
    low, high = _BODY_LETTERS[gender][letter]
    return ruling(
        "SIZE-10",
        "standard",
        "字母 {letter} 为体型：胸腰差 {drop_from_cm}–{drop_to_cm} 厘米。",
        "The letter {letter} is the build: chest minus waist is {drop_from_cm}–{drop_to_cm} cm.",
        letter=letter,
        drop_from_cm=low,
        drop_to_cm=high,
    )


def _row_at_least(charts: SizeCharts, name: Measure, value: Decimal) -> DressRow | None:
    return next((row for row in charts.womens_rtw if getattr(row, name) >= value), None)


def _deciding(
    charts: SizeCharts, measures: Mapping[Measure, Decimal]
) -> tuple[Measure, DressRow | None]:
    """The measurement that asks for the largest size, and that size (None: beyond the table)."""
    largest = charts.womens_rtw[-1]

    def demand(name: Measure) -> tuple[int, Decimal]:
        row = _row_at_least(charts, name, measures[name])
        beyond = measures[name] - getattr(row or largest, name)
        return (row.it if row else largest.it + 1, beyond)

    deciding = max(measures, key=demand)
    return deciding, _row_at_least(charts, deciding, measures[deciding])


def _far_below(charts: SizeCharts, row: DressRow, name: Measure, value: Decimal) -> bool:
    return row is charts.womens_rtw[0] and value <= getattr(row, name) - _STEP_CM


def _body_ruling(
    charts: SizeCharts, measures: Mapping[Measure, Decimal], row: DressRow, deciding: Measure
) -> Ruling:
    alone = all(_row_at_least(charts, name, value) == row for name, value in measures.items())
    zh, en = _WHY_DECIDES[alone]
    if measures[deciding] != getattr(row, deciding):
        first = row is charts.womens_rtw[0]
        zh, en = zh + _WHY_UP[first][0], en + _WHY_UP[first][1]
    return ruling(
        "H-L3",
        "house",
        "请选 IT {it}（" + _NUMBERS_ZH + "）：" + zh + "。该码适合" + _BODY_ZH + "。",
        "Take IT {it} (" + _NUMBERS_EN + "): " + en + ". It is cut for " + _BODY_EN + ".",
        measure=_MEASURES[deciding],
        given_cm=measures[deciding],
        decided_by=deciding,
        **row.model_dump(),
    )


def _ease(
    charts: SizeCharts, measures: Mapping[Measure, Decimal], row: DressRow | None, piece: Piece
) -> Ruling | None:
    """The smaller size that the cut's ease lets fit too, if there is one."""
    ease = piece.ease_cm or Decimal(0)
    eased = {name: value - ease for name, value in measures.items()}
    closer = _deciding(charts, eased)[1]
    if not ease or closer is None or closer == row:
        return None
    return ruling(
        piece.rule,
        "house",
        "{name} 的剪裁约有 {ease_cm} 厘米余量，喜欢贴身也可选 IT {also_it}。",
        "The cut of {name} gives about {ease_cm} cm, so IT {also_it} also fits, closer to the "
        "body.",
        name=same(piece.name),
        ease_cm=ease,
        also_it=closer.it,
    )


def _outside_body(charts: SizeCharts, name: Measure, value: Decimal) -> Ruling:
    first, last = charts.womens_rtw[0], charts.womens_rtw[-1]
    return ruling(
        "H-L3",
        "house",
        "{measure} {given_cm} 厘米超出本店尺码表：IT {smallest}–{largest} 适合{measure} "
        "{from_cm}–{to_cm} 厘米。",
        "A {measure} of {given_cm} cm is outside our chart: IT {smallest}–{largest} are for "
        "{from_cm}–{to_cm} cm.",
        measure=_MEASURES[name],
        given_cm=value,
        decided_by=name,
        smallest=first.it,
        largest=last.it,
        from_cm=getattr(first, name),
        to_cm=getattr(last, name),
    )


def _label_ruling(system: DressSystem, number: Decimal, row: DressRow) -> Ruling:
    exact = getattr(row, system) == number
    zh = "对应本店 IT {it}" if exact else "介于两码之间，请选大一码 IT {it}"
    en = "is our IT {it}" if exact else "lies between two sizes; take the larger, IT {it}"
    return ruling(
        "H-L3",
        "house",
        "{scale} {number} " + zh + "（" + _NUMBERS_ZH + "），适合" + _BODY_ZH + "。",
        "{scale} {number} " + en + " (" + _NUMBERS_EN + "), cut for " + _BODY_EN + ".",
        scale=_SYSTEMS[system],
        number=number,
        **row.model_dump(),
    )
