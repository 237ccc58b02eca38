"""Sections on gold, stones and pearls, on watches and on sunglasses."""

from __future__ import annotations

from knowledge.datasheets.sections import Maker
from shop.figures import between, number
from shop.language import Bilingual
from shop.products import Product


def _gold(p: Product) -> Bilingual | None:
    if p.gold_fineness is None:
        return None
    percent = p.gold_fineness // 10
    return Bilingual(
        f"{p.name} 是{p.composition.zh}，含金量 {percent}%，不是镀金，因此没有会磨掉的镀层。",
        f"The {p.name} is {p.composition.en}, that is {percent}% gold by weight; it is not "
        "plated, so there is no plating to wear off.",
    )


def _diamond(p: Product) -> Bilingual | None:
    if p.diamond is None:
        return None
    d = p.diamond
    grade = f"{d.colour}/{d.clarity}"
    zh, en = ("天然", "natural") if d.natural else ("培育", "laboratory-grown")
    not_zh, not_en = ("不是培育钻，", ", not laboratory-grown") if d.natural else ("", "")
    return Bilingual(
        f"{p.name} 镶一颗{zh}明亮式切割钻石，{not_zh}{d.carat} 克拉，{grade}，附实验室证书。",
        f"The {p.name} is set with one {en} brilliant-cut diamond{not_en}, of {d.carat} ct, "
        f"{grade}, with a laboratory report.",
    )


def _certificate(p: Product) -> Bilingual | None:
    if p.diamond is None or not p.diamond.laboratory_report:
        return None
    return Bilingual(
        f"有，{p.name} 的钻石附实验室证书。",
        f"Yes, the diamond of the {p.name} comes with a laboratory report.",
    )


def _nickel(p: Product) -> Bilingual | None:
    if not p.nickel_free:
        return None
    return Bilingual(f"{p.name} 的合金不含镍。", f"The alloy of the {p.name} is nickel-free.")


def _resize(p: Product) -> Bilingual | None:
    if p.category != "ring":
        return None
    return Bilingual(
        f"可以，{p.name} 购买 12 个月内可免费改圈 1 次，上下不超过 2 个欧码。",
        f"Yes, within 12 months of purchase the {p.name} has 1 free resizing, at most 2 EU "
        "sizes up or down.",
    )


def _pearls(p: Product) -> Bilingual | None:
    if p.pearls is None:
        return None
    size = f"{p.pearls.diameter_mm[0]:.1f}–{p.pearls.diameter_mm[1]:.1f}"
    return Bilingual(
        f"{p.name} 用的是 Akoya 养殖海水珍珠，直径 {size} mm。",
        f"The {p.name} is made of Akoya cultured sea pearls of {size} mm.",
    )


def _necklace_length(p: Product) -> Bilingual | None:
    if p.pearls is None:
        return None
    length = number(p.pearls.length_cm)
    return Bilingual(f"{p.name} 长 {length} cm。", f"The {p.name} is {length} cm long.")


def _knotted(p: Product) -> Bilingual | None:
    if p.pearls is None or not p.pearls.knotted:
        return None
    return Bilingual(
        f"是的，{p.name} 以丝线逐颗打结。", f"Yes, the {p.name} is strung on silk and knotted."
    )


def _movement(p: Product) -> Bilingual | None:
    if p.watch is None or not p.watch.automatic:
        return None
    hours = p.watch.reserve_h
    return Bilingual(
        f"{p.name} 是自动机械表，动力储存 {hours} 小时，不用电池。",
        f"The {p.name} is an automatic mechanical watch with a {hours}-hour power reserve and "
        "no battery.",
    )


def _water_rating(p: Product) -> Bilingual | None:
    if p.watch is None:
        return None
    bar, metres = p.watch.water_bar, p.watch.water_bar * 10
    return Bilingual(
        f"{p.name} 防水 {bar} bar（{metres} 米），这是实验室压力测试值，不是可下潜的深度。"
        "它配皮表带，本店建议保持干燥。",
        f"The {p.name} is water-resistant to {bar} bar ({metres} m), which is a laboratory "
        "pressure test and not a depth to dive to. With its leather strap we advise keeping it "
        "dry.",
    )


def _case(p: Product) -> Bilingual | None:
    if p.watch is None:
        return None
    width, height = number(p.watch.case_mm), number(p.watch.thickness_mm)
    return Bilingual(
        f"{p.name} 表径 {width} mm，厚 {height} mm。",
        f"The case of the {p.name} is {width} mm across and {height} mm thick.",
    )


def _crystal(p: Product) -> Bilingual | None:
    if p.watch is None or "sapphire-crystal" not in p.materials:
        return None
    return Bilingual(
        f"{p.name} 用的是蓝宝石镜面：很难刮花，但并非摔不坏，受撞击可能碎裂。",
        f"The {p.name} has a sapphire crystal, hard to scratch but not unbreakable: a knock can "
        "shatter it.",
    )


def _wrist(p: Product) -> Bilingual | None:
    if p.watch is None:
        return None
    span = between(*p.watch.wrist_mm)
    return Bilingual(f"{p.name} 适合 {span} mm 的腕围。", f"The {p.name} fits wrists of {span} mm.")


def _lug(p: Product) -> Bilingual | None:
    if p.watch is None:
        return None
    width = p.watch.lug_mm
    return Bilingual(
        f"{p.name} 的表耳宽 {width} mm，换表带请选同样的 {width} mm。",
        f"The lugs of the {p.name} are {width} mm wide, so a replacement strap must be {width} mm.",
    )


def _lens_category(p: Product) -> Bilingual | None:
    if p.lenses is None:
        return None
    category, colour = p.lenses.category, p.lenses.colour
    low, high = _LIGHT_PASSED[category]
    return Bilingual(
        f"{p.name} 是{colour.zh} {category} 类镜片，可见光透过率为 {low}–{high}%。",
        f"The {p.name} has {colour.en} lenses of category {category}, which let {low}–{high}% of "
        "visible light through.",
    )


# ISO 12312-1, percent of visible light by lens category (fact MAT-65).
_LIGHT_PASSED = {0: (80, 100), 1: (43, 80), 2: (18, 43), 3: (8, 18), 4: (3, 8)}


def _uv(p: Product) -> Bilingual | None:
    if p.lenses is None:
        return None
    return Bilingual(
        f"{p.name} 100% 阻隔 {p.lenses.uv_nm} nm 以内的紫外线（UV{p.lenses.uv_nm}）。",
        f"The {p.name} blocks 100% of UV up to {p.lenses.uv_nm} nm (UV{p.lenses.uv_nm}).",
    )


def _frame_code(p: Product) -> Bilingual | None:
    if p.lenses is None:
        return None
    lens, bridge, temple = p.lenses.width_mm, p.lenses.bridge_mm, p.lenses.temple_mm
    code = f"{lens}□{bridge}-{temple}"
    return Bilingual(
        f"{p.name} 的 {code} 表示镜片宽 {lens} mm、鼻梁宽 {bridge} mm、镜腿长 {temple} mm。",
        f"{code} on the {p.name} means lens width {lens} mm, bridge {bridge} mm and temple length "
        f"{temple} mm.",
    )


JEWELS_AND_WATCHES: tuple[tuple[str, Maker], ...] = (
    ("gold", _gold),
    ("diamond", _diamond),
    ("certificate", _certificate),
    ("nickel", _nickel),
    ("resize", _resize),
    ("pearls", _pearls),
    ("necklace-length", _necklace_length),
    ("knotted", _knotted),
    ("movement", _movement),
    ("water-rating", _water_rating),
    ("case", _case),
    ("crystal", _crystal),
    ("wrist", _wrist),
    ("lug", _lug),
    ("lens-category", _lens_category),
    ("uv", _uv),
    ("frame-code", _frame_code),
)
