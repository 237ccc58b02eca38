"""Clothes: body measures and national labels, for women, men and knitwear."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import NamedSize, centimetres, letter_size, wanted_systems
from agents.recognisers.reading import MEN, Reading, Recogniser
from shop.rulings import Ruling
from shop.sizing.accessories import belt_from_trousers
from shop.sizing.body_labels import dress_from_chinese, dress_from_japanese, hao_xing
from shop.sizing.clothing import DressSystem, Measure, dress_from_body, dress_from_label, eu_dress
from shop.sizing.knitwear import knitwear_from_bust, knitwear_letter
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

_HAO_XING = re.compile(r"\b(1[4-9]\d/\d{2,3}[YABC]?)\b", re.IGNORECASE)
_BETWEEN_LETTERS = r"between|介于|之间|\b[SML] (?:and|or) [SMLX]+\b|[SML]和[SMLX]|还是"
_CHI = re.compile(r"(?<!\d)(\d|[一二两三四])\s*尺(?!码|寸)\s*(\d|[一二三四五六七八九])?\s*寸?")
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


def clothes(reading: Reading) -> Ruling | None:
    """Women's ready-to-wear, by body, by national label, by Chinese or Japanese number."""
    if reading.piece and reading.piece.size_chart != "womens_rtw":
        return None
    body = _rtw_body(reading)
    if body and not reading.said(MEN) and not reading.speaks_of("knitwear", "bra", "belt"):
        return dress_from_body(reading.books.charts, body, reading.piece)
    return _clothes_label(reading)


def _rtw_body(reading: Reading) -> dict[Measure, Decimal]:
    found = reading.body()
    parts: tuple[Measure, ...] = ("bust", "waist", "hip")
    body = {part: centimetres(found[part]) for part in parts if part in found}
    plain = re.search(r"(?<!\d)(\d{2,3})[-/ ](\d{2,3})[-/ ](\d{2,3})(?!\d)", reading.text)
    if not body and plain and reading.piece:
        body = {part: Decimal(n) for part, n in zip(parts, plain.groups(), strict=True)}
    return body


def _clothes_label(reading: Reading) -> Ruling | None:
    chinese = _HAO_XING.search(reading.text)
    if chinese:
        return _chinese_label(reading, chinese[1])
    if reading.said(MEN) or reading.speaks_of("shoe", "ring", "ring-size", "hat", "glove"):
        return None
    labels = (_national_label(reading, size) for size in reading.sizes())
    return next((label for label in labels if label is not None), None)


def _chinese_label(reading: Reading, label: str) -> Ruling:
    if reading.is_of("dress") or wanted_systems(reading.text):
        return dress_from_chinese(reading.books.charts, label)
    return hao_xing(label, "men" if reading.said(MEN) else "women")


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
        return knitwear_from_bust(reading.books.charts, centimetres(bust))
    if reading.says(_BETWEEN_LETTERS):
        return None
    letter = letter_size(reading.text)
    return knitwear_letter(reading.books.charts, letter) if letter else None


def bras(reading: Reading) -> Ruling | None:
    body = reading.body()
    if "underbust" in body and "bust" in body:
        return bra_from_measures(centimetres(body["underbust"]), centimetres(body["bust"]))
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
        return jacket_from_chest(centimetres(body.get("chest") or body["bust"]))
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
        return collar_from_cm(centimetres(measure))
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
        is_inches = waist.value < 50
        return belt_from_trousers(waist.value if is_inches else centimetres(waist) / CM_PER_INCH)
    if reading.says(r"trouser|pants|jeans|裤"):
        inches = waist.unit == "in" or (not waist.unit and waist.value < 50)
        return trousers_from_inches(waist.value) if inches else trousers_from_cm(centimetres(waist))
    return None


def _numeral(text: str) -> Decimal:
    return Decimal(_NUMERALS.get(text, text))


CLOTHES: tuple[Recogniser, ...] = (
    bras,
    knitwear,
    tailoring,
    waists,
    clothes,
)
