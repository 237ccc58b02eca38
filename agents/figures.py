"""The numbers of a text, however they are written: 1,500; ３０; 38½; thirty; 三十天."""

from __future__ import annotations

import re
import unicodedata

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_HALF = re.compile(r"(?<=\d)\s?(?:½|1/2|码?半(?=码|号|\b))")
_ENGLISH = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "eighteen": 18,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "fortnight": 14,
}  # fmt: skip
_ENGLISH_WORDS = re.compile(rf"\b({'|'.join(_ENGLISH)})(?:[- ](one|{'|'.join(_ENGLISH)}))?\b", re.I)
_UNITS = "[天日周月年次件折倍码号级星岁元块米克度人位步个厘]|小时|分钟|工作日"
_CHINESE_WORDS = re.compile(rf"(?<!第)([二两三四五六七八九十百千]{{1,7}}|半)(?={_UNITS})")
_PERCENT = re.compile(r"百分之([一二三四五六七八九十百]{1,4})")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_TIMES = {"十": 10, "百": 100, "千": 1000}


def figures_of(text: str) -> set[str]:
    """Every number of a text in its plainest form: '1500', '38.5', '30'."""
    folded = unicodedata.normalize("NFKC", _HALF.sub(".5", text))
    plain = _THOUSANDS.sub("", folded)
    written = {_plain(number) for number in _NUMBER.findall(plain)}
    return written | _english(plain) | _chinese(plain)


def _plain(number: str) -> str:
    whole, _, fraction = number.partition(".")
    shorter = fraction.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{shorter}" if shorter else "")


def _english(text: str) -> set[str]:
    found = set()
    for tens, ones in _ENGLISH_WORDS.findall(text):
        high, low = _ENGLISH[tens.lower()], _ENGLISH.get(ones.lower(), 1 if ones else 0)
        found.add(str(high * low if low >= 100 else high + low))
    return found


def _chinese(text: str) -> set[str]:
    words = _CHINESE_WORDS.findall(text) + _PERCENT.findall(text)
    return {"0.5" if word == "半" else str(_value(word)) for word in words}


def _value(word: str) -> int:
    total = digit = 0
    for character in word:
        if character in _TIMES:
            total += (digit or 1) * _TIMES[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit
