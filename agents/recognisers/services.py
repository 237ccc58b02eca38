"""Care services: leather cleaning by tier and number of bags, and the house's price list."""

from __future__ import annotations

import re

from agents.measures import numeral
from agents.recognisers.reading import Reading, Recogniser, ago
from shop.care_services import Service, care_duration, care_price, price_list
from shop.cleaning import cleaning_days, cleaning_of, cleaning_price, cleaning_prices
from shop.clients import Tier
from shop.guarantees import resizing_terms, ring_resizing
from shop.rulings import Ruling

_SERVICES: dict[Service, str] = {
    "cashmere_depilling": (
        r"去球|除球|de-?pill|remov\w+ (?:the )?(?:pills|bobbles)|起球.{0,8}(?:收费|免费|多少钱"
        r"|服务)"
    ),
    "pearl_restringing": (
        r"(?:换|穿|重穿|重新穿)(?:一?次|根|条)?线|(?:丝线|串线|线).{0,8}(?:换|重[穿串做]|更新)"
        r"|re-?string|re-?thread|\b(?:silk|thread|string|strand|knots?)\b.{0,30}"
        r"\b(?:re-?done|redo|renew\w*|replac\w*|re-?knot\w*)\b|\bre-?knot"
    ),
    "resoling": r"换(?:个|双|一?次)?(?:鞋|大)?底|re-?sol(?:e|ing)|new soles?",
    "water_test": (
        r"防水(?:性能)?(?:测试|检测|检查)|测防水|water.{0,12}test|seal test|pressure test"
        r"|test.{0,16}water"
    ),
    "watch_service": (
        r"洗油|洗.{0,4}机芯|(?:机芯|手?表|腕表|机械表).{0,6}(?:保养|洗油|全面检修)|(?:保养"
        r"|检修).{0,4}(?:手?表"
        r"|机芯)"
        r"|watch.{0,16}servic|servic\w+.{0,20}(?:watch|movement|m[eé]ridien)"
        r"|m[eé]ridien.{0,24}servic|overhaul"
    ),
}
_OF_ITS_PIECE: dict[Service, tuple[tuple[str, ...], str]] = {  # words that only of it mean this
    "cashmere_depilling": (
        ("knitwear", "cashmere", "pilling"),
        r"\b(?:bobbl\w+|pills?|fuzz)\b.{0,16}\b(?:off|gone|removed|dealt with|sorted)\b"
        r"|(?:毛球|球球?).{0,6}(?:弄掉|去掉|清掉|处理掉|剪掉|[弄去除]了?)",
    ),
    "pearl_restringing": (
        ("necklace", "pearl"),
        r"\b(?:new|fresh|change\w*|changing|swap\w*|replac\w*) (?:the |its |of "
        r"|a )?(?:silk |inner )?"
        r"(?:strings?|threads?|cords?)\b|\b(?:strings?|thread|cord)\b.{0,12}\b(?:new|changed|swapped)\b"
        r"|[线绳].{0,8}(?:换|重)|(?:换|重).{0,4}[线绳]",
    ),
    "resoling": (
        ("shoe",),
        r"\bsoles?\b.{0,16}\b(?:replac|renew|redone|changed)|(?:鞋|大|掌)?底.{0,6}(?:换|重贴|重做)",
    ),
    "watch_service": (
        ("watch",),
        r"\boil(?:ed|ing)?\b|\blubricat|\bopen(?:ed|ing)? (?:it )?up\b|\bstrip(?:ped"
        r"|ping)? (?:it )?down\b"
        r"|\b(?:taken?|taking) (?:it )?apart\b|\bservic(?:e|ed|ing)\b|\bcheck-?up\b"
        r"|\bmovement (?:clean|looked)"
        r"|上.{0,3}油|加.{0,3}油|开盖|拆开|拆机|大?保养|检修|维护|洗一?[下次]?油",
    ),
    "water_test": (
        ("watch",),
        r"\b(?:seals?|gaskets?)\b.{0,40}\b(?:check|test|look)|\b(?:check|test)\w*\b.{0,16}\b(?:seals?|gaskets?)\b"
        r"|(?:密封|胶)圈?.{0,8}(?:检|测|查|换)|防水.{0,6}(?:检|测|查)",
    ),
}
_CLEANED = (
    r"皮具清洁|皮具清洗|洗包|洗\D{0,2}[2-6两三四五六]\s*次|清洗?.{0,6}包|洗.{0,8}包"
    r"|包.{0,8}(?:清洁|清洗|洗一?[下次])|皮具护理"
    r"|\b(?:freshen|spruce|clean|smarten)\w* up\b|\bgrubby\b"
    r"|leather clean|clean.{0,20}\bbags?\b|\bbags?\b.{0,16}clean|\bcleanings?\b"
)
_PRICE = (
    r"\bset (?:me|you|us|one) back\b|\bdamage to\b.{0,8}\b(?:wallet|purse)\b|\bset aside\b|破费"
    r"|掏多少"
    r"|how much|\bprices?\b|\bcosts?\b|\bfees?\b|\bcharge|\bfree\b|\bpay\b|expensive|\brates?\b"
    r"|多少钱|多少(?!天|次|久)|几钱|价|收费|免费|费用|要钱|贵|一共"
)
_LEFT = r"\bleft\b|remain|still have|剩|还有|还能|还可以"
_TAKES = (
    r"how long|how many (?:days|weeks)|turnaround|when.{0,16}(?:back|ready|done)|几天|多少天"
    r"|多久(?!.{0,3}一[次回遍]|洗"
    r"|做"
    r"|保养|测|换|穿)"
    r"|什么时候(?:能)?(?:好|取)|几周|几个?星期|bagless|without (?:it|my bag)"
)
_EVERY = (
    r"\b(?:come|comes|coming) (?:a?round|due)\b|\b(?:is|be|are) (?:it |that |one "
    r"|they )?(?:due|needed)\b"
    r"|every how|\bhow (?:many years|soon|regularly|frequently)\b"
    r"|(?:多久|多长时间|几年|多少年|隔几年).{0,8}(?:一[次回趟]|需要|要|该|得)"
    r"|how often|多久.{0,3}一[次回遍]|多久(?:一次|做|洗|保养|测|换|穿)|几年(?:一次|要|需|保养)"
    r"|每(?:隔)?几年|interval"
    r"|频率"
)
_AT_HOME = (
    r"自己|在家|at home|myself|怎么(?:洗|清|擦|保养)|how (?:do|to|should|can) (?:i|you"
    r"|we)?\s*(?:clean"
    r"|wash)"
)
_NOT_LEATHER = (
    r"\bring\b|watch|jewel|pearl|cashmere|sweater|silk|dress|suede spray|戒指|手表|腕表|珍珠|羊绒"
    r"|毛衣|裙"
    r"|真丝"
)
_LIST = (
    r"养护.{0,6}(?:价目|价格表|收费标准|价格)|(?:价目|收费)表|care (?:service )?(?:price|fee)s?"
    r"|price list"
    r"|service prices"
)
_COUNT = re.compile(
    r"(?<![第\d])(\d|[一二两三四五六七八九])\s*[只个款件]\s*(?:皮|手)?[包袋]"
    r"|(?<![A-Za-z])(\d|one|two|three|four|five|six)\s+(?:\w+\s+)?bags(?![A-Za-z])"
    r"|(?<!free )(?<![A-Za-z])([2-9]"
    r"|two|three|four|five|six) (?:leather |bag )?cleanings(?! (?:are"
    r"|already|so far|used))|(?:洗|清洁|清洗|做)(?!了|过)\D{0,2}([2-9]|[两三四五六])\s*次(?!免费)"
    r"|([2-9]|[两三四五六])次(?:皮具)?(?:清洁|清洗|洗)",
    re.IGNORECASE,
)
_USED = re.compile(
    r"(?:used|had|done|did)\D{0,16}(?<![A-Za-z])(\d|one|two|three|both)(?![A-Za-z])"
    r"|(?:用|洗|做|清洁|清洗)(?:(?:了|过)|(?!\D{0,2}一\s*次))\D{0,3}([\d一两二三])\s*次"
    r"|(?<![A-Za-z])(second|third|fourth)(?![A-Za-z])|第([二三四])[次个只]"
    r"|(?:已经?|都)[用洗做]?(?:了|过)([\d一两二三])[次个只]|(already (?:used|had) (?:it|a|my))"
    r"|(洗|用)过了",
    re.IGNORECASE,
)
_STEPS = re.compile(
    r"(\d|one|two|three|four|[一两二三四])\s*(?:个)?\s*(?:eu\s*)?(?:sizes?|号|码)", re.IGNORECASE
)
_TOO_SMALL = (  # a ring that was bought and does not fit
    r"\b(?:ring|band)\b.{0,48}\b(?:too (?:small|big|tight|loose|large)|doesn'?t fit|won'?t go on)\b"
    r"|(?:戒指|戒圈|圈口|钻戒).{0,16}(?:太?[小大紧松]了|太[小大紧松]|戴不上|戴不进)"
)
_SENT_BACK = (
    r"退|换货|换码|\breturn|\brefund|\bexchange|\bswap|\bsize (?:is|am|do)\b|which size|几号|几码"
)
_RESIZED = (
    r"resiz|改圈|改戒|(?:戒指|戒圈|ring).{0,12}(?:改[大小]|改一?[号码])|改[大小].{0,8}(?:戒|圈)"
)
_ORDINALS = {"second": 1, "third": 2, "fourth": 3, "二": 1, "三": 2, "四": 3}


def services(reading: Reading) -> Ruling | None:
    """What a service costs, how often it is advised, how long it takes."""
    if reading.says(_AT_HOME):
        return None
    books, tier = reading.books, reading.tier_said()
    for service, names in _SERVICES.items():
        leans = reading.says(f"{_TAKES}|{_PRICE}|{_EVERY}") and not _of_a_piece(reading)
        meant = reading.says(names) or _of_its_piece(reading, service)
        if not meant and not (reading.said(names) and leans):
            continue
        if reading.says(_TAKES) and not reading.says(_PRICE + "|" + _EVERY):
            return care_duration(books.care, service, books.tiers, tier)
        if reading.says(_PRICE + "|" + _EVERY):
            return care_price(books.care, service, books.tiers, tier)
        if reading.says(r"会员|members?\b"):
            return care_price(books.care, service, books.tiers, tier)
        return None
    return price_list(books.care, books.tiers, tier) if reading.says(_LIST) else None


def _of_its_piece(reading: Reading, service: Service) -> bool:
    """'Opening up and oiling' of a watch, 'a new string' of pearls: of nothing else the service."""
    if service not in _OF_ITS_PIECE:
        return False
    of_what, names = _OF_ITS_PIECE[service]
    earlier = reading.question.before[-1:] if reading.question.follow_up else ()
    spoken_of = {*reading.question.terms, *(term for said in earlier for term in said.terms)}
    spoken_of |= {piece.category for piece in reading.pieces}
    return not spoken_of.isdisjoint(of_what) and reading.says(names)


def _of_a_piece(reading: Reading) -> bool:
    """'And how much is the Lune?': its price, whatever service was spoken of before."""
    return any(piece.name in reading.text for piece in reading.pieces)


def cleaning(reading: Reading) -> Ruling | None:
    """Leather cleaning: for so many bags, after so many this year, or for whom it costs what."""
    if not reading.said(_CLEANED) or reading.says(_NOT_LEATHER) or reading.says(_AT_HOME):
        return None
    bags = _bags(reading)
    if not reading.says(_PRICE + "|" + _LEFT) and bags == 1:
        return cleaning_days() if reading.says(_TAKES) else None
    tiers, tier, used = reading.books.tiers, reading.tier_said(), _used(reading)
    if bags > 1:
        return cleaning_of(tiers, tier, bags, used or 0)
    if tier is None:
        return cleaning_prices(tiers)
    if used is None and tier is Tier.BLACK and reading.says(_LEFT):
        return None  # how many are left, only she knows who knows how many were used
    return cleaning_price(tiers, tier, used or 0)


def _bags(reading: Reading) -> int:
    """How many bags, or cleanings to come; what she has had already doesn't count."""
    found = _COUNT.search(reading.text)
    if found is None:
        return 1
    bags, cleanings = found[1] or found[2], next((word for word in found.groups()[2:] if word), "1")
    return int(numeral(bags or ("1" if _USED.search(reading.text) else cleanings)))


def _used(reading: Reading) -> int | None:
    found = _USED.search(reading.text)
    if found is None:
        return None
    cardinal, zh_cardinal, ordinal, zh_ordinal, zh_already, *_ = found.groups()
    if ordinal or zh_ordinal:
        return _ORDINALS[(ordinal or zh_ordinal).lower()]
    word = cardinal or zh_cardinal or zh_already or "one"
    return 2 if word.lower() == "both" else int(numeral(word))


def resizing(reading: Reading) -> Ruling | None:
    if not (reading.speaks_of("resizing") or reading.said(_RESIZED) or _too_small(reading)):
        return None
    eternity = reading.said(r"eternity|满钻|一圈.{0,2}钻|满镶|整圈")
    span, steps = next(iter(reading.spans()), None), _STEPS.search(reading.text)
    if span is None and steps is None:
        asks = reading.says(_PRICE + r"|can|could|possible|能|可以|怎么|几次|how many")
        asks = asks or eternity
        return resizing_terms(eternity) if asks else None
    today = reading.books.today
    bought = ago(span, today) if span else today
    used = reading.says(r"already (?:been )?resiz|second (?:time|resiz)|改过|第二次")
    by = int(numeral(steps[1])) if steps else 1
    said = ring_resizing(bought, today, by, full_eternity=eternity, used_before=used)
    return said if span or said.values.get("free") != "yes" else resizing_terms(eternity)


def _too_small(reading: Reading) -> bool:
    """A ring bought so long ago does not fit, and she asks what that costs or whether it can be."""
    told = reading.said(_TOO_SMALL) and not reading.said(_SENT_BACK)
    return told and bool(reading.spans()) and reading.says(_PRICE + r"|can|could|能|可以|行")


SERVICES: tuple[Recogniser, ...] = (services, cleaning, resizing)
