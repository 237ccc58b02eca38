"""Bras: by two measures, or by a label of any country."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import Cup, centimetres
from agents.recognisers.reading import Reading, Recogniser
from shop.rulings import Ruling
from shop.sizing.underwear import (
    BAND_OF,
    CupStandard,
    LabelSystem,
    band,
    bra_from_label,
    bra_from_measures,
    cups_of_difference,
)

_SYSTEMS: tuple[tuple[LabelSystem, str], ...] = (
    ("fr", r"法国|法码|(?<![A-Za-z])FR(?![A-Za-z])|french|西班牙|spanish|比利时|belgian"),
    ("it", r"意大利|意码|(?<![A-Za-z])IT(?![A-Za-z])|italian"),
    ("au", r"澳|(?<![A-Za-z])AU(?![A-Za-z])|australian"),
    ("us", r"美国|美码|(?<![A-Za-z])US(?![A-Za-z])|american"),
    ("uk", r"英国|英码|(?<![A-Za-z])UK(?![A-Za-z])|british"),
    (
        "cn",
        r"中国|国内|(?<![法美英德韩])国码|(?<![A-Za-z])CN(?![A-Za-z])|chinese|日本|日码|japanese",
    ),
    ("eu", r"欧|(?<![A-Za-z])EU(?![A-Za-z])|european"),
)
_SMALL_BAND = re.compile(  # Italian 1–7 and Australian 6–24 are no bands of other countries
    r"(?<!\d)(\d{1,2})\s*(AA|DDD|DD|FF|GG|[A-H])(?![A-Za-z0-9])"
)
_CUP_FIRST = re.compile(r"(?<![A-Za-z])([A-H])\s?([6-9][05])(?!\d)")
_BEHIND = re.compile(
    r"\s?(?:US|UK|EU|FR|IT|AU|[Ff]rench|[Ii]talian|[Ss]panish|[Bb]elgian|[Aa]merican|[Bb]ritish"
    r"|[美英法欧]码|法国码|意大利码)(?![A-Za-z])"
)
_BEFORE, _EU_FROM = 20, 60
_ENDS = re.compile(r"[,，。.;；?？!！]")
_IN_INCHES = ("uk", "us")  # their bands end below 60


def bras(reading: Reading) -> Ruling | None:
    body = reading.body()
    under = centimetres(body["underbust"]) if "underbust" in body else None
    under = under if under and under >= _LEAST_UNDERBUST else None  # 'bust minus underbust 13'
    if under and "bust" in body:
        return bra_from_measures(under, centimetres(body["bust"]), _standard(reading))
    if (apart := _apart(reading, under is not None)) is not None:
        both = under and bra_from_measures(under, under + apart, _standard(reading))
        return both or cups_of_difference(apart)
    about_bras = reading.speaks_of("bra") or reading.says(_BRA)
    cups = reading.cups()
    if about_bras and not cups:
        return _of_other_scales(reading) or _band_alone(reading)
    if not cups and reading.question.follow_up and reading.said(_BAND):
        return _band_alone(reading)
    if not cups or not (about_bras or reading.says(r"(?-i:\d\s?[A-H]{1,3}\b)")):
        return None
    system = _system_of(reading.text, cups[0]) or ("eu" if cups[0].band >= _EU_FROM else "uk")
    return bra_from_label(system, Decimal(cups[0].band), cups[0].letter)


def _of_other_scales(reading: Reading) -> Ruling | None:
    """'IT 3C', 'AU 12B', and the Japanese 'C75', whose letter comes first."""
    if turned := _CUP_FIRST.search(reading.text):
        return bra_from_label("cn", Decimal(turned[2]), turned[1])
    found = _SMALL_BAND.search(reading.text)
    system = _system_of(reading.text, Cup(int(found[1]), found[2])) if found else None
    if found is None or system not in ("it", "au"):
        return None
    return bra_from_label(system, Decimal(found[1]), found[2])


_BRA = (
    r"胸衣|罩杯|\bcups?\b|\bbras?\b|文胸|内衣|下围|底围|胸罩"
    r"|\b(?:UK|US|EU|FR|IT|AU|italian|french|european|british|spanish|american|australian) bands?\b"
)
_BAND = r"\bbands?\b|下胸?围|底围"


def _band_alone(reading: Reading) -> Ruling | None:
    """'UK 36 band in EU', 'italian bra band 5': the band in every country."""
    if not reading.said(_BAND):
        return None
    for system, names in _SYSTEMS:
        if found := reading.find(rf"(?:{names}){_BAND_WORDS}(\d{{1,3}})(?!\d|\s*(?:cm|厘米))"):
            return band(BAND_OF[system], Decimal(found[1]))
    return None


_DIFFERENCE = (
    r"\b(?:over|above|more than|bigger than) (?:my |the |her )?under|differen|\bapart\b"
    r"|gap\b|minus|胸围差|上下围?差|相差|差"
)
_CUP_LETTERS = re.compile(r"(?<![A-Za-z'])[A-F](?![A-Za-z'])|[A-Fa-f]\s?罩?杯|\bcup|杯")
_TWO_BUSTS = (  # the two measures whose difference makes the cup
    r"上下?胸围?.{0,4}下胸|上下胸?围|\b(?:over|full|upper)?.?bust\b.{0,16}\b(?:and|to|minus|vs|less|over|above|than)\b"
    r".{0,12}\b(?:under|lower|below|ribs?|ribcage)"
)
_NAMES_OF_STANDARDS = re.compile(r"(?:EN|JIS)?\s?\d{4,5}|JIS", re.IGNORECASE)
_APART_BARE = re.compile(  # '胸围差15', 'a difference of 15'
    r"(?:差|相差|落差)(?:了|是|为|有|值|大?概|大约)*\s*(\d{1,2}(?:\.5)?)(?![\d.]*\d)"
    r"|(?:difference|gap)\s*(?:of|is|=|:|about|around|roughly|\s)*(\d{1,2}(?:\.5)?)(?![\d.]*\d)",
    re.IGNORECASE,
)
_BY: tuple[tuple[CupStandard, str], ...] = (
    ("jp_cn", r"国内|中国|国码|日本|日码|(?-i:\bCN\b|\bJP\b)|\bchin(?:a|ese)\b|\bjapan"),
    ("en", r"欧标|欧洲|欧码|欧盟|(?-i:\bEN\b|\bEU\b)|\beurope|\b13402"),
)


def _standard(reading: Reading) -> CupStandard | None:
    """The one standard that is asked for; none where both are or neither is."""
    named = [standard for standard, names in _BY if reading.says(names)]
    return named[0] if len(named) == 1 else None


def _apart(reading: Reading, with_band: bool = False) -> Decimal | None:
    """Bust above underbust, where only their difference and cups are said."""
    named = with_band or _CUP_LETTERS.search(reading.text) or reading.says(_TWO_BUSTS)
    fitted = (
        with_band or reading.says(f"{_BRA}|{_TWO_BUSTS}") or reading.says(r"\bfitter|杯|胸围差")
    )
    if not named or not (fitted or reading.speaks_of("bra")) or reading.cups():
        return None
    return _figure_apart(reading) if reading.says(_DIFFERENCE) else None


def by_the_other_standard(reading: Reading) -> Ruling | None:
    """'And by the European one?' after the difference was told: its cup by both standards."""
    if _standard(reading) is None or any(
        map(str.isdigit, _NAMES_OF_STANDARDS.sub("", reading.text))
    ):
        return None
    told = reading.before(_DIFFERENCE)
    if told is None or not reading.ever_said(f"{_BRA}|{_TWO_BUSTS}"):
        return None
    apart = _figure_apart(told)
    return cups_of_difference(apart) if apart is not None else None


def _figure_apart(reading: Reading) -> Decimal | None:
    bare = _APART_BARE.search(reading.text)
    said = [Decimal(bare[1] or bare[2])] if bare else list(map(centimetres, reading.lengths()))
    return next((cm for cm in said if _LEAST_APART <= cm <= _MOST_APART), None)


_LEAST_APART, _MOST_APART, _LEAST_UNDERBUST = 8, 32, 50

_BAND_WORDS = r"(?:[\s:=]|码|的|是|内衣|文胸|胸罩|下胸?围|底围|bra|bands?|size|is|an?|number)*"


def _system_of(text: str, cup: Cup) -> LabelSystem | None:
    """The country said just before the label, or right after it ('36F US')."""
    at = text.find(str(cup.band))
    after = at + len(str(cup.band)) + len(cup.letter)
    clause = _ENDS.split(text[max(at - _BEFORE, 0) : at])[-1]
    behind = _BEHIND.match(text[after:])
    near = behind.group() if behind else clause
    said = [
        (found.end(), system)
        for system, names in _SYSTEMS
        for found in re.finditer(names, near, re.IGNORECASE)
    ]
    system = max(said)[1] if said else None
    return system if system not in _IN_INCHES or cup.band < _EU_FROM else None


UNDERWEAR: tuple[Recogniser, ...] = (by_the_other_standard, bras)
