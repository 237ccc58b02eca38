"""Labels that name a body: Chinese 号型 (GB/T 1335) and Japanese numbers (JIS L 4005).

They say the measures they are made for, so they go through the house table by bust.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from shop.errors import BadInput
from shop.language import Bilingual
from shop.products import Gender
from shop.rulings import Ruling, ruling, same
from shop.sizing.clothing import dress_from_body
from shop.sizing_charts import SizeCharts

Part = Literal["top", "bottom"]


_HAO_XING = re.compile(r"^(\d{2,3})\s*/\s*(\d{2,3})\s*([YABC])?$", re.IGNORECASE)


_BODY_LETTERS: dict[Gender, dict[str, tuple[int, int]]] = {  # chest − waist in cm, SIZE-10
    "women": {"Y": (19, 24), "A": (14, 18), "B": (9, 13), "C": (4, 8)},
    "men": {"Y": (17, 22), "A": (12, 16), "B": (7, 11), "C": (2, 6)},
}


JIS_BUST = {5: 77, 7: 80, 9: 83, 11: 86, 13: 89, 15: 92}  # SIZE-15


_JIS_HEIGHT = {"PP": 142, "P": 150, "R": 158, "T": 166}


_JIS = re.compile(r"^(\d{1,2})\s*(A)?\s*(PP|P|R|T)?\s*号?$", re.IGNORECASE)


def dress_from_chinese(charts: SizeCharts, label: str) -> Ruling:
    """A Chinese body size such as 160/84A as the house's size, by its bust. See `hao_xing`."""
    bust = hao_xing(label, "women", "top").values["girth_cm"]
    return dress_from_body(charts, {"bust": Decimal(bust)})


def dress_from_japanese(charts: SizeCharts, label: str) -> Ruling:
    """A Japanese number such as 9 or 9AR as body measures and the house's size (JIS L 4005).

    `values`: those of `dress_from_body` and jp_bust_cm; `height_cm` when the label says it.
    Raises BadInput for a number that JIS L 4005 does not list as 5 to 15.
    """
    found = _JIS.match(label.strip())
    if found is None or int(found[1]) not in JIS_BUST:
        raise BadInput(f"{label!r} is no Japanese women's number from 5 to 15.")
    bust, height = JIS_BUST[int(found[1])], _JIS_HEIGHT.get((found[3] or "").upper())
    zh, en = (
        "日本 {label} 号指胸围 {jp_bust_cm} 厘米",
        "Japanese {label} is a bust of {jp_bust_cm} cm",
    )
    extra: dict[str, int] = {}
    if height:
        zh, en = zh + "、身高 {height_cm} 厘米", en + ", height {height_cm} cm"
        extra = {"height_cm": height}
    named = same(label.strip().rstrip("号"))
    meaning = ruling(
        "SIZE-15", "standard", zh + "。", en + ".", label=named, jp_bust_cm=bust, **extra
    )
    return meaning.then(dress_from_body(charts, {"bust": Decimal(bust)}))


def hao_xing(label: str, gender: Gender, part: Part = "top") -> Ruling:
    """What a Chinese body size says: 160/84A is height, bust (or waist) and body letter.

    `values`: height_cm, girth_cm, and with a letter: letter, drop_from_cm, drop_to_cm (chest minus
    waist). Raises BadInput for what is no such label.
    """
    found = _HAO_XING.match(label.strip())
    if found is None:
        raise BadInput(f"{label!r} is no Chinese body size; they read like 160/84A.")
    girth = Bilingual("净胸围", "body bust") if gender == "women" else Bilingual("净胸围", "chest")
    if part == "bottom":
        girth = Bilingual("净腰围", "waist")
    meaning = ruling(
        "SIZE-10",
        "standard",
        "{label} 指身高 {height_cm} 厘米、{girth} {girth_cm} 厘米，是人体净尺寸，不是衣服尺寸。",
        "{label} means a height of {height_cm} cm and a {girth} of {girth_cm} cm: the body, not "
        "the garment.",
        label=same(label.strip().upper()),
        girth=girth,
        height_cm=int(found[1]),
        girth_cm=int(found[2]),
    )
    return meaning.then(_body_letter(found[3].upper(), gender)) if found[3] else meaning


def build_of_body(bust_cm: Decimal, waist_cm: Decimal, gender: Gender) -> Ruling:
    """The build's letter for a bust (or chest) and a waist in cm. `values`: letter, drop_cm.

    Raises BadInput where the difference is of no build (GB/T 1335 has Y, A, B and C).
    """
    drop = bust_cm - waist_cm
    builds = _BODY_LETTERS[gender].items()
    letter = next((name for name, (low, high) in builds if low <= drop <= high), None)
    if letter is None:
        raise BadInput(f"A difference of {drop} cm is no build of GB/T 1335.")
    kind = Bilingual("女", "women") if gender == "women" else Bilingual("男", "men")
    low, high = _BODY_LETTERS[gender][letter]
    return ruling(
        "SIZE-10",
        "standard",
        "体型字母是 {letter}：胸腰差 {bust_cm} − {waist_cm} = {drop_cm} 厘米，{kind}子 {letter} "
        "体型为 {drop_from_cm}–{drop_to_cm} 厘米。",
        "The letter is {letter}: bust minus waist is {bust_cm} − {waist_cm} = {drop_cm} cm, and "
        "build {letter} of {kind} is {drop_from_cm}–{drop_to_cm} cm.",
        letter=letter,
        kind=kind,
        bust_cm=bust_cm,
        waist_cm=waist_cm,
        drop_cm=drop,
        drop_from_cm=low,
        drop_to_cm=high,
    )


def _body_letter(letter: str, gender: Gender) -> Ruling:
    low, high = _BODY_LETTERS[gender][letter]
    return ruling(
        "SIZE-10",
        "standard",
        "字母 {letter} 为体型：胸腰差 {drop_from_cm}–{drop_to_cm} 厘米。",
        "The letter {letter} is the build: chest minus waist is {drop_from_cm}–{drop_to_cm} cm.",
        letter=letter,
        drop_from_cm=low,
        drop_to_cm=high,
    )
