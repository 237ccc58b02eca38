"""Materials: figures that follow from a standard or from arithmetic."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import reduce
from typing import get_args

from agents.measures import numeral
from agents.recognisers.reading import Reading, Recogniser
from shop.gems import Gem, compare_hardness, hardness
from shop.materials import (
    fineness_of_karat,
    meaning_of_fineness,
    silk_weight,
    sunglass_category,
    super_number,
    water_resistance,
)
from shop.rulings import Ruling
from shop.weights import WeightUnit, weight_in_grams

_GEMS: dict[str, Gem] = {gem: gem for gem in get_args(Gem)} | {
    "钻": "diamond", "红宝": "ruby", "蓝宝": "sapphire", "祖母绿": "emerald",
    "海蓝宝": "aquamarine", "碧玺": "tourmaline", "水晶": "quartz", "石榴石": "garnet",
    "翡翠": "jadeite", "硬玉": "jadeite", "坦桑石": "tanzanite", "和田玉": "nephrite",
    "软玉": "nephrite", "欧泊": "opal", "绿松石": "turquoise", "青金石": "lapis",
    "孔雀石": "malachite", "珊瑚": "coral", "珍珠": "pearl", "琥珀": "amber",
    "托帕石": "topaz", "尖晶石": "spinel", "亚历山大": "alexandrite",
}  # fmt: skip
_KARAT = r"\b(\d{1,2})\s*-?\s*(?:kt?|karats?|ct gold)\b|(\d{1,2})\s*[kK]\s*金"
_PURITY = r"percent|%|how much gold|pure|含金|纯度|百分|成色|fineness|stamp|mark"
_FINENESS = r"(?<!\d)(999|990|958|950|925|916|900|850|750|585|417|375)(?!\d)"
_MARK = r"stamp|mark|mean|hallmark|刻|印|钢印|什么意思|代表|含义"
_CATEGORY = r"cat(?:egory)?\.?\s*([0-4])|([0-4])\s*类|([0-4])\s*级"
_BAR = (
    r"(?<!\d)(\d{1,2})\s*(?:bars?|巴|atm)\b|(?<!\d)(\d{2,3})\s*(?:m|米)\s*防水"
    r"|(?<!\d)(\d{2,3})\s*(?:m|met(?:re|er)s?|米)(?=.{0,40}(?:\bbar|几巴|多少巴))"
    r"|\bbars?\b.{0,12}?(?<!\d)(\d{2,3})\s*(?:m|met(?:re|er)s?)\b"
)
_SUPER = re.compile(r"(?:super\s*|S)(\d{2,3})|(\d{2,3})\s*'?s\b|(\d{2,3})支", re.I | re.A)
_HARDER = r"hard|scratch|mohs|softer|莫氏|硬度|更硬|哪个.{0,2}硬|耐刮|刮花|划"
_N = r"(\d+(?:\.\d+)?|[半一二两三四五六七八九十])"
_WEIGHTS: tuple[tuple[str, WeightUnit], ...] = (
    (rf"(?:香港|港)\D{{0,5}}?{_N}\s*钱", "hk_qian"),
    (
        rf"(?:香港|港)\D{{0,5}}?{_N}\s*[两兩]"
        r"|(?<![A-Za-z\d])(\d+(?:\.\d+)?|half a|one|a|two)\s*(?:hk |hong kong )?taels?",
        "hk_tael",
    ),
    (rf"(?<!两){_N}\s*钱(?!包|多|少)", "qian"),
    (rf"(?<!斤){_N}\s*[两兩](?![件个天只双条款种码次])", "liang"),
    (rf"{_N}\s*(?:克拉|carats?\b|cts?\b)", "carat"),
    (rf"{_N}\s*(?:troy (?:oz|ounces?)|金衡盎司|盎司|oz\b)", "troy_ounce"),
)


def gems(reading: Reading) -> Ruling | None:
    """A pair of stones, or one of them, on the Mohs scale."""
    if not reading.said(_HARDER) or reading.speaks_of("watch"):
        return None
    named = _gems_named(reading)
    if len(named) == 2:
        return compare_hardness(named[0], named[1])
    if len(named) == 1 and reading.says(r"mohs|莫氏|硬度|how hard"):
        return hardness(named[0])
    return None


def _gems_named(reading: Reading) -> list[Gem]:
    """The stones of this message; those just before where a follow-up names none."""
    named = (_gems_in(text.lower()) for text in reading.texts)
    return next((gems for gems in named if gems), [])


def _gems_in(text: str) -> list[Gem]:
    """Stones in the order they are named; 海蓝宝 is no 蓝宝."""
    found: dict[int, Gem] = {}
    for name in sorted(_GEMS, key=len, reverse=True):
        while (at := text.find(name)) >= 0:
            found[at] = _GEMS[name]
            text = text[:at] + " " * len(name) + text[at + len(name) :]
    return list(dict.fromkeys(found[at] for at in sorted(found)))


def gold(reading: Reading) -> Ruling | None:
    karat = reading.match(_KARAT)
    if karat and reading.says(_PURITY) and not reading.says(r"\bGB\b|国标|废|abolish|killed"):
        return fineness_of_karat(Decimal(karat[1] or karat[2]))
    mark = reading.match(_FINENESS)
    if mark is None or not reading.says(_MARK):
        return None
    fineness = int(mark[1])
    if reading.speaks_of("silver") or fineness in (925, 958):
        return meaning_of_fineness("silver", fineness)
    if reading.speaks_of("platinum") or fineness in (950, 900, 850):
        return meaning_of_fineness("platinum", fineness)
    return meaning_of_fineness("gold", fineness)


def silk(reading: Reading) -> Ruling | None:
    momme = reading.find(r"(\d{1,2}(?:\.\d)?)\s*(?:momme|mm\b|姆米)")
    about = reading.speaks_of("silk", "momme") or reading.said(r"momme|姆米|\bsilk\b|真丝|桑蚕丝")
    if momme is None or not about:
        return None
    asks = reading.says(r"g/m|gsm|gram|grams|克|多重|weigh|heavy|square met|平方")
    return silk_weight(Decimal(momme[1])) if asks else None


def wool(reading: Reading) -> Ruling | None:
    if not _SUPER.search(reading.text) or not reading.says(
        r"micron|µm|um\b|微米|多细|how fine|diameter|直径"
    ):
        return None
    named = [int(next(n for n in m.groups() if n)) for m in _SUPER.finditer(reading.text)]
    first, *others = dict.fromkeys(named)
    return reduce(Ruling.then, (super_number(n) for n in others[:1]), super_number(first))


def lenses(reading: Reading) -> Ruling | None:
    if not (reading.speaks_of("sunglasses") or reading.is_of("eyewear")):
        return None
    if (pair := reading.match(_TWO_CATEGORIES)) and reading.says(_COMPARED_LENSES):
        lighter, darker = sorted((int(pair[1]), int(pair[2])))
        return sunglass_category(darker).then(sunglass_category(lighter))
    category = reading.match(_CATEGORY)
    return sunglass_category(int(next(n for n in category.groups() if n))) if category else None


_TWO_CATEGORIES = (
    r"(?<![\d.])([0-4])\s*(?:级|类|号)?\s*(?:vs\.?|versus|or|and|还是|和|与|跟|比)\s*(?:an?\s"
    r"|cat\w*\s)?([0-4])(?![\d.]*\d)"
)
_COMPARED_LENSES = r"which|darker|driv|motorway|highway|wheel|\bcat|trouble|开车|驾驶|哪|更暗|类|级"


def bars(reading: Reading) -> Ruling | None:
    bar = reading.match(_BAR)
    about = reading.speaks_of("watch", "water-resistance") or reading.says(
        r"潜水|游泳|swim|div(?:e|ing)|\b(?:bar|atm)\b.{0,40}\b(?:met(?:re|er)s?|deep)\b"
        r"|met(?:re|er)s?.{0,20}\b(?:bar|atm)\b|(?:bar|巴).{0,12}米|米.{0,12}(?:bar|巴)"
    )
    if bar is None or reading.is_of("watch") or not about:
        return None
    return water_resistance(int(bar[1]) if bar[1] else int(bar[2] or bar[3] or bar[4]) // 10)


def weights(reading: Reading) -> Ruling | None:
    if not reading.said(r"grams?\b|克(?!拉)|多重|多少g|how (?:much|heavy)|等于|合多少"):
        return None
    for pattern, unit in _WEIGHTS:
        found = reading.match(pattern)
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

MATERIALS: tuple[Recogniser, ...] = (gems, lenses, silk, wool, bars, weights, gold)
