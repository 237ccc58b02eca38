"""Hats, gloves, watch straps and wrists, belts and bracelets."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from shop.figures import rounded, to_nearest
from shop.products import Product
from shop.rulings import Ruling, require_positive, ruling, same
from shop.sizing.rings import PI
from shop.sizing.units import CM_PER_INCH

HatSystem = Literal["cm", "us", "uk"]

_EIGHTH = Decimal("0.125")
_HALF = Decimal("0.5")
_FRENCH_INCH_CM = Decimal("2.707")  # SIZE-41
_BELT_OVER_TROUSERS_INCH = 2  # SIZE-40
_NO_BELTS = ruling(
    "H-L6",
    "house",
    "本季商品中没有腰带和手镯。",
    "Belts and bracelets are not in this season's catalogue.",
)


def hat(system: HatSystem, size: Decimal) -> Ruling:
    """A hat in cm, US and UK. US is head (in) ÷ π to the nearest 1/8, UK is 1/8 less (SIZE-42).

    `values`: cm, us, uk (decimals; 7.25 is written 7 1/4).
    """
    require_positive(size, "A hat size")
    match system:
        case "cm":
            cm, us = size, to_nearest(size / CM_PER_INCH / PI, _EIGHTH)
        case "us":
            cm, us = rounded(size * CM_PER_INCH * PI), size
        case "uk":
            us = size + _EIGHTH
            cm = rounded(us * CM_PER_INCH * PI)
    return ruling(
        "SIZE-42",
        "standard",
        "头围 {cm} 厘米（EU/CN {cm}）对应 US {us:eighths}，UK {uk:eighths}。",
        "A head of {cm} cm (EU/CN {cm}) is US {us:eighths}, UK {uk:eighths}.",
        cm=cm,
        us=us,
        uk=us - _EIGHTH,
    )


def gloves_from_hand(girth_cm: Decimal) -> Ruling:
    """Glove numbers for a hand girth in cm, in both inches in use. `values`: french, english."""
    require_positive(girth_cm, "A hand")
    return ruling(
        "SIZE-41",
        "trade",
        "手围 {girth_cm} 厘米：按法寸约 {french} 号，按英寸约 {english} 号。两种寸都在用，"
        "请问是哪家的尺码？",
        "A hand of {girth_cm} cm is about {french} in French inches and {english} in English "
        "inches. Both are in use; whose size do you need?",
        girth_cm=girth_cm,
        french=to_nearest(girth_cm / _FRENCH_INCH_CM, _HALF),
        english=to_nearest(girth_cm / CM_PER_INCH, _HALF),
    )


def gloves_from_number(number: Decimal) -> Ruling:
    """The hand girth of a glove number, in both inches. `values`: number, french_cm, english_cm."""
    require_positive(number, "A glove size")
    return ruling(
        "SIZE-41",
        "trade",
        "手套 {number} 号：按法寸为手围 {french_cm} 厘米，按英寸为 {english_cm} 厘米。"
        "两种寸都在用，请问是哪家的尺码？",
        "Glove size {number} is a hand of {french_cm} cm in French inches, or {english_cm} cm in "
        "English inches. Both are in use; whose size is it?",
        number=number,
        french_cm=rounded(number * _FRENCH_INCH_CM, "0.01"),
        english_cm=rounded(number * CM_PER_INCH, "0.1"),
    )


def strap_fits(watch: Product, strap_mm: Decimal) -> Ruling:
    """Whether a strap fits a watch's lugs: the width must match exactly (SIZE-36).

    `values`: strap_mm, lug_mm, fits ('yes' or 'no'); 'unknown' for a piece that is no watch.
    """
    require_positive(strap_mm, "A strap")
    if watch.watch is None:
        return _no_watch(watch)
    fits = strap_mm == watch.watch.lug_mm
    return ruling(
        f"{watch.rule} SIZE-36",
        "house",
        "{strap_mm} 毫米的表带" + ("适合" if fits else "不适合") + " {name}：表耳宽 {lug_mm} 毫米，"
        "表带宽度须完全一致。",
        "A strap of {strap_mm} mm "
        + ("fits" if fits else "does not fit")
        + " {name}: its lugs are "
        "{lug_mm} mm, and the width must match exactly.",
        name=same(watch.name),
        strap_mm=strap_mm,
        lug_mm=watch.watch.lug_mm,
        fits="yes" if fits else "no",
    )


def strap_on_lugs(one_mm: Decimal, other_mm: Decimal) -> Ruling:
    """Whether a strap and the lugs of any watch go together (SIZE-36). `values`: fits."""
    require_positive(min(one_mm, other_mm), "A strap")
    fits = one_mm == other_mm
    zh, en = (
        "适合：表带宽度与表耳宽度一致，都是 {one_mm} 毫米。",
        ("Yes, that fits: strap and lugs are both {one_mm} mm wide."),
    )
    if not fits:
        zh = "不适合：表带与表耳的宽度须完全一致，{one_mm} 毫米与 {other_mm} 毫米不相配。"
        en = (
            "No: strap and lugs must match exactly in mm, and {one_mm} mm does not match "
            "{other_mm} mm."
        )
    return ruling(
        "SIZE-36", "trade", zh, en,
        one_mm=one_mm, other_mm=other_mm, fits="yes" if fits else "no",
    )  # fmt: skip


def wrist_fits(watch: Product, wrist_mm: Decimal) -> Ruling:
    """Whether a watch's own strap fits a wrist in mm. `values`: wrist_mm, from_mm, to_mm, fits."""
    require_positive(wrist_mm, "A wrist")
    if watch.watch is None:
        return _no_watch(watch)
    low, high = watch.watch.wrist_mm
    fits = low <= wrist_mm <= high
    zh, en = "，适合佩戴。", ", so it fits."
    if not fits:
        zh, en = (
            "，不在此范围内；门店可免费调配表带。",
            ", so it does not fit; our salons fit straps free.",
        )
    return ruling(
        f"{watch.rule} H-H3" if not fits else watch.rule,
        "house",
        "{name} 的原装表带适合腕围 {from_mm}–{to_mm} 毫米，您的腕围 {wrist_mm} 毫米" + zh,
        "{name} on its own strap is for a wrist of {from_mm}–{to_mm} mm; yours is {wrist_mm} mm"
        + en,
        name=same(watch.name),
        wrist_mm=wrist_mm,
        from_mm=low,
        to_mm=high,
        fits="yes" if fits else "no",
    )


def belt_from_trousers(waist_inch: Decimal) -> Ruling:
    """A belt for a trouser waist in inches: US + 2, EU in cm. `values`: us, eu."""
    require_positive(waist_inch, "A waist")
    us = waist_inch + _BELT_OVER_TROUSERS_INCH
    return ruling(
        "SIZE-40",
        "trade",
        "裤腰 {waist_inch} 英寸通常选 US {us} 腰带（裤腰 + 2 英寸），约 EU {eu}，即扣头到中间孔 "
        "{eu} 厘米；有的品牌标全长。",
        "For a trouser waist of {waist_inch} in take a belt US {us} (waist + 2 in), about EU {eu}: "
        "{eu} cm from buckle to middle hole. Some houses print the total length.",
        waist_inch=waist_inch,
        us=us,
        eu=to_nearest(us * CM_PER_INCH, Decimal(5)),
    ).then(_NO_BELTS)


def belt_from_cm(eu: Decimal) -> Ruling:
    """A belt's EU size in cm as inches. `values`: eu, us."""
    require_positive(eu, "A belt")
    return ruling(
        "SIZE-40",
        "trade",
        "EU {eu} 腰带指扣头到中间孔 {eu} 厘米，约 US {us}；有的品牌标全长，请以品牌说明为准。",
        "A belt EU {eu} measures {eu} cm from buckle to middle hole, about US {us}. Some houses "
        "print the total length, so go by the maker.",
        eu=eu,
        us=to_nearest(eu / CM_PER_INCH, Decimal(2)),
    ).then(_NO_BELTS)


def bracelet(wrist_cm: Decimal) -> Ruling:
    """Bracelet lengths for a wrist in cm: no standard. `values`: snug_to_cm, easy_from_cm, …"""
    require_positive(wrist_cm, "A wrist")
    return ruling(
        "SIZE-36",
        "trade",
        "手链没有统一标准。腕围 {wrist_cm} 厘米：贴合约 {wrist_cm}–{snug_to_cm}，适中 "
        "{easy_from_cm}–{easy_to_cm}，宽松 {loose_from_cm} 厘米以上。",
        "Bracelets have no standard. For a wrist of {wrist_cm} cm: snug {wrist_cm}–{snug_to_cm}, "
        "normal {easy_from_cm}–{easy_to_cm}, loose from {loose_from_cm} cm.",
        wrist_cm=wrist_cm,
        snug_to_cm=wrist_cm + _HALF,
        easy_from_cm=wrist_cm + 1,
        easy_to_cm=wrist_cm + Decimal("1.5"),
        loose_from_cm=wrist_cm + 2,
    ).then(_NO_BELTS)


def _no_watch(piece: Product) -> Ruling:
    return ruling(
        piece.rule,
        "none",
        "{name} 不是腕表，没有表带。",
        "{name} is not a watch and has no strap.",
        name=same(piece.name),
        fits="unknown",
    )
