"""Children's clothes by age: 'the kid is six, which number'."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import numeral, stature
from agents.recognisers.reading import Reading, Recogniser
from shop.rulings import Ruling
from shop.sizing.children import children_by_age

_CHILD = (
    r"\bkid'?s?\b|\bkiddo|\bchild(?:ren)?\b|\btoddler|\b(?:god|grand|step)?(?:son|daughter)\b|\bniece|\bnephew"
    r"|\b(?:little|small) (?:boy|girl|one)\b|\bboys?\b|\bgirls?\b(?!friend)|孩子|小孩|娃"
    r"|儿子|女儿|侄|外甥|孙|宝宝"
    r"|小朋友|童装|闺女|男童|女童"
)
_CLOTHES = (
    r"\bsiz|\bnumber|\blabel|\bclothes|\bclothing|\bwear|\bdress|\btag|码|号|穿|衣|童装|裙|标"
)
_OF_OTHERS = (
    r"shoe|鞋|\bfoot\b|\bfeet\b|脚|\bring|戒|\bhat\b|帽|\bwatch|表|glove|手套"
    r"|\b(?:us|uk|american|british)\b"
)
_YEARS = r"(\d{1,2}|four|five|six|seven|eight|nine|ten|[四五六七八九十])"
_AGE = re.compile(
    rf"{_YEARS}\s*(?:-|\s)?(?:years?(?:[ -]old)?|yo\b|yrs?\b|y/o|岁)"
    rf"|\b(?:is|are|turn(?:s|ing|ed)?|aged?|just|nearly|almost|now|(?<=[a-z])'s)\s+{_YEARS}\b(?!\s*(?:cm|kg|inch|in\b|\.|mm))",
    re.IGNORECASE,
)


def children(reading: Reading) -> Ruling | None:
    """An age without a height; what the UK and US label by age is left to the articles."""
    if not (reading.says(_CHILD) and reading.says(_CLOTHES)) or reading.says(_OF_OTHERS):
        return None
    age = _AGE.search(reading.text)
    if age is None or stature(reading.text) or reading.lengths() or reading.body():
        return None
    return children_by_age(Decimal(numeral(age[1] or age[2])))


CHILDREN: tuple[Recogniser, ...] = (children,)
