"""Returns and exchanges: what is still possible after so many days, and what never is."""

from __future__ import annotations

from datetime import timedelta

from agents.measures import days_named
from agents.recognisers.reading import Reading, Recogniser, days
from shop.returns import (
    NotReturnable,
    last_day_to_return,
    return_eligibility,
    size_exchange,
    when_delivered,
)
from shop.rulings import Ruling

_REFUND_TIME = (
    r"how long.{0,20}refund|when.{0,20}refund|多久.{0,6}退款|退款.{0,6}多久|到账|几天.{0,4}到"
)
_SINCE_DELIVERY = (
    r"\b(?:days?|weeks?|months?)\b.{0,12}\b(?:ago|since|after|later|already|past)\b"
    r"|\b(?:after|within)\b.{0,12}\b(?:days?|weeks?|months?)\b"
    r"|\b(?:received|delivered|arrived|got|bought|had|day)\b.{0,20}\d"
    r"|(?:签收|到手|收到|买了|拿到|到货).{0,6}\d|\d+\s*[天周](?:了|前|后|多)|第\s*\d+\s*天"
)
_LAST_DAY = r"最晚|最后一天|哪天|截止|last day|until when|latest|deadline"
_SEALED = r"(?:卫生|封).{0,4}(?:还在|没|未|完好)|seal.{0,12}(?:intact|still on|unbroken|not broken)"
_CAME = r"收到|签收|到手|拿到|到货|送到|received|delivered|arrived|came|got (?:it|them)"
_AGAIN = (
    r"第二次|再次|再换|换过(?:一次)?|又要换|already (?:exchanged|swapped)|second (?:exchange|time"
    r"|swap)"
    r"|again|twice|another (?:exchange|swap|size)|one more (?:exchange|swap)"
)
_SWAPPED = (  # a size, once before
    r"\b(?:swapped|exchanged|changed) .{0,40}\b(?:size|(?:for|to) (?:a|an|the))\b"
    r"|换(?:过|了).{0,6}(?:码|号|大|小)|(?:已经?|都)换过"
)
_SIZE_TOO = (  # another one, of a size just swapped
    r"\b(?:still|too) (?:tight|small|big|large|loose|wide|narrow|long|short)\b"
    r"|还是?(?:紧|小|大|松|挤|磨|宽|窄|长|短)|又(?:大|小|紧|松)|\bfree\b|免费|再换"
)
_INCOMPLETE = (
    r"(?:没有?了?|丢|扔|缺|找不到|弄丢|不见).{0,5}(?:包装|盒|溯源卡|卡片)|(?:包装|盒子?"
    r"|溯源卡).{0,5}(?:没|丢|扔|缺|找不到|不见|坏)"
    r"|(?:no|lost|without|missing|threw (?:away|out)|discarded).{0,16}(?:box|packaging"
    r"|trace card)"
    r"|(?:box|packaging|trace card).{0,16}(?:lost|missing|gone|thrown|damaged)"
)
_EXCLUDED: dict[NotReturnable, str] = {
    "engraved": r"engrav|monogram|initials|刻字|刻了|定制字母",
    "made_to_measure": r"made.to.measure|bespoke|custom.?made|量身|定制(?!字)|订制|定做",
    "pierced_earrings_opened": (
        r"earrings?.{0,30}(?:seal|open|worn)|耳(?:钉|环|针).{0,12}(?:拆|封|戴)"
    ),
    "swimwear_opened": r"(?:swim|bikini).{0,30}(?:seal|open|remov)|泳.{0,12}(?:拆|封|撕)",
    "lingerie_opened": r"(?:lingerie|underwear|bra).{0,30}(?:seal|open)|内衣.{0,12}(?:拆|封|撕)",
    "fragrance_opened": (
        r"(?:perfume|fragrance|scent).{0,30}(?:open|used|spray)|香水.{0,12}(?:开|拆|喷|用)"
    ),
}
_FAULTY = (
    r"fault|defect|\bbroken\b|\bbroke\b|came apart|\bcracked|doesn'?t (?:work|close|lock)|瑕疵"
    r"|质量问题"
    r"|坏(?:的|了)|缺陷|开线|裂(?:了|开)|做工问题"
)
_MAY_I = (
    r"\bno\b|can i|still|option|allowed|possible|stuck|personali[sz]ed|能|可以|不行|还|怎么|吗"
    r"|是不是"
)
_TAG_GONE = (
    r"(?:tag|label).{0,20}(?:cut|remov|off|gone|torn|lost)|(?:cut|remov|took|tore"
    r"|lost).{0,16}(?:tag|label)"
    r"|(?:吊牌|标签|防盗扣).{0,6}(?:剪|拆|撕|掉|丢|没)|(?:剪|拆|撕|丢).{0,4}(?:吊牌|标签|防盗扣)"
)
_WORN = (
    r"\b(?:worn|wore|used) (?:it|them|once|twice|a|for|the|outside|my)|\b(?:already|been"
    r"|have|has) (?:worn|used)"
    r"|穿过|穿了|戴过|戴了|背过|背了|用过|下过地"
)


def returns(reading: Reading) -> Ruling | None:
    tagged = False if reading.said(_TAG_GONE) else None
    faulty_special = reading.says(_FAULTY) and _not_returnable(reading) is not None
    asked = reading.said(r"\breturn|\bsend (?:it|them) back|\btake it back|退(?!税)")
    if not asked and not (faulty_special and reading.says(_MAY_I)):
        return None
    if reading.says(_REFUND_TIME) or reading.said(r"退税|VAT refund"):
        return None
    unworn = False if reading.said(_WORN) else None
    complete = False if reading.said(_INCOMPLETE) else None
    since, excluded = _days_since(reading), _not_returnable(reading)
    if faulty_special:
        return return_eligibility(since, faulty=True)
    if (tagged, unworn, complete, since, excluded) == (None,) * 5:
        return None
    return return_eligibility(since, unworn, tagged, excluded, complete=complete)


def last_day(reading: Reading) -> Ruling | None:
    """The last day on which it may come back, for a day or a time since delivery."""
    asked = reading.said(r"\breturn|\bsend (?:it|them)? ?back|退(?!税)")
    since = _days_since(reading)
    if not asked or since is None or not reading.says(_LAST_DAY):
        return None
    return last_day_to_return(reading.books.today - timedelta(days=since))


def _days_since(reading: Reading) -> int | None:
    """Days since the piece came, if that is what a day or a length of time in the question says."""
    today = reading.books.today
    if reading.question.hearsay:
        return None  # 'it says 90 days' tells nothing of her own piece
    if reading.says(_CAME) and (named := days_named(reading.text, today)):
        return (today - named[0]).days
    if not reading.said(_SINCE_DELIVERY):
        return None
    return next((days(span) for span in reading.spans()), None)


def _not_returnable(reading: Reading) -> NotReturnable | None:
    kinds = (kind for kind, names in _EXCLUDED.items() if reading.says(names))
    kind = None if reading.says(_SEALED) else next(kinds, None)
    if kind in (None, "made_to_measure") and reading.piece and reading.piece.exotic:
        return "exotic_permit_issued"
    return kind


def exchange(reading: Reading) -> Ruling | None:
    """A size exchange: after so many days, or a second one."""
    swapped = reading.before(_SWAPPED) is not None and reading.says(_SIZE_TOO)
    asked = reading.speaks_of("exchange") or reading.says(r"(?:exchange|swap|change).{0,12}size")
    if not (asked or swapped):
        return None
    since = _days_since(reading)
    again = reading.says(_AGAIN) or swapped
    if since is None and not again:
        return None
    return size_exchange(since or 0, exchanged_before=again)


_IN_TIME = (
    r"\b(?:still|am i|are we) in time\b|\btoo late\b|\bstill (?:have )?time\b|\bpast the deadline\b"
    r"|来得及|还赶得上|赶不赶得上|过期了?(?:没|吗)|超(?:期|时)了?(?:没|吗)|晚不晚|还有时间"
)
_NOT_A_RETURN = (  # what else has its time
    r"保修|质保|warrant|guarantee|改圈|resiz|清洁|clean|预约|appointment|book|假|fake|counterfeit"
    r"|refund|退款|税|tax"
    r"|分期|instal|生日|birthday|等级|\btier"
)
_SENT_BACK = r"\breturn|\bsend (?:it|them|mine|this|my \w+) back|\bgive (?:it|mine) back|退(?!税)"


def in_time(reading: Reading) -> Ruling | None:
    """'Am I still in time to send mine back': the day of delivery decides, said or not."""
    if not reading.says(_IN_TIME) or reading.says(_NOT_A_RETURN):
        return None
    since = _days_since(reading) if reading.says(_CAME) else None
    if since is not None and not reading.said(_SENT_BACK):
        return last_day_to_return(reading.books.today - timedelta(days=since))
    if not reading.says(_SENT_BACK):
        return None
    known = reading.spans() or days_named(reading.text, reading.books.today)
    return None if known or _not_returnable(reading) else when_delivered()


RETURNS: tuple[Recogniser, ...] = (
    in_time,
    exchange,
    last_day,
    returns,
)
