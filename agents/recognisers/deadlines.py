"""Deadlines: what is due when, from a weekday or a date that the question names."""

from __future__ import annotations

from functools import reduce

from agents.measures.due_days import Due, due
from agents.measures.moments import latest, moments_named
from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.uncovered import uncovered
from agents.recognisers.words import BONDED, ENGRAVED, EXOTIC, MADE_TO_ORDER
from shop.deadlines import arrives_by, in_time, preview_from, refunded_by
from shop.moments import Moment, Weekday
from shop.products import Product
from shop.rulings import Ruling
from shop.shipping import not_covered

_WHEN = (
    r"\bwhen\b|by when|what (?:time|day)|which day|latest|deadline|at worst|worst case"
    r"|什么时候|啥时候|何时|几点|几[号日]|周几|星期几|哪天|最晚|最迟|最慢|截止"
)
_PAID = r"\bpaid\b|\bpay(?:ment|ing)?\b|付的?(?:款|钱|清|了)|付完|下的?单|结的?账|买单"
_NOT_ARRIVAL = (
    r"发货|发出|发走|寄走|发掉|几点(?:钟)?(?:之|以)?前(?:付|下单|拍|买|结)|截单|\bcut.?off"
    r"|\bgoes? out"
    r"|\b(?:before|by) what (?:time|hour).{0,24}(?:pay|order|buy)"
    r"|\bdispatch|\bleaves?\b|ship(?:ped)? out|return|refund|退|分期|instal|late pay"
    r"|慢就赔"
    rf"|{BONDED}|{ENGRAVED}|{MADE_TO_ORDER}|{EXOTIC}"
)
_NEEDED = (
    r"\bin time\b|\bon time\b|\bmake it\b|\bmade it by\b|\bstill within\b"
    r"|\barriv\w+ (?:by|before|on|for)\b"
    r"|\b(?:get|be|come|delivered?) (?:it |them |(?:the|my|a) [\w-]+ )?(?:here |there |to me )?"
    r"(?:by|before|for)\b"
    r"|\b(?:have|need|want|must have) (?:it|them|one|(?:the|my|a) [\w-]+)(?!\w).{0,24}"
    r"\b(?:by|before|for)\b"
    r"|来得及|赶[得不]?[上及到]|赶不赶得|到得了|[收拿]得到|能(?:不能)?到(?!账)"
    r"|能.{0,12}[收拿送寄]到(?!账)"
    r"|要(?:用|送人|戴|背|穿)"
)
_NOT_NEEDED = (
    r"return|refund|退|分期|instal|\bclean|repair|resiz|\brestring"
    r"|appointment|预约|改圈|清洁|清洗|维修|保养"
    r"|salon|门店|到店|\bpreview|上新|新品|\btry.?on|试穿|\bquota|额度|\bcall\b|reply|回复|顾问|colleague"
    r"|\btier\b|升级|生日月|birthday month|\bcode\b|溯源"
    rf"|{BONDED}"
)
_CAME_BACK = (
    r"(?:reach|arriv|got|get|deliver|back|receiv|landed)\w*|到(?:了|达|你们|仓|区域|服务台)"
    r"|寄到|送到|签收|收到"
)
_RETURNED = r"return|refund|sent (?:it )?back|退"
_MONEY = r"refund|\bmoney\b|\bpaid back\b|退款|退钱|到账|钱"
_LAUNCH = (
    r"\bdrops?\b|goes? live|\blaunch|new.arrivals?|\breleas|\bopens?\b|on sale|preview|early"
    r"|上新|新品|发售|开售|上架|开抢|首发"
)


def _moments(reading: Reading) -> list[Moment]:
    return moments_named(reading.text, reading.books.today)


def delivery_by(reading: Reading) -> Ruling | None:
    """The last moment of the 72 hours, from when it was paid and the ID complete."""
    if not reading.says(_PAID) or not reading.says(_WHEN) or reading.says(_NOT_ARRIVAL):
        return None
    if reading.piece is not None and reading.piece.made_to_order:
        return None
    start = latest(_moments(reading))
    return arrives_by(start, reading.place()) if start else None


def needed_by(reading: Reading) -> Ruling | None:
    """Whether a piece comes in time for a day that the question names; what is never promised."""
    wanted = due(reading.text, reading.books.today)
    if wanted is None or not reading.says(_NEEDED) or reading.says(_NOT_NEEDED):
        return None
    pieces = reading.compared
    if len(pieces) < 2:
        return _comes(reading, reading.piece, wanted)
    return reduce(Ruling.then, (_comes(reading, p, wanted).named(p.name) for p in pieces))


def _comes(reading: Reading, piece: Product | None, wanted: Due) -> Ruling:
    if kinds := tuple(uncovered(reading, piece)):
        return reduce(Ruling.then, map(not_covered, kinds))
    return in_time(wanted.start, wanted.needed, reading.place())


def refund_by(reading: Reading) -> Ruling | None:
    """The last moment for a refund, from the weekday on which the piece came back.

    For a date see `promises.refunds`.
    """
    if not reading.says(_RETURNED) or not reading.says(_MONEY) or not reading.says(_WHEN):
        return None
    arrived = next(iter(_moments(reading)), None)
    named = isinstance(arrived, Weekday) and reading.says(_CAME_BACK)
    return refunded_by(arrived) if arrived and named else None


def preview_by(reading: Reading) -> Ruling | None:
    """From when a tier may buy what everybody may buy at a moment."""
    tier, opens = reading.tier_said(), next(iter(_moments(reading)), None)
    if tier is None or opens is None or not reading.says(_LAUNCH) or not reading.says(_WHEN):
        return None
    return preview_from(reading.books.tiers, tier, opens)


DEADLINES: tuple[Recogniser, ...] = (refund_by, needed_by, delivery_by, preview_by)
