"""What a shopper said of her foot or of the shoes she wears: the scale, and the figure on it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from agents.measures import NamedSize, centimetres
from agents.measures.feet import longer_foot
from agents.recognisers.reading import Reading
from shop.products import Product
from shop.sizing.shoes import ShoeSystem

MILLIMETRES = re.compile(r"(?<![\d.])(2[0-9][05])(?!\d)")
MM_FROM = 200  # a figure from here on is a foot in millimetres
_SHORTEST, _LONGEST = 10, 36  # cm of a foot; '6 foot and 80 kg' tells none
_SHOE_SYSTEMS: dict[str, ShoeSystem] = {
    "EU": "eu", "UK": "uk", "US": "us", "JP": "jp_cm", "KR": "kr_mm", "FR": "eu", "IT": "eu",
    "": "eu",
}  # fmt: skip
_WORN = re.compile(
    r"(?:穿|平时|一般|通常|wear|usually|normally|take|i'?m|am|size|(?:who|he|she)(?:'s"
    r"| is))\D{0,10}(3[4-9](?:\.5)?"
    r"|4[0-8](?:\.5)?)(?![\d.])"
    r"|(?<![\d.])(3[4-9](?:\.5)?|4[0-8](?:\.5)?)[码号]?(?:是)?我?(?:平时|一般|通常)(?:就)?(?:在)?穿",
    re.IGNORECASE,
)


def shoe_named(reading: Reading) -> Product | None:
    """The piece of ours that is spoken of, if it is a shoe."""
    return reading.piece if reading.is_of("shoe") else None


def shoe_given(reading: Reading) -> tuple[ShoeSystem, Decimal] | None:
    """What was said of the foot or the label, the surest first."""
    ways = (_longer_foot, _foot_said, _label_said, _length_said, worn_said)
    said_now = replace(reading, earlier=())  # 'and if I usually wear 42' after a foot of 27.3 cm
    return next((given for by in (said_now, reading) for way in ways if (given := way(by))), None)


def worn_said(reading: Reading) -> tuple[ShoeSystem, Decimal] | None:
    """The size she wears, where a shoe of ours is named; the house counts in EU."""
    worn = _WORN.search(reading.text) if shoe_named(reading) else None
    return ("eu", Decimal(worn[1] or worn[2])) if worn else None


def _longer_foot(reading: Reading) -> tuple[ShoeSystem, Decimal] | None:
    longer = longer_foot(reading.text)  # SIZE-08
    return ("foot_cm", longer) if longer else None


def _foot_said(reading: Reading) -> tuple[ShoeSystem, Decimal] | None:
    """The foot's length; 'CN 275' of a foot is a label, which the house's table prints."""
    chinese = next((s for s in reading.sizes() if s.system == "CN" and s.value >= MM_FROM), None)
    foot = reading.body().get("foot")
    if chinese is not None:
        return "cn_mm", chinese.value
    if foot is None or (foot.unit == "" and Decimal(30) < foot.value < 60):
        return None
    cm = centimetres(foot, in_mm_from=100)
    return ("foot_cm", cm) if _SHORTEST <= cm <= _LONGEST else None


def _label_said(reading: Reading) -> tuple[ShoeSystem, Decimal] | None:
    millimetres = MILLIMETRES.search(reading.text)
    if millimetres and not reading.says("KR|韩|korean"):
        return "cn_mm", Decimal(millimetres[1])
    labels = [size for size in reading.sizes() if size.system or size.value >= 30]
    return _shoe_label(reading, labels[0]) if labels else None


def _length_said(reading: Reading) -> tuple[ShoeSystem, Decimal] | None:
    feet = [m for m in reading.lengths() if 18 <= centimetres(m) <= 34]  # a heel is no foot
    return ("foot_cm", centimetres(feet[0])) if feet else None


def _shoe_label(reading: Reading, size: NamedSize) -> tuple[ShoeSystem, Decimal]:
    chinese = size.system == "CN" or (
        size.system == "" and reading.ever_said(r"国内|中国|国产|旧码|老码|\bchinese\b|\bchina\b")
    )
    if chinese:
        return ("cn_mm" if size.value >= MM_FROM else "old_cn"), size.value
    if size.value >= MM_FROM:
        return "kr_mm", size.value
    return _SHOE_SYSTEMS.get(size.system, "eu"), size.value
