"""Hearsay: a price that a review, a page or a message claims (H-A4)."""

from __future__ import annotations

from agents.recognisers.reading import Reading, Recogniser
from shop.claimed_prices import claimed_price
from shop.rulings import Ruling

_SAYS_SO = (
    r"评论|留言|弹幕|帖子?|小红书|网上|有人说|听说|截图|页面|详情页|备注|文件|\breviews?\b"
    r"|\bcomments?\b|\bposts?\b|\bbanner|pop-?up|screenshot|\bpage\b|\bsomeone\b|\bfriend\b"
    r"|\bfile\b|\bmessage\b|\bwebsite\b"
)
_CLAIMS = (
    r"写|说|讲|标|报|就是|是不是|显示|\bsays?\b|\bsaid\b|\bclaims?\b|\bstates?\b|\btells?\b|\breads?\b"
    r"|\bshows?\b|\bwrote\b"
)
_NOT_PRICE = r"分期|instal|税|\btax|dut(?:y|ies)|运费|shipping|赔|compens|便宜\d|cheaper|别家|别处"


def claimed(reading: Reading) -> Ruling | None:
    """'A review says it is half price, so 6,300?': the card's price, and that it is not that."""
    piece = reading.piece
    if piece is None or len(reading.pieces) != 1 or reading.says(_NOT_PRICE):
        return None
    if not reading.says(_SAYS_SO) or not reading.says(_CLAIMS):
        return None
    amount = next(iter(reading.amounts()), None)
    return claimed_price(piece, amount) if amount else None


HEARSAY: tuple[Recogniser, ...] = (claimed,)
