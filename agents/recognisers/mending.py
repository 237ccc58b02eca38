"""Mending: what it costs, asked after she told what happened to her own."""

from __future__ import annotations

from agents.recognisers.reading import Reading, Recogniser
from shop.care_services import Service, care_price
from shop.rulings import Ruling

_TOLD: dict[Service, str] = {  # what happened to her own, before she asks what mending it costs
    "cashmere_depilling": (
        r"\b(?:my|mine|her|his)\b.{0,40}\b(?:bobbl\w*|pill(?:ing|ed|s)?)\b|起(?:了|满|好多).{0,3}球"
        r"|起球了|毛球"
    ),
    "pearl_restringing": (
        r"\b(?:my|mine|her)\b.{0,40}\b(?:pearls?|strand|string|necklace)\b.{0,24}"
        r"\b(?:loose|snapped|broke\w*|stretched|came apart)\b|(?:珍珠|项链|丝线"
        r"|串线).{0,8}(?:松|断|散)了"
    ),
    "resoling": (
        r"\b(?:my|mine|his|her)\b.{0,40}\bsoles?\b.{0,24}\b(?:worn|thin|holes?|gone|through)\b"
        r"|(?:鞋底|大底|底子).{0,6}(?:磨|薄|破|穿|坏).{0,2}了"
    ),
}
_COSTS = (
    r"how much|\bprices?\b|\bcosts?\b|\bfees?\b|\bcharge|\bfree\b|expensive"
    r"|多少钱|几钱|价|收费|免费|费用|要钱|贵"
)
_SENT_BACK = r"退|换货|换码|\breturn|\brefund|\bexchange|\bswap"
_SHORT = 40  # characters of a message that asks for nothing but the cost


def mending(reading: Reading) -> Ruling | None:
    """What the service costs that mends what she told of just before."""
    asks = reading.question.follow_up and reading.says(_COSTS) and not _names_a_piece(reading)
    if not asks or len(reading.text) > _SHORT or reading.says(_SENT_BACK):
        return None
    told = next((service for service, words in _TOLD.items() if reading.before(words)), None)
    books = reading.books
    return care_price(books.care, told, books.tiers, reading.tier_said()) if told else None


def _names_a_piece(reading: Reading) -> bool:
    return any(piece.name in reading.text for piece in reading.pieces)


MENDING: tuple[Recogniser, ...] = (mending,)
