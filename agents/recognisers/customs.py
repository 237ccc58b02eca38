"""Customs: duty and tax on an amount said, and who pays at a destination."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import numeral
from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.words import ENGRAVED, EXOTIC, MADE_TO_ORDER
from shop.china_tax import (
    CBEC_SINGLE,
    CbecKind,
    cbec_left,
    cbec_limits,
    cbec_order,
    cbec_route,
    cbec_tax,
)
from shop.duty import eu_duty, uk_duty, uk_gift, us_de_minimis, who_pays, who_pays_each
from shop.parcel_tax import Goods, ParcelBand, parcel_band, parcel_tax
from shop.rulings import Ruling
from shop.shipping import Uncovered, delivery_promise, not_covered

_CUSTOMS = ("customs", "vat", "cbec", "ddp", "dap", "tax")
_EXACT = (
    r"how much|exact|to the (?:dollar|cent)|estimate|\brates?\b|surcharge|per ?cent\b"
    r"|多少|精确|具体金额|算一下|税率|几个点|加征"
)
_WHO_PAYS = r"\bd[ad]p\b|who|pay|incl|extra|door|谁|付|交|含|另|额外|收货|要不要"
_DELIVERY = (
    r"\b(?:deliver|ship|arriv|parcel|order|reach|warehouse|get (?:it|here|there|to))"
    r"|到货|送到|收到|寄|发货|能到|到.{0,2}$|几天到|送达|快递|配送|仓"
)
_OTHER_WORK = (
    r"\b(?:clean|refund|resiz|repair|book|wash|appointment|restring|return)"
    r"|清洁|清洗|洗|退款|退货|改圈|维修|预约|保养|重穿"
)
_UNCHECKED = r"watch|ring|jewel|gold|necklace|earring|表|戒指|首饰|珠宝|黄金|项链|耳"
_OURS = r"\b(?:my order|you(?:r)? (?:ship|parcel|order)|from you)\b|你们|我的订单|你家"
_HOW_FAST = (
    r"how long\W*$|how long.{0,24}(?:deliver|ship|arriv|take|get|till|until)|how (?:fast|soon"
    r"|many days)"
    r"|when.{0,16}arrive|warehouse|\bhub\b|ship.{0,8}from|72 ?h"
    r"|几天|多久|什么时候.{0,4}到|哪.{0,3}仓|从哪.{0,3}发|多快|72小时"
)
_COSMETICS = r"cosmetic|make-?up|perfume|cream|化妆|护肤|香水|口红"


_BONDED = r"保税|bonded"
_SENT_FROM = r"|从.{0,8}寄|寄(?:给)?我|\bfrom\b"
_CBEC = r"跨境|CBEC|cross.?border|额度|quota"
_LIMITS = r"额度|限额|上限|limit|quota|allowance"
_HOW_MUCH = r"多少|how much|what|是"
_QUOTA_USED = (
    r"用了|已用|用掉|花了.{0,6}额度|额度.{0,4}(?:用|花)|\bused\b|already (?:bought|spent)"
    r"|quota (?:is|was)|已经?买了|(?:今年|跨境).{0,8}买了|\bspent\b"
)
_BUYS = r"\bcan i\b|\bbuy\b|\border\b|能买|再买|可以买|再下单|\btax\b|税"
_LEFT = r"剩|还有多少|还能|\bleft\b|\bremain"
_SO_MANY_EACH = re.compile(
    r"([2-9]|[二两三四五六七八九])\s*[件个双条只]\s*(?:各|每[件个]|都)"
    r"|(?<![A-Za-z\d])([2-9]|two|three|four|five)\s+\w+\s+(?:at|of|for)\s+\S*\d+\S*\s*each",
    re.IGNORECASE,
)
_OLD_US_LIMIT = 800
_LEAST_PARCEL = Decimal(10)
_PARCEL = (
    r"寄(?:给)?我|行邮|个人(?:邮|物品|包裹)|邮递|邮寄.{0,8}税|parcel tax|post(?:al|age)? tax"
    r"|personal (?:parcel|postal)|postal articles"
)
_PARCEL_GOODS: dict[Goods, str] = {
    "gold_jewellery": (
        r"金项链|黄金|金饰|金手链|金戒|足金|plain gold|gold (?:chain|necklace|bracelet|jewel)"
    ),
    "precious_jewellery": r"珠宝|钻|宝石|首饰|戒指|珍珠|jewel|diamond|gem|\bring\b|pearl",
    "watch": r"表|\bwatch",
    "bags": r"包(?!裹|邮|税)|handbag|\bbags?\b|tote|crossbody",
    "shoes": r"鞋|shoes?\b|loafer|pump|boot",
    "clothes": r"衣|裙|裤|毛衫|毛衣|衬衫|外套|t恤|cloth|dress|shirt|sweater|coat|jacket|knit",
    "cosmetics": r"化妆|香水|口红|护肤|cosmetic|perfume|lipstick|make-?up",
    "books": r"书|\bbooks?\b",
    "food": r"食品|吃的|零食|\bfood|chocolate",
    "toys": r"玩具|\btoys?\b",
    "alcohol": r"酒|wine|alcohol|whisk",
    "tobacco": r"烟|tobacco|cigar",
    "golf": r"高尔夫|golf",
    "it_goods": r"手机|电脑|数码|phone|laptop|computer",
    "furniture": r"家具|furniture",
}
_COUNTED_HEADINGS = re.compile(
    r"(\d|[一二两三四五])\s*[个种]?\s*(?:税目|(?:tariff )?headings?)", re.I
)
_GOODS_KINDS = (
    r"t恤|t-?shirts?|tee\b|tees\b",
    (r"衬衫|(?<!t-)(?<!t )\bshirts?\b|blouse"),
    r"毛衣|羊绒衫|sweater|jumper|knit|cashmere",
    r"裙|dress|skirt",
    r"裤|trouser|jeans|pants",
    (r"外套|大衣|coat|jacket|blazer"),
    r"鞋|shoes?\b|loafer|pumps?\b|sneaker|boot|heels\b",
    r"包(?!裹|邮|税|括)|\bbags?\b|handbag|tote|wallet|钱包",
    (r"手?表(?!示)|\bwatch"),
    r"太阳镜|墨镜|sunglass",
    r"戒指|\brings?\b",
    (r"项链|necklace|pearl|珍珠"),
    r"耳[环钉]|earring",
    r"围巾|丝巾|scarf|scarves",
    r"皮带|腰带|\bbelts?\b",
    r"帽|\bhats?\b|\bcaps?\b",
    (r"手套|glove"),
    r"香水|perfume|fragrance",
    r"袜|socks?\b",
    r"书|\bbooks?\b",
)
_LEFT_OUT: dict[Uncovered, str] = {
    "engraved": ENGRAVED,
    "made_to_order": MADE_TO_ORDER,
    "exotic": EXOTIC,
}


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


def china(reading: Reading) -> Ruling | None:
    """Cross-border retail import: an amount, a piece, several pieces, or a part-used quota."""
    abroad = [m for m in reading.money() if m.currency not in ("", "CNY")]
    if abroad or not reading.said(_CBEC):
        return None
    prices = reading.amounts() or [piece.price_rmb for piece in reading.pieces]
    used = _quota_used_before(reading)
    if used is not None:
        return _beside_used(reading, used, prices)
    if not prices:
        return cbec_limits() if reading.says(_LIMITS) and reading.says(_HOW_MUCH) else None
    return _of_prices(reading, prices)


def _of_prices(reading: Reading, prices: list[Decimal]) -> Ruling | None:
    """Prices beside the limits, or beside what of the quota is used."""
    if reading.says(_QUOTA_USED):
        return _with_used(reading, prices)
    if not reading.says(r"税|tax|duty|VAT|how much|多少|可以|能|allow|possible|\bcan\b|limit|额度"):
        return None
    if each := _SO_MANY_EACH.search(reading.text):
        prices = prices[:1] * int(numeral(each[1] or each[2]))
    if len(prices) > 1:
        return cbec_order(prices, _kind(reading))
    return cbec_route(prices[0]) if prices[0] > CBEC_SINGLE else cbec_tax(prices[0], _kind(reading))


def _kind(reading: Reading) -> CbecKind:
    if reading.says(_UNCHECKED):
        return "other"
    return "cosmetics" if reading.says(_COSMETICS) else "ordinary"


def _with_used(reading: Reading, prices: list[Decimal]) -> Ruling | None:
    """An order beside what was used of the yearly quota already."""
    used = prices[0]
    left = prices[1:] or [piece.price_rmb for piece in reading.pieces]
    if not left:
        return cbec_left(used) if reading.says(_LEFT) else None
    return cbec_route(sum(left, Decimal(0)), used, len(left))


def _beside_used(reading: Reading, used: Decimal, prices: list[Decimal]) -> Ruling:
    """What this message itself would buy, beside a quota used before; or what is left of it."""
    said = any(character.isdigit() for character in reading.text) or reading.pieces
    return cbec_route(sum(prices, Decimal(0)), used, len(prices)) if said else cbec_left(used)


def _quota_used_before(reading: Reading) -> Decimal | None:
    """The quota that the message before says is used; this one asks what that leaves."""
    before = reading.before(_QUOTA_USED)
    if before is None or not before.says(_CBEC) or not reading.says(f"{_LIMITS}|{_LEFT}|{_BUYS}"):
        return None
    return next(iter(before.amounts()), None)


def parcels(reading: Reading) -> Ruling | None:
    """Tax on a personal parcel: of an amount, or the band of a kind of goods."""
    if not reading.says(_PARCEL) or not reading.says(r"税|tax|rate|行邮") or reading.says(_CBEC):
        return None
    value = next(iter(amount for amount in reading.amounts_from(_LEAST_PARCEL) if amount > 0), None)
    goods = next((kind for kind, names in _PARCEL_GOODS.items() if reading.says(names)), None)
    if goods is None or (goods == "watch" and value is None):
        return None
    found = parcel_band(goods, value)
    if value is None or "band" not in found.values:
        return found
    band: ParcelBand = str(found.values["band"])  # type: ignore[assignment]  # one of the three
    return parcel_tax(
        value, band, from_hong_kong=reading.says(r"香港|澳门|台湾|hong ?kong|maca[uo]|taiwan")
    )


def destination(reading: Reading) -> Ruling | None:
    """Who pays duty at a place; exact amounts abroad are nobody's to say (H-D3)."""
    place = reading.place()
    if place is None or reading.says(_EXACT):
        return None
    if not (reading.speaks_of(*_CUSTOMS) or reading.says(r"关税|税|\bd[ad]p\b|dut(?:y|ies)")):
        return None
    if reading.money() or not reading.says(_WHO_PAYS) or reading.says(_BONDED + _SENT_FROM):
        return None
    places = reading.books.destinations.find(reading.text)
    return who_pays_each(places) if len(places) > 1 else who_pays(place)


def delivery(reading: Reading) -> Ruling | None:
    """From where and how fast to a place, and what the 72 hours leave out."""
    place = reading.place()
    if not reading.says(_HOW_FAST) or reading.says(_OTHER_WORK) or reading.says(_BONDED):
        return None
    if not reading.says(_DELIVERY) and not reading.says(r"72\s*(?:h|小时)"):
        return None
    uncovered = next((kind for kind, names in _LEFT_OUT.items() if reading.says(names)), None)
    if uncovered is not None:
        return not_covered(uncovered)
    if place is None:
        return None
    exotic = reading.piece is not None and reading.piece.exotic is not None
    return delivery_promise(place, "exotic" if exotic else None)


CUSTOMS: tuple[Recogniser, ...] = (
    europe, britain, parcels, china, america, destination, delivery,
)  # fmt: skip
