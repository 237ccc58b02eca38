"""Precious metals: fineness, weights, and from which weight a hallmark is due."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import reduce

from agents.measures import numeral
from agents.recognisers.reading import Reading, Recogniser
from shop.hallmarks import Marked, hallmark_due
from shop.materials import Metal, fineness_of_karat, gold_beside, meaning_of_fineness
from shop.products import Product
from shop.rulings import Ruling
from shop.weights import WeightUnit, weight_in_grams

_KARAT = r"\b(\d{1,2})\s*-?\s*(?:kt?|karats?|ct gold)\b|(\d{1,2})\s*[kK]\s*金"
_BRITISH_KARAT = r"(?<![\d.])(9|10|14|18|22|24)\s*-?\s*(?:cts?|carats?)\b"  # 'carat' for 'karat'
_GOLD = r"\bgold\b|金(?!衡)"
_PURITY = (
    r"percent|%|how much (?:\w+ )?(?:real )?gold|pure|含金|多少(?:是|算)?(?:真的?|纯的?)?金"
    r"|纯度|百分|成色|fineness|stamp|mark"
)
_FINENESS = r"(?<!\d)(999|990|958|950|925|916|900|850|750|585|417|375)(?!\d)"
_MARK = r"stamp|mark|mean|hallmark|刻|印|钢印|什么意思|代表|含义"
_N = r"((?<!\d)\d{1,6}(?:\.\d{1,4})?|[半一二两三四五六七八九十])"
_WEIGHTS: tuple[tuple[str, WeightUnit], ...] = (
    (rf"(?:香港|港)\D{{0,5}}?{_N}\s*钱", "hk_qian"),
    (
        rf"(?:香港|港)\D{{0,5}}?{_N}\s*[两兩]"
        r"|(?<![A-Za-z\d])(\d{1,6}(?:\.\d{1,4})?|half a|one|a|two)\s*(?:hk |hong kong )?taels?",
        "hk_tael",
    ),
    (rf"(?<!两){_N}\s*钱(?!包|多|少)", "qian"),
    (rf"(?<!斤){_N}\s*[两兩](?![件个天只双条款种码次])", "liang"),
    (rf"{_N}\s*(?:克拉|carats?\b|cts?\b)", "carat"),
    (rf"{_N}\s*(?:troy (?:oz|ounces?)|金衡盎司|盎司|oz\b)", "troy_ounce"),
)


def beside_ours(reading: Reading) -> Ruling | None:
    """A mark or karat of hers beside a gold piece of ours: which has more gold."""
    ours = _gold_of_ours(reading)
    if ours is None or not reading.says(_BESIDE):
        return None
    marks = [int(mark[1]) for mark in re.finditer(_FINENESS, reading.text)]
    marks += [int(fineness_of_karat(karat).values["fineness"]) for karat in _karats(reading)]
    others = [mark for mark in dict.fromkeys(marks) if mark != ours.gold_fineness]
    wanted = others or marks[:1]
    return gold_beside(ours, wanted[0]) if len(wanted) == 1 else None


def _gold_of_ours(reading: Reading) -> Product | None:
    """The gold piece spoken of; for 'yours' the only one there is."""
    everything = reading.books.catalogue.all() if reading.says(_YOURS) else ()
    gold = [piece for piece in reading.pieces or everything if piece.gold_fineness]
    return gold[0] if len(gold) == 1 else None


_YOURS = r"\b(?:yours|your gold)\b|你们(?:家)?的(?!是)"
_BESIDE = (
    r"\b(?:more|less|lower|higher|purer|finer|better|richer|as much|same|equal|compar\w*"
    r"|than|beside|vs)\b"
    r"|比|更|多|少|高|低|一样|相同|纯[吗么些]|差"
)


def gold(reading: Reading) -> Ruling | None:
    """Karats or marks in parts per thousand: what they say, the first two where several are."""
    of_karats = (reading.says(_PURITY) or _in_carats(reading)) and not reading.says(
        r"\bGB\b|国标|废|abolish|killed"
    )
    if of_karats and (karats := _karats(reading)):
        return reduce(Ruling.then, map(fineness_of_karat, karats[:2]))
    of_platinum = reading.says(_PURITY) and reading.says(r"\bPt ?\d|铂|platinum")
    if not (reading.says(_MARK) or of_platinum):
        return None
    marks = dict.fromkeys(int(mark[1]) for mark in re.finditer(_FINENESS, reading.text))
    said = [meaning_of_fineness(_metal_of(mark, reading, len(marks)), mark) for mark in marks]
    return reduce(Ruling.then, said[:2]) if said else None


def _karats(reading: Reading) -> list[Decimal]:
    """Every karat named: '22K和18K' is gold of both."""
    karat = f"{_KARAT}|{_BRITISH_KARAT}" if _in_carats(reading) else f"{_KARAT}|(?!)()"
    found = re.finditer(karat, reading.text, re.IGNORECASE | re.ASCII)
    named = [Decimal(one[1] or one[2] or one[3]) for one in found]
    return list(dict.fromkeys(karat for karat in named if 1 <= karat <= 24))


def _in_carats(reading: Reading) -> bool:
    """'9ct' of gold is its fineness, of a stone its weight."""
    return reading.says(_BRITISH_KARAT) and reading.says(_GOLD) and not reading.says(_STONE)


_STONE = r"diamond|\bstones?\b|\bgems?\b|sapphire|ruby|emerald|钻|宝石|蓝宝|红宝|祖母绿|翡翠"


def _metal_of(fineness: int, reading: Reading, marks: int) -> Metal:
    """By the mark, where it is one metal's; else as said, of a single mark."""
    if fineness in (925, 958) or (marks == 1 and reading.speaks_of("silver")):
        return "silver"
    if fineness in (950, 900, 850) or (marks == 1 and reading.speaks_of("platinum")):
        return "platinum"
    return "gold"


def weights(reading: Reading) -> Ruling | None:
    if not reading.said(r"grams?\b|克(?!拉)|多重|多少g|how (?:much|heavy)|等于|合多少"):
        return None
    for pattern, unit in _WEIGHTS:
        found = reading.match(pattern)
        if unit == "carat" and _in_carats(reading):
            continue
        if found is None or (unit in _OF_GOLD and not reading.said(_GOLD_OR_GRAMS)):
            continue
        count = numeral(next(n for n in found.groups() if n))
        if unit in _TENFOLD:
            count += _tenths(reading.text[found.end() :])
        return weight_in_grams(count, _of_hong_kong(unit, reading))
    return None


def _of_hong_kong(unit: WeightUnit, reading: Reading) -> WeightUnit:
    """'那三两呢' after a Hong Kong tael is of Hong Kong still."""
    if not reading.said(r"香港|港[两钱]"):
        return unit
    return _IN_HONG_KONG.get(unit, unit)


_IN_HONG_KONG: dict[WeightUnit, WeightUnit] = {"liang": "hk_tael", "qian": "hk_qian"}


_TENFOLD = ("qian", "liang", "hk_qian", "hk_tael")  # 1 两 is 10 钱, 1 钱 is 10 分
_TENTHS = re.compile(
    r"\s*([1-9一二三四五六七八九])(?!\d"
    r"|[十百个件只])\s*(?:[钱分]\s*(?:([1-9一二三四五六七八九])(?:[分厘])?)?)?"
)


def _tenths(behind: str) -> Decimal:
    """'三钱二' is 3.2 qian, '二两三钱五' 2.35 liang."""
    found = _TENTHS.match(behind)
    if found is None:
        return Decimal(0)
    return numeral(found[1]) / 10 + (numeral(found[2]) / 100 if found[2] else 0)


_OF_GOLD = ("qian", "liang", "hk_qian", "troy_ounce")
_GOLD_OR_GRAMS = r"金|银|gold|silver|克|gram|首饰|珠宝"

_GRAMS = rf"{_N}\s*-?\s*(?:克(?!拉)|grams?\b|grammes?\b|gr?\b)"
_MARKED: tuple[tuple[Marked, str], ...] = (
    ("palladium", r"palladium|钯"), ("platinum", r"platinum|铂|白金"),
    ("silver", r"silver|sterling|银|\b925\b"), ("gold", r"gold|金"),
)  # fmt: skip


def hallmarks(reading: Reading) -> Ruling | None:
    """A piece's weight beside the least that must be hallmarked in the UK."""
    grams = reading.match(_GRAMS)
    marked = reading.says(r"hallmark|assay|检验印记|印记|戳记|打标")
    british = reading.says(
        r"\b(?:uk|british|britain|england|english|london|birmingham|sheffield)\b|英|伦敦"
    )
    if grams is None or not (marked and british):
        return None
    metal = next((metal for metal, names in _MARKED if reading.says(names)), None)
    return hallmark_due(metal, numeral(grams[1])) if metal else None


METALS: tuple[Recogniser, ...] = (hallmarks, beside_ours, weights, gold)
