"""Spelling of figures: full width, thousands, Chinese numerals, halves; digits come out."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from agents.measures.english import figures_of_words

NUMBER = r"(\d{1,3}(?:\.\d{1,2})?(?:\s?½|\s1/2|[码号]?半)?)"
UNIT = r"(cm|厘米|公分|mm|毫米|in(?:ch(?:es)?)?\b|英寸|寸|\")?"
UNITS = {
    "厘米": "cm",
    "公分": "cm",
    "毫米": "mm",
    "英寸": "in",
    "inch": "in",
    "inches": "in",
    '"': "in",
}
OTHER = (  # what a number counts when it is no size: time, money, pieces, degrees
    r"(?:%|°|℃|度|[天日周月年元块件次人折]|小时|分钟|星期|个月|美元|欧元|英镑"
    r"|(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?|times?|pieces?|pairs?|percent|off"
    r"|degrees?|celsius|euros?|pounds?|dollars?|eur|gbp|usd|rmb|cny|yuan)\b)"
)
_NUMERAL = re.compile(  # at least two characters long: '二十四', '一万二', '三千'
    r"(?=[一二两三四五六七八九十百千万]{2})"
    r"(?:([一二两三四五六七八九])万)?(?:([一二两三四五六七八九])千)?(?:([一二两三四五六七八九])百)?"
    r"(?:([一二三四五六七八九]?)(十))?([一二两三四五六七八九])?(?![一二两三四五六七八九十百千万])"
)
_CLIPPED = re.compile(  # '一万六八' is short for 一万六千八
    r"(?<=[一二两三四五六七八九]万[一二三四五六七八九])(?=[一二三四五六七八九](?![零〇一二两三四五六七八九十百千万]))"
)
_COUNTED = re.compile(r"\s*[天日周月年件次码号克米个人元块厘毫公英欧美斤分岁小支美刀镑寸尺级]")
_VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8"}
_FRACTION = re.compile(rf"(?<=\d)\s?([{''.join(_VULGAR)}])")
_SPELT = re.compile(  # '四二码', '三八点五码': digit by digit; '二三码' is two or three sizes
    r"(?<![零〇一二两三四五六七八九十百千万])(?!一二|二三|两三"
    r"|三四)([零〇一二三四五六七八九]{2,3})"
    r"(?=半?\s*(?:码|号|厘米|公分|毫米|点[零一二三四五六七八九]))"
)
_POINT = re.compile(
    r"(?<![零〇一二两三四五六七八九十百千万])([零一二两三四五六七八九]"
    r"|\d{1,3})点([零一二三四五六七八九])"
    r"(?![零一二三四五六七八九十刻分钟])"
)
_CUN_AND_HALF = re.compile(r"(\d{1,3})\s*(英?寸|inch(?:es)?|厘米|公分|cm)\s*半")
_AND_A_HALF = re.compile(r"(\d{1,3})\s+and\s+a\s+half(?![A-Za-z])", re.IGNORECASE)
ENGLISH_NUMERALS = {
    "half a": "0.5", "half an": "0.5", "a": "1", "an": "1", "one": "1", "two": "2", "three": "3",
    "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "eleven": "11", "twelve": "12", "fourteen": "14", "fifteen": "15", "eighteen": "18",
    "twenty": "20", "thirty": "30", "sixty": "60", "ninety": "90",
}  # fmt: skip
NUMERALS = ENGLISH_NUMERALS | {
    "半": "0.5", "一": "1", "两": "2", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6",
    "七": "7", "八": "8", "九": "9", "十": "10",
}  # fmt: skip
_ZEROS = {"零": "0", "〇": "0"}
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_HALF, _DIGITS = re.compile(r"½|1/2|半"), re.compile(r"\d+(?:\.\d+)?")


@lru_cache(maxsize=256)  # every measure is read from the same few texts
def normal(text: str) -> str:
    """Full-width to half-width, thousands separators dropped, numerals as digits."""
    folded = unicodedata.normalize("NFKC", _FRACTION.sub(lambda m: f" {_VULGAR[m[1]]}", text))
    folded = _SPELT.sub(lambda m: _digits(m[1]), folded)
    folded = _POINT.sub(lambda m: f"{_digits(m[1])}.{_digits(m[2])}", folded)
    folded = _NUMERAL.sub(_in_digits, _CLIPPED.sub("千", folded))
    folded = _CUN_AND_HALF.sub(r"\1.5\2", _AND_A_HALF.sub(r"\1.5", folded))
    return _THOUSANDS.sub("", figures_of_words(folded))


def _in_digits(found: re.Match[str]) -> str:
    """'二十四' as 24 and '一万二' as 12000; from a hundred up, what counts nothing is money."""
    ten_thousands, thousands, hundreds, tens, ten, ones = found.groups()
    parts = [(ten_thousands, 10_000), (thousands, 1_000), (hundreds, 100)]
    total = sum(_digit(digit) * worth for digit, worth in parts if digit)
    lowest = next((worth for digit, worth in reversed(parts) if digit), 0)
    total += (_digit(tens) if tens else 1) * 10 if ten else 0
    if ones:
        total += _digit(ones) * (1 if ten or not lowest else lowest // 10)
    is_money = lowest and not _COUNTED.match(found.string, found.end())
    return f"{total}元" if is_money else str(total)


def _digit(word: str) -> int:
    return int(NUMERALS[word])


def _digits(word: str) -> str:
    """Numerals one by one: '四二' is '42'; digits stay."""
    return "".join(map(digit, word))


def digit(character: str) -> str:
    return character if character.isdigit() else _ZEROS.get(character) or NUMERALS[character]


def numeral(word: str) -> Decimal:
    """One numeral, in digits or as a word: '3', '三', 'two', '半'."""
    return Decimal(NUMERALS.get(word.lower(), word))


def decimal_of(number: str) -> Decimal:
    half = _HALF.search(number) if "." not in number else None
    digits = _DIGITS.match(number)
    value = Decimal(digits.group()) if digits else Decimal(0)
    return value + Decimal("0.5") if half else value


def unit_of(unit: str | None) -> str:
    return UNITS.get((unit or "").lower(), (unit or "").lower())
