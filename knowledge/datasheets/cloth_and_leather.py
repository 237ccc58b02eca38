"""Sections on what a piece is made of, and on leather and cloth."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.datasheets.sections import Maker
from shop.figures import number
from shop.language import Bilingual
from shop.products import Category, Material, Product

# Said word for word of a leather's family; which animal it is, and which it isn't.
_LEATHERS: dict[Material, Bilingual] = {
    "lambskin": Bilingual("小羊皮，不是牛皮", "lambskin, not calfskin"),
    "calf-vegetable-tanned": Bilingual("植鞣牛皮，不是羊皮", "vegetable-tanned calf, not lambskin"),
    "calf-grained": Bilingual("荔枝纹牛皮，不是羊皮", "grained calfskin, not lambskin"),
    "nile-crocodile": Bilingual("养殖尼罗鳄皮", "farmed Nile crocodile"),
    "patent-calf": Bilingual("漆皮牛皮，表面有光亮涂层", "patent calf, with a glossy film on top"),
    "suede-calf": Bilingual("麂皮，即绒面牛皮", "suede, which here is calf"),
}  # fmt: skip

# What the field `hardware` is called on each kind of piece.
_PARTS: dict[Category, tuple[str, Bilingual]] = {
    "bag": ("hardware", Bilingual("五金", "hardware")),
    "necklace": ("clasp", Bilingual("项链扣", "clasp")),
    "watch": ("strap-material", Bilingual("表带", "strap")),
    "eyewear": ("hinge", Bilingual("铰链", "hinge")),
}


def _composition(p: Product) -> Bilingual:
    zh, en = _inside(p)
    for name, what in _parts(p):
        zh += f"，{name.zh}为{what.zh}"
        en += f", with its {name.en} in {what.en}"
    return Bilingual(
        f"{p.name} 的材质是{p.composition.zh}{zh}。",
        f"The {p.name} is made of {p.composition.en}{en}.",
    )


def _inside(p: Product) -> tuple[str, str]:
    """The finish and the lining, each after a comma."""
    finish = (f"，{p.finish.zh}", f", {p.finish.en}") if p.finish else ("", "")
    lining = (f"，内里为{p.lining.zh}", f", lined in {p.lining.en}") if p.lining else ("", "")
    if p.unlined:
        lining = ("，无内衬", ", unlined")
    return finish[0] + lining[0], finish[1] + lining[1]


def _parts(p: Product) -> Iterator[tuple[Bilingual, Bilingual]]:
    """The further parts of a piece, and what each is made of."""
    if p.sole:
        yield Bilingual("大底", "sole"), p.sole
    if p.hardware:
        yield _PARTS[p.category][1], p.hardware


def _leather(p: Product) -> Bilingual | None:
    for material in p.materials:
        if material in _LEATHERS and p.category in ("bag", "shoe"):
            leather = _LEATHERS[material]
            return Bilingual(
                f"{p.name} 是真皮：{leather.zh}。", f"The {p.name} is real leather: {leather.en}."
            )
    return None


def _lining(p: Product) -> Bilingual | None:
    if p.unlined:
        return Bilingual(f"{p.name} 没有内衬。", f"The {p.name} is unlined.")
    if p.lining is None:
        return None
    zh, en = ("，不是皮革", ", not leather") if _is_textile(p.lining) else ("", "")
    return Bilingual(
        f"{p.name} 的内里是{p.lining.zh}{zh}。", f"The {p.name} is lined in {p.lining.en}{en}."
    )


def _is_textile(lining: Bilingual) -> bool:
    return "fibre" in lining.en.lower()


def _part(key: str) -> Maker:
    def make(p: Product) -> Bilingual | None:
        found = _PARTS.get(p.category)
        if found is None or found[0] != key or p.hardware is None:
            return None
        part, metal = found[1], p.hardware
        zh, en = ("，不是黄金", ", not gold") if "gold-tone" in metal.en else ("", "")
        return Bilingual(
            f"{p.name} 的{part.zh}是{metal.zh}{zh}。",
            f"The {part.en} of the {p.name} is {metal.en}{en}.",
        )

    return make


def _sole(p: Product) -> Bilingual | None:
    if p.sole is None:
        return None
    return Bilingual(f"{p.name} 是{p.sole.zh}大底。", f"The {p.name} has a {p.sole.en} sole.")


def _pure_cashmere(p: Product) -> Bilingual | None:
    if p.category != "knitwear" or "cashmere" not in p.materials:
        return None
    return Bilingual(
        f"是的，{p.name} 是{p.composition.zh}，没有混纺。",
        f"Yes, the {p.name} is {p.composition.en}, not a blend.",
    )


def _yarn(p: Product) -> Bilingual | None:
    if p.yarn is None:
        return None
    um, ply, gauge = number(p.yarn.fibre_um), p.yarn.ply, p.yarn.gauge
    return Bilingual(
        f"{p.name} 的羊绒平均细度为 {um} 微米，{ply} 股纱线，{gauge} 针。",
        f"The cashmere of the {p.name} has a mean fibre of {um} µm, in {ply}-ply yarn, "
        f"{gauge}-gauge.",
    )


def _silk(p: Product) -> Bilingual | None:
    if p.silk_momme is None:
        return None
    return Bilingual(
        f"{p.name} 是真丝：{p.composition.zh}，{p.silk_momme} 姆米，不是聚酯纤维。",
        f"The {p.name} is real silk: {p.composition.en}, {p.silk_momme} momme, not polyester.",
    )


def _ease(p: Product) -> Bilingual | None:
    if p.ease_cm is None:
        return None
    ease = number(p.ease_cm)
    return Bilingual(
        f"{p.name} 的斜裁约有 {ease} cm 松量。",
        f"The bias cut of the {p.name} gives about {ease} cm of ease.",
    )


def _between_sizes(p: Product) -> Bilingual | None:
    if p.size_chart != "knitwear":
        return None
    return Bilingual(
        f"介于两码之间时，{p.name} 请选大一码，穿着更宽松。",
        f"Between two sizes, take the larger {p.name} for an easy fit.",
    )


def _length(p: Product) -> Bilingual | None:
    if p.length_cm is None or p.length_at_size is None:
        return None
    length, size = number(p.length_cm), p.length_at_size
    return Bilingual(
        f"{p.name} 的裙长是 {length} cm（以 {size} 码计）。",
        f"The {p.name} is {length} cm long (in {size}).",
    )


CLOTH_AND_LEATHER: tuple[tuple[str, Maker], ...] = (
    ("composition", _composition),
    ("leather", _leather),
    ("lining", _lining),
    *((key, _part(key)) for key, _ in _PARTS.values()),
    ("sole", _sole),
    ("pure-cashmere", _pure_cashmere),
    ("yarn", _yarn),
    ("silk", _silk),
    ("ease", _ease),
    ("between-sizes", _between_sizes),
    ("length", _length),
)
