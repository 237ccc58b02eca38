"""Figures of a text, as written: numbers, and amounts of money also worked out."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Literal, get_args

from agents.brief.words import words
from agents.measures import money, normal

Sort = Literal["size", "measure", "money", "date", "time", "colour"]
SORTS: tuple[Sort, ...] = get_args(Sort)

Counted = tuple[str, str]  # how many, of what

FIGURE = re.compile(r"\d+(?:\.\d+)?")
_THOUSANDS = re.compile(  # '12,500', '15 000'
    r"(?<=\d)[,，](?=\d{3}(?!\d))|(?<=\b\d)[ \u00a0](?=\d{3}(?!\d))"
    r"|(?<=\b\d\d)[ \u00a0](?=000(?!\d))"
)
_LETTERS = re.compile(r"[a-z]+½?|[\u3400-\u9fff]+|\S+")
_ROUND = 1000
_YEARS = range(2015, 2036)
_IN_WORDS = re.compile(r"[一二两三四五六七八九十百千万]|grand|thousand|hundred", re.IGNORECASE)
_NUMERALS = {n: str(at) for at, n in enumerate("零一二三四五六七八九十")} | {"两": "2"}
_WORDS = ["zero", "one", "two", "three", "four", "five", "six"]
_WORDS += ["seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMERALS |= {word: str(at) for at, word in enumerate(_WORDS)} | {"十二": "12"}
_NOON = 12
_LEAST = 100  # of a bare number that is money


def plain_figures(text: str) -> str:
    """Full width folded and thousands' marks dropped."""
    return _THOUSANDS.sub("", unicodedata.normalize("NFKC", text))


def figures_in(text: str) -> set[str]:
    return set(FIGURE.findall(plain_figures(text)))


@lru_cache(maxsize=4096)  # every clause is read several times
def figures_of(text: str, sort: Sort) -> frozenset[str]:
    """The figures of one sort: sizes and measures, amounts in full, or days as they are said."""
    if sort in ("date", "colour"):
        return frozenset(match[0].strip().casefold() for match in words(sort).finditer(text))
    if sort == "money":
        return frozenset(_amounts(text))
    if sort == "time":
        return frozenset(_hour(match[0]) for match in words("time").finditer(text))
    return frozenset(_figures(text, "sized" if sort == "size" else "measured"))


def _hour(text: str) -> str:
    """'at 4', '4 pm' and '16:00' are one time."""
    plain = re.sub(r"[:：]00", "", normal(text.casefold()))
    plain = re.sub(r"^十?[一二两三四五六七八九十](?=点)", _clock, plain)
    plain = re.sub(r"\b(?:1[3-9]|2[0-3])\b", lambda hour: str(int(hour[0]) - _NOON), plain)
    return "".join(re.findall(r"\d+(?::[0-5]\d)?|half|半", plain)) or plain


def _clock(hour: re.Match[str]) -> str:
    """Up to twelve: '十一' is 11."""
    tens, ones = hour[0].startswith("十"), hour[0][-1]
    return str(10 + int(_NUMERALS[ones])) if tens and ones != "十" else _NUMERALS[ones]


def worn_in(text: str) -> frozenset[str]:
    """Figures and letters of sizes and measures."""
    return figures_of(text, "size") | figures_of(text, "measure")


def _figures(text: str, name: str) -> set[str]:
    """Figures; of a size in letters the last ('UK M' is 'm'), of figures in words the words."""
    found: set[str] = set()
    for match in words(name).finditer(text):
        found |= set(FIGURE.findall(match[0])) or {_LETTERS.findall(match[0].casefold())[-1]}
    return found


def _amounts(text: str) -> set[str]:
    if not speaks_of_money(text):
        return set()
    said = {str(each.amount.quantize(Decimal(1))) for each in money(text)}
    return said or figures_in(text)


def speaks_of_money(text: str) -> bool:
    plain = plain_figures(text)
    if words("money").search(plain):
        return (
            bool(figures_in(plain))
            or bool(re.search("[一二两三四五六七八九十百千万]", plain))
            or (bool(re.search(r"grand|thousand|hundred", plain, re.IGNORECASE)))
        )
    sums = [f for f in figures_in(plain) if Decimal(f) >= _LEAST and Decimal(f) not in _YEARS]
    large = any(Decimal(figure) >= _ROUND for figure in sums)
    numbered = words("numbered").search(plain)
    return bool(sums) and (bool(words("spends").search(plain)) or (large and not numbered))


def worked_out(text: str) -> str:
    """'1万3' also as 13,000, where it was said in tens of thousands or thousands."""
    said = {int(each.amount) for each in money(text) if each.amount % _ROUND == 0}
    written = figures_in(text)
    new = sorted(amount for amount in said if amount >= _ROUND and str(amount) not in written)
    short = re.search(r"[万千]|\d\s?[kKwW](?![A-Za-z])", normal(text)) or re.search("[万千]", text)
    return ", ".join(f"{amount:,}" for amount in new) if short else ""


def counts_in(text: str) -> dict[Counted, str]:
    """How many of what a text tells, each with its words."""
    found: dict[Counted, str] = {}
    for match in words("counted").finditer(text):
        many = match["n"] or match["en"] or match["en2"]
        of = match["of"] or match["things"] or "them"
        plain = many.casefold()
        found[_NUMERALS.get(plain, plain), of.casefold().rstrip("s")] = match[0].strip()
    return found


def periods_in(text: str) -> set[str]:
    """Over how many months something is paid, in digits."""
    said = (match["zh"] or match["en"] for match in words("period").finditer(text))
    return {_NUMERALS.get(each.casefold(), each) for each in said}
