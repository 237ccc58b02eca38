"""Customs: duty and tax on an amount said, and who pays at a destination."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import numeral
from agents.recognisers.china import CHINA
from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.words import BONDED, without_origin
from shop.destinations import Destination
from shop.duty import (
    amount_due,
    eu_duty,
    uk_duty,
    uk_gift,
    us_de_minimis,
    which_place,
    who_pays,
    who_pays_each,
)
from shop.rulings import Ruling
from shop.shipping import delivery_promise

_AT_THE_DOOR = (  # what is due when the parcel comes, in whatever words
    r"(?:\bowe\b|\bpay|\bpaid\b|\bcash\b|\bmoney\b|\bfrancs\b|\bpalm\b|\bcharge[ds]?\b|\bfees?\b"
    r"|\bextra\b|\bdue\b|\bhand out\b|\bask (?:me|her|him|us) for\b|\bwallet\b)"
    r".{0,48}\b(?:door(?:step)?|courier|deliver(?:y|ing) (?:guy|man|person|driver|boy|woman)"
    r"|postman"
    r"|carrier)\b"
    r"|\b(?:door(?:step)?|courier|deliver(?:y|ing) (?:guy|man|person|driver|boy|woman)|postman"
    r"|carrier)\b"
    r".{0,48}(?:\bowed?\b|\bpay|\bmoney\b|\bpalm\b|\bcharge|\bask (?:me|her|him|us) for\b)"
    r"|(?:快递员?|送货员?|小哥|门口|上门|派送|收货时|到手).{0,10}(?:付|掏|交|补|给|收).{0,4}(?:钱"
    r"|税|费|款)"
    r"|海关(?:那边|那儿)?.{0,4}(?:的)?[钱费]|\baduana\b|\bdouane\b|\bdogana\b"
    r"|\bcustoms (?:will )?(?:charge|want|take|ask)|\bzoll\b"
    r"|customs money"
)
_BY_WHAT_MEANS = r"\b(?:with|in|by) (?:cash|card)\b|现金|刷卡"  # the price, not the duty
_CUSTOMS = ("customs", "vat", "cbec", "ddp", "dap", "tax")
_EXACT = (
    r"how much|exact|\bfigure\b|charge me|总共|准数|to the (?:dollar|cent)|estimate|\brates?\b"
    r"|surcharge|per ?cent\b"
    r"|多少|精确|具体金额|算一下|税率|几个点|加征"
)
_WHO_PAYS = (
    r"吸收|[包免]税|承担|出钱|\bgives? it\b|\bowe|\bkeep\b|\bholding\b|\bd[ad]p\b|who|pay|incl"
    r"|extra|door|谁|付|交|含|另|额外|收货|要不要|\bany (?:tax|dut|customs|vat)|\b(?:tax|duty"
    r"|vat)\b.{0,16}\b(?:arriv|on arrival|when it)"
    r"|有没有.{0,4}税|有税|要.{0,3}税"
)
_OURS = r"\b(?:my order|you(?:r)? (?:ship|parcel|order)|from you)\b|你们|我的订单|你家"
_SENT_FROM = r"从.{0,8}寄|寄(?:给)?我|\bfrom\b"
_OLD_US_LIMIT, _OLD_EU_LIMIT = 800, 150
_STILL = (
    r"还在|还有|还能|取消|没了|结束|终止|\bstill\b|\bgone\b|\bover\b|\bended?\b|\bscrapp"
    r"|\babolish"
)
_COUNTED_HEADINGS = re.compile(
    r"(\d|[一二两三四五])\s*[个种]?\s*(?:税目|(?:tariff )?headings?)", re.I
)
_GOODS_KINDS = (
    r"t恤|t-?shirts?|tee\b|tees\b",
    r"衬衫|(?<!t-)(?<!t )\bshirts?\b|blouse",
    r"毛衣|羊绒衫|sweater|jumper|knit|cashmere",
    r"裙|dress|skirt",
    r"裤|trouser|jeans|pants",
    r"外套|大衣|coat|jacket|blazer",
    r"鞋|shoes?\b|loafer|pumps?\b|sneaker|boot|heels\b",
    r"包(?!裹|邮|税|括)|\bbags?\b|handbag|tote|wallet|钱包",
    r"手?表(?!示)|\bwatch",
    r"太阳镜|墨镜|sunglass",
    r"戒指|\brings?\b",
    r"项链|necklace|pearl|珍珠",
    r"耳[环钉]|earring",
    r"围巾|丝巾|scarf|scarves",
    r"皮带|腰带|\bbelts?\b",
    r"帽|\bhats?\b|\bcaps?\b",
    r"手套|glove",
    r"香水|perfume|fragrance",
    r"袜|socks?\b",
    r"书|\bbooks?\b",
)


def _amount_in(reading: Reading, currency: str) -> Decimal | None:
    return next((m.amount for m in reading.money() if m.currency == currency), None)


def europe(reading: Reading) -> Ruling | None:
    euros = _amount_in(reading, "EUR")
    of_customs = reading.speaks_of(*_CUSTOMS) or reading.said(r"duty|税|\bcustoms?\b")
    if euros is None or not of_customs:
        return None
    if reading.question.side_name:
        return None  # kinds of goods in one parcel are counted together
    if euros == _OLD_EU_LIMIT and reading.says(_STILL):
        return None  # whether there still is a relief, and not a parcel of that value
    only_vat = reading.says(r"增值税|\bVAT\b") and not reading.says(r"关税|\bdut(?:y|ies)\b")
    if only_vat or reading.says("£|GBP|英镑|UK|英国") or _of_ioss_itself(reading):
        return None
    return eu_duty(euros, _headings(reading), from_eu=reading.says(_OURS))


def _of_ioss_itself(reading: Reading) -> bool:
    """What IOSS is, or what comes without it; not what is in a parcel sent with it."""
    if not reading.says("IOSS"):
        return False
    goods = any(reading.says(names) for names in _GOODS_KINDS)
    return not goods or reading.says(r"\b(?:non|not|no|without)\b.{0,12}IOSS|[非没不].{0,4}IOSS")


def _headings(reading: Reading) -> int:
    """The headings said, or kinds of goods named; what is not known to be two kinds is one."""
    if counted := _COUNTED_HEADINGS.search(reading.text):
        return int(numeral(counted[1]))
    return max(sum(reading.says(names) for names in _GOODS_KINDS), 1)


_NOT_NOW = (  # how long the relief will last, or another one
    r"€|EU|欧盟|\b(?:by|until|till) when\b|abolish|for (?:good|ever|life)|forever|permanent"
    r"|\bend(?:s|ing)?\b|\bexpir"
    r"|\bscrap|\bgo(?:ing|es)? away\b|\bhow long\b|\blast(?:s|ing)?\b|\bstay(?:s|ing)?\b"
    r"|\bkeep\w* the relief\b"
    r"|\bphas|取消|哪年|永久|一直|长期|到期|会不会变|还能.{0,4}多久|保留|废|有效到"
)


def britain(reading: Reading) -> Ruling | None:
    pounds, place = _amount_in(reading, "GBP"), reading.place()
    if pounds is None or reading.says(_NOT_NOW):
        return None
    to_britain = place is not None and place.country.id == "united-kingdom"
    to_britain = to_britain or reading.says(r"\buk\b")
    if to_britain and reading.says(r"\bgifts?\b|礼物|礼品"):
        return uk_gift(pounds)
    asks = reading.speaks_of(*_CUSTOMS) or reading.said(r"duty|税") or to_britain
    return uk_duty(pounds) if asks else None


def america(reading: Reading) -> Ruling | None:
    dollars = _amount_in(reading, "USD")
    place = reading.place()
    if place is None or place.country.id != "united-states":
        return None
    asks = reading.speaks_of(*_CUSTOMS) or reading.said(r"de minimis|duty|税")
    return us_de_minimis() if asks and dollars is not None and dollars <= _OLD_US_LIMIT else None


def destination(reading: Reading) -> Ruling | None:
    """Who pays duty at a place; exact amounts abroad are nobody's to say (H-D3)."""
    at_the_door = reading.says(_AT_THE_DOOR) and not reading.says(_BY_WHAT_MEANS)
    place = reading.place() or (reading.place_before() if at_the_door else None)
    if place is None:
        return which_place() if _lacks_a_place(reading) else None
    if reading.money():
        return None
    if reading.says(_EXACT) and not _asks_what_more(reading):
        return amount_due(place) if _asks_the_sum(reading, place) else None
    of_duty = reading.speaks_of(*_CUSTOMS) or reading.says(_OF_DUTY) or _asks_what_more(reading)
    if not (of_duty or at_the_door) or reading.says(BONDED):
        return None
    to = without_origin(reading.text)
    comes_in = reading.says(_SENT_FROM) and to == reading.text
    if not at_the_door and (not reading.says(_WHO_PAYS) or comes_in):
        return None
    places = reading.books.destinations.find(to)
    paid = who_pays_each(places) if len(places) > 1 else who_pays(place)
    return paid.then(delivery_promise(place)) if reading.says(_ALSO_WHEN_OR_WHENCE) else paid


_OF_DUTY = r"关税|税|\bd[ad]p\b|dut(?:y|ies)"
_MORE = (  # 'so what does it cost me extra' after a word on who pays
    r"\b(?:cost|pay|owe|charge)\w*\b.{0,16}\b(?:extra|more|on top|besides)\b|\bextra (?:cost"
    r"|charge)"
    r"|\banything (?:else|more|extra|on top)\b|(?:另外|额外|还要?|还得|再).{0,4}(?:付|交|补|给|掏)"
)


def _asks_what_more(reading: Reading) -> bool:
    before = reading.before(_OF_DUTY + r"|\btax")
    return before is not None and reading.question.follow_up and reading.says(_MORE)


def _asks_the_sum(reading: Reading, place: Destination) -> bool:
    """What customs abroad will charge on a piece of ours, in figures."""
    abroad = place.country.id != "china" and place.country.terms == "DAP"
    of_duty = reading.speaks_of(*_CUSTOMS) or reading.says(_AT_THE_DOOR + r"|税|dut(?:y|ies)")
    return (
        abroad and of_duty and not reading.says(r"\brates?\b|per ?cent|%|税率|几个点|礼物|\bgift")
    )


def _lacks_a_place(reading: Reading) -> bool:
    """'Do I get hit with customs when it arrives': by her own parcel, to a place not said."""
    asks = reading.says(_HIT) and reading.says(_MY_PARCEL) and not reading.says(_SOMEWHERE)
    return asks and not (reading.pieces or reading.money() or reading.earlier)


_SOMEWHERE = (  # a place that the house's list does not name
    r"(?-i:\b(?:[Ii]n|[Tt]o|[Ff]rom|[Aa]t) [A-Z][a-z]{2,})|寄[往到去给]|住|在.{1,6}(?:读|工作"
    r"|上班|上学)"
)
_HIT = (
    r"\b(?:do|will|would|am|are|must|should) (?:i|we)\b.{0,24}\b(?:customs|dut(?:y|ies)"
    r"|import tax)\b"
    r"|(?:我|会|要)(?:会|要|得)?(?:不会|不要)?(?:被|交|付|补).{0,4}(?:关税|海关|税).{0,6}(?:吗|么"
    r"|不)"
)
_MY_PARCEL = (
    r"\b(?:arrives?|comes?|lands?|at (?:my|the) door|gets? here)\b|到货|到了|收货|到我|送到"
)


_ALSO_WHEN_OR_WHENCE = (
    r"\d+\s*(?:days?|hours?|天|小时)\s*[?？]|how (?:long|fast|many days)|from where"
    r"|where.{0,16}\bfrom\b"
    r"|warehouse|depot|几天|多久|从哪|哪个?仓"
)


CUSTOMS: tuple[Recogniser, ...] = (europe, britain, *CHINA, america, destination)
