"""Men's tailoring, trousers, belts, and lengths in 尺 and 寸."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import (
    BodyMeasure,
    body_label,
    centimetres,
    numeral,
)
from agents.measures.spelling import OTHER
from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.words import KNITTED, LETTERED, MEN
from shop.figures import rounded
from shop.rulings import Ruling
from shop.sizing.accessories import belt_from_cm, belt_from_trousers
from shop.sizing.body_labels import hao_xing
from shop.sizing.tailoring import (
    JacketSystem,
    collar_from_cm,
    collar_from_inches,
    jacket_from_chest,
    jacket_from_inches,
    jacket_from_label,
    trousers_from_cm,
    trousers_from_inches,
)
from shop.sizing.units import (
    CM_PER_INCH,
    chi_to_cm,
    cun_to_cm,
)

_CHI = re.compile(
    r"(?<![\d公英华])(\d|[一二两三四五])\s*尺(?!码|寸)\s*(\d(?:\.5)?"
    r"|[一二三四五六七八九])?\s*寸?(半)?"
)
_CHI_DEFINED = re.compile(r"[1一]\s*尺\s*(?:=|是|等于|为|约|合)+\s*33(?:\.\d+)?")
_CUN = re.compile(
    r"(?<!英)(?<![\d.])(\d{1,2}(?:\.5)?|[一二两三四五六七八九])\s*寸(?!照|屏|电视|电脑|笔记本|头)"
)
TO_CM = r"厘米|公分|cm|多长|多少|几公|换算|等于|centim|metric"
_DROP = re.compile(
    r"(?<![\dA-Za-z])(3[2-9]|4\d|5[0-6])\s?-?(R|S|L|regular|short|long)(?![A-Za-z])", re.IGNORECASE
)
_IN_HIS = r"\bin (?:his|her|their|my|your) (?:early |late |mid.?)?[345]0s\b"
_DECADE = r"\b[345]0s\b(?!.{0,24}(?:jacket|suit|blazer|coat))"  # 'a man, 40s'
_JACKET = (
    r"西装|西服|夹克|外套|\bjackets?\b|\bblazers?\b|正装|\bcoat\b"
    r"|\bsuits?\b(?! (?:me|him|her|them|us|you|my|a|the|every|any)\b)"  # not what suits them
)
_ABROAD = (
    r"欧|意大?利?码|英(?:国|码)|美(?:国|码)|法码|德码|国外|换成|换算"
    r"|(?<![A-Za-z])(?:EU|IT|UK|US|DE|FR)(?![A-Za-z])"
    r"|\b(?:europe\w*|italian|british|american|abroad|convert\w*|equivalent)\b"
)
_COLLAR = r"领围|领口|衬衫|\bcollar|\bneck\b|dress shirt"
_TROUSERS = r"trouser|\bpants\b|jeans|chinos|裤"
_TROUSER_LABEL = re.compile(
    r"(?<![\d.])(2[4-9]|3\d|4[0-4])(?:\.5)?\s*(?:码|号|\"|inch(?:es)?|in\b|寸|英寸|腰|waist)"
    r"|(?<![A-Za-z])(?:W|(?-i:US|UK))\s?(2[4-9]|3\d|4[0-4])(?![\d.]*\d)",
    re.IGNORECASE,
)
_BELT = r"腰带|皮带(?!.{0,4}表)|\bbelts?\b"
_BELT_CM = re.compile(  # no price
    rf"(?<![\d.])(?<![€£$¥])(?<![€£$¥]\s)(6[5-9]|[7-9]\d|1[0-3]\d)(?![\d.]*\d)(?!\s*(?:[€£$]|{OTHER}))",
    re.IGNORECASE,
)
_BELT_INCH = re.compile(r"(?<![\d.])(2[4-9]|3\d|4[0-6])(?!\d)")
_UK_BELOW = 44  # a bare jacket number below it is a chest in inches, from it on half a chest in cm
_INCH_BELOW = 25  # a bare collar below it is in inches
_COLLAR_INCHES, _COLLAR_CM = range(13, 21), range(33, 51)
_WAIST_INCH_BELOW = 50
_MEN_FROM_CM = 170  # the middle body of men by GB/T 1335; women's is 160


def tailoring(reading: Reading) -> Ruling | None:
    body = reading.body()
    if reading.is_of("knitwear", "dress", "bag", "shoe", "watch", "ring", "necklace"):
        return None
    if "neck" in body or reading.speaks_of("collar") or reading.says(_COLLAR):
        return _collar(reading)
    jacket = reading.speaks_of("jacket") or reading.said(_JACKET)
    if "chest" in body and not reading.says(rf"{KNITTED}|羊绒|\bbras?\b|{LETTERED}"):
        return _jacket_for(body["chest"])
    if jacket and "bust" in body:
        return _jacket_for(body["bust"])
    of_age = reading.says(_IN_HIS) or (reading.says(_DECADE) and not jacket)
    dropped = None if of_age else _DROP.search(reading.text)
    if dropped and (jacket or reading.says(MEN) or reading.says(r"\d(?:R|S|L)\b")):
        return jacket_from_label("uk_us", Decimal(dropped[1]), dropped[2][0].upper())
    return _jacket_number(reading) if jacket else None


def _jacket_for(chest: BodyMeasure) -> Ruling:
    """A chest in inches is a number by itself, and not one through centimetres."""
    if chest.in_inches():
        return jacket_from_inches(chest.value)
    return jacket_from_chest(centimetres(chest))


def _jacket_number(reading: Reading) -> Ruling | None:
    """A jacket's number, with its country or without."""
    if label := body_label(reading.text):
        made_for = hao_xing(label, "men")
        return _abroad(made_for) if reading.says(_ABROAD) else made_for
    for size in reading.sizes():
        uk_us = size.system in ("UK", "US") or (not size.system and size.value < _UK_BELOW)
        system: JacketSystem = "uk_us" if uk_us else "eu"
        return jacket_from_label(system, size.value)
    bare = next((n for n in reading.numbers() if 32 <= n <= 66), None)  # all jackets
    if bare is None:
        return None
    return jacket_from_label("eu" if bare >= _UK_BELOW else "uk_us", bare)


def _abroad(made_for: Ruling) -> Ruling:
    """The jacket of another country for the chest that a Chinese label says."""
    return jacket_from_chest(Decimal(made_for.values["girth_cm"]))


def _collar(reading: Reading) -> Ruling | None:
    neck = reading.body().get("neck")
    for measure in [neck] if neck else reading.lengths() or _cun(reading):
        if measure.in_inches(_INCH_BELOW):
            return collar_from_inches(measure.value)
        return collar_from_cm(centimetres(measure))
    bare = next((n for n in reading.numbers() if n in _COLLAR_INCHES or n in _COLLAR_CM), None)
    if bare is None:
        return None
    return collar_from_inches(bare) if bare in _COLLAR_INCHES else collar_from_cm(bare)


def _cun(reading: Reading) -> list[BodyMeasure]:
    found = _CUN.search(reading.text)
    return [BodyMeasure("neck", numeral(found[1]), "寸")] if found else []


def trousers(reading: Reading) -> Ruling | None:
    """A trouser waist in inches, cm or 号型."""
    if not reading.says(_TROUSERS):
        return None
    if label := body_label(reading.text):
        tall = int(label.split("/")[0]) >= _MEN_FROM_CM
        return hao_xing(label, "men" if tall or reading.said(MEN) else "women", "bottom")
    waist = reading.body().get("waist")
    if waist is None:
        found = _TROUSER_LABEL.search(reading.text)
        return trousers_from_inches(Decimal(found[1] or found[2])) if found else None
    if waist.in_inches(_WAIST_INCH_BELOW):
        return trousers_from_inches(waist.value)
    return trousers_from_cm(centimetres(waist))


def belts(reading: Reading) -> Ruling | None:
    """A belt for a trouser waist, or its number in the other scale."""
    if not reading.says(_BELT) or reading.is_of("bag", "watch", "dress"):
        return None
    waist = reading.body().get("waist")
    if waist is not None:
        inch = waist.in_inches(_WAIST_INCH_BELOW)
        return belt_from_trousers(waist.value if inch else _inches(waist))
    if found := _BELT_CM.search(reading.text):
        return belt_from_cm(Decimal(found[1]))
    found = _BELT_INCH.search(reading.text)
    return belt_from_trousers(Decimal(found[1])) if found and reading.says(_TROUSERS) else None


def _inches(waist: BodyMeasure) -> Decimal:
    return rounded(centimetres(waist) / CM_PER_INCH, "0.1")


def chinese_lengths(reading: Reading) -> Ruling | None:
    """尺 and 寸 by themselves; a waist in 尺 for a dress is read by the chart of dresses."""
    if chi := _chi(reading):
        cun = numeral(chi[2] or "0") + (Decimal("0.5") if chi[3] else 0)
        return chi_to_cm(numeral(chi[1]), cun)
    cun_alone = _CUN.search(reading.text)
    if cun_alone is None or not reading.says(TO_CM) or reading.question.pieces:
        return None
    return cun_to_cm(numeral(cun_alone[1]))


def _chi(reading: Reading) -> re.Match[str] | None:
    """A length in 尺, now or just before; '1 尺是 33.33' is no length but the measure's own."""
    leans_on = reading.earlier if reading.says(TO_CM) else ()
    said = (_CHI.search(_CHI_DEFINED.sub(" ", text)) for text in (reading.text, *leans_on))
    return next((match for match in said if match), None)


TAILORING: tuple[Recogniser, ...] = (tailoring, belts, trousers)
LENGTHS: tuple[Recogniser, ...] = (chinese_lengths,)
