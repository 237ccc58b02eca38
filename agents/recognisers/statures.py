"""Height and weight: what they cannot decide of a piece, or the same in other units."""

from __future__ import annotations

from decimal import Decimal

from agents.measures import FEET_AND_INCHES, BodyWeight, body_weight, stature
from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.tailoring import TO_CM
from agents.recognisers.words import KNITTED, MEN
from shop.products import SizeChart
from shop.rulings import Ruling
from shop.sizing.statures import size_needs
from shop.sizing.units import convert_body_weight, height_to_cm, kilograms

_MEASURES = {"bust", "waist", "hip", "chest", "foot", "finger"}
_DRESS = r"\bdress(?:es)?\b|\bgown\b|裙"
_SHOE = r"\bshoes?\b|\bheels\b|\bpumps?\b|\bloafers?\b|鞋"
_WORN = r"穿|[几啥什么]码|\bfits?\b|\bwear\b|\bsiz(?:e|es|ing)\b|码"  # a weight alone decides none
_HOW_LONG = r"\bhow long is\b|\blength of\b|\bwhat length\b|多长|裙长|衣长"
_FITS = r"[几啥]码|多大|什么码|哪个码|尺码|穿|合适|size|\bfits?\b|which|take|wear|$"


def statures(reading: Reading) -> Ruling | None:
    """Which measure decides the size of what is spoken of; else her figures in other units."""
    height, weight = stature(reading.text), body_weight(reading.text)
    if (height is None and weight is None) or reading.says(_HOW_LONG):
        return None
    chart = _chart(reading) if reading.says(_FITS) and not _MEASURES & set(reading.body()) else None
    if chart:
        return size_needs(chart, height, kilograms(weight.value, weight.unit) if weight else None)
    if weight and not reading.says(r"gold|黄金|银|克|包|羊绒衫|kg bag") and not reading.said(_WORN):
        return _converted(reading, weight)
    feet = FEET_AND_INCHES.search(reading.text)
    if feet and reading.says(TO_CM) and not _MEASURES & set(reading.body()):
        return height_to_cm(Decimal(feet[1]), Decimal(feet[2] or 0))
    return None


def _chart(reading: Reading) -> SizeChart | None:
    """The chart of the piece, else of the kind of thing, now or just before."""
    if reading.piece is not None:
        return reading.piece.size_chart
    if reading.speaks_of("dress") or reading.said(_DRESS):
        return "womens_rtw"
    kinds: tuple[tuple[SizeChart, str], ...] = (
        ("knitwear", KNITTED), ("mens_shoes" if reading.said(MEN) else "womens_shoes", _SHOE),
    )  # fmt: skip
    named = (chart for chart, names in kinds if reading.said(names))
    return next(named, None) if reading.said(_WORN) else None


def _converted(reading: Reading, weight: BodyWeight) -> Ruling | None:
    in_kg = weight.unit == "kg"
    asks = r"换算|等于|多少斤|几斤|convert|\bin (?:jin|kg|kilos?)"
    if weight.unit != "jin" and not reading.says(asks):
        return None
    return convert_body_weight(weight.value, weight.unit, "jin" if in_kg else "kg")


STATURES: tuple[Recogniser, ...] = (statures,)
