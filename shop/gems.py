"""Hardness of gems on the Mohs scale (MAT-50 to MAT-52): a rank, not a measure of toughness."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from shop.figures import between
from shop.language import Bilingual
from shop.rulings import Ruling, ruling, same

Gem = Literal[
    "diamond", "ruby", "sapphire", "alexandrite", "topaz", "spinel", "emerald", "aquamarine",
    "tourmaline", "quartz", "garnet", "jadeite", "tanzanite", "nephrite", "opal", "turquoise",
    "lapis", "malachite", "coral", "pearl", "amber",
]  # fmt: skip


_QUARTZ = 7


@dataclass(frozen=True, slots=True)
class _Hardness:
    """Mohs hardness as a range; the two ends are equal where it is one figure."""

    name: Bilingual
    low: Decimal
    high: Decimal

    @property
    def middle(self) -> Decimal:
        return (self.low + self.high) / 2

    @property
    def text(self) -> str:
        return between(self.low, self.high) if self.low != self.high else f"{self.low}"


def _mohs(zh: str, en: str, low: str, high: str = "") -> _Hardness:
    return _Hardness(Bilingual(zh, en), Decimal(low), Decimal(high or low))


_GEMS: dict[Gem, _Hardness] = {  # MAT-50
    "diamond": _mohs("钻石", "diamond", "10"),
    "ruby": _mohs("红宝石", "ruby", "9"),
    "sapphire": _mohs("蓝宝石", "sapphire", "9"),
    "alexandrite": _mohs("变石", "alexandrite", "8.5"),
    "topaz": _mohs("托帕石", "topaz", "8"),
    "spinel": _mohs("尖晶石", "spinel", "8"),
    "emerald": _mohs("祖母绿", "emerald", "7.5", "8"),
    "aquamarine": _mohs("海蓝宝石", "aquamarine", "7.5", "8"),
    "tourmaline": _mohs("碧玺", "tourmaline", "7", "7.5"),
    "quartz": _mohs("石英（水晶）", "quartz", "7"),
    "garnet": _mohs("石榴石", "garnet", "6.5", "7.5"),
    "jadeite": _mohs("翡翠", "jadeite", "6.5", "7"),
    "tanzanite": _mohs("坦桑石", "tanzanite", "6", "7"),
    "nephrite": _mohs("和田玉", "nephrite", "6", "6.5"),
    "opal": _mohs("欧泊", "opal", "5", "6.5"),
    "turquoise": _mohs("绿松石", "turquoise", "5", "6"),
    "lapis": _mohs("青金石", "lapis lazuli", "5", "6"),
    "malachite": _mohs("孔雀石", "malachite", "3.5", "4"),
    "coral": _mohs("珊瑚", "coral", "3.5", "4"),
    "pearl": _mohs("珍珠", "pearl", "2.5", "4.5"),
    "amber": _mohs("琥珀", "amber", "2", "2.5"),
}


_TOUGHNESS: dict[Gem, Bilingual] = {  # MAT-51
    "diamond": Bilingual(
        "硬度不等于韧性：钻石受撞击仍可能崩裂。",
        "Hard is not tough: a knock can still chip a diamond.",
    ),
    "emerald": Bilingual(
        "祖母绿多有裂隙并经浸油，怕磕碰。",
        "Emerald is usually fractured and oiled, so mind knocks.",
    ),
    "jadeite": Bilingual("翡翠韧性很好。", "Jadeite is very tough."),
    "nephrite": Bilingual("和田玉韧性很好。", "Nephrite is very tough."),
}


def hardness(gem: Gem) -> Ruling:
    """A gem's Mohs hardness, and what it means beside dust. `values`: low, high."""
    stone = _GEMS[gem]
    zh, en = "{name}的莫氏硬度为 {mohs}。", "{Name} is {mohs} on the Mohs scale."
    if stone.high < _QUARTZ:
        zh += "灰尘中的石英为 7，会磨花它，请勿干擦。"
        en += " Dust carries quartz, which is 7 and dulls it, so never wipe it dry."
    answer = ruling(
        "MAT-50 MAT-52" if stone.high < _QUARTZ else "MAT-50",
        "standard",
        zh,
        en,
        name=stone.name,
        Name=_capital(stone.name),
        mohs=same(stone.text),
        low=stone.low,
        high=stone.high,
    )
    return answer.then(_toughness(gem)) if gem in _TOUGHNESS else answer


def compare_hardness(one: Gem, other: Gem) -> Ruling:
    """Which of two gems is harder, by rank. `values`: harder (a gem, or 'neither')."""
    a, b = _GEMS[one], _GEMS[other]
    if a.middle == b.middle:
        return ruling(
            "MAT-50",
            "standard",
            "{a}与{b}的莫氏硬度相同，都是 {mohs}。",
            "{a} and {b} are equally hard: {mohs} on the Mohs scale.",
            a=_capital(a.name),
            b=b.name,
            mohs=same(a.text),
            harder="neither",
        )
    harder, softer, gem = (a, b, one) if a.middle > b.middle else (b, a, other)
    apart = harder.low > softer.high
    zh, en = _SCRATCHES if apart else _SLIGHTLY
    answer = ruling(
        "MAT-50",
        "standard",
        zh,
        en,
        harder_name=_capital(harder.name),
        softer_name=softer.name,
        harder_mohs=same(harder.text),
        softer_mohs=same(softer.text),
        harder=gem,
    )
    return answer.then(_toughness(gem)) if gem in _TOUGHNESS else answer


_SCRATCHES = (
    "{harder_name}更硬：莫氏 {harder_mohs}，{softer_name}为 {softer_mohs}，会划伤后者，"
    "请分开存放。",
    "{harder_name} is harder: {harder_mohs} on the Mohs scale, {softer_name} {softer_mohs}; it can "
    "scratch the softer stone, so store them apart.",
)


_SLIGHTLY = (
    "{harder_name}通常略硬：莫氏 {harder_mohs}，{softer_name}为 {softer_mohs}，两者相近。",
    "{harder_name} is usually slightly harder: {harder_mohs} on the Mohs scale, {softer_name} "
    "{softer_mohs}; the two are close.",
)


def _toughness(gem: Gem) -> Ruling:
    return Ruling(("MAT-51",), _TOUGHNESS[gem], {}, "standard")


def _capital(name: Bilingual) -> Bilingual:
    return Bilingual(name.zh, name.en[0].upper() + name.en[1:])
