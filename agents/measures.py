"""Measures in a shopper's words: body measures, sizes with their system, money and time.

Reads what is written and converts nothing but spelling: '脚长24.5' is a foot of 24.5 without a
unit. The rule-books decide what a bare number means for the piece in question.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Body = Literal[
    "bust", "underbust", "waist", "hip", "chest", "foot", "head", "hand", "finger", "diameter",
    "wrist", "neck", "height",
]  # fmt: skip
System = Literal["EU", "UK", "US", "CN", "JP", "KR", "IT", "FR", "DE", "HK", "AU"]

_BODY: dict[Body, str] = {
    "underbust": r"下胸围?|under ?bust|band measures",
    "bust": r"上胸围?|胸围?|bust",
    "chest": r"chest",
    "waist": r"腰围?|waist",
    "hip": r"臀围?|hips?",
    "foot": r"脚长|脚量(?:出来)?|量过?脚|脚(?!踝)|foot(?: length)?|feet",
    "head": r"头围|head(?: circumference)?",
    "hand": r"手围|掌围|hand(?: girth)?|knuckles",
    "diameter": r"(?:内)?直径|内径|diameter",
    "finger": r"指围|手指(?:一圈|围)?|戒围|finger|circumference",
    "wrist": r"腕围|手腕|wrist",
    "neck": r"领围|颈围|脖围|脖子|neck|collar",
    "height": r"身高|height",
}
_SYSTEM: dict[System, str] = {
    "EU": r"欧码|欧洲码?|EUR?(?:opean)?|法码",
    "UK": r"英码|英国码?|UK|british",
    "US": r"美码|美国码?|美版|US|american",
    "CN": r"老码|旧码|(?<![法美英德韩])国码|国内码?|中国码?|CN|chinese",
    "JP": r"日码|日本码?|JP|japan(?:ese)?",
    "KR": r"韩码|韩国码?|KR|korean?",
    "IT": r"意码|意大利码?|IT|italian",
    "FR": r"法国码?|FR|french",
    "DE": r"德码|德国码?|DE|german",
    "HK": r"港码|香港码|HK",
    "AU": r"澳码|AU|australian",
}
_NUMBER = r"(\d{1,3}(?:\.\d{1,2})?(?:\s?½|\s1/2|码?半)?)"
_UNIT = r"(cm|厘米|公分|mm|毫米|in(?:ch(?:es)?)?\b|英寸|寸|\")?"
_UNITS = {
    "厘米": "cm",
    "公分": "cm",
    "毫米": "mm",
    "英寸": "in",
    "inch": "in",
    "inches": "in",
    '"': "in",
}
_FILLER = r"[^\d\n。；;？?!]{0,14}?"
_BETWEEN = (
    r"(?:\s|码|号|的|是|为|女鞋|男鞋|女装|男|女|戒指|women'?s|men'?s|ring|shoes?|sizes?|dress)*"
)
_LETTER = re.compile(r"(?<![A-Za-z])(XXS|XS|XXL|XL|S|M|L)(?=\s*(?:码|号|size)|\b)(?!')")
_CUP = re.compile(
    r"(?<![\d/])(2[68]|3[02468]|4[0246]|[6-9][05]|1[01][05])(?:\s*-?\s*(AA|DDD|DD|FF|GG|[A-H])"
    r"|(aa|ddd|dd|ff|gg|[a-h]))(?![A-Za-z0-9])"
)
_NUMERAL_SUM = re.compile(
    r"([一二两三四五六七八九])(万|千|百)([一二三四五六七八九](?![万千百十]))?"
)
_PART_LAST = re.compile(
    r"(\d{2,3}(?:\.\d)?\s?(?:cm|mm|in(?:ches)?)?) "
    r"(bust|waist|hips?|chest|foot|head|wrist|finger)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?:([€£$¥￥]|RMB|CNY|EUR|GBP|USD|AED)\s*)?(\d+(?:\.\d+)?)\s*(万|千|w\b|k\b)?(\d(?!\d))?"
    r"\s*(元|块|人民币|rmb|cny|yuan|欧元|euros?|eur|英镑|pounds?|gbp|dollars?|usd|aed|€|£)?",
    re.IGNORECASE,
)
_CURRENCIES = {
    "€": "EUR", "欧元": "EUR", "euro": "EUR", "euros": "EUR", "eur": "EUR",
    "£": "GBP", "英镑": "GBP", "pound": "GBP", "pounds": "GBP", "gbp": "GBP",
    "$": "USD", "dollar": "USD", "dollars": "USD", "usd": "USD", "aed": "AED",
}  # fmt: skip
_SPAN = re.compile(
    r"(\d+(?:\.\d+)?|半|一|两|二|三|四|五|六|七|八|九|十|an?|one|two|three)\s*(?:个)?\s*"
    r"(?:full\s+)?(小时|钟头|hours?|hrs?|h\b|天|日|days?|周|星期|weeks?|月|months?|年|years?)",
    re.IGNORECASE,
)
_SPAN_UNITS = (
    ("hour", r"小时|钟头|h"), ("day", r"天|日|d"), ("week", r"周|星期|w"),
    ("month", r"月|m"), ("year", r"年|y"),
)  # fmt: skip
_NUMERALS = {
    "半": "0.5", "一": "1", "两": "2", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6",
    "七": "7", "八": "8", "九": "9", "十": "10", "a": "1", "an": "1", "one": "1", "two": "2",
    "three": "3",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class BodyMeasure:
    """`unit` is 'cm', 'mm', 'in', '寸' or '' when none was written."""

    part: Body
    value: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True)
class NamedSize:
    """A size number, with the system it was said in, or '' when none was."""

    value: Decimal
    system: System | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Cup:
    band: int
    letter: str


@dataclass(frozen=True, slots=True)
class Money:
    """`currency` is an ISO code, or '' when none was written."""

    amount: Decimal
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time; `unit` is hour, day, week, month or year."""

    count: Decimal
    unit: str


def normal(text: str) -> str:
    """Full-width to half-width, thousands separators dropped."""
    folded = unicodedata.normalize("NFKC", text.replace("½", " 1/2"))
    folded = _NUMERAL_SUM.sub(_in_digits, folded)
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", folded)


def _in_digits(found: re.Match[str]) -> str:
    """'一万二' as 12000, '三千' as 3000."""
    head, unit, tail = found.groups()
    factor = {"万": 10_000, "千": 1_000, "百": 100}[unit]
    rest = int(_NUMERALS[tail]) * factor // 10 if tail else 0
    return f"{int(_NUMERALS[head]) * factor + rest}元"


def body_measures(text: str) -> list[BodyMeasure]:
    """Body measures named in the text, one for each part, in the order of `_BODY`."""
    rest, found = _part_first(normal(text)), []
    for part, names in _BODY.items():
        pattern = re.compile(rf"(?:{names}){_FILLER}{_NUMBER}\s*{_UNIT}", re.IGNORECASE)
        match = pattern.search(rest)
        if match:
            found.append(BodyMeasure(part, _decimal(match[1]), _unit(match[2])))
            rest = rest[: match.start()] + " " * len(match.group()) + rest[match.end() :]
    return found


def _part_first(text: str) -> str:
    """'87.5 bust' said as 'bust 87.5'."""
    return _PART_LAST.sub(r"\2 \1", text)


def lengths(text: str) -> list[BodyMeasure]:
    """Every number with a unit of length, whatever it measures; `part` is only a placeholder."""
    pattern = re.compile(rf"{_NUMBER}\s*(cm|厘米|公分|mm|毫米|in(?:ch(?:es)?)?\b|英寸)", re.I)
    return [
        BodyMeasure("foot", _decimal(m[1]), _unit(m[2])) for m in pattern.finditer(normal(text))
    ]


def named_sizes(text: str) -> list[NamedSize]:
    """Sizes said with their system ('US 10', '美码7', '42码' without one)."""
    found: list[tuple[int, NamedSize]] = []
    rest = normal(text)
    for system, names in _SYSTEM.items():
        for match in _labelled(names).finditer(rest):
            number = match[1] or match[2]
            found.append((match.start(), NamedSize(_decimal(number), system)))
        rest = _labelled(names).sub(lambda m: " " * len(m.group()), rest)
    bare = re.compile(rf"{_NUMBER}\s*(?:码|号)|\bsize\s*{_NUMBER}", re.IGNORECASE)
    for match in bare.finditer(rest):
        found.append((match.start(), NamedSize(_decimal(match[1] or match[2]))))
    return [size for _, size in sorted(found, key=lambda pair: pair[0])]


def wanted_systems(text: str) -> list[System]:
    """Systems that are named without a number: what the shopper wants to convert to."""
    rest = normal(text)
    named = []
    for system, names in _SYSTEM.items():
        without = _labelled(names).sub(" ", rest)
        match = re.search(rf"(?<![A-Za-z])(?:{names})(?![A-Za-z])", without, _flags(system))
        if match:
            named.append((match.start(), system))
    return [system for _, system in sorted(named)]


def letter_size(text: str) -> str | None:
    match = _LETTER.search(normal(text))
    return match[1] if match else None


def cups(text: str) -> list[Cup]:
    found = _CUP.finditer(normal(text).replace("罩杯", ""))
    return [Cup(int(m[1]), (m[2] or m[3]).upper()) for m in found]


def money(text: str) -> list[Money]:
    """Amounts with a currency or a Chinese multiplier; a bare number is not money."""
    return list(_money(normal(text)))


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


def spans(text: str) -> list[Span]:
    """Lengths of time: '20天', '14 months', '两个月'."""
    return [Span(_count(m[1]), _span_unit(m[2])) for m in _SPAN.finditer(normal(text))]


def bare_numbers(text: str) -> list[Decimal]:
    return [
        Decimal(n) for n in re.findall(r"(?<![\d.A-Za-z-])\d+(?:\.\d+)?(?![\d.]*\d)", normal(text))
    ]


def _labelled(names: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![A-Za-z])(?:{names}){_BETWEEN}{_NUMBER}(?!\s*(?:cm|mm|厘米|\d))"
        rf"|{_NUMBER}\s*[RLS]?\s*(?:码)?\s*(?:{names})(?![A-Za-z])",
        re.IGNORECASE,
    )


def _flags(system: System) -> re.RegexFlag:
    """'us', 'it' and 'de' are also words: as a bare system name they must be in capitals."""
    return (
        re.RegexFlag(0) if system in ("US", "IT", "DE", "FR", "AU", "EU", "UK") else re.IGNORECASE
    )


def _decimal(number: str) -> Decimal:
    half = re.search(r"½|1/2|半", number) if "." not in number else None
    digits = re.match(r"\d+(?:\.\d+)?", number)
    value = Decimal(digits.group()) if digits else Decimal(0)
    return value + Decimal("0.5") if half else value


def _unit(unit: str | None) -> str:
    return _UNITS.get((unit or "").lower(), (unit or "").lower())


def _count(number: str) -> Decimal:
    return Decimal(_NUMERALS.get(number.lower(), number))


def _span_unit(word: str) -> str:
    return next(unit for unit, names in _SPAN_UNITS if re.match(names, word, re.IGNORECASE))
