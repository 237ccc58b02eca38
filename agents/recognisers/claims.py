"""Claims: what is owed for a late parcel, for a counterfeit, and by law for a deceit."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import Span, spans
from agents.recognisers.reading import Reading, Recogniser, days
from agents.recognisers.uncovered import uncovered
from shop.consumer_law import fraud_compensation
from shop.guarantees import (
    counterfeit_compensation,
    late_payout,
    late_payout_cap,
    late_payout_unpriced,
)
from shop.rulings import Ruling
from shop.shipping import PROMISE_HOURS, not_covered

_LATE = (
    r"\blate\b|\b(?:hours?|hrs?|days?) (?:later than|after that|past (?:that|it))\b"
    r"|\bdelay(?:ed)?\b|held up|\bsat on\b|迟了|\bbehind (?:schedule|time)\b|overdue"
    r"|overran|overshot"
    r"|\b(?:past|beyond|after|over|missed) (?:the |your |its )?"
    r"(?:promise|promised|deadline|72|window|guarantee|due)"
    r"|迟到|晚(?:到|了|送|\s*\d|[一二两三四五六七八九十])|延误|延迟|耽误|超时|超了|超过|超出|逾期"
    r"|慢就赔|快递慢"
    r"|拖了|拖到|多等了|才到|才送|才收到"
)
_LATE_CREDIT = r"late (?:pay-?out|credit)|late delivery|慢就赔|赔|补偿"
_NOT_DELIVERY = (  # a return, a refund, a payment or a case may be late too, a fake come to light
    r"(?<!真)假(?![如设若定使])|仿|鉴定|检测|counterfeit|\bfakes?\b|\blab\b|保修|warrant|台风"
    r"|地震|罢工|typhoon|strike"
    r"|退|refund|\breturn|分期|instal|还款|\bdispute|争议|预约|appointment|\bcleaning\b|清洁|清洗"
)
_COMPENSATED = (
    r"in it for me|\bowed?\b|make (?:it )?up|how much|pay-?out|\bget\b|compensat|credit|\bdue\b"
    r"|\bworth (?:anything|something)\b"
    r"|\bwhat'?s (?:that|it|this) worth\b|\banything (?:for|back|in return)\b|补偿|多少|赔|补给"
    r"|拿到|有说法|意思意思"
)
_SINCE_PAYMENT = r"from payment|after (?:payment|paying)|since i paid|付款后|下单后|从付款"
_AT_MOST = r"最多|上限|封顶|at most|maximum|\bmax\b|\bcap\b|capped|limit"
_LATE_UNITS = {"hour": 1, "day": 24, "week": 168}  # in hours
_LENGTH = (
    r"(?:\d{1,4}(?:\.\d{1,2})?|[一两二三四五六七八九十半]|(?:an?|one|two|three|four|five|six"
    r"|seven|eight"
    r"|nine|ten)(?![a-z]))[\s-]*(?:full |whole )?(?:个半?|个)?\s*(?:小时|钟头|hours?|hrs?"
    r"|h(?![a-z])|天|日|days?|周"
    r"|星期|weeks?)半?"
)
_BEYOND = (  # counted from the end of the promise
    rf"({_LENGTH})\s*(?:late|later than|overdue"
    rf"|too late|behind|past|beyond|after|over)\b(?! (?:i|we|paying"
    rf"|payment|paid|order))",
    rf"\b(?:late|delayed|overdue|over|overran|overshot|missed"
    rf"|slipped)\b[^.\d]{{0,24}}\bby ({_LENGTH})",
    rf"(?:又|再|还|另外?|额外|多)(?:拖|晚|迟|等|过|超|耽误|延)(?:了|到"
    rf"|出)?[^\d。，]{{0,4}}({_LENGTH})",
    rf"(?:晚|迟|拖|延误|延迟|耽误|逾期)(?:了|到|送|后|达)*[^\d。，]{{0,3}}({_LENGTH})",
    rf"(?:超|过)(?:了|出|过|时|期)*(?!\s*72)[^\d。，]{{0,3}}({_LENGTH})",
)
_ELAPSED = (  # counted from payment, the promise still in it
    rf"\b(?:took|waited|waiting|in|after|total(?:led)?(?: of)?|needed)\b (?:about |some |all of "
    rf"|a total of )?({_LENGTH})",
    rf"(?:用了|花了|等了|总共|一共|前后|足足|整整|付款后|下单后)[^\d。，]{{0,3}}({_LENGTH})",
    rf"({_LENGTH})(?:后|之后|以后)?才(?:到|送|收)",
)


def late(reading: Reading) -> Ruling | None:
    """The pay-out for so many hours late, or the most it can be."""
    is_late = reading.said(_LATE)
    if not (is_late or reading.says(_LATE_CREDIT)) or reading.says(_NOT_DELIVERY):
        return None
    asks = reading.says(_COMPENSATED) or reading.ever_said(_LATE_CREDIT) or reading.amounts()
    if not asks and (reading.piece is None or _length(reading, _BEYOND) is None):
        return None
    price = reading.piece.price_rmb if reading.piece else reading.amount()
    hours = _hours_late(reading)
    if hours is None:
        return late_payout_cap(price) if price and reading.says(_AT_MOST) else None
    if (kind := next(uncovered(reading, reading.piece), None)) is not None:
        return late_payout(price, hours, kind) if price else not_covered(kind)
    if price is not None:
        return late_payout(price, hours)
    return late_payout_unpriced(hours) if is_late and hours else None


def _hours_late(reading: Reading) -> Decimal | None:
    """Hours after the end of the promise, as said so, or as the time since payment tells."""
    if (beyond := _length(reading, _BEYOND)) is not None and not reading.says(_SINCE_PAYMENT):
        return beyond
    elapsed = _length(reading, _ELAPSED)
    if elapsed is not None:
        return elapsed - PROMISE_HOURS if elapsed > PROMISE_HOURS else None
    said = [hours for span in reading.spans() if (hours := _in_hours(span)) is not None]
    others = [hours for hours in said if hours != PROMISE_HOURS] or said
    if not others:
        return None
    since_payment = reading.says(_SINCE_PAYMENT)
    return max(others[0] - PROMISE_HOURS, Decimal(0)) if since_payment else others[0]


def _length(reading: Reading, ways: tuple[str, ...]) -> Decimal | None:
    found = (match for way in ways if (match := re.search(way, reading.text, re.I)))
    told = (spans(match[1]) for match in found)
    return next((_in_hours(said[0]) for said in told if said), None)


def _in_hours(span: Span) -> Decimal | None:
    return span.count * _LATE_UNITS[span.unit] if span.unit in _LATE_UNITS else None


_COUNTERFEIT = (
    r"假的|假货|假一赔|买到假|仿品|赝品|不是正品|鉴定.{0,6}假|检.{0,6}假|counterfeit|\bfakes?\b"
    r"|\bdud\b|knock-?off"
    r"|\bnot (?:genuine|authentic|real)\b|\bphon(?:e)?y\b|\bfakery\b"
)
_HOW_MUCH = r"how much|what.{0,12}(?:price|cost|pay|fee)|多少|几钱|价|赔|费"
_SUPPOSES = (  # what would be, and not what is
    r"\bif\b|\bsuppos|\bhypothe|\bimagin|\bsay (?:a|an|it|the|i|my|that)\b|\bwould\b"
    r"|\bin theory\b|\bcase of\b"
    r"|\bwere to\b|如果|假如|要是|万一|若|假设|比如|比方|打个比方|就当|随便问|纯问|理论上"
)
_HER_OWN = (  # she doubts the piece she has
    r"\bi (?:think|suspect|believe|fear|feel|swear)\b|\b(?:looks?|smells?|seems?|feels?) (?:fake"
    r"|off|wrong|like)\b"
    r"|\b(?:it|mine|this one) is (?:a )?(?:fake|counterfeit)\b|\byou sold me\b|\bjust (?:got"
    r"|had) (?:it|mine|the)\b"
    r"|怀疑|感觉|觉得|看着像|好像是|已经(?:鉴定|检)|刚(?:鉴定|检|查)|你们卖|我这(?:个|只|条)(?:是"
    r"|就是)"
)
_PAID_BACK = (
    r"赔|拿回|退|到手|compensat|refund|\bget\b|\bpa(?:y|id)\b|claim|\bback\b|total|receive"
    r"|\blands?\b|\bowed?\b|all in"
)
_LAW = r"法律|法定|消保法|消费者权益|\blaw\b|\blegal(?:ly)?\b|\bstatut|\barticle 55\b|第\s*55\s*条"
_LEAST = r"保底|最低|最少|至少|起赔|不足|兜底|下限|\b(?:minimum|at least|least|floor)\b"
_DECEIT = (
    r"退一赔三|欺诈|假货|假的|卖假|\b(?:fraud|deceiv|fake|counterfeit|cheat|triple|three times)"
)
_ELSEWHERE = (
    r"国内(?:的)?(?:商家|卖家|店|平台|网站)|别家|别处|其他(?:店|商家|平台)|商家|淘宝|拼多多|直播"
    r"|网店|路边|小店"
    r"|\b(?:else(?:where)?|another|other"
    r"|chinese|local|domestic|taobao|livestream|online) (?:shop|seller|store|site|vendor"
    r"|merchant)s?\b|\belsewhere\b|\bin china\b"
)


def supposed_counterfeit(reading: Reading) -> bool:
    """Whether she asks what would be paid if a piece were counterfeit, and doubts none of hers."""
    told = reading.says(_COUNTERFEIT) or (reading.amounts() and reading.ever_said(_COUNTERFEIT))
    supposes = reading.says(_SUPPOSES) or reading.ever_said(_SUPPOSES)
    return bool(told and supposes and reading.says(_PAID_BACK) and not reading.ever_said(_HER_OWN))


def legal_minimum(reading: Reading) -> bool:
    """Whether she asks what Chinese law gives against a deceiving seller, not what we promise."""
    elsewhere = reading.says(_ELSEWHERE) and reading.says(f"{_LAW}|{_LEAST}|{_PAID_BACK}")
    by_law = reading.says(_LAW) and reading.says(_LEAST)
    return reading.says(_DECEIT) and (elsewhere or by_law) and not reading.says("假一赔三")


def deceit(reading: Reading) -> Ruling | None:
    """What the law gives for a deceit, with the price she paid."""
    amounts = [amount for amount in reading.amounts_from(1) if amount > 0]
    if not legal_minimum(reading) or not amounts:
        return None
    return fraud_compensation(amounts[0])


def compensation(reading: Reading) -> Ruling | None:
    """What the house pays for a counterfeit of a price said."""
    supposed = supposed_counterfeit(reading)
    price = None if reading.says(_ELSEWHERE) else reading.amount()
    if price is None or not (supposed or reading.said(_COUNTERFEIT)):
        return None
    if not (supposed or reading.says(_HOW_MUCH + r"|can i|claim|still|total|what")):
        return None
    if not reading.says(_PAID_BACK):
        return None
    return counterfeit_compensation(price, next((days(s) for s in reading.spans()), None))


CLAIMS: tuple[Recogniser, ...] = (late, deceit, compensation)
