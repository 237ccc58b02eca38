"""Women's ready-to-wear: by body measures, and across national labels (H-L3).

The house table wins; beyond it the number-is-half-the-bust rule of the trade applies (SIZE-12)
and is said as such.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from shop.errors import BadInput
from shop.figures import up_to_step
from shop.language import Bilingual
from shop.rulings import Ruling, require_positive, ruling, same
from shop.sizing.pieces import Piece
from shop.sizing_charts import DressRow, SizeCharts

DressSystem = Literal["it", "fr", "de", "uk", "us"]
Measure = Literal["bust", "waist", "hip"]

_MEASURES: dict[Measure, Bilingual] = {
    "bust": Bilingual("胸围", "bust"),
    "waist": Bilingual("腰围", "waist"),
    "hip": Bilingual("臀围", "hip measure"),
}
SYSTEMS: dict[DressSystem, Bilingual] = {
    "it": Bilingual("意大利 IT", "Italian IT"),
    "fr": Bilingual("法国 FR", "French FR"),
    "de": Bilingual("德国 DE", "German DE"),
    "uk": Bilingual("英国 UK", "UK"),
    "us": Bilingual("美国 US", "US"),
}
FROM_IT: dict[DressSystem, int] = {"it": 0, "fr": -4, "de": -6, "uk": -32, "us": -36}  # SIZE-12
_STEP_CM = 4
_LEAST_IT, _MOST_IT = 32, 64  # beyond these no maker numbers women's clothes
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
    it = number - FROM_IT[system]
    if not _LEAST_IT <= it <= _MOST_IT:
        raise BadInput(f"{number} is no women's size of the {system.upper()} scale.")
    if rows[0].it <= it <= rows[-1].it:
        row = next(row for row in rows if row.it >= it)
        return _label_ruling(system, number, row)
    numbers = {name: it + shift for name, shift in FROM_IT.items()}
    return ruling(
        "H-L3 SIZE-12",
        "trade",
        "{scale} {number} 超出本店尺码表（IT {smallest}–{largest}）。按行业惯例约为 IT {it}，FR "
        "{fr}，DE {de}，UK {uk}，US {us}，请以厘米为准。",
        "{scale} {number} is outside our chart (IT {smallest}–{largest}). By the trade's rule it "
        "is about IT {it}, FR {fr}, DE {de}, UK {uk}, US {us}; please go by the centimetres.",
        scale=SYSTEMS[system],
        number=number,
        smallest=rows[0].it,
        largest=rows[-1].it,
        **numbers,
    )


def eu_dress(number: Decimal) -> Ruling:
    """'EU 38' on clothes: three countries mean three sizes. `values`: it_if_de, it_if_fr, it_if_it.

    Usually the German scale is meant, so that reading is named first.
    """
    require_positive(number, "A size")
    return ruling(
        "SIZE-14 H-L3",
        "trade",
        "衣服上的 EU {number} 多指德国码：DE {number} 对应 IT {it_if_de}。若是法国码 FR {number} "
        "则为 IT {it_if_fr}，意大利码就是 IT {it_if_it}；请问是哪一国的尺码？",
        "EU {number} on clothes usually means the German scale: DE {number} is IT {it_if_de}. "
        "French {number} is IT {it_if_fr} and Italian {number} is IT {it_if_it}; which is yours?",
        number=number,
        it_if_de=number - FROM_IT["de"],
        it_if_fr=number - FROM_IT["fr"],
        it_if_it=number,
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
    answer = ruling(
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
    it = up_to_step(value / 2, Decimal(2))
    if name != "bust" or not _LEAST_IT <= it <= _MOST_IT:
        return answer
    return answer.then(_by_the_trade(it))


def _by_the_trade(it: Decimal) -> Ruling:
    """The number is half the bust (SIZE-12), for a body that the house's chart doesn't reach."""
    return ruling(
        "SIZE-12",
        "trade",
        "按行业惯例约为 IT {formula_it}，FR {formula_fr}，DE {formula_de}，UK {formula_uk}，"
        "US {formula_us}，请以厘米为准。",
        "By the trade's rule it is about IT {formula_it}, FR {formula_fr}, DE {formula_de}, "
        "UK {formula_uk}, US {formula_us}; please go by the centimetres.",
        **{f"formula_{name}": it + shift for name, shift in FROM_IT.items()},
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
        scale=SYSTEMS[system],
        number=number,
        **row.model_dump(),
    )
