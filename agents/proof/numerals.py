# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""Numbers written in words become digits: thirty, two hundred, 三十, 五万, 半年, ½, 百分之三."""

from __future__ import annotations

import re
from functools import lru_cache

from agents.proof.script import folded

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_HALF = re.compile(r"(?<=\d)\s?(?:½|1/2|码?半(?=码|号|年|天|小时|个|\b))")
_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "dozen": 12,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_ANY = "|".join([*_ONES, *_SCALES])
_ENGLISH = re.compile(
    rf"\b(?:a (?=hundred|thousand|dozen))?(?:{_ANY})(?:(?:[- ]| and )(?:{_ANY}))*\b", re.I
)
_COUNTED = r"(?:hours?|days?|weeks?|months?|years?|minutes?|times?|working|business|pieces?|sizes?|orders?|%)"
_SAYINGS = (
    (re.compile(r"\b(?:a |one )?fortnight\b", re.I), "14 days"),
    (re.compile(r"\b(?:a |one )half[- ](?:a )?year\b|\bhalf a year\b", re.I), "6 months"),
    (re.compile(r"半个?年"), "6 个月"),
    (re.compile(r"半个?月"), "15 天"),
    (re.compile(r"\btwice\b", re.I), "2 times"),
    (re.compile(r"\bthrice\b", re.I), "3 times"),
    (re.compile(r"\b(?:double)\b", re.I), "2-fold"),
    (re.compile(r"\b(?:three|3) times (?=(?:the|it|what|that)\b)", re.I), "3-fold "),
    (re.compile(r"\b(?:four|4) times (?=(?:the|it|what|that|in)\b)", re.I), "4-fold "),
    (re.compile(r"\b(?:two|2) times (?=(?:the|it|what|that)\b)", re.I), "2-fold "),
    (re.compile(r"\b(\d+(?:\.\d+)?) ?k\b(?! ?gold)(?=.{0,3}(?:RMB|yuan|$))", re.I), r"\g<1>000"),
    (re.compile(r"\bhalf\b|一半|半价|对折", re.I), " 50 % "),
)
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {
    "两": 2,
    "〇": 0,
    "壹": 1,
    "贰": 2,
    "叁": 3,
}
_TIMES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_NUMERAL = "零〇一二两三四五六七八九十百千壹贰叁拾佰仟"
_UNITS = (
    "[天日周月年次件折倍码号级星岁元块米克度位步厘只颗根股双条钱两]|个(?!别|性|人)|小时|分钟|工作日"
    "|毫米|公斤|人民币|欧元|点(?=[,。)\\s])"
)
_CHINESE = re.compile(rf"(?<![第千万统十唯])([{_NUMERAL}]{{1,9}})(万?)(?={_UNITS}|多?天)")
_MYRIAD = re.compile(r"(\d+(?:\.\d+)?)\s?万")
_PERCENT = re.compile(rf"(百|千)分之([{_NUMERAL}]{{1,5}}|\d+(?:\.\d+)?)")


@lru_cache(maxsize=4096)
def plain_numbers(text: str) -> str:
    """The text with every number it says in digits, thousands without commas."""
    plain = folded(_HALF.sub(".5", text))
    plain = _PERCENT.sub(_percent, _THOUSANDS.sub("", plain))
    for said, digits in _SAYINGS:
        plain = said.sub(digits, plain)
    plain = _CHINESE.sub(_chinese, plain)
    plain = _MYRIAD.sub(lambda m: str(round(float(m[1]) * 10_000)), plain)
    return _ENGLISH.sub(_english, plain)


def _english(match: re.Match[str]) -> str:
    said = match.group()
    if said.lower() == "one" and not re.match(
        rf"[- ](?:\w+ )?{_COUNTED}\b", match.string[match.end() :]
    ):
        return said
    total = part = 0
    for word in re.findall(r"[a-z]+", said.lower()):
        if word in _SCALES:
            part = (part or 1) * _SCALES[word]
            if word != "hundred":
                total, part = total + part, 0
        elif word in _ONES:
            part += _ONES[word]
    return str(total + part)


def _chinese(match: re.Match[str]) -> str:
    number = value_of(match[1]) * (10_000 if match[2] else 1)
    if match[1] == "一" and re.match("个(?!月|小时|工作)|种|下|点", match.string[match.end() :]):
        return match.group()
    return str(number)


def _percent(match: re.Match[str]) -> str:
    digits = match[2] if match[2][0].isdigit() else str(value_of(match[2]))
    return f"{digits} %" if match[1] == "百" else f"千分之 {digits}"


def value_of(numeral: str) -> int:
    """What a Chinese numeral below 万 says; digits in a row are read one by one: 二〇二六."""
    if len(numeral) > 1 and not any(c in _TIMES for c in numeral):
        return int("".join(str(_DIGITS[c]) for c in numeral))
    total = digit = 0
    for character in numeral:
        if character in _TIMES:
            total += (digit or 1) * _TIMES[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit
