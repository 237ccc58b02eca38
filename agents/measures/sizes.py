"""Sizes as labels name them: a number with its country, a letter, a cup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from agents.measures.spelling import NUMBER, OTHER, decimal_of, normal

System = Literal["EU", "UK", "US", "CN", "JP", "KR", "IT", "FR", "DE", "HK", "AU"]

_SYSTEM: dict[System, str] = {
    "EU": r"欧码|欧洲码?|EUR?(?:opean)?|法码",
    "UK": r"英码|英国码?|UK|british|english",
    "US": r"美码|美国码?|美版|US|american",
    "CN": r"(?:老|旧)(?:国产)?鞋?[码号]|(?:老|旧)国产鞋?|国产(?:老|旧)?鞋?[码号]?"
    "|(?<![法美英德韩])国码|国内码?|中国码?|CN|chinese",
    "JP": r"日码|日本码?|JP|japan(?:ese)?",
    "KR": r"韩码|韩国码?|KR|korean?",
    "IT": r"意码|意大利码?|IT|italian",
    "FR": r"法国码?|FR|french",
    "DE": r"德码|德国码?|DE|german",
    "HK": r"港码|香港码|HK",
    "AU": r"澳码|AU|australian",
}
_BETWEEN = (
    r"(?:\s|码|号|的|是|为|is|女鞋|男鞋|女装|男|女|戒指|(?:wo)?m[ea]n(?:'?s)?|ladies|ring|shoes?"
    r"|sizes?|dress)*"
)
_SAID_TO_BE = (  # 'my Japanese ring is a 19', '韩国鞋标245'; not after 'it', 'us' and 'de'
    rf"(?:{_BETWEEN}|\s"
    rf"|[鞋盒子上标签写着印吊牌了个买的穿拿都一直平时柜台专店里量测出来给我网站页裙衣服装帽]"
    rf"|an?|shops?"
    rf"|stores?|calls?|called"
    rf"|did|it"
    rf"|number|no\.?|#|box|tag|label|says?|reads?|sites?|websites?|pages?|listings?|counters?"
    rf"|sellers?|measured|sized|me|at|as"
    r"|printed|marked|are|all|always|usually|normally|band|bra|jacket|dresses|skirts?|tops?"
    r"|clothes|sneakers?|trainers?|boots?|heels|loafers?|pumps?)*"
)
_NO_WORDS = r"(?-i:(?!(?:it|us|de|fr)(?![A-Za-z])))"
_LETTER = re.compile(
    r"(?<![A-Za-zÀ-ÿ.&])(?:(XXS|XS|XXL|XL|S|M|L)(?![A-Za-zÀ-ÿ0-9'.&])"
    r"|(xxs|xs|xxl|xl|s|m|l)(?=\s*[码号]))"
)
_CUP = re.compile(
    r"(?<![\d/])(2[68]|3[02468]|4[0246]|[6-9][05]|1[01][05])(?:\s*-?\s*(AA|DDD|DD|FF|GG|[A-H])"
    r"|(aa|ddd|dd|ff|gg|[a-h]))(?![A-Za-z0-9])"
)
_BARE = re.compile(
    rf"(\d{{1,3}}[码号]半)|{NUMBER}\s*(?:码|号)|\bsize\s*(?:is|=|:)?\s*{NUMBER}(?!\d)",
    re.IGNORECASE,
)
_HAO_XING = re.compile(r"(?<![\d/])(1[4-9]\d/\d{2,3}[YABC]?)(?![\dA-Za-z])", re.IGNORECASE)
_DEGREES = re.compile(r"wash|iron|degrees?|°|temperature|[洗熨烫]|水温|温度|度", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedSize:
    """A size number, with the system it was said in, or '' when none was."""

    value: Decimal
    system: System | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Cup:
    band: int
    letter: str


_WORN_IN = re.compile(
    r"(?:(?:takes?|taken|wears?|worn|wearing|\bam|'m|been|was)\s+|^\W*)(?:an?\s+)?(?:size\s+)?"
    r"(\d{1,3}(?:\.5)?)\s+in\s+(english|british|american|italian|french|german|japanese|UK|US)"
    r"\s+(?:shoes?|sizes?|sizing|clothes|dresses)",
    re.IGNORECASE,
)
_CITIES: dict[System, str] = {
    "JP": r"tokyo|osaka|kyoto|nagoya|fukuoka|japan|东京|大阪|京都|名古屋|福冈|横滨|日本",
    "IT": r"milano?|rome|florence|turin|venice|italy|米兰|罗马|佛罗伦萨|威尼斯|意大利",
    "FR": r"paris|lyon|marseille|france|巴黎|里昂|马赛|法国",
    "UK": r"london|manchester|edinburgh|scotland|england|britain|伦敦|曼彻斯特|爱丁堡|英国",
    "DE": r"berlin|munich|hamburg|frankfurt|germany|柏林|慕尼黑|汉堡|法兰克福|德国",
    "US": r"new york|chicago|boston|los angeles|san francisco|california|texas|america|the states"
    r"|the us|纽约|芝加哥|波士顿|洛杉矶|旧金山|加州|美国",
    "KR": r"seoul|busan|korea|首尔|釜山|韩国",
}
_WHO = (
    r"(?:i'?m|i am|she'?s|she is|he'?s|he is|i was|(?:i|she|he|mum|mom"
    r"|my \w+) (?:wears?|takes?|wore|took|buys?|bought|gets?))"
)
_SOLD_IN = (  # 'on my dress from Tokyo is written only 11', '东京买的裙子标着11'
    r"(?:(?:from|bought in|got in)\s+(?:a shop in\s+)?(?:{names})(?![A-Za-z])"
    r"[^.。?？!！\d]{{0,24}}?"
    r"(?:written|says?|reads?|marked|label(?:led)?|tag(?:ged)?|printed|stamped|wears?"
    r"|takes?|is an?|she'?s an?)\D{{0,10}}"
    rf"|\b(?:back )?(?:home )?in (?:{{names}}),? (?:{_WHO}|(?:my|her"
    rf"|his) (?:\w+ ){{{{0,2}}}}(?:is|was)) (?:an? )?(?:size )?"
    r"|(?:{names})(?:买|带|寄)[^.。?？!！\d]{{0,10}}(?:标|写|印)\D{{0,4}}"
    r"|在?(?:{names})(?:一直|都|平时|那边|店里|专柜|柜台)*(?:买|戴|穿|拿|用|量|配|试)"
    r"[^,，.。?？!！\d]{{0,8}}(?=\d{{1,3}}(?:\.5)?\s*[号码])"
    r"|在?(?:{names})[^.。?？!！\d]{{0,6}}[买穿戴][^.。?？!！\d]{{0,12}}(?:鞋码?|戒指|裙子?|衣服|[女男]装)"
    r"[^.。?？!！\d]{{0,3}}(?=\d{{1,2}}(?:\.5)?(?!\d|岁))"
    r"|(?:{names})买的?[^,，.。?？!！\d]{{0,6}}(?=\d{{1,3}}\s*[号码]))"
)
_WORN_THERE = (  # 'size 6 in London heels', '在伦敦穿6码'
    r"\bsize (\d{{1,2}}(?:\.5)?)(?: \w+)? in (?:{names})(?![A-Za-z])|在(?:{names})(?:一直|都"
    r"|平时|是)?穿(\d{{1,2}}(?:\.5)?)(?=\s*[码号])"
)


def _cities_as_systems(text: str) -> str:
    """What was bought or is worn somewhere and bears a number, as a label of that country."""
    for system in _CITIES:
        named, worn, sold = _of_cities(system)
        if named.search(text):
            text = sold.sub(rf" {system} \1 ", worn.sub(rf" {system} \1\2 ", text))
    return text


@cache  # they are asked of every message that holds a figure
def _of_cities(system: System) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What names a city of the system, and a number worn there or sold there."""
    names = _CITIES[system]
    number = rf"(\d{{1,3}}(?:\.5)?(?:[码号]?半)?)(?![\d.]*\d)(?!\s*{OTHER})"
    patterns = (names, _WORN_THERE.format(names=names), _SOLD_IN.format(names=names) + number)
    named, worn, sold = (re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    return named, worn, sold


def named_sizes(text: str) -> list[NamedSize]:
    """Sizes said with their system ('US 10', '美码7', '42码' without one)."""
    plain = normal(text)
    if not any(map(str.isdigit, plain)):
        return []
    found: list[tuple[int, NamedSize]] = []
    rest = _WORN_IN.sub(r"\2 \1", _cities_as_systems(plain))
    for system, names in _SYSTEM.items():
        for match in _labelled(names).finditer(rest):
            number = match[1] or match[2]
            found.append((match.start(), NamedSize(decimal_of(number), system)))
        rest = _labelled(names).sub(lambda m: " " * len(m.group()), rest)
    for match in _BARE.finditer(rest):
        found.append((match.start(), NamedSize(decimal_of(match[1] or match[2] or match[3]))))
    return [size for _, size in sorted(found, key=lambda pair: pair[0])]


def wanted_systems(text: str) -> list[System]:
    """Systems that are named without a number: what the shopper wants to convert to."""
    rest = normal(text)
    named = []
    for system, names in _SYSTEM.items():
        without = _labelled(names).sub(" ", rest)
        match = _alone(system).search(without)
        if match:
            named.append((match.start(), system))
    return [system for _, system in sorted(named)]


def letter_size(text: str) -> str | None:
    match = _LETTER.search(normal(text))
    return (match[1] or match[2]).upper() if match else None


def body_label(text: str) -> str | None:
    """A Chinese body size (号型): '160/84A'."""
    match = _HAO_XING.search(normal(text))
    return match[1] if match else None


def cups(text: str) -> list[Cup]:
    plain = normal(text).replace("罩杯", "")
    if _DEGREES.search(plain):
        return []
    found = _CUP.finditer(plain)
    return [Cup(int(m[1]), (m[2] or m[3]).upper()) for m in found]


@cache
def _labelled(names: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![A-Za-z])(?:(?:{names}){_BETWEEN}|{_NO_WORDS}(?:{names})(?![A-Za-z]){_SAID_TO_BE})"
        rf"{NUMBER}(?!\s*(?:cm|mm|厘米|\d|{OTHER}))"
        rf"|(?<![\d.]){NUMBER}\s*(?:码)?\s*(?:{names})(?![A-Za-z])(?!\s*{NUMBER})",
        re.IGNORECASE,
    )


@cache
def _alone(system: System) -> re.Pattern[str]:
    """'us', 'it' and 'de' are also words: as a bare system name they must be in capitals."""
    capitals = system in ("US", "IT", "DE", "FR", "AU")
    flags = re.NOFLAG if capitals else re.IGNORECASE
    return re.compile(rf"(?<![A-Za-z])(?:{_SYSTEM[system]})(?![A-Za-z])", flags)
