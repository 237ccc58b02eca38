"""Customs: duty and tax on an amount said, and who pays at a destination."""

from __future__ import annotations

from decimal import Decimal

from agents.recognisers.reading import Reading, Recogniser
from shop.china_tax import CBEC_SINGLE, cbec_route, cbec_tax
from shop.duty import eu_duty, uk_duty, us_de_minimis, who_pays
from shop.rulings import Ruling
from shop.shipping import delivery_promise

_CUSTOMS = ("customs", "vat", "cbec", "ddp", "dap", "tax")
_EXACT = r"how much|exact|to the (?:dollar|cent)|estimate|多少|精确|具体金额|算一下"
_WHO_PAYS = r"who|pay|incl|extra|door|谁|付|交|含|另|额外|收货|要不要"
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
    r"how long.{0,24}(?:deliver|ship|arriv|take|get|till|until)|how (?:fast|soon|many days)"
    r"|when.{0,16}arrive|warehouse|ship.{0,8}from|72 ?h"
    r"|几天|多久|什么时候.{0,4}到|哪.{0,3}仓|从哪.{0,3}发|多快|72小时"
)
_COSMETICS = r"cosmetic|make-?up|perfume|cream|化妆|护肤|香水|口红"


def _amount_in(reading: Reading, currency: str) -> Decimal | None:
    return next((m.amount for m in reading.money() if m.currency == currency), None)


def europe(reading: Reading) -> Ruling | None:
    euros = _amount_in(reading, "EUR")
    if euros is None or not (reading.speaks_of(*_CUSTOMS) or reading.said(r"duty|税")):
        return None
    if reading.says("£|GBP|英镑|UK|英国"):
        return None
    return eu_duty(euros, 1, from_eu=reading.says(_OURS))


def britain(reading: Reading) -> Ruling | None:
    pounds = _amount_in(reading, "GBP")
    if pounds is None or not (reading.speaks_of(*_CUSTOMS) or reading.said(r"duty|税")):
        return None
    return None if reading.says("€|EU|欧盟") else uk_duty(pounds)


def america(reading: Reading) -> Ruling | None:
    dollars = _amount_in(reading, "USD")
    place = reading.place()
    if place is None or place.country.id != "united-states":
        return None
    asks = reading.speaks_of(*_CUSTOMS) or reading.said(r"de minimis|duty|税")
    return us_de_minimis() if asks and dollars is not None and dollars <= 800 else None


def china(reading: Reading) -> Ruling | None:
    abroad = [m for m in reading.money() if m.currency not in ("", "CNY")]
    yuan = next(iter(reading.amounts()), None)
    if abroad or yuan is None or not reading.said(r"跨境|CBEC|cross.?border"):
        return None
    if not reading.says(r"税|tax|duty|VAT|how much|多少"):
        return None
    if yuan > CBEC_SINGLE:
        return cbec_route(yuan)
    if reading.says(_UNCHECKED):
        return cbec_tax(yuan, "other")
    return cbec_tax(yuan, "cosmetics" if reading.says(_COSMETICS) else "ordinary")


def destination(reading: Reading) -> Ruling | None:
    """Who pays duty at a place; exact amounts abroad are nobody's to say (H-D3)."""
    place = reading.place()
    if place is None or not reading.speaks_of(*_CUSTOMS) or reading.says(_EXACT):
        return None
    if reading.money() or not reading.says(_WHO_PAYS):
        return None
    return who_pays(place)


def delivery(reading: Reading) -> Ruling | None:
    """From where and how fast to a place."""
    place = reading.place()
    if place is None or not reading.says(_HOW_FAST) or not reading.says(_DELIVERY):
        return None
    if reading.says(_OTHER_WORK):
        return None
    exotic = reading.piece is not None and reading.piece.exotic is not None
    return delivery_promise(place, "exotic" if exotic else None)


CUSTOMS: tuple[Recogniser, ...] = (
    europe, britain, china, america, destination, delivery,
)  # fmt: skip
