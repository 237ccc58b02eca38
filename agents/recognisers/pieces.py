"""Pieces: several beside each other, and whether one is made in a size."""

from __future__ import annotations

from agents.measures import lengths
from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.words import THINGS
from shop.comparisons import cheapest, largest, lightest, made_in, sturdier
from shop.exotics import cites_listing, raised
from shop.products import Product
from shop.rulings import Ruling

_LIGHT = (
    r"\bweighs? (?:the )?(?:less|least)\b|\b(?:least|less) tiring\b|\beasie(?:r|st) on (?:the|my)\b"
    r"|不累|省力|轻便|别太[沉重]|不压肩|\blight(?:er|est)?\b|最轻|更轻|轻一?[点些]|比较轻"
    r"|[哪那]个轻|哪[只款件]轻|谁轻|轻[吗么不]|轻多少"
    r"|\b(?:bad|sore|hurting|aching|weak|dodgy) (?:shoulder|back|neck)|\b(?:shoulder|back"
    r"|neck)s? (?:hurts?|aches?|kills?|is (?:bad|sore))"
    r"|肩膀?.{0,3}(?:疼|痛|酸|不好|受不了)|肩周炎|颈椎"
)
_HEAVY = (
    r"\bweighs? (?:the )?mo(?:re|st)\b|最沉|更沉|[沉重][吗么]|[沉重]一?[点些]|哪个沉|\bheav(?:y"
    r"|ier|iest)\b|最重|更重|哪个重"
)
_PRICE = (
    r"价[钱格位]|差.{0,4}钱|相差|\b(?:difference|gap) in (?:price|cost)|\bprice (?:gap|difference)"
    r"|\bhow much (?:more|less|dearer|cheaper)\b|\b(?:more|less) money\b|\bprices?\b"
    r"|more expensive|dearer|price difference|costs? more|差价|哪个贵|谁贵|差多少钱"
    r"|贵多少"
    r"|\bcheap(?:er|est)?\b|\bbudget\b|\bafford|\bcosts? less\b|\bmax\b"
    r"|预算|便宜|价格|以内|更贵|贵多少"
)
_LARGE = r"\b(?:bigg|larg|room)(?:er|est|i?er|iest)\b|更大|最大|哪个大|谁大|大一些|大一点|能装"
_SMALL = r"\bsmall(?:er|est)\b|更小|最小|哪个小|小一点|小巧|compact"
_STURDY = (
    r"\bdurab|(?<!water)(?<!rain)(?<!wind)(?<!sweat)(?<!fade)(?<!shock)-proof\b|\bindestructib"
    r"|\bevery ?day\b|\bdaily\b|\bscratch|\bsturd|\bhard.?wearing|\bcommut"
    r"|耐|日常|通勤|天天|结实|刮"
)
_AVAILABLE = (
    r"\bcomes? in\b|\bavailable in\b|\bmade in\b|\bdo you (?:have|make)\b"
    r"|有没有|有吗|有不|做不做|出不出|有\s?\d"
)


_THAN_BEFORE = (  # 'is the Grain lighter' after a word on the Sillage
    r"\b(?:light|heavi|bigg|larg|small|room|cheap|dear)i?er\b|\bmore expensive\b"
    r"|\bcosts? (?:more|less)\b"
    r"|更|比(?:它|他|她|那|这|前|刚)|[轻重沉大小贵]一?[点些吗么]|便宜一?[点些吗么]"
)


def _beside_each_other(reading: Reading) -> tuple[Product, ...]:
    """The pieces compared; one alone is compared with the one spoken of just before."""
    pieces = reading.compared
    if reading.question.follow_up and reading.says(_APART) and len(pieces) < 2:
        return _last_two(reading)
    if len(pieces) != 1 or not reading.earlier or not reading.says(_THAN_BEFORE):
        return pieces
    said = (reading.books.catalogue.find(text) for text in reading.earlier)
    others = (tuple(p for p in found if p not in pieces) for found in said)
    before = next((found for found in others if found), ())
    return (*pieces, *before) if len(before) == 1 else pieces


_APART = (  # 'so what's the difference' after the prices of two pieces
    r"差(?:多少|几)|差价|相差|[贵便宜]多少|\b(?:what'?s|what is|how much is"
    r"|how big is) the (?:price )?difference\b"
    r"|\bdifference in (?:price|cost)\b|\bhow much (?:more|less|dearer|cheaper)\b"
)


_BY_HOW_MUCH = (
    r"^\W*(?:and |so |but |ok )*(?:by )?how much(?: (?:exactly|roughly))?\W*$|^\W*(?:那"
    r"|大概|具体)*差?(?:多少|几多)[？?呢啊]*$"
)


def _last_two(reading: Reading) -> tuple[Product, ...]:
    """The two pieces spoken of last, the price of which was asked before."""
    if not (reading.before(_PRICE + r"|多少钱|价|how much|\bcosts?\b") or reading.says(_PRICE)):
        return ()
    said = [piece for one in reversed(reading.question.before) for piece in reversed(one.pieces)]
    return tuple(dict.fromkeys((*reading.question.pieces, *said)))[:2]


def side_by_side(reading: Reading) -> Ruling | None:
    pieces = _beside_each_other(reading)
    if len(pieces) < 2:
        return None
    asked = (reading.says(_BY_HOW_MUCH) and reading.before(".")) or reading
    if asked.says(_LIGHT) or asked.says(_HEAVY):
        return lightest(pieces, heaviest=not asked.says(_LIGHT))
    if asked.says(_LARGE) or asked.says(_SMALL):
        return largest(pieces, smallest=not asked.says(_LARGE))
    if asked.says(_STURDY) and not asked.says("|".join(THINGS.values())):
        return sturdier(pieces)
    if asked.says(f"{_PRICE}|{_APART}") or reading.says(_APART):
        dearer = asked.says(r"贵|more expensive|dearer|costs? more|priciest")
        return cheapest(pieces, next(iter(reading.amounts()), None), dearer)
    return None


def sizes_made(reading: Reading) -> Ruling | None:
    piece = reading.piece
    if piece is None or not reading.says(_AVAILABLE) or lengths(reading.text):
        return None
    sizes = [size for size in reading.sizes() if size.system in ("", "EU", "IT")]
    bare = [n for n in reading.numbers() if 30 <= n <= 60]
    wanted = [size.value for size in sizes] or bare
    return made_in(piece, wanted[0]) if wanted else None


def listing(reading: Reading) -> Ruling | None:
    """Which CITES appendix the skin of a piece is on."""
    if reading.piece is None or not reading.says(r"\bappendix|附录"):
        return None
    return cites_listing(reading.piece)


_WILD_OR_FARMED = (
    r"\bwild\b|\bfarm(?:s|ed)?\b|\b(?:hunted|poached|captive|caught)\b|\b(?:raised|bred)\b"
    r"|野外|野生|养殖|人工养|人工饲养|饲养|人工繁殖|偷猎|捕猎|捕[的捉杀]|抓[的来]"
)
_OF_THE_FARM = (
    r"\bwhere\b|\bwhich\b|\bwhose\b|\bname\b|\bhow (?:old|many|long|are|were|is|was|did)\b"
    r"|\bhuman\w*"
    r"|\bcruel\w*|\bethic|\bconditions?\b|哪|人道|几岁|多大|残忍|虐|怎么养|叫什么|条件"
)

_OUR_CROCODILE = r"\b(?:your|you)\b.{0,24}\bcroc|你们.{0,8}鳄鱼|本店.{0,8}鳄鱼"


def farmed(reading: Reading) -> Ruling | None:
    """Whether the animal was wild; of the farm itself the card says nothing."""
    if not reading.says(_WILD_OR_FARMED) or reading.says(_OF_THE_FARM):
        return None
    ours = reading.books.catalogue.all() if reading.says(_OUR_CROCODILE) else ()
    exotic = [piece for piece in reading.pieces or ours if piece.exotic]
    return raised(exotic[0]) if len(exotic) == 1 else None


PIECES: tuple[Recogniser, ...] = (side_by_side, sizes_made, listing, farmed)
