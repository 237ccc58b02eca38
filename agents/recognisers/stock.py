"""Stock: whether a piece is there now, by the house's feed and with its time (H-A3)."""

from __future__ import annotations

from agents.measures import letter_size
from agents.recognisers.reading import Reading, Recogniser
from shop.products import Product
from shop.rulings import Ruling
from shop.stock import stock_of

_IN_STOCK = (
    r"\bin stock\b|\bout of stock\b|sold out|\bleft\b|available (?:now|today|right now)"
    r"|\bstill (?:have|available)"
    r"|do you (?:still )?have|any .{0,24}left|\bavailable\b.{0,4}$|有货|现货|库存|缺货|断货|断码"
    r"|卖完|还有|有吗|有没有"
)
_NOT_NOW = (
    r"restock|back in stock|waiting list|waitlist|notify|补货|到货|候补|门店|哪家店|salon|boutique"
    r"|\bstore\b"
    r"|colou?r|颜色|[黑白红蓝绿粉灰棕]色|拉链|口袋|内袋|证书|pocket|zip|certificate|version|款"
    r"|cm\b|厘米"
)


def stock(reading: Reading) -> Ruling | None:
    """Only for one piece, and only with a fresh feed; without one the advisor abstains."""
    piece = reading.piece
    if piece is None or len(reading.pieces) != 1:
        return None
    if not reading.says(_IN_STOCK) or reading.says(_NOT_NOW):
        return None
    books = reading.books
    return stock_of(books.stock(), piece, _size(reading, piece), books.clock(), books.zone)


def _size(reading: Reading, piece: Product) -> str | None:
    """The size that is asked for, as the card prints it; what the card lacks is left as said."""
    letters = [size for size in piece.sizes if size.isalpha()]
    if letters:
        return letter_size(reading.text)
    said = [size.value for size in reading.sizes()] or [n for n in reading.numbers() if n >= _LEAST]
    if not said or not piece.sizes:
        return None
    scale = piece.sizes[0].split()[0]
    return f"{scale} {said[0]}"


_LEAST = 30

STOCK: tuple[Recogniser, ...] = (stock,)
