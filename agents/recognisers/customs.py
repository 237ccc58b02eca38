"""Customs: duty and tax on an amount said, and who pays at a destination."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import numeral
from agents.recognisers.china import CHINA
from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.words import BONDED
from shop.duty import eu_duty, uk_duty, uk_gift, us_de_minimis, who_pays, who_pays_each
from shop.rulings import Ruling

_CUSTOMS = ("customs", "vat", "cbec", "ddp", "dap", "tax")
_EXACT = (
    r"how much|exact|to the (?:dollar|cent)|estimate|\brates?\b|surcharge|per ?cent\b"
    r"|多少|精确|具体金额|算一下|税率|几个点|加征"
)
_WHO_PAYS = r"\bd[ad]p\b|who|pay|incl|extra|door|谁|付|交|含|另|额外|收货|要不要"
_OURS = r"\b(?:my order|you(?:r)? (?:ship|parcel|order)|from you)\b|你们|我的订单|你家"
_SENT_FROM = r"从.{0,8}寄|寄(?:给)?我|\bfrom\b"
_OLD_US_LIMIT = 800
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
    if euros is None or not (reading.speaks_of(*_CUSTOMS) or reading.said(r"duty|税")):
        return None
    only_vat = reading.says(r"增值税|\bVAT\b") and not reading.says(r"关税|\bdut(?:y|ies)\b")
    if only_vat or reading.says("£|GBP|英镑|UK|英国|IOSS"):
        return None
    return eu_duty(euros, _headings(reading), from_eu=reading.says(_OURS))


def _headings(reading: Reading) -> int:
    """The headings said, or kinds of goods named; what is not known to be two kinds is one."""
    if counted := _COUNTED_HEADINGS.search(reading.text):
        return int(numeral(counted[1]))
    return max(sum(reading.says(names) for names in _GOODS_KINDS), 1)


def britain(reading: Reading) -> Ruling | None:
    pounds, place = _amount_in(reading, "GBP"), reading.place()
    if pounds is None or reading.says(r"€|EU|欧盟|by when|until when|abolish|什么时候取消|哪年"):
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
    place = reading.place()
    if place is None or reading.says(_EXACT):
        return None
    if not (reading.speaks_of(*_CUSTOMS) or reading.says(r"关税|税|\bd[ad]p\b|dut(?:y|ies)")):
        return None
    if reading.money() or not reading.says(_WHO_PAYS) or reading.says(f"{BONDED}|{_SENT_FROM}"):
        return None
    places = reading.books.destinations.find(reading.text)
    return who_pays_each(places) if len(places) > 1 else who_pays(place)


CUSTOMS: tuple[Recogniser, ...] = (europe, britain, *CHINA, america, destination)
