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
from functools import cache
from typing import Literal

from shop.sizing.units import CM_PER_INCH

Body = Literal[
    "bust", "underbust", "waist", "hip", "chest", "foot", "head", "hand", "finger", "diameter",
    "wrist", "neck", "height",
]  # fmt: skip
System = Literal["EU", "UK", "US", "CN", "JP", "KR", "IT", "FR", "DE", "HK", "AU"]

_BODY: dict[Body, tuple[str, str]] = {  # what shoppers call it in Chinese and in English
    "underbust": (r"下胸围?", r"under ?bust|band measures"),
    "bust": (r"上胸围?|胸(?![针花])围?", r"bust"),
    "chest": (r"(?!)", r"chest"),
    "waist": (r"腰(?![带包封])围?", r"waist"),
    "hip": (r"臀围?", r"hips?"),
    "foot": (r"脚长|脚量(?:出来)?|量过?脚|脚(?![踝链环垫跟凳])", r"foot(?: length)?|feet"),
    "head": (r"头围", r"head(?: circumference)?"),
    "hand": (r"手围|掌围", r"hand(?: girth)?|knuckles"),
    "diameter": (r"(?:内)?直径|内径", r"diameter"),
    "finger": (r"指围|手指(?:一圈|围)?|戒围", r"finger|circumference"),
    "wrist": (r"腕围|手腕", r"wrist"),
    "neck": (r"领围|颈围|脖围|脖子", r"neck|collar"),
    "height": (r"身高", r"(?<!heel )height"),
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
_LENGTH = re.compile(  # 'in' is also a word: '3 in stock', 'a 38 in EU'
    rf"(?<![\d.]){_NUMBER}\s*(cm|厘米|公分|mm|毫米|inch(?:es)?\b|英寸|(?<=\d)in\b"
    r"|in\b(?=\s*(?:$|[^\w\s]|long|wide|high|tall|deep|across|around|foot|feet|what|which|size)))",
    re.IGNORECASE,
)
_UNITS = {
    "厘米": "cm",
    "公分": "cm",
    "毫米": "mm",
    "英寸": "in",
    "inch": "in",
    "inches": "in",
    '"': "in",
}
_OTHER = (  # what a number counts when it is no size: time, money, pieces, degrees
    r"(?:%|°|℃|度|[天日周月年元块件次人折]|小时|分钟|星期|个月|美元|欧元|英镑"
    r"|(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?|times?|pieces?|pairs?|percent|off"
    r"|euros?|pounds?|dollars?|eur|gbp|usd|rmb|cny|yuan)\b)"
)
_FILLER = r"[^\d\n。；;？?!]{0,14}?"
_BETWEEN = (
    r"(?:\s|码|号|的|是|为|is|女鞋|男鞋|女装|男|女|戒指|women'?s|men'?s|ring|shoes?|sizes?|dress)*"
)
_LETTER = re.compile(
    r"(?<![A-Za-z.&])(?:(XXS|XS|XXL|XL|S|M|L)(?![A-Za-z0-9'.&])"
    r"|(xxs|xs|xxl|xl|s|m|l)(?=\s*[码号]))"
)
_CUP = re.compile(
    r"(?<![\d/])(2[68]|3[02468]|4[0246]|[6-9][05]|1[01][05])(?:\s*-?\s*(AA|DDD|DD|FF|GG|[A-H])"
    r"|(aa|ddd|dd|ff|gg|[a-h]))(?![A-Za-z0-9])"
)
_NUMERAL = re.compile(  # at least two characters long: '二十四', '一万二', '三千'
    r"(?=[一二两三四五六七八九十百千万]{2})"
    r"(?:([一二两三四五六七八九])万)?(?:([一二两三四五六七八九])千)?(?:([一二两三四五六七八九])百)?"
    r"(?:([一二三四五六七八九]?)(十))?([一二两三四五六七八九])?(?![一二两三四五六七八九十百千万])"
)
_COUNTED = re.compile(r"\s*[天日周月年件次码号克米个人元块厘毫公英欧美斤分岁小支美刀镑寸尺级]")
_DEGREES = re.compile(r"wash|iron|degrees?|°|temperature|[洗熨烫]|水温|温度|度", re.IGNORECASE)
_HALF = re.compile(r"(?<=\d)\s?½")
_PART_LAST = re.compile(
    r"(\d{2,3}(?:\.\d)?\s?(?:cm|mm|in(?:ches)?)?) "
    r"(bust|waist|hips?|chest|foot|head|wrist|finger)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?:((?:HK|US|AU|CA|SG|[ACS])?[€£$¥￥]|RMB|CNY|EUR|GBP|USD|AED|HKD)\s*)?"
    r"(?<![\d.])(\d{1,12}(?:\.\d{1,4})?)\s*(万|千|[wk](?![A-Za-z]))?(\d(?!\d))?"
    r"\s*(元|块|人民币|rmb|cny|yuan|欧元|欧(?![码洲盟版米])|euros?|eur|英镑|镑|pounds?|gbp"
    r"|美元|美金|美刀|刀(?!具)|dollars?|usd|港币|港元|hkd|迪拉姆|aed|€|£)?",
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
_ENGLISH_NUMERALS = {
    "half a": "0.5", "half an": "0.5", "a": "1", "an": "1", "one": "1", "two": "2", "three": "3",
    "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "eleven": "11", "twelve": "12", "fourteen": "14", "fifteen": "15", "eighteen": "18",
    "twenty": "20", "thirty": "30", "sixty": "60", "ninety": "90",
}  # fmt: skip
_NUMERALS = _ENGLISH_NUMERALS | {
    "半": "0.5", "一": "1", "两": "2", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6",
    "七": "7", "八": "8", "九": "9", "十": "10",
}  # fmt: skip
# 'N月' and 'N月N日' are dates and '2026年' is a year: a length is said with 个月.
_SPAN = re.compile(
    r"(?<![\d.月第])(\d{1,4}(?:\.\d{1,2})?|[半一两二三四五六七八九十])\s*"
    r"(个?\s*(?:半\s*)?(?:小时|钟头|星期|月(?<=个月)|月(?<=半月))|天|日(?!本|元)|周(?!年)|年(?<!\d{4}年))(半)?"
    r"|(?<![A-Za-z0-9_.])(?<!once )(?<!twice )(?<!times )(?:(\d{1,4}(?:\.\d{1,2})?)[\s-]*"
    rf"|({'|'.join(sorted(_ENGLISH_NUMERALS, key=len, reverse=True))})[\s-]+)"
    r"(?:(?:full|more|whole|business|working|calendar)\s+)?"
    r"(hours?|hrs?|h|days?|weeks?|months?|years?)(?![a-z])",
    re.IGNORECASE,
)
_SPAN_UNITS = (
    ("hour", r"小时|钟头|\bh"), ("day", r"天|日|\bd"), ("week", r"周|星期|\bw"),
    ("month", r"月|\bm"), ("year", r"年|\by"),
)  # fmt: skip


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


def centimetres(measure: BodyMeasure, in_mm_from: int = 1000) -> Decimal:
    """A measure in cm; a bare number of `in_mm_from` or more can only be millimetres."""
    if measure.unit == "in":
        return measure.value * CM_PER_INCH
    if measure.unit == "mm" or (not measure.unit and measure.value >= in_mm_from):
        return measure.value / 10
    return measure.value


def normal(text: str) -> str:
    """Full-width to half-width, thousands separators dropped."""
    folded = unicodedata.normalize("NFKC", _HALF.sub(" 1/2", text))
    folded = _NUMERAL.sub(_in_digits, folded)
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", folded)


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


def _digit(numeral: str) -> int:
    return int(_NUMERALS[numeral])


def body_measures(text: str) -> list[BodyMeasure]:
    """Body measures named in the text, one for each part, in the order of `_BODY`."""
    rest, found = _part_first(normal(text)), []
    for part, names in _BODY.items():
        pattern = _measured(*names)
        match = pattern.search(rest)
        if match:
            found.append(BodyMeasure(part, _decimal(match[1]), _unit(match[2])))
            rest = rest[: match.start()] + " " * len(match.group()) + rest[match.end() :]
    return found


@cache
def _measured(chinese: str, english: str) -> re.Pattern[str]:
    """Latin words end where Latin letters do: shoppers write '我的foot是24.5'."""
    names = rf"{chinese}|(?<![A-Za-z])(?:{english})(?![A-Za-z])"
    number = rf"{_NUMBER}(?![\d.]*\d)\s*{_UNIT}(?!\s*{_OTHER})"
    return re.compile(rf"(?:{names}){_FILLER}{number}", re.IGNORECASE)


def _part_first(text: str) -> str:
    """'87.5 bust' said as 'bust 87.5', unless the number already has a part before it."""
    if re.match(
        r"[^\d]*\b(?:under ?bust|bust|waist|hips?|chest|foot|head|wrist|finger)\b", text, re.I
    ):
        return text
    return _PART_LAST.sub(r"\2 \1", text)


def lengths(text: str) -> list[BodyMeasure]:
    """Every number with a unit of length, whatever it measures; `part` is only a placeholder."""
    return [
        BodyMeasure("foot", _decimal(m[1]), _unit(m[2])) for m in _LENGTH.finditer(normal(text))
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
    bare = re.compile(
        rf"{_NUMBER}\s*(?:码|号)|\bsize\s*(?:is|=|:)?\s*{_NUMBER}(?!\d)", re.IGNORECASE
    )
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
    return (match[1] or match[2]).upper() if match else None


def cups(text: str) -> list[Cup]:
    plain = normal(text).replace("罩杯", "")
    if _DEGREES.search(plain):
        return []
    found = _CUP.finditer(plain)
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
    return [_span(match) for match in _SPAN.finditer(normal(text))]


def bare_numbers(text: str) -> list[Decimal]:
    return [
        Decimal(n) for n in re.findall(r"(?<![\d.A-Za-z-])\d+(?:\.\d+)?(?![\d.]*\d)", normal(text))
    ]


@cache
def _labelled(names: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![A-Za-z])(?:{names}){_BETWEEN}{_NUMBER}(?!\s*(?:cm|mm|厘米|\d|{_OTHER}))"
        rf"|(?<![\d.]){_NUMBER}\s*(?:码)?\s*(?:{names})(?![A-Za-z])(?!\s*{_NUMBER})",
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


def _span(found: re.Match[str]) -> Span:
    chinese, zh_unit, and_half, digits, english, en_unit = found.groups()
    number = chinese or digits or english.lower()
    unit = zh_unit or en_unit
    count = Decimal(_NUMERALS.get(number, number))
    half = Decimal("0.5") if and_half or "半" in unit else Decimal(0)
    return Span(count + half, _span_unit(unit))


def _span_unit(word: str) -> str:
    return next(unit for unit, names in _SPAN_UNITS if re.search(names, word, re.IGNORECASE))
