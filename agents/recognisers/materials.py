"""Materials: figures that follow from a standard or from arithmetic."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import reduce
from typing import get_args

from agents.recognisers.reading import Reading, Recogniser
from shop.fibres import beside_super, cashmere_fineness, super_number
from shop.gems import Gem, compare_hardness, hardness
from shop.materials import (
    silk_weight,
    sunglass_category,
    water_resistance,
)
from shop.rulings import Ruling

_GEMS: dict[str, Gem] = {gem: gem for gem in get_args(Gem)} | {
    "钻": "diamond", "红宝": "ruby", "蓝宝": "sapphire", "祖母绿": "emerald",
    "海蓝宝": "aquamarine", "碧玺": "tourmaline", "水晶": "quartz", "石榴石": "garnet",
    "翡翠": "jadeite", "硬玉": "jadeite", "坦桑石": "tanzanite", "和田玉": "nephrite",
    "软玉": "nephrite", "欧泊": "opal", "绿松石": "turquoise", "青金石": "lapis",
    "孔雀石": "malachite", "珊瑚": "coral", "珍珠": "pearl", "琥珀": "amber",
    "托帕石": "topaz", "尖晶石": "spinel", "亚历山大": "alexandrite",
}  # fmt: skip
_CATEGORY = r"cat(?:egory)?\.?\s*([0-4])|([0-4])\s*类|([0-4])\s*级"
_BAR = (
    r"(?<!\d)(\d{1,2})\s*(?:(?:bars?|atm)(?![A-Za-z])|巴(?!黎))"
    r"|(?<!\d)(\d{2,3})\s*(?:m|米)\s*防水"
    r"|(?<!\d)(\d{2,3})\s*(?:m|met(?:re|er)s?|米)(?=.{0,40}(?:\bbar|几巴|多少巴))"
    r"|\bbars?\b.{0,12}?(?<!\d)(\d{2,3})\s*(?:m|met(?:re|er)s?)\b"
)
_SUPER = re.compile(r"(?:super\s*|S)(\d{2,3})|(\d{2,3})\s*'?s\b|(\d{2,3})支", re.I | re.A)
_HARDER = r"hard|scratch|mohs|softer|莫氏|硬度|更硬|哪个.{0,2}硬|耐刮|刮花|划"
_HOW_FINE = (
    r"micron|[µμ]m|um\b|微米|多细|更细|谁细|哪个细|细[吗么不]|细度|\bfine(?:r|st|ness)?\b|thinner"
    r"|diameter|直径"
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


def silk(reading: Reading) -> Ruling | None:
    if of_piece := _silk_of_piece(reading):
        return silk_weight(Decimal(of_piece))
    momme = reading.find(r"(\d{1,2}(?:\.\d)?)\s*(?:momme|mm\b|姆米)")
    about = reading.speaks_of("silk", "momme") or reading.said(r"momme|姆米|\bsilk\b|真丝|桑蚕丝")
    if momme is None or not about:
        return None
    asks = reading.says(r"g/m|gsm|gram|grams|克|多重|weigh|heavy|square met|平方")
    return silk_weight(Decimal(momme[1])) if asks else None


def _silk_of_piece(reading: Reading) -> int | None:
    """The momme of a piece asked for by the area: 'Soir's 22, how heavy is a square metre'."""
    momme = reading.piece.silk_momme if reading.piece else None
    said = reading.numbers()
    if not momme or not reading.says(_BY_AREA) or any(n != momme and n > 1 for n in said):
        return None
    return momme


def cashmere(reading: Reading) -> Ruling | None:
    """A mean fibre beside the legal limit of the US: a figure said, or a piece's own."""
    said = reading.match(r"(?<![\d.])(\d{1,2}(?:\.\d{1,2})?)\s*-?\s*(?:[µμ]m|um\b|microns?\b|微米)")
    of_cashmere = reading.speaks_of("cashmere") or reading.is_of("knitwear")
    if not of_cashmere or not reading.says(_BY_LAW):
        return None
    yarn = reading.piece.yarn if reading.piece else None
    named = reading.says(r"cashmere|羊绒|micron|微米")
    fibre = Decimal(said[1]) if said else yarn.fibre_um if yarn and named else None
    return cashmere_fineness(fibre) if fibre else None


_BY_LAW = (
    r"\blegal(?:ly)?\b|\blaw\b|\bFTC\b|\b(?:US|american) (?:limit|rule|definition)|count(?:s"
    r"|ed)? as cashmere"
    r"|(?:call|sold|label\w*) (?:it )?(?:as )?cashmere in (?:the )?(?:US|states|america)"
    r"|美国.{0,8}(?:法|规定|上限|标准|算)|法律|法规|合法"
)
_BY_AREA = (
    r"g/m|\bgsm\b|grammage|(?:per|a|each|one|1) (?:square|sq)|/ ?m(?:2|²)|平方米?|平米|克重|每平"
)


def wool(reading: Reading) -> Ruling | None:
    """The limit of one or two Super numbers, or of one beside a piece's fibre."""
    found = (int(next(n for n in m.groups() if n)) for m in _SUPER.finditer(reading.text))
    named = [number for number in found if 80 <= number <= 210]
    if not named or not reading.says(_HOW_FINE):
        return None
    if reading.piece and (yarn := reading.piece.yarn):
        return beside_super(reading.piece.name, reading.piece.rule, yarn.fibre_um, named[0])
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
    """What a watch of so many bar is good for, or each of two."""
    sealed = reading.speaks_of("water-resistance") or reading.said(_SEALED)
    about = sealed or reading.speaks_of("watch") or reading.said(_OF_WATCHES)
    if not about or reading.is_of("watch") or reading.says(_DIVERS):
        return None
    pattern = f"{_BAR}|{_METRES}" if sealed else _BAR
    rated = next((found for text in reading.texts if (found := _ratings(text, pattern))), ())
    return reduce(Ruling.then, map(water_resistance, rated[:2])) if rated else None


_DIVERS = r"潜水表|\bdiver'?s?\b|\bdiving watch"  # the article tells of them
_OF_WATCHES = (
    r"表(?!示|明|面|格|单)|潜水|游泳|swim|div(?:e|ing)"
    r"|\b(?:bar|atm)\b.{0,40}\b(?:met(?:re|er)s?|deep)\b"
    r"|met(?:re|er)s?.{0,20}\b(?:bar|atm)\b|(?:bar|巴).{0,12}米|米.{0,12}(?:bar|巴)"
)
_SEALED = r"防水|water.?(?:proof|resist)"
_METRES = r"(?<![\d.])([2-9]0|[1-3]00)\s*(?:m\b|met(?:re|er)s?|米)"


def _ratings(text: str, pattern: str) -> tuple[int, ...]:
    """Every rating named, in bar: ten metres are one."""
    found = re.finditer(pattern, text, re.IGNORECASE)
    said = (int(f[1]) if f[1] else int(next(filter(None, f.groups()))) // 10 for f in found)
    return tuple(dict.fromkeys(said))


MATERIALS: tuple[Recogniser, ...] = (gems, lenses, silk, wool, cashmere, bars)
