"""Amounts of money, and numbers that nothing says what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from agents.measures.spelling import normal

_MONEY = re.compile(
    r"(?:((?:HK|US|AU|CA|SG|[ACS])?[€£$¥￥]|RMB|CNY|EUR|GBP|USD|AED|HKD)\s*)?"
    r"(?<![\d.])(\d{1,12}(?:\.\d{1,4})?)\s*(万|千|[wk](?![A-Za-z]))?(\d(?!\d))?"
    r"\s*(元|块|人民币|rmb|cny|yuan|欧元|欧(?![码洲盟版米])|euros?|eur|英镑|镑|pounds?|gbp"
    r"|美元|美金|美刀|刀(?!具)|dollars?|usd|港币|港元|hkd|迪拉姆|aed|€|£)?",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\d.A-Za-z-])\d+(?:\.\d+)?(?![\d.]*\d)")
# Digits that name something: '尾号6620', 'ending in 4407', 'order no. 5512', 'badge 0071'.
_NAMES = re.compile(
    r"(?:(?:尾号|末[三四]位|后[三四]位|单号|工号|卡号|会员号|编号|手机号?|电话|房号|邮编)[是为：:#\s]*"
    r"|\b(?:ending(?: in| with)?|ends (?:in|with)|last (?:four|three|[34])(?: digits)?"
    r"|(?:phone|mobile|badge|ticket|room)(?: (?:no\.?|number|code))?"
    r"|(?:order|tracking|member(?:ship)?|client|account|card|staff|case|reference|invoice|booking|serial)"
    r" (?:no\.?|number|id|code|ref))\s*(?:is |are |[:#])?\s*)"
    r"\d[\d -]{2,}(?![\d-]|\s?(?:元|块|万|千|rmb|yuan|cny))"
    r"|#\d{3,}",
    re.IGNORECASE,
)
_CURRENCIES = {
    "€": "EUR", "欧元": "EUR", "欧": "EUR", "euro": "EUR", "euros": "EUR", "eur": "EUR",
    "£": "GBP", "英镑": "GBP", "镑": "GBP", "pound": "GBP", "pounds": "GBP", "gbp": "GBP",
    "$": "USD", "us$": "USD", "美元": "USD", "美金": "USD", "美刀": "USD", "刀": "USD",
    "dollar": "USD", "dollars": "USD", "usd": "USD", "aed": "AED", "迪拉姆": "AED",
    "hk$": "HKD", "港币": "HKD", "港元": "HKD", "hkd": "HKD", "a$": "AUD", "au$": "AUD",
    "c$": "CAD", "ca$": "CAD", "s$": "SGD", "sg$": "SGD",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Money:
    """`currency` is an ISO code, or '' when none was written."""

    amount: Decimal
    currency: str = ""


def money(text: str) -> list[Money]:
    """Amounts with a currency or a Chinese multiplier; a bare number is not money."""
    return list(_money(_without_names(normal(text))))


def _money(text: str) -> Iterator[Money]:
    for match in _MONEY.finditer(text):
        before, number, times, tail, after = match.groups()
        if not (before or times or after):
            continue
        factor = {"万": 10_000, "w": 10_000, "千": 1_000, "k": 1_000}.get((times or "").lower(), 1)
        amount = Decimal(number) * factor
        if tail and times:
            amount += Decimal(tail) * factor / 10
        elif tail:
            amount = Decimal(number + tail)
        sign = (before or after or "").lower()
        yield Money(amount, _CURRENCIES.get(sign, "CNY" if sign else ""))


def bare_numbers(text: str) -> list[Decimal]:
    return [Decimal(found) for found in _BARE.findall(_without_names(normal(text)))]


def _without_names(text: str) -> str:
    return _NAMES.sub(" ", text)
