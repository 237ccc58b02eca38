"""Prices over the catalogue: what lies within a budget, what costs least or most."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.words import MEN
from shop.budget import all_of, by_price, within_budget
from shop.comparisons import largest, lightest
from shop.language import Bilingual
from shop.products import Category, Gender, Product
from shop.rulings import Ruling

_LIMIT = (
    r"以内|以下|之内|预算|不超过|不到|低于|少于|封顶|上下|左右|\bunder\b|\bbelow\b|less than"
    r"|\bwithin\b|\bbudget"
    r"|\bup to\b|\bmax(?:imum)?\b|no more than|cheaper than|can i (?:get|buy|afford)"
    r"|spend (?:up|about|around)"
    r"|\b(?:around|about|roughly|approx\w*|circa|at most|not (?:over|above))"
    r"\s*(?:rmb|cny|¥)?\s*\d"
    r"|\bfor (?:about |around |under )?(?:rmb |¥)?\d|能买(?:什么|哪|到)|买得起"
)
_RANGE = r"\d\D{0,4}(?:到|至|-|–|~|～|\bto\b|\band\b)\D{0,6}\d"
_LEAST = (
    r"最便宜|最低价|价格最低|最实惠|入门款|cheapest|least expensive|lowest.{0,8}price"
    r"|most affordable"
    r"|entry.?(?:level|price)"
)
_DEAREST = r"最贵|价格最高|最高价|most expensive|highest.{0,8}price|dearest|priciest"
_NOT_PRICES = (
    r"\bGB\b|GB/T|micron|µm|momme|\bISO\b|标准|税|\btax|\bduty|customs|cbec|跨境|分期|instal|运费"
    r"|shipping|包邮|会员|[银金黑]卡|\btier|等级"
    r"|免税|退"
    r"|return|refund"
    r"|晚到|延误|\blate\b|赔|compensat|deliver|送达|寄|消费了|花了|\bspent\b|礼品卡|gift card"
    r"|discount|折"
    r"|优惠|€|£|\$|欧元?(?!码)"
    r"|英镑|美[元金]|euro|pound|dollar|cod\b|货到付款|洗|clean|清洁|穿线|保养|repair|service|养护"
    r"|线下|付款"
    r"|pay\b|transfer|转账"
)
_KINDS: tuple[tuple[str, tuple[Category, ...], Bilingual], ...] = (
    (r"珠宝|首饰|饰品|jewel", ("ring", "necklace"), Bilingual("珠宝", "jewellery")),
    ((
        r"包(?!邮|括|含|装|税|裹|退|换)|\bbags?\b|handbag|\btotes?\b|crossbody"
    ), ("bag",), Bilingual("包", "bags")),
    (r"鞋|shoes?\b|\bheels\b|loafers?\b|\bpumps?\b", ("shoe",), Bilingual("鞋", "shoes")),
    (r"手?表(?!示|明|面)|\bwatch(?:es)?\b|timepiece", ("watch",), Bilingual("腕表", "watches")),
    (r"戒指|钻戒|\brings?\b", ("ring",), Bilingual("戒指", "rings")),
    (r"项链|珍珠|necklaces?\b|pearls?\b", ("necklace",), Bilingual("项链", "necklaces")),
    (r"裙|dress(?:es)?\b", ("dress",), Bilingual("裙装", "dresses")),
    ((
        r"毛衣|羊绒|针织|sweaters?\b|knitwear|cashmere|jumpers?\b"
    ), ("knitwear",), Bilingual("针织", "knitwear")),
    (r"墨镜|太阳镜|眼镜|sunglasses|eyewear", ("eyewear",), Bilingual("太阳镜", "sunglasses")),
)  # fmt: skip
_ANYTHING = (
    r"礼物|送人|什么|哪些|哪[款个件]|有没有|推荐|东西|商品|款|\bgifts?\b|\bpresents?\b|anything"
    r"|something"
    r"|\bwhat\b|\bwhich\b|\bpieces?\b|\bitems?\b|any of|products?\b|\bone\b|thing"
)
_WOMEN = r"女[士款鞋]|women|ladies|妈|老婆|女朋友|女友|太太|\bher\b|wife|girlfriend|mother"


@dataclass(frozen=True, slots=True)
class _Shelf:
    pieces: tuple[Product, ...]
    kind: Bilingual


def budget(reading: Reading) -> Ruling | None:
    """'Any watch below 20k', '两万以内的包', 'a gift between 5,000 and 10,000'."""
    amounts = [amount for amount in reading.amounts() if amount > 0]
    if reading.question.pieces or not amounts or reading.says(_NOT_PRICES):
        return None
    ranged = len(amounts) > 1 and reading.says(_RANGE)
    shelf = _shelf(reading)
    if shelf is None or not (ranged or reading.says(_LIMIT)):
        return None
    low = min(amounts[:2]) if ranged else Decimal(0)
    high = max(amounts[:2]) if ranged else amounts[0]
    return within_budget(shelf.pieces, shelf.kind, high, low)


def extremes(reading: Reading) -> Ruling | None:
    """The cheapest or the dearest of a kind, or of everything."""
    least, dearest = reading.says(_LEAST), reading.says(_DEAREST)
    if not (least or dearest) or _names_one(reading) or reading.says(_NOT_PRICES):
        return None
    shelf = _shelf(reading) or _Shelf(reading.books.catalogue.all(), _ALL)
    ends = (False,) * least + (True,) * dearest
    said = [ruling for end in ends if (ruling := by_price(shelf.pieces, shelf.kind, end))]
    return reduce(Ruling.then, said) if said else None


def _names_one(reading: Reading) -> bool:
    """A piece named now: one only spoken of before is not what 'and the dearest?' asks about."""
    return bool(reading.books.catalogue.find(reading.text))


def of_kind(reading: Reading) -> Ruling | None:
    """'Which watches do you sell', '你们有哪些包': every piece of the kind, with its price."""
    if reading.question.pieces or not reading.says(_WHAT_THERE_IS) or reading.says(_NOT_A_LIST):
        return None
    shelf = _shelf(reading)
    return None if shelf is None or shelf.kind is _ALL else all_of(shelf.pieces, shelf.kind)


_WHAT_THERE_IS = (
    r"\b(?:what|which|how many)(?: kinds? of)? (?:\w+ )?(?:bag|handbag|shoe|watch|ring|necklace"
    r"|dress|sweater|piece of jewellery)(?:e?s)? (?:do you (?:sell|have|carry|make|offer)"
    r"|are there)\b"
    r"|\b(?:show me|list) (?:all )?(?:your|the) (?:bags|handbags|shoes|watch|watches|jewellery)\W*$"
    r"|^\W*(?:请问)?(?:你们|店里|本季|现在)?(?:都)?(?:有|卖)(?:哪些|什么|几款|几种|哪几款)(?:女|男|手)?"
    r"(?:包包?|鞋子?|手?表|腕表|戒指|项链|首饰|珠宝|裙子?|毛衣)(?:卖|可选|呢|啊|款式)?\W*$"
)
_NOT_A_LIST = r"\bin stock\b|现货|有货|颜色|\bcolou?rs?\b|尺码|\bsizes?\b"


def superlatives(reading: Reading) -> Ruling | None:
    """The largest or the lightest of a kind, by the cards' own figures."""
    if reading.question.pieces or not reading.says(_MOST_OF) or reading.says(_NOT_PRICES):
        return None
    shelf = _shelf(reading)
    if shelf is None or shelf.kind is _ALL:
        return None
    if reading.says(r"大|小|bigg|larg|small"):
        return largest(shelf.pieces, smallest=reading.says(r"小|small"))
    return lightest(shelf.pieces, heaviest=reading.says(r"重|heav"))


_MOST_OF = (
    r"最(?:大|小|轻|重)(?!的优惠|折扣|优惠)|\b(?:biggest|largest|smallest|lightest|heaviest)\b"
)


def _shelf(reading: Reading) -> _Shelf | None:
    """The kind that is asked for, or everything where she asks for anything."""
    everything = reading.books.catalogue.all()
    for names, categories, kind in _KINDS:
        if reading.says(names):
            of_kind = tuple(piece for piece in everything if piece.category in categories)
            return _for(reading, _Shelf(of_kind, kind))
    return _Shelf(everything, _ALL) if reading.says(_ANYTHING) else None


def _for(reading: Reading, shelf: _Shelf) -> _Shelf:
    """Shoes are made for somebody; what is made for both stays."""
    wanted: Gender | None = "women" if reading.says(_WOMEN) else None
    if wanted is None and reading.says(MEN):
        wanted = "men"
    kept = tuple(p for p in shelf.pieces if wanted is None or p.gender in (None, wanted))
    return _Shelf(kept or shelf.pieces, shelf.kind)


_ALL = Bilingual("商品", "pieces")

PRICES: tuple[Recogniser, ...] = (budget, extremes, superlatives, of_kind)
