"""Exotic skins: the animal of a piece, and where CITES lists it (H-M4)."""

from __future__ import annotations

from shop.language import Bilingual
from shop.products import Product
from shop.rulings import Ruling, ruling, same


def cites_listing(piece: Product) -> Ruling | None:
    """The CITES appendix of a piece's skin. `values`: appendix. None for what is not exotic."""
    if piece.exotic is None:
        return None
    return ruling(
        piece.rule,
        "house",
        "{name} 的皮（{species}，养殖）列在 CITES 附录 {roman}，跨境须办 CITES 文件。",
        "The skin of the {name} ({species}, farmed) is on CITES Appendix {roman}, so it crosses "
        "borders with CITES papers.",
        name=same(piece.name),
        species=same(piece.exotic.species),
        roman=Bilingual(piece.exotic.appendix, piece.exotic.appendix),
        appendix=piece.exotic.appendix,
    )


def raised(piece: Product) -> Ruling | None:
    """Whether the animal was farmed. `values`: farmed. None for what is not exotic, or is wild."""
    if piece.exotic is None or not piece.exotic.farmed:
        return None
    return ruling(
        piece.rule,
        "house",
        "{name} 用的是养殖的鳄鱼，不是野外捕捉的：尼罗鳄（{species}），CITES 附录 {roman}。",
        "The crocodile of the {name} is farmed, not wild-caught: {species}, CITES Appendix "
        "{roman}.",
        name=same(piece.name),
        species=same(piece.exotic.species),
        roman=same(piece.exotic.appendix),
        farmed="yes",
    )
