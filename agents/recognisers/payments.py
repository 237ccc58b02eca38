"""Payments: cash at the door, and whether an amount may come by bank transfer."""

from __future__ import annotations

from agents.recognisers.reading import Reading, Recogniser
from shop.payments import bank_transfer, cash_on_delivery
from shop.rulings import Ruling

_AT_THE_DOOR = (
    r"(?:货|东西|包裹|快递|人).{0,3}(?:送|寄)?(?:到|来)(?:了|手|家|门口|手里"
    r"|家里)?.{0,3}[再才后时].{0,4}"
    r"(?:给钱|付|掏钱|结账|交钱)"
    r"|\b(?:pay|settle(?: up)?|cash)\b.{0,24}\b(?:on (?:delivery|arrival|receipt)|when (?:it|they"
    r"|the"
    r" \w+) (?:arrives?|comes?|gets here|turns up|is (?:here|delivered))|once (?:it|the \w+)(?:'s"
    r"| is"
    r"| has)? (?:arrived|here|delivered|come))\b"
    r"|见(?:着|到|了)?货.{0,5}(?:付|给钱|掏钱)|(?:收到|拿到|看到|见着|见到|收)(?:货"
    r"|东西)?.{0,3}[再才后](?:付|给)"
    r"|(?:付|给)(?:快递员?|送货员|小哥|司机)现金|现金.{0,4}(?:给|付).{0,4}(?:快递|送货|小哥)"
    r"|\b(?:pay|give) (?:the )?deliver\w* (?:man|guy|person|driver|boy|woman)\b.{0,16}\bcash\b"
    r"|\b(?:pay|give) (?:the )?(?:courier|driver)\b.{0,12}\bcash\b|\bcash (?:at|to|on) the\b"
    r"|\bpay (?:only )?(?:when|once|after) (?:it|the parcel|i (?:get|receive))"
)
_OTHER_MEANS = r"\bmada\b|paypal|apple ?pay|支付宝|微信|alipay|wechat|银联|unionpay"
_TRANSFER = (
    r"\b(?:bank|wire|swift|giro|telegraphic|direct)[ -]?transfer\w*|\bwir(?:e|ing)\b(?!less)"
    r"|\b(?:pay|settle)\b.{0,16}\b(?:by|via|with|from|through) (?:a |my |the )?(?:transfer|bank\b)"
    r"|银行(?:转账|汇款|打款)|电汇|对公|(?:转账|汇款|打款)(?!给(?:个人|你个人|店员))"
)
_OF_OTHER_THINGS = (
    r"refund|return|\btier\b|\bpoints?\b"
    r"|\bto (?:a|an|your|the) (?:person|individual|colleague|staff)"
    r"|private|personal|退|个人|私人|私下|等级|积分|店员|骗"
)


def cash(reading: Reading) -> Ruling | None:
    """Cash on delivery at a place that is named."""
    aed = next((m.amount for m in reading.money() if m.currency == "AED"), None)
    goes_on = aed is not None and reading.said(rf"\bcash\b|\bcod\b|货到付款|现金|{_AT_THE_DOOR}")
    if not (reading.speaks_of("cod") or reading.says(_AT_THE_DOOR) or goes_on):
        return None
    place = reading.place() or reading.place_before()
    if place is None or reading.says(_OTHER_MEANS):
        return None  # of several means the article tells
    if aed is not None:
        return cash_on_delivery(place, aed=aed)
    return cash_on_delivery(place, reading.piece.price_rmb if reading.piece else None)


def transfer(reading: Reading) -> Ruling | None:
    """A bank transfer for an amount or for a piece; the article tells of it by itself."""
    asks = reading.says(_TRANSFER) and not reading.says(f"{_OF_OTHER_THINGS}|{_OTHER_MEANS}")
    amount = reading.amount() if asks else None
    return bank_transfer(amount) if amount else None


PAYMENTS: tuple[Recogniser, ...] = (cash, transfer)
