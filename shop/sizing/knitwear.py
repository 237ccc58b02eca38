"""Knitwear by bust (H-L5), and letters, which have no fixed size anywhere (SIZE-19)."""

from __future__ import annotations

from decimal import Decimal

from shop.language import Bilingual
from shop.rulings import Ruling, phrase, require_positive, ruling
from shop.sizing_charts import KnitRow, SizeCharts


def knitwear_from_bust(charts: SizeCharts, bust_cm: Decimal, *, snug: bool = False) -> Ruling:
    """The letter for a bust in cm; between two, the larger for an easy fit, the smaller if `snug`.

    `values`: letter, from_cm, to_cm, and `smaller` (or, if snug, `larger`) when between two;
    outside the table: smallest, largest, from_cm, to_cm of the whole table.
    """
    require_positive(bust_cm, "A bust")
    rows = charts.knitwear
    if not rows[0].from_cm <= bust_cm <= rows[-1].to_cm:
        return _outside(charts, bust_cm)
    at = next(i for i, row in enumerate(rows) if bust_cm <= row.to_cm)
    row = rows[at]
    if bust_cm < row.from_cm and snug:
        return _snug(rows[at - 1], row, bust_cm)
    if bust_cm < row.from_cm:
        return ruling(
            "H-L5",
            "house",
            "胸围 {bust_cm} 厘米介于 {smaller} 与 {letter} 之间，请选大一码 "
            "{letter}（{from_cm}–{to_cm} 厘米），更宽松舒适。",
            "A bust of {bust_cm} cm lies between {smaller} and {letter}; take the larger, {letter} "
            "({from_cm}–{to_cm} cm), for an easy fit.",
            smaller=rows[at - 1].letter,
            bust_cm=bust_cm,
            **row.model_dump(),
        )
    return ruling(
        "H-L5",
        "house",
        "胸围 {bust_cm} 厘米请选 {letter}（{from_cm}–{to_cm} 厘米）。",
        "For a bust of {bust_cm} cm take {letter} ({from_cm}–{to_cm} cm).",
        bust_cm=bust_cm,
        **row.model_dump(),
    )


def knitwear_letter(charts: SizeCharts, letter: str) -> Ruling:
    """The bust one of the house's knitwear letters is for. `values`: letter, from_cm, to_cm."""
    wanted = letter.strip().upper()
    row = next((row for row in charts.knitwear if row.letter == wanted), None)
    if row is None:
        return letter_alone(wanted)
    return ruling(
        "H-L5 SIZE-19",
        "house",
        "本店针织 {letter} 适合胸围 {from_cm}–{to_cm} 厘米。字母码没有统一标准，请以厘米为准。",
        "Our knitwear {letter} is for a bust of {from_cm}–{to_cm} cm. Letters have no common "
        "standard, so please go by the centimetres.",
        **row.model_dump(),
    )


def _snug(smaller: KnitRow, larger: KnitRow, bust_cm: Decimal | None = None) -> Ruling:
    zh = "介于 {letter} 与 {larger} 之间，喜欢贴身请选小一码 {letter}（{from_cm}–{to_cm} 厘米）；"
    en = (
        "{letter} and {larger}: for a close fit take the smaller, {letter} ({from_cm}–{to_cm} cm); "
    )
    given = Bilingual("", "Between ")
    if bust_cm is not None:
        given = phrase("胸围 {cm} 厘米", "A bust of {cm} cm lies between ", cm=bust_cm)
    return ruling(
        "H-L5",
        "house",
        "{given}" + zh + "想宽松则选 {larger}。",
        "{given}" + en + "for an easy one the larger, {larger}.",
        given=given,
        larger=larger.letter,
        **smaller.model_dump(),
    )


def between_letters(
    charts: SizeCharts, one: str, other: str, *, snug: bool = False
) -> Ruling | None:
    """Which of two neighbouring letters to take. None unless both are. `values`: letter, smaller
    (or, if snug, `larger`), from_cm, to_cm (of the letter).
    """
    rows = charts.knitwear
    at = sorted(i for i, row in enumerate(rows) if row.letter in (one.upper(), other.upper()))
    if len(at) != 2 or at[1] - at[0] != 1:  # a pair
        return None
    small, large = rows[at[0]], rows[at[1]]
    if snug:
        return _snug(small, large)
    return ruling(
        "H-L5",
        "house",
        "介于 {smaller} 与 {letter} 之间请选大一码 {letter}（胸围 {from_cm}–{to_cm} 厘米），"
        "更宽松舒适；{smaller} 为 {small_from}–{small_to} 厘米。",
        "Between {smaller} and {letter} take the larger, {letter} (bust {from_cm}–{to_cm} cm), for "
        "an easy fit; {smaller} is {small_from}–{small_to} cm.",
        smaller=small.letter,
        small_from=small.from_cm,
        small_to=small.to_cm,
        **large.model_dump(),
    )


def letter_alone(letter: str) -> Ruling:
    """A letter on a label of anybody's: no standard says what it measures. `values`: letter."""
    return ruling(
        "SIZE-19",
        "none",
        "字母码 {letter} 没有统一标准，各家不同。请告诉我您的胸围、腰围、臀围（厘米），"
        "我按本店尺码表为您选。",
        "The letter {letter} has no fixed size; every maker sets its own. Tell me your bust, waist "
        "and hips in cm and I can choose from our chart.",
        letter=letter.strip().upper(),
    )


def _outside(charts: SizeCharts, bust_cm: Decimal) -> Ruling:
    rows = charts.knitwear
    small = bust_cm < rows[0].from_cm
    side = Bilingual(*(("小于", "below") if small else ("大于", "above")))
    return ruling(
        "H-L5",
        "house",
        "胸围 {bust_cm} 厘米{side}本店针织尺码表：{smallest}–{largest} 适合胸围 {from_cm}–{to_cm} "
        "厘米，没有完全合适的尺码。",
        "A bust of {bust_cm} cm is {side} our knitwear chart: {smallest}–{largest} are for "
        "{from_cm}–{to_cm} cm, so no size fits exactly.",
        side=side,
        bust_cm=bust_cm,
        smallest=rows[0].letter,
        largest=rows[-1].letter,
        from_cm=rows[0].from_cm,
        to_cm=rows[-1].to_cm,
    )
