"""Sizes: which chart a question is about, and the measure or label to look up in it."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import BodyMeasure, NamedSize, letter_size, wanted_systems
from agents.recognisers.reading import Reading, Recogniser
from shop.products import Gender
from shop.rulings import Ruling
from shop.sizing.accessories import (
    belt_from_trousers,
    bracelet,
    gloves_from_hand,
    gloves_from_number,
    hat,
    strap_fits,
    wrist_fits,
)
from shop.sizing.body_labels import dress_from_chinese, dress_from_japanese, hao_xing
from shop.sizing.clothing import (
    DressSystem,
    Measure,
    dress_from_body,
    dress_from_label,
    eu_dress,
)
from shop.sizing.knitwear import knitwear_from_bust, knitwear_letter
from shop.sizing.lasts import last_length
from shop.sizing.rings import RingSystem, hong_kong_ring, ring_size
from shop.sizing.shoes import ShoeSystem, shoe_size
from shop.sizing.tailoring import (
    collar_from_cm,
    collar_from_inches,
    jacket_from_chest,
    jacket_from_label,
    trousers_from_cm,
    trousers_from_inches,
)
from shop.sizing.underwear import bra_from_label, bra_from_measures
from shop.sizing.units import CM_PER_INCH, chi_to_cm

_MEN = r"\b(?:men'?s?|male|husband|boyfriend|dad|father|his|he)\b|男|老公|先生|爸|他"
_SIZE = (
    r"\bsizes?\b|\bfits?\b|\bwhich\b|\bconvert|\bequal|\bsame as\b|\bin (?:eu|us|uk|it|fr|de|cn|jp)"
    r"|码|号|多大|几码|尺寸|对应|等于|换算|换成|拿|穿"
)
_HAO_XING = re.compile(r"\b(1[4-9]\d/\d{2,3}[YABC]?)\b", re.IGNORECASE)
_UK_RING = re.compile(r"\bUK\s*(?:ring\s*)?(?:size\s*)?([A-Z](?:\s?½|\s?1/2)?)(?![A-Za-z0-9])")
_CHI = re.compile(r"(\d|[一二两三四])\s*尺\s*(\d|[一二三四五六七八九])?\s*寸?")
_NUMERALS = {
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_DRESS_SYSTEMS: dict[str, DressSystem] = {
    "IT": "it", "FR": "fr", "DE": "de", "UK": "uk", "US": "us",
}  # fmt: skip
_SHOE_SYSTEMS: dict[str, ShoeSystem] = {
    "EU": "eu", "UK": "uk", "US": "us", "JP": "jp_cm", "KR": "kr_mm", "FR": "eu", "IT": "eu",
    "": "eu",
}  # fmt: skip
_RING_SYSTEMS: dict[str, RingSystem] = {
    "EU": "eu", "FR": "eu", "US": "us", "JP": "jp", "IT": "it", "": "eu",
}  # fmt: skip


def _cm(measure: BodyMeasure, in_mm_from: int = 1000) -> Decimal:
    """A measure in cm; a bare number of `in_mm_from` or more can only be millimetres."""
    if measure.unit == "in":
        return measure.value * CM_PER_INCH
    if measure.unit == "mm" or (not measure.unit and measure.value >= in_mm_from):
        return measure.value / 10
    return measure.value


def _gender(reading: Reading) -> Gender:
    if reading.piece and reading.piece.gender:
        return reading.piece.gender
    return "men" if reading.said(_MEN) else "women"


def shoes(reading: Reading) -> Ruling | None:
    if not (
        reading.is_of("shoe") or reading.speaks_of("shoe", "eu-shoe") or "foot" in reading.body()
    ):
        return None
    given = _shoe_given(reading)
    if given is None:
        return None
    system, value = given
    labelled = system != "eu" or reading.says(r"\bEU\b|欧码")
    if not labelled and not reading.said(_SIZE + "|foot|脚|last|楦"):
        return None
    if system == "eu" and reading.says(r"\blasts?\b|楦"):
        return last_length(value)
    piece = reading.piece if reading.is_of("shoe") else None
    return shoe_size(reading.books.charts, _gender(reading), system, value, piece)


def _shoe_given(reading: Reading) -> tuple[ShoeSystem, Decimal] | None:
    foot = reading.body().get("foot")
    if foot is not None and not (foot.unit == "" and Decimal(30) < foot.value < 60):
        return "foot_cm", _cm(foot, in_mm_from=100)
    millimetres = re.search(r"(?<!\d)(2[0-9][05])(?!\d)", reading.text)
    if millimetres and not re.search(r"KR|韩", reading.text):
        return "cn_mm", Decimal(millimetres[1])
    for size in reading.sizes():
        return _shoe_label(reading, size)
    feet = [m for m in reading.lengths() if 18 <= _cm(m) <= 34]  # a heel is no foot
    return ("foot_cm", _cm(feet[0])) if feet else None


def _shoe_label(reading: Reading, size: NamedSize) -> tuple[ShoeSystem, Decimal]:
    chinese = size.system == "CN" or (
        size.system == "" and reading.said(r"国内|中国|国产|旧码|老码|\bchinese\b|\bchina\b")
    )
    if chinese:
        return ("cn_mm" if size.value >= 200 else "old_cn"), size.value
    if size.value >= 200:
        return "kr_mm", size.value
    return _SHOE_SYSTEMS.get(size.system, "eu"), size.value


def clothes(reading: Reading) -> Ruling | None:
    """Women's ready-to-wear, by body, by national label, by Chinese or Japanese number."""
    if reading.piece and reading.piece.size_chart != "womens_rtw":
        return None
    body = _rtw_body(reading)
    if body and not reading.said(_MEN) and not reading.speaks_of("knitwear", "bra", "belt"):
        return dress_from_body(reading.books.charts, body, reading.piece)
    return _clothes_label(reading)


def _rtw_body(reading: Reading) -> dict[Measure, Decimal]:
    found = reading.body()
    parts: tuple[Measure, ...] = ("bust", "waist", "hip")
    body = {part: _cm(found[part]) for part in parts if part in found}
    plain = re.search(r"(?<!\d)(\d{2,3})[-/ ](\d{2,3})[-/ ](\d{2,3})(?!\d)", reading.text)
    if not body and plain and reading.piece:
        body = {part: Decimal(n) for part, n in zip(parts, plain.groups(), strict=True)}
    return body


def _clothes_label(reading: Reading) -> Ruling | None:
    chinese = _HAO_XING.search(reading.text)
    if chinese:
        return _chinese_label(reading, chinese[1])
    if reading.said(_MEN) or reading.speaks_of("shoe", "ring", "ring-size", "hat", "glove"):
        return None
    labels = (_national_label(reading, size) for size in reading.sizes())
    return next((label for label in labels if label is not None), None)


def _chinese_label(reading: Reading, label: str) -> Ruling:
    if reading.is_of("dress") or wanted_systems(reading.text):
        return dress_from_chinese(reading.books.charts, label)
    return hao_xing(label, "men" if reading.said(_MEN) else "women")


def _national_label(reading: Reading, size: NamedSize) -> Ruling | None:
    charts = reading.books.charts
    of_a_dress = reading.is_of("dress") or reading.speaks_of("dress")
    if size.system == "EU":
        return eu_dress(charts, size.value) if of_a_dress else None
    if size.system == "JP":
        return dress_from_japanese(charts, str(size.value))
    if size.system in ("IT", "FR", "DE") or (size.system in ("UK", "US") and of_a_dress):
        return dress_from_label(charts, _DRESS_SYSTEMS[size.system], size.value)
    return None


def knitwear(reading: Reading) -> Ruling | None:
    if not (reading.is_of("knitwear") or reading.speaks_of("knitwear")):
        return None
    bust = reading.body().get("bust") or reading.body().get("chest")
    if bust:
        return knitwear_from_bust(reading.books.charts, _cm(bust))
    letter = letter_size(reading.text)
    return knitwear_letter(reading.books.charts, letter) if letter else None


def rings(reading: Reading) -> Ruling | None:
    body = reading.body()
    is_ring = reading.is_of("ring") or reading.speaks_of("ring", "ring-size")
    if not (is_ring or "finger" in body):
        return None
    charts = reading.books.charts
    for part, system in (("diameter", "diameter_mm"), ("finger", "circumference_mm")):
        if part in body:
            return ring_size(charts, system, _cm(body[part], in_mm_from=10) * 10)  # type: ignore[arg-type]  # the pairs above are RingSystems
    british = _UK_RING.search(reading.question.text)
    if british:
        return ring_size(charts, "uk", british[1])
    for size in reading.sizes():
        if size.system == "HK":
            return hong_kong_ring(size.value)
        if size.system in _RING_SYSTEMS:
            return ring_size(charts, _RING_SYSTEMS[size.system], size.value)
    return _ring_by_length(reading)


def _ring_by_length(reading: Reading) -> Ruling | None:
    for length in reading.lengths():
        around = _cm(length, in_mm_from=10) * 10
        if 40 <= around <= 75:
            return ring_size(reading.books.charts, "circumference_mm", around)
        if 13 <= around <= 23:
            return ring_size(reading.books.charts, "diameter_mm", around)
    return None


def hats(reading: Reading) -> Ruling | None:
    head = reading.body().get("head")
    if head:
        return hat("cm", _cm(head))
    if not reading.speaks_of("hat"):
        return None
    for size in reading.sizes():
        if size.system in ("US", "UK") and size.value < 10:
            return hat("us" if size.system == "US" else "uk", _eighths(reading.text) or size.value)
        if 50 <= size.value <= 66:
            return hat("cm", size.value)
    centimetres = [m for m in reading.lengths() if 50 <= _cm(m) <= 66]
    return hat("cm", _cm(centimetres[0])) if centimetres else None


def _eighths(text: str) -> Decimal | None:
    """A hat size with its fraction: '7 1/4'."""
    found = re.search(r"\b([5-8])\s+([1357])/([248])\b", text)
    return Decimal(found[1]) + Decimal(found[2]) / Decimal(found[3]) if found else None


def gloves(reading: Reading) -> Ruling | None:
    hand = reading.body().get("hand")
    if hand:
        return gloves_from_hand(_cm(hand))
    if not reading.speaks_of("glove"):
        return None
    number = next((s.value for s in reading.sizes() if 5 <= s.value <= 12), None)
    return gloves_from_number(number) if number else None


def bras(reading: Reading) -> Ruling | None:
    body = reading.body()
    if "underbust" in body and "bust" in body:
        return bra_from_measures(_cm(body["underbust"]), _cm(body["bust"]))
    if not (reading.speaks_of("bra") or reading.says(r"(?-i:\d\s?[A-H]{1,3}\b)|胸衣|cup")):
        return None
    for cup in reading.cups():
        system = (
            "eu"
            if cup.band >= 60
            else "us"
            if re.search(r"(?i)\bUS\b|美", _before(reading, cup.band))
            else "uk"
        )
        return bra_from_label(system, Decimal(cup.band), cup.letter)  # type: ignore[arg-type]  # one of the three literals
    return None


def _before(reading: Reading, band: int) -> str:
    return reading.text.split(str(band))[0][-8:]


def tailoring(reading: Reading) -> Ruling | None:
    body = reading.body()
    if "neck" in body or reading.speaks_of("collar"):
        return _collar(reading)
    if "chest" in body or (reading.speaks_of("jacket") and "bust" in body):
        return jacket_from_chest(_cm(body.get("chest") or body["bust"]))
    if reading.speaks_of("jacket"):
        for size in reading.sizes():
            system = "uk_us" if size.system in ("UK", "US") else "eu"
            return jacket_from_label(system, size.value)  # type: ignore[arg-type]  # a JacketSystem
    return None


def _collar(reading: Reading) -> Ruling | None:
    neck = reading.body().get("neck")
    for measure in [neck] if neck else reading.lengths():
        if measure.unit == "in" or (not measure.unit and measure.value < 25):
            return collar_from_inches(measure.value)
        return collar_from_cm(_cm(measure))
    return None


def waists(reading: Reading) -> Ruling | None:
    """Belts, trousers, and waists in 尺."""
    chi = _CHI.search(reading.text)
    if chi:
        return chi_to_cm(_numeral(chi[1]), _numeral(chi[2] or "0"))
    waist = reading.body().get("waist")
    if waist is None:
        return None
    if reading.speaks_of("belt"):
        return belt_from_trousers(waist.value if waist.value < 50 else _cm(waist) / CM_PER_INCH)
    if reading.says(r"trouser|pants|jeans|裤"):
        inches = waist.unit == "in" or (not waist.unit and waist.value < 50)
        return trousers_from_inches(waist.value) if inches else trousers_from_cm(_cm(waist))
    return None


def _numeral(text: str) -> Decimal:
    return Decimal(_NUMERALS.get(text, text))


def wrists(reading: Reading) -> Ruling | None:
    body = reading.body()
    if reading.is_of("watch") and reading.piece:
        around = body.get("wrist") or body.get("hand")  # 手围 is said of both
        if around:
            return wrist_fits(reading.piece, _cm(around, in_mm_from=60) * 10)
        strap = [m for m in reading.lengths() if m.unit == "mm" and m.value <= 30]
        if strap and reading.says(r"strap|band|lug|表带|表耳"):
            return strap_fits(reading.piece, strap[0].value)
    if "wrist" in body and reading.speaks_of("bracelet"):
        return bracelet(_cm(body["wrist"], in_mm_from=60))
    return None


SIZES: tuple[Recogniser, ...] = (
    bras, wrists, hats, gloves, rings, knitwear, tailoring, waists, shoes, clothes,
)  # fmt: skip
