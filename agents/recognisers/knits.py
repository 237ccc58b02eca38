"""Knitwear: the letter for a bust, and which of two letters to take."""

from __future__ import annotations

import re

from agents.measures import body_weight, centimetres, letter_size, stature
from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.words import KNITTED, LETTERED
from shop.rulings import Ruling
from shop.sizing.knitwear import between_letters, knitwear_from_bust, knitwear_letter
from shop.sizing.statures import size_needs
from shop.sizing.units import kilograms

_WORDS: tuple[tuple[str, str], ...] = (  # letters said as words
    (r"\b(?:extra|x)[- ]?large\b|加大号?码?|特大号?码?", "XL"),
    (r"\b(?:extra|x)[- ]?small\b|加小号?码?|特小号?码?", "XS"),
    (r"\bmedium\b|中[号码]|(?<=[小大][号码和或与跟])中", "M"),
    (r"\bsmall\b|小[号码](?!一)", "S"),
    (r"\blarge\b|(?<!选)(?<!要)大[号码](?!一)", "L"),
)
_TWO_LETTERS = re.compile(
    r"(?<![A-Za-z])(XS|S|M|L|XL)(?![A-Za-z])(?:\s|码|号)*(?:and|or|nor|和|与|还是|跟|或|到|/|-)(?:\s|an?\b)*"
    r"(XS|S|M|L|XL)(?![A-Za-z])"
)
_BETWEEN = r"\bbetween\b|\bstuck\b|\btorn\b|\bin.?between\b|之间|介于|中间|纠结|卡在|两码|边缘"
_SNUG = (
    r"\bsnug(?:ly)?\b|\bfitted\b|\bclose(?:r|ly)?(?: fit(?:ting)?| to (?:the|my|her"
    r"|his) body)\b|\btight(?:er)?\b"
    r"|\bslim|\bbody.?con|\bform.?fitting|贴身|紧身|修身|合体|紧一?点|紧一些|贴一点"
)
_NOT_SNUG = (
    r"\b(?:not|no|n't|never|hate|without|too|don'?t (?:like|want)(?: it"
    r"| them)?)(?: \w+)? (?:snug|tight|fitted|close|slim)"
    r"|\bis (?:it|the \w+) (?:an? )?(?:snug|tight)"
    r"|(?:不|别|太|勿|忌)(?:想|要|喜欢|爱|能|太|那么|是)*(?:穿)?(?:贴身|紧|修身)"
    r"|\b(?:easy|easier|roomy|roomier|loose|looser|relaxed|baggy|comfy|comfortabl[ey]|oversized?|generous)\b"
    r"|宽松|松一?点|松一些|宽一?点|舒服|大一?点|休闲|慵懒|oversize"
)
_OTHER_MEASURES = r"衣长|袖长|肩宽|下摆|sleeve|how long|garment|\bhem\b|\blength\b"


def knitwear(reading: Reading) -> Ruling | None:
    goes_on = not reading.question.terms and reading.said(KNITTED)  # 'and if I like it roomy'
    knit = reading.is_of("knitwear") or reading.speaks_of("knitwear") or reading.says(KNITTED)
    knit = knit or goes_on
    lettered = reading.says(LETTERED) and not reading.speaks_of("bra", "ring")
    pair = _TWO_LETTERS.search(_in_letters(reading.text))
    if not (knit or pair or lettered) or reading.says(_OTHER_MEASURES):
        return None
    if reading.piece is not None and not reading.is_of("knitwear"):
        return None
    charts, snug = reading.books.charts, _wants_it_snug(reading)
    body = reading.body()
    if bust := body.get("bust") or body.get("chest"):
        return knitwear_from_bust(charts, centimetres(bust), snug=snug)
    if pair and (reading.says(_BETWEEN) or not _by_stature(reading)):
        return between_letters(charts, pair[1], pair[2], snug=snug)
    if pair:
        return _by_stature(reading)
    letter = letter_size(reading.text)
    return knitwear_letter(charts, letter) if letter else None


def _by_stature(reading: Reading) -> Ruling | None:
    """'95斤160穿S还是M': height and weight put nobody between two letters."""
    height, weight = stature(reading.text), body_weight(reading.text)
    if height is None and weight is None:
        return None
    return size_needs("knitwear", height, kilograms(weight.value, weight.unit) if weight else None)


def _in_letters(text: str) -> str:
    for words, letter in _WORDS:
        text = re.sub(words, f" {letter} ", text, flags=re.IGNORECASE)
    return text


def _wants_it_snug(reading: Reading) -> bool:
    return reading.says(_SNUG) and not reading.says(_NOT_SNUG)


KNITS: tuple[Recogniser, ...] = (knitwear,)
