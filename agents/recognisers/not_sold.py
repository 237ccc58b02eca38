"""Goods that are looked for and not in the catalogue: 'do you have scarves'.

Only where the goods themselves are what is asked for: 'do you have a cloth to clean boots with'
asks for something else.
"""

from __future__ import annotations

import re

from agents.recognisers.reading import Reading, Recogniser
from shop.range import not_in_range
from shop.rulings import Ruling

_BEFORE_IT = (
    r"(?:(?:any|an?|the|your|some|of|nice|small|men'?s|women'?s|ladies'?|leather|silk|cashmere"
    r"|wool|pearl|gold|diamond|suede|winter|summer|black|brown|white|matching|in|it|also|kind"
    r"|sort|long|short|big|real|designer|new|good|pairs?)\s+|[\u4e00-\u9fff]+\s*)*$"
)
_LOOKS_FOR_EN = re.compile(
    r"(?:\b(?:do|does|did|d'?you|can) (?:you|u|ya|y'?all|the house|they|i)?(?: guys)?\s*"
    r"(?:also |ever |still )?(?:have|got|sell|carry|do|make|stock|offer|buy|get)"
    r"|\b(?:have|got|is there|are there|any|looking for|searching for|where (?:are|is)"
    r"|(?:i )?(?:want|need|would like|'d like)(?: to (?:buy|get|see))?)"
    rf"|^\W*(?:you|u|ya) (?:have|got|sell))\s+{_BEFORE_IT}",
    re.IGNORECASE,
)
_LOOKS_FOR_ZH = re.compile(
    r"(?:有没有|有冇|有无|卖不卖|卖|有|想买|想要|想找|想入|要买|找|求|出不出|出|做不做)"
    r"[^，,。？?!！的洗擦修保养护码怎配搭]{0,6}(?:的)?$"
)
_ENDS_EN = re.compile(
    r"^\s*(?:too|as well|also|at all|here|in stock|available|please|pls|this season|to buy"
    r"|for (?:men|women|my \w+|him|her|a \w+)|or (?:something|anything)\b.*"
    r"|in (?:your|the|this) (?:shop|store|range|catalogue|collection|season'?s? ?\w*)"
    r"|like that|then|(?:or|and|,)\s+\w+)?\s*[?？.!。]*\s*$",
    re.IGNORECASE,
)
_ENDS_ZH = re.compile(
    r"^(?:和[^，,。？?]{1,6}|系列|款|类|这类|之类|产品|的款式|可以买|可选|推荐|卖|出|啊|呀|呢)*"
    r"(?:吗|么|嘛|不|没有?|不卖|卖吗|卖不|有吗|有没有)?\s*(?:[?？。!！，,].*)?$"
)


def not_sold(reading: Reading) -> Ruling | None:
    """Goods of a kind that the catalogue lacks, where she wants to know whether it has them."""
    if reading.question.pieces:
        return None
    for goods in reading.books.other_goods:
        if any(_is_looked_for(reading.text, found) for found in goods.words.finditer(reading.text)):
            return not_in_range(goods.name, len(reading.books.catalogue.all()))
    return None


def _is_looked_for(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()], text[found.end() :]
    wanted = _LOOKS_FOR_EN.search(before) or _LOOKS_FOR_ZH.search(before)
    return bool(wanted and (_ENDS_EN.search(after) or _ENDS_ZH.search(after)))


NOT_SOLD: tuple[Recogniser, ...] = (not_sold,)
