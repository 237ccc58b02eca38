"""What the catalogue does not hold (H-L6): goods asked for by name, and what there is instead."""

from __future__ import annotations

from shop.language import Bilingual
from shop.rulings import Ruling, ruling


def not_in_range(goods: Bilingual, pieces: int) -> Ruling:
    """That goods of this kind are not in the season's catalogue of so many pieces."""
    return ruling(
        "H-L6",
        "house",
        "本季目录里没有{goods}。"
        "目录共 {pieces} 款：包、鞋、羊绒衫、真丝裙、戒指、珍珠项链、腕表和太阳镜。",
        "No, this season's catalogue has no {goods}. Its {pieces} pieces are bags, shoes, a "
        "cashmere sweater, a silk dress, a ring, a pearl necklace, a watch and sunglasses.",
        goods=goods,
        pieces=pieces,
    )
