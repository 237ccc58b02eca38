"""Shoes: which scale a shopper named, or how long her foot is."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import FEET_AND_INCHES, centimetres, wanted_systems
from agents.recognisers.old_numbers import OLD_CHINESE, old_number
from agents.recognisers.reading import Reading, Recogniser, gender
from agents.recognisers.shoe_labels import MM_FROM, shoe_given, shoe_named, worn_said
from agents.recognisers.words import MEN
from shop.rulings import Ruling
from shop.sizing.lasts import (
    eu_of_last,
    labels_of_foot,
    last_length,
    uk_of_last,
)
from shop.sizing.shoes import between_sizes, shoe_size

_SIZE = (
    r"\bsizes?\b|\bfits?\b|\bwhich\b|\bconvert|\bequal|\bsame as\b|\bin (?:eu|us|uk|it|fr"
    r"|de|cn|jp)"
    r"|码|号|多大|几码|尺寸|对应|等于|换算|换成|拿|穿"
)
_LAST = (
    r"\blasts? (?:length|of)\b|\bon an? last\b|\bthe last is\b|鞋?楦"
    r"|\d ?-?(?:cm|mm|in(?:ch(?:es)?)?)(?: shoe)? last\b|\blast\b.{0,12}\d ?(?:cm|in(?:ch)?)\b"
)
_BY_FOOT = ("JP", "KR", "CN")  # scales that are the length of the foot
_HOW_LONG = (
    r"脚长.{0,4}(?:多少|几)|多长的?脚|多少(?:厘米|公分|毫米)|几(?:厘米|公分|毫米)"
    r"|how long.{0,12}foot|foot (?:length )?(?:in|is (?:it|that))|\bin cm\b"
)
_BETWEEN = re.compile(
    r"(?<![\d.])(3\d(?:\.5)?|4[0-8](?:\.5)?)\D{0,4}(?:and|or|和|与|还是|或|到|/|-)\D{0,4}"
    r"(3\d(?:\.5)?|4[0-8](?:\.5)?)(?![\d.])",
    re.IGNORECASE,
)
_OF_CLOTHES = (
    r"衣|裤|衬|西装|西服|夹克|毛衣|羊绒|戒|帽|手套|表|\b(?:jackets?|coats?|suits?|shirts?"
    r"|trousers|jeans"
    r"|chest|waist|collar|neck|rings?|hats?|gloves?|belts?|sweaters?|knit\w*|jumpers?|clothes)\b"
)
_NOT_SHOES = ("jacket", "dress", "knitwear", "bra", "hat", "glove", "ring", "collar")


_GIRTH_STEP = (  # the second figure on a Chinese box
    r"(?<!号)型(?!号)|括号|括弧|\bbracket|\bparenthes"
)
_MENS_SHOE = {"UK": (3, 15), "US": (4, 16), "EU": (38, 43)}  # no jacket or hat is so numbered


def shoes(reading: Reading) -> Ruling | None:
    if not _about_shoes(reading) or _of_the_girth(reading):
        return None
    ways = (old_number, _of_a_last, _labels_by_foot, _between_two, _by_size)
    return next((ruling for way in ways if (ruling := way(reading))), None)


def _of_a_last(reading: Reading) -> Ruling | None:
    """The size of a last in cm or, in inches, by the English rule."""
    length = next(iter(reading.lengths()), None)
    if length is None or not reading.says(_LAST):
        return None
    if length.unit == "in" and not reading.says(r"\bEU\b|欧码"):
        return uk_of_last(length.value)
    return eu_of_last(centimetres(length))


def _labels_by_foot(reading: Reading) -> Ruling | None:
    """A Japanese, Korean or Chinese label in another of the three, or as the foot's length."""
    label = next((size for size in reading.sizes() if size.system in _BY_FOOT), None)
    if label is None or reading.is_of("shoe"):
        return None
    wanted = [s for s in wanted_systems(reading.text) if s != label.system]
    asks = all(s in _BY_FOOT for s in wanted) if wanted else reading.says(_HOW_LONG)
    mm = label.value * 10 if label.value < MM_FROM else label.value
    return labels_of_foot(mm) if asks and 180 <= mm <= 330 else None


def _by_size(reading: Reading) -> Ruling | None:
    given = shoe_given(reading)
    if given is None or (not reading.is_of("shoe") and reading.speaks_of(*_NOT_SHOES)):
        return None
    system, value = given
    labelled = system != "eu" or reading.says(r"\bEU\b|欧码") or worn_said(reading)
    if not labelled and not reading.said(_SIZE + "|foot|脚|last|楦"):
        return None
    if reading.says(r"\blasts?\b(?! (?:year|time|one|day))|楦") and system in ("eu", "foot_cm"):
        return last_length(value) if system == "eu" else eu_of_last(value)
    return shoe_size(reading.books.charts, gender(reading), system, value, shoe_named(reading))


def _between_two(reading: Reading) -> Ruling | None:
    pair, charts = _pair(reading), reading.books.charts
    return between_sizes(charts, gender(reading), *pair, shoe_named(reading)) if pair else None


def _about_shoes(reading: Reading) -> bool:
    if FEET_AND_INCHES.search(reading.text) and reading.says(r"tall|height|身高|in cm|多高"):
        return False
    if reading.is_of("shoe") or reading.speaks_of("shoe", "eu-shoe") or "foot" in reading.body():
        return True
    korean = any(size.system == "KR" for size in reading.sizes())
    return (
        korean
        or reading.said(
            rf"鞋|{OLD_CHINESE}|{_LAST}|\bpumps?\b|loafers?\b|\bheels\b|sneakers?\b|\bboots?\b"
        )
        or _is_a_foot(reading)
        or _is_a_mans(reading)
        or _is_a_womans(reading)
    )


def _of_the_girth(reading: Reading) -> bool:
    """'What is the 2 in 240(2)' asks of the step of girth; '240(2) in EU' of the length."""
    return reading.says(_GIRTH_STEP) and not wanted_systems(reading.text)


def _is_a_womans(reading: Reading) -> bool:
    """'A women's US 8.5': dresses have no halves, and rings nobody's."""
    halves = (size.value % 1 for size in reading.sizes() if size.system in ("US", "UK", "EU"))
    of_hers = reading.says(r"\bwom[ae]n'?s?\b|\bfemale\b|\blad(?:y|ies)\b|女(?:码|款|士|生)?")
    others = reading.speaks_of(*_NOT_SHOES) or reading.is_of("ring", "dress")
    return of_hers and not others and any(halves)


def _is_a_mans(reading: Reading) -> bool:
    """'Dad's a UK 9, what US': a number that of a man can only be his shoe."""
    if not reading.said(MEN) or reading.speaks_of(*_NOT_SHOES) or reading.says(_OF_CLOTHES):
        return False
    named = [size for size in reading.sizes() if size.system in _MENS_SHOE]
    asked = wanted_systems(reading.text) or reading.says(_SIZE)
    within = (_MENS_SHOE[s.system][0] <= s.value <= _MENS_SHOE[s.system][1] for s in named)
    return bool(named and asked and all(within))


def _is_a_foot(reading: Reading) -> bool:
    """'JP 26.5', 'Chinese 245': a label that can only be of a shoe."""
    return any(
        size.system in _BY_FOOT
        and ((Decimal("20") < size.value < 32 and size.value % 1) or MM_FROM <= size.value < 320)
        for size in reading.sizes()
    )


def _pair(reading: Reading) -> tuple[Decimal, Decimal] | None:
    """'between 38 and 38.5'."""
    found = _BETWEEN.search(reading.text)
    if found is None or not reading.says(r"between|之间|还是|\bor\b|介于|纠结"):
        return None
    low, high = sorted((Decimal(found[1]), Decimal(found[2])))
    return (low, high) if low < high else None


SHOES: tuple[Recogniser, ...] = (shoes,)
