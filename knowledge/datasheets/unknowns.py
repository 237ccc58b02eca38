"""What shoppers ask and the house's notes don't say: better said than answered beside the point."""

from __future__ import annotations

from knowledge.datasheets.sections import Maker
from shop.figures import by
from shop.language import Bilingual
from shop.products import Product


def _not_noted(zh: str, en: str) -> Maker:
    def make(p: Product) -> Bilingual:
        return Bilingual(
            f"{p.name} {zh}，我们的资料里没有记录，我无法确认；可以请同事为您核实。",
            f"Our house notes do not say {en.format(name=p.name)}, so I can't confirm it; "
            "a colleague can check it for you.",
        )

    return make


def _holds(p: Product) -> Bilingual | None:
    if p.category != "bag" or p.holds is not None or p.dimensions_cm is None:
        return None
    size = by(p.dimensions_cm)
    return Bilingual(
        f"{p.name} 能装下什么，我们的资料里没有记录，我无法确认；它的外部尺寸是 {size} cm，"
        "可以请同事为您核实。",
        f"Our house notes do not say what the {p.name} holds, so I can't confirm it; it measures "
        f"{size} cm, and a colleague can check for you.",
    )


def _engraving(p: Product) -> Bilingual | None:
    return _engraving_not_noted(p) if p.engravable is None else None


_engraving_not_noted = _not_noted("能否刻字", "whether the {name} can be engraved")
_colours_not_noted = _not_noted("有哪些颜色", "which colours the {name} comes in")
_polarised_not_noted = _not_noted(
    "的镜片是否偏光", "whether the lenses of the {name} are polarised"
)


def _polarised(p: Product) -> Bilingual | None:
    return _polarised_not_noted(p) if p.lenses else None


def _colours(p: Product) -> Bilingual | None:
    return None if p.category in ("ring", "necklace") else _colours_not_noted(p)


UNKNOWNS: tuple[tuple[str, Maker], ...] = (
    ("holds-unknown", _holds),
    ("polarised", _polarised),
    ("colours", _colours),
    ("stock", _not_noted("目前有多少库存", "how many of the {name} are in stock now")),
    ("engraving", _engraving),
    ("origin", _not_noted("在哪个国家制造", "in which country the {name} is made")),
)
