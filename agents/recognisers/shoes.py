"""Shoes: which scale a shopper named, or how long her foot is."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import NamedSize, centimetres
from agents.recognisers.reading import Reading, Recogniser, gender
from shop.rulings import Ruling
from shop.sizing.lasts import last_length
from shop.sizing.shoes import ShoeSystem, shoe_size

_SIZE = (
    r"\bsizes?\b|\bfits?\b|\bwhich\b|\bconvert|\bequal|\bsame as\b|\bin (?:eu|us|uk|it|fr|de|cn|jp)"
    r"|码|号|多大|几码|尺寸|对应|等于|换算|换成|拿|穿"
)
_SHOE_SYSTEMS: dict[str, ShoeSystem] = {
    "EU": "eu", "UK": "uk", "US": "us", "JP": "jp_cm", "KR": "kr_mm", "FR": "eu", "IT": "eu",
    "": "eu",
}  # fmt: skip

_NOT_SHOES = ("jacket", "dress", "knitwear", "bra", "hat", "glove", "ring", "collar")


def shoes(reading: Reading) -> Ruling | None:
    if not (
        reading.is_of("shoe") or reading.speaks_of("shoe", "eu-shoe") or "foot" in reading.body()
    ):
        return None
    given = _shoe_given(reading)
    if given is None or (not reading.is_of("shoe") and reading.speaks_of(*_NOT_SHOES)):
        return None
    system, value = given
    labelled = system != "eu" or reading.says(r"\bEU\b|欧码")
    if not labelled and not reading.said(_SIZE + "|foot|脚|last|楦"):
        return None
    if system == "eu" and reading.says(r"\blasts?\b|楦"):
        return last_length(value)
    piece = reading.piece if reading.is_of("shoe") else None
    return shoe_size(reading.books.charts, gender(reading), system, value, piece)


def _shoe_given(reading: Reading) -> tuple[ShoeSystem, Decimal] | None:
    foot = reading.body().get("foot")
    if foot is not None and not (foot.unit == "" and Decimal(30) < foot.value < 60):
        return "foot_cm", centimetres(foot, in_mm_from=100)
    millimetres = re.search(r"(?<!\d)(2[0-9][05])(?!\d)", reading.text)
    if millimetres and not re.search(r"KR|韩", reading.text):
        return "cn_mm", Decimal(millimetres[1])
    for size in reading.sizes():
        if size.system or size.value >= 30:
            return _shoe_label(reading, size)
    feet = [m for m in reading.lengths() if 18 <= centimetres(m) <= 34]  # a heel is no foot
    return ("foot_cm", centimetres(feet[0])) if feet else None


def _shoe_label(reading: Reading, size: NamedSize) -> tuple[ShoeSystem, Decimal]:
    chinese = size.system == "CN" or (
        size.system == "" and reading.said(r"国内|中国|国产|旧码|老码|\bchinese\b|\bchina\b")
    )
    if chinese:
        return ("cn_mm" if size.value >= 200 else "old_cn"), size.value
    if size.value >= 200:
        return "kr_mm", size.value
    return _SHOE_SYSTEMS.get(size.system, "eu"), size.value


SHOES: tuple[Recogniser, ...] = (shoes,)
