"""Bras: bands across countries, and cups by two standards that disagree (SIZE-43, SIZE-44)."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from shop.errors import BadInput
from shop.figures import number, to_nearest
from shop.language import Bilingual
from shop.rulings import Ruling, require_positive, ruling, same

BandSystem = Literal["eu", "fr", "uk_us", "it", "au"]
CupSystem = Literal["uk", "us", "eu"]
LabelSystem = Literal["uk", "us", "eu", "fr", "it", "au", "cn"]

_BAND_STEP = Decimal(5)
_BANDS: dict[BandSystem, tuple[Decimal, Decimal]] = {  # the band for EU 75, and its step
    "eu": (Decimal(75), Decimal(5)),
    "fr": (Decimal(90), Decimal(5)),
    "uk_us": (Decimal(34), Decimal(2)),
    "it": (Decimal(3), Decimal(1)),
    "au": (Decimal(10), Decimal(2)),
}
# one row for each cup; where US labels part ways from maker to maker the table ends
_CUPS: tuple[dict[CupSystem, str], ...] = (
    {"uk": "AA", "us": "AA", "eu": "AA"},
    {"uk": "A", "us": "A", "eu": "A"},
    {"uk": "B", "us": "B", "eu": "B"},
    {"uk": "C", "us": "C", "eu": "C"},
    {"uk": "D", "us": "D", "eu": "D"},
    {"uk": "DD", "us": "DD", "eu": "E"},
    {"uk": "E", "us": "DDD (F)", "eu": "F"},
)
_US_NAMES = {"DDD": "DDD (F)", "F": "DDD (F)"}
BAND_OF: dict[LabelSystem, BandSystem] = {
    "uk": "uk_us", "us": "uk_us", "eu": "eu", "fr": "fr", "it": "it", "au": "au", "cn": "eu",
}  # fmt: skip
_CUPS_OF: dict[LabelSystem, CupSystem] = {
    "uk": "uk", "us": "us", "eu": "eu", "fr": "eu", "it": "eu", "au": "uk", "cn": "eu",
}  # fmt: skip
_SHOWN: dict[LabelSystem, str] = {
    "uk": "UK", "us": "US", "eu": "EU", "fr": "FR", "it": "IT", "au": "AU", "cn": "CN",
}  # fmt: skip
_EN_CUPS = ("A", "B", "C", "D")
_EN_FIRST_CM, _EN_STEP_CM = Decimal(12), Decimal(2)
_JP_CUPS = ("A", "B", "C", "D", "E")
_JP_FIRST_CM, _JP_STEP_CM = Decimal(10), Decimal("2.5")
_BEYOND = "—"


def band(system: BandSystem, size: Decimal) -> Ruling:
    """A bra band in every country. `values`: eu, fr, uk_us, it, au.

    Raises BadInput for a number that is no band of that system.
    """
    at_75, step = _BANDS[system]
    steps = (size - at_75) / step
    if steps != int(steps) or not -4 <= steps <= 10:
        raise BadInput(f"{size} is no bra band of the {system.upper()} scale.")
    return ruling(
        "SIZE-43",
        "standard",
        "下围对照：EU/CN/JP {eu}，FR/BE/ES {fr}，UK/US {uk_us}，IT {it}，AU {au}（EU {eu} "
        "即下胸围约 {eu} 厘米，±2）。澳洲各家标法不一，请以厘米为准。",
        "The band is EU/CN/JP {eu}, FR/BE/ES {fr}, UK/US {uk_us}, IT {it}, AU {au} (EU {eu} is an "
        "underbust of about {eu} cm, ±2). Australian labels vary, so go by the centimetres.",
        **{name: start + by * steps for name, (start, by) in _BANDS.items()},
    )


def bra_from_label(system: LabelSystem, band_size: Decimal, cup: str) -> Ruling:
    """A whole bra size in every country: UK 34DD is EU/CN 75E, FR 90E, US 34DD, IT 3E.

    `values`: eu, fr, uk, us, it (as printed, '75E'). A cup beyond the table is ruled 'none', since
    makers part ways there. Raises BadInput for no band of that system.
    """
    bands = band(BAND_OF[system], band_size).values
    counted = _CUPS_OF[system]
    wanted = _US_NAMES.get(cup.upper(), cup.upper()) if counted == "us" else cup.upper()
    row = next((row for row in _CUPS if row[counted] == wanted), None)
    if row is None:
        return _beyond(system, band_size, cup.upper())
    return ruling(
        "SIZE-43 SIZE-44",
        "trade",
        "{given} 约等于 EU/CN {eu}，FR {fr}，UK {uk}，US {us}，IT {it}。"
        "各国罩杯标法不同（D 杯以上更甚，日本/中国另按胸围差计），请以品牌尺码表为准。",
        "{given} is about EU/CN {eu}, FR {fr}, UK {uk}, US {us}, IT {it}. Cups are labelled "
        "differently, above D most of all, and Japan and China count them their own way: the "
        "maker's chart wins.",
        given=same(f"{_SHOWN[system]} {number(band_size)}{cup.upper()}"),
        eu=f"{bands['eu']}{row['eu']}",
        fr=f"{bands['fr']}{row['eu']}",
        uk=f"{bands['uk_us']}{row['uk']}",
        us=f"{bands['uk_us']}{row['us']}",
        it=f"{bands['it']}{row['eu']}",
    )


CupStandard = Literal["en", "jp_cn"]


def bra_from_measures(
    underbust_cm: Decimal, bust_cm: Decimal, wanted: CupStandard | None = None
) -> Ruling:
    """Band and cup for two measures in cm, by EN 13402 and by the JP/CN trade; the wanted first.

    `values`: band (EU/CN/JP), difference_cm, en_cup, jp_cn_cup ('—' beyond that scale), and with a
    wanted standard `size` ('75C'). Raises BadInput when the bust is not larger than the underbust.
    """
    require_positive(underbust_cm, "An underbust")
    difference = bust_cm - underbust_cm
    if difference <= 0:
        raise BadInput("The bust must be larger than the underbust.")
    en, jp = _en_cup(difference), _jp_cup(difference)
    if wanted is not None and _BEYOND not in (size := en if wanted == "en" else jp):
        return _by_one_standard(underbust_cm, difference, wanted, size)
    zh, en_text = (
        "两套标准不同，请说明要买哪一种。",
        "The two standards differ, so say which you buy.",
    )
    return ruling(
        "SIZE-43 SIZE-44",
        "standard",
        "下围选 {band}（下胸围 {underbust_cm} 厘米）。胸围差 {difference_cm} 厘米：欧标 EN 13402 "
        "{en_said}，日本/中国{jp_said}。" + (zh if en != jp else ""),
        "Band {band} (underbust {underbust_cm} cm). A difference of {difference_cm} cm is "
        "{en_said} by EN 13402 and {jp_said} in Japan and China."
        + (f" {en_text}" if en != jp else ""),
        underbust_cm=underbust_cm,
        band=to_nearest(underbust_cm, _BAND_STEP),
        difference_cm=difference,
        en_said=_cup_said(en),
        jp_said=_cup_said(jp),
        en_cup=en,
        jp_cn_cup=jp,
    )


def _by_one_standard(
    underbust_cm: Decimal, difference: Decimal, wanted: CupStandard, cup: str
) -> Ruling:
    own, other = Bilingual("欧标 EN 13402", "EN 13402"), Bilingual("日本/中国", "Japan and China")
    other_cup = _jp_cup(difference)
    if wanted == "jp_cn":
        own, other, other_cup = other, own, _en_cup(difference)
    band_cm = to_nearest(underbust_cm, _BAND_STEP)
    return ruling(
        "SIZE-43 SIZE-44",
        "standard",
        "按{own}的标准为 {size}：下胸围 {underbust_cm} 厘米，胸围差 {difference_cm} 厘米为 {cup} "
        "杯。同样的差在{other}{other_said}。",
        "By the standard of {own} it is {size}: underbust {underbust_cm} cm, and a difference of "
        "{difference_cm} cm is cup {cup}. In {other} the same difference is {other_said}.",
        own=own,
        other=other,
        underbust_cm=underbust_cm,
        difference_cm=difference,
        size=f"{number(band_cm)}{cup}",
        cup=cup,
        other_said=_cup_said(other_cup),
        band=band_cm,
        en_cup=cup if wanted == "en" else other_cup,
        jp_cn_cup=other_cup if wanted == "en" else cup,
    )


def cups_of_difference(difference_cm: Decimal) -> Ruling:
    """The cup of a bust above the underbust in cm, by EN 13402 and by the JP/CN trade.

    `values`: difference_cm, en_cup, jp_cn_cup ('—' beyond that scale).
    """
    require_positive(difference_cm, "A difference")
    en, jp = _en_cup(difference_cm), _jp_cup(difference_cm)
    same_cup = en == jp
    return ruling(
        "SIZE-43 SIZE-44",
        "standard",
        "胸围差 {difference_cm} 厘米：欧标 EN 13402 {en_said}，日本（JIS）和中国{jp_said}"
        + ("。" if same_cup else "：两套标准不同，两个都没有量错。"),
        "A difference of {difference_cm} cm is {en_said} by the European EN 13402 and {jp_said} "
        "in Japan (JIS) and China"
        + ("." if same_cup else ": the two standards differ, so neither is a mistake."),
        difference_cm=difference_cm,
        en_said=_cup_said(en),
        jp_said=_cup_said(jp),
        en_cup=en,
        jp_cn_cup=jp,
    )


def _cup_said(cup: str) -> Bilingual:
    if cup == _BEYOND:
        return Bilingual("没有对应的杯型", "outside the cups")
    return Bilingual(f"为 {cup} 杯", f"cup {cup}")


def _en_cup(difference: Decimal) -> str:
    at = int((difference - _EN_FIRST_CM) // _EN_STEP_CM)
    return _EN_CUPS[at] if 0 <= at < len(_EN_CUPS) else _BEYOND


def _jp_cup(difference: Decimal) -> str:
    at = int(to_nearest(difference - _JP_FIRST_CM, _JP_STEP_CM) / _JP_STEP_CM)
    return _JP_CUPS[at] if 0 <= at < len(_JP_CUPS) else _BEYOND


def _beyond(system: LabelSystem, band_size: Decimal, cup: str) -> Ruling:
    label = f"{_SHOWN[system]} {number(band_size)}{cup}"
    return ruling(
        "SIZE-44",
        "none",
        "{label} 的杯型各家标法不同，没有可靠的统一对照。请提供下胸围和胸围（厘米）。",
        "Makers label the cup of {label} differently, and no conversion is reliable. Please give "
        "your underbust and bust in cm.",
        label=same(label),
    )
