"""Measures of a body, and any number with a unit of length."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from agents.measures.spelling import (
    NUMBER,
    OTHER,
    UNIT,
    decimal_of,
    digit,
    normal,
    numeral,
    unit_of,
)
from shop.figures import rounded
from shop.sizing.units import CM_PER_INCH

Body = Literal[
    "bust", "underbust", "waist", "hip", "chest", "foot", "head", "hand", "finger", "diameter",
    "wrist", "neck", "height",
]  # fmt: skip

_BODY: dict[Body, tuple[str, str]] = {  # what shoppers call it in Chinese and in English
    "underbust": (r"(?<!上)下胸围?(?!差)|底围|下围(?!差)", r"under ?bust|band measures"),
    "bust": (r"上胸围?|胸(?![针花衣罩]|围?差)围?", r"bust"),
    "chest": (r"(?!)", r"chest"),
    "waist": (r"腰(?![带包封])围?", r"waist"),
    "hip": (r"臀围?", r"hips?"),
    "foot": (
        r"脚长|脚量(?:出来)?|量过?脚|脚(?![踝链环垫跟凳])",
        r"(?<!\d )(?<!\d)(?<!\d-)foot(?: length)?|foots|(?<!\d )(?<!\d)feets?",
    ),
    "head": (r"头围", r"head(?: circumference)?"),
    "hand": (r"手围|掌围", r"hand(?: girth)?|knuckles"),
    "diameter": (r"(?:内)?直径|内径", r"diameter"),
    "finger": (r"指围|手指(?:一圈|围)?|戒围", r"finger|circumference"),
    "wrist": (r"腕围|手腕", r"wrists?"),
    "neck": (r"领围|颈围|脖围|脖子", r"neck|collar"),
    "height": (r"身高", r"(?<!heel )height"),
}
_LENGTH = re.compile(  # 'in' is also a word: '3 in stock', 'a 38 in EU'
    rf"(?<![\d.]){NUMBER}\s*(cm|厘米|公分|mm|毫米|inch(?:es)?\b|英寸|(?<=\d)in\b"
    r"|in\b(?=\s*(?:$|[^\w\s]|long|wide|high|tall|deep|across|around|foot|feet|what|which|size)))",
    re.IGNORECASE,
)
_FILLER = r"[^\d\n。；;？?!]{0,20}?"
_PART_FIRST = re.compile(
    r"[^\d]*\b(?:under ?bust|bust|waist|hips?|chest|foot|head|wrist|finger)\b", re.IGNORECASE
)
_PART_LAST = re.compile(
    r"(\d{2,3}(?:\.\d)?\s?(?:cm|mm|in(?:ch(?:es)?)?)?) "
    r"(?:(?:a?round|across|on|at|over) )?(?:(?:the|my|her|his) )?"
    r"(bust|waist|hips?|chest|foot|head|wrist|finger)\b",
    re.IGNORECASE,
)
_PART_LAST_ZH = re.compile(
    r"(\d{2,3}(?:\.\d)?\s?(?:cm|厘米|公分|mm|毫米)?)的(胸围|腰围|臀围|头围|腕围|指围|脚长)"
)
_MOST_INCHES = 62  # around a body: '97.5 in the jumper' is of centimetres


_SHORTEST, _TALLEST = 140, 215  # cm, of a grown person
_GIRTHS, _WIDEST = ("bust", "waist", "hip", "chest"), 65  # inches; more can only be cm
_INCHES = ("in", "寸")  # of a body, 寸 is said for inches; in 尺 it is read by the recogniser
_METRES = re.compile(
    r"(?<![\d.])([12一二])\s*(?:米|m(?![A-Za-z]))\s*(?:([零〇一二三四五六七八九\d]{1,2})"
    r"|(半))(?!\d)"
    r"|(?<![\d.])([12])\.(\d{1,2})\s*(?:m(?![A-Za-z²2])|米|公尺)",
    re.IGNORECASE,
)
FEET_AND_INCHES = re.compile(
    r"(?<![\d.])([4-6])\s*(?:'|′|’|ft\.?|foot|feet|英尺)\s*(\d{1,2})?\s*(?:\"|″|”|'')?(?![\d.])",
    re.IGNORECASE,
)
_TALL = re.compile(
    r"身高\D{0,6}(1[3-9]\d|20\d)(?!\d)"
    r"|(?<!\d)(1[3-9]\d|20\d)\s*(?:cm|厘米|公分)?\s*(?:tall|高(?!腰|跟)|的?个子|身高)"
    r"|(?<!\d)(1[4-9]\d|20\d)\s*(?:cm|厘米"
    r"|公分)?[\s/，,、]{1,3}(?:and )?(?=\d{2,3}(?:\.\d)?\s*(?:斤|公斤"
    r"|千克|kgs?(?![A-Za-z])|kilos?))"
    r"|(?<![A-Za-z])(?:height|tall)\D{0,8}(1[3-9]\d|20\d)(?!\d)",
    re.IGNORECASE,
)
_WEIGHT = re.compile(
    r"(?<![\d.])(\d{2,3}(?:\.\d)?)\s*(斤|公斤|千克|kgs?(?![A-Za-z])|kilos?|lbs?(?![A-Za-z])"
    r"|pounds?|磅)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class BodyMeasure:
    """`unit` is 'cm', 'mm', 'in', '寸' or '' when none was written."""

    part: Body
    value: Decimal
    unit: str = ""

    def in_inches(self, bare_below: int = 0) -> bool:
        """Whether inches are meant; a bare number below `bare_below` can only be inches."""
        if self.unit == "in" and self.part in _GIRTHS and self.value > _WIDEST:
            return False  # 'bust 88 in the sweater'
        return self.unit in _INCHES or (not self.unit and self.value < bare_below)


@dataclass(frozen=True, slots=True)
class BodyWeight:
    value: Decimal
    unit: Literal["kg", "jin", "lb"]


def centimetres(measure: BodyMeasure, in_mm_from: int = 1000) -> Decimal:
    """A measure in cm; a bare number of `in_mm_from` or more can only be millimetres.

    Inches are rounded to 0.1 cm, as tape measures are read.
    """
    if measure.in_inches():
        return rounded(measure.value * CM_PER_INCH, "0.1")
    if measure.unit == "mm" or (not measure.unit and measure.value >= in_mm_from):
        return measure.value / 10
    return measure.value


def millimetres(measure: BodyMeasure, bare_from: int) -> Decimal:
    """A measure in mm; a bare number below `bare_from` can only be centimetres."""
    if measure.in_inches():
        return rounded(measure.value * CM_PER_INCH * 10, "0.1")
    return centimetres(measure, in_mm_from=bare_from) * 10


def stature(text: str) -> Decimal | None:
    """A height in cm: '一米六五', '1.65m', '165cm tall', '身高165', '5'6"', '5 foot 6'."""
    folded = normal(text)
    if metric := _METRES.search(folded):
        metres, rest, half = metric[1] or metric[4], metric[2] or metric[5], metric[3]
        tail = "5" if half else "".join(c if c.isdigit() else digit(c) for c in rest or "")
        return _plausible(numeral(metres) * 100 + Decimal(tail.ljust(2, "0")))
    if feet := FEET_AND_INCHES.search(folded):
        return rounded((Decimal(feet[1]) * 12 + Decimal(feet[2] or 0)) * CM_PER_INCH)
    found = _TALL.search(folded)
    return Decimal(next(n for n in found.groups() if n)) if found else None


def body_weight(text: str) -> BodyWeight | None:
    """The weight of a person as she says it: '104斤', '52公斤', '52 kg', '115 lbs'."""
    found = _WEIGHT.search(normal(text))
    if found is None:
        return None
    unit = found[2].lower()
    return BodyWeight(
        Decimal(found[1]), "jin" if unit == "斤" else "lb" if unit[0] in "lp磅" else "kg"
    )


def body_measures(text: str) -> list[BodyMeasure]:
    """Body measures named in the text, one for each part, in the order of `_BODY`."""
    rest, found = _part_first(normal(text)), []
    for part, names in _BODY.items():
        pattern = _measured(*names)
        match = pattern.search(rest)
        if match:
            value, unit = decimal_of(match[1]), unit_of(match[2])
            unit = "" if unit == "in" and value > _MOST_INCHES else unit
            found.append(BodyMeasure(part, value, unit))
            rest = rest[: match.start()] + " " * len(match.group()) + rest[match.end() :]
    return found


@cache
def _measured(chinese: str, english: str) -> re.Pattern[str]:
    """Latin words end where Latin letters do: shoppers write '我的foot是24.5'."""
    names = rf"{chinese}|(?<![A-Za-z])(?:{english})(?![A-Za-z])"
    number = rf"{NUMBER}(?![\d.]*\d)\s*{UNIT}(?!\s*(?:尺|{OTHER}))"
    no_label = "(?<!IT )(?<!EU )(?<!US )(?<!UK )(?<!FR )(?<!DE )"
    return re.compile(rf"(?:{names}){_FILLER}{no_label}{number}", re.IGNORECASE)


def _part_first(text: str) -> str:
    """'87.5 bust' said as 'bust 87.5', unless the number already has a part before it."""
    text = _PART_LAST_ZH.sub(r"\2\1", text)
    return text if _PART_FIRST.match(text) else _PART_LAST.sub(r"\2 \1", text)


def lengths(text: str) -> list[BodyMeasure]:
    """Every number with a unit of length, whatever it measures; `part` is only a placeholder."""
    return [
        BodyMeasure("foot", decimal_of(m[1]), unit_of(m[2])) for m in _LENGTH.finditer(normal(text))
    ]


def _plausible(cm: Decimal) -> Decimal | None:
    """'1.5m' of a rope or '2m2' of a room is no height."""
    return cm if _SHORTEST <= cm <= _TALLEST else None
