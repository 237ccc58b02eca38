"""Promises with a clock: the warranty, disputes, and when a refund comes."""

from __future__ import annotations

from datetime import date, datetime, time

from agents.measures import days_named, times_named
from agents.recognisers.reading import Reading, Recogniser, ago
from shop.guarantees import dispute_clock
from shop.returns import refund_scope, refund_timing
from shop.rulings import Ruling
from shop.warranty import NotWarranted, warranty, warranty_terms

_WARRANTY = (
    r"保修|质保|保固|三包|warrant|guarantee period|guaranteed for"
    r"|\bhow long\b.{0,40}\bguarantee(?:d)?\b"
    r"|\bguarantee\b.{0,16}\b(?:run|last|cover|months|years|expire|end)|\bunder guarantee\b"
)
_CAUSES: dict[NotWarranted, str] = {
    "home_repair": (
        r"自己(?:修|拆|换)|自行(?:修|维修|拆)|外面修|别处修|别家修|home repair"
        r"|repaired (?:it )?(?:myself|elsewhere|at home)"
        r"|fixed it myself|opened it myself|another (?:jeweller|watchmaker|shop)"
        r"|third.party repair"
    ),
    "scratches": r"划痕|刮花|刮痕|划伤|scratch",
    "knock": (
        r"磕|碰(?:坏|伤|了|到|掉|一下|凹|瘪)|摔|砸|凹|瘪|撞|\bding(?:s|ed)?\b|\bdent|\bknock"
        r"|\bbump|\bdrop(?:s|ped)? (?:it|my|the)\b"
        r"|\bbang(?:s|ed)?\b|\bfell\b|\bchip(?:s|ped)?\b|\bsmash"
    ),
    "wear": r"磨损|磨坏|穿坏|正常使用|wear and tear|normal wear|worn (?:out|down)",
    "water": (
        r"进水|泡水|进了水|water (?:damage|got in|inside)|got water|flooded|swam|游泳.{0,8}(?:坏"
        r"|停|进)"
    ),
}  # fmt: skip
_LENGTH = (
    r"多久|多长|几年|几个月|时间|期限|how long|\bperiod\b|what.{0,12}cover|包括|范围|涵盖|保什么"
    r"|months|years"
    r"|is there"
)
_BOUGHT = r"bought|purchased|owned|had it|got it|since|ago|after|买|购|收到|入手|用了|戴了|过了"
_DISPUTE = r"争议|纠纷|dispute"
_WHEN = (
    r"多久|几天|几小时|多长时间|什么时候|何时|when|how (?:long|fast|soon|quick)|deadline|within"
    r"|时限|期限|到账|hours"
)
_REFUND = r"退款|退钱|返款|[吐还返]钱|钱.{0,4}退|货退|refund|money back|reimburs"
_BACK = (
    r"(?:你们|您们|仓库|中心)?.{0,6}(?:收到|签收|到了|寄到|送到|到达|到仓|验收)|received|arrived"
    r"|got (?:it|them) back"
    r"|reached|delivered back|pass(?:ed|es)? inspection"
)
_SCOPE = (
    r"税.{0,6}退|运费.{0,6}退|退.{0,8}(?:税|运费)|includ|(?:duty|tax|shipping).{0,12}(?:refund"
    r"|back)|refund.{0,16}(?:duty|tax|shipping)"
)
_NOT_WHEN = (
    r"退税|law\b|法律|法定|statut|vat refund|为什么|why|拒绝|能不能退|可以退|can i get a refund"
    r"|分期"
)


def guarantee(reading: Reading) -> Ruling | None:
    """The warranty: by the day of purchase, by a cause, or by itself."""
    if not (reading.said(_WARRANTY) or _broke_later(reading)) or reading.says(
        r"法定|legal guarantee|statutory|counterfeit|authentic|假一"
    ):
        return None
    cause = next((cause for cause, names in _CAUSES.items() if reading.says(names)), None)
    if cause is not None or _has_darkened(reading):
        return warranty_terms(cause or "patina")
    today = reading.books.today
    bought = _bought(reading, today)
    if bought is not None:
        return warranty(bought, today)
    return warranty_terms() if reading.says(_LENGTH) or _broke_later(reading) else None


def _has_darkened(reading: Reading) -> bool:
    """A piece of vegetable-tanned leather that is darker than it was, as it is to be."""
    piece = reading.piece
    tanned = piece is not None and "calf-vegetable-tanned" in piece.materials
    return tanned and reading.said(_DARKER)


_DARKER = (
    r"\bdark(?:er|en\w*)?\b|\bhoney\b|\btann?ed up\b|\bpatina\b"
    r"|\b(?:turned|went|gone) (?:\w+ )?brown\b"
    r"|变深|变色|颜色.{0,4}深|蜂蜜|包浆|发暗"
)


def _broke_later(reading: Reading) -> bool:
    """'Bought two years ago, and now it is broken', without a word of the warranty."""
    long_ago = any(span.unit in ("month", "year") for span in reading.spans())
    long_ago = long_ago or reading.says(
        r"去年|前年|上个月|\blast (?:year|month|spring|summer|autumn|fall|winter)\b"
    )
    return long_ago and reading.says(_BROKE) and not reading.says(_PUT_RIGHT)


_BROKE = (
    r"坏了|坏掉|不走了|停了|失灵|脱线了|开线|开裂|断线|掉扣"
    r"|\bunravel\w*"
    r"|\bseam\b.{0,16}\b(?:open|split|gave)|\bstopped (?:working|running)\b"
    r"|\bbroke(?:n)?\b(?! seal)"
    r"|\bfell apart\b"
    r"|\bpacked up\b|\bcame apart\b"
)
_PUT_RIGHT = (
    r"怎么修|维修费|多少钱|退|换码|刻|\brepair cost|\bhow much\b|\breturn|\bengrav|洗|擦|护理"
)


def _bought(reading: Reading, today: date) -> date | None:
    if not reading.said(_BOUGHT):
        return None
    bought_today = reading.says(r"今天(?:刚|才)?(?:买|收|购)|\b(?:bought|got) (?:\w+ ){0,2}today\b")
    named = [day for day in days_named(reading.text, today) if day != today or bought_today]
    if named:
        return named[0]
    span = next((span for span in reading.spans() if span.unit != "hour"), None)
    return ago(span, today) if span else None


_MISSED = (  # what follows if nothing is decided in time
    r"到点|到期|到时(?:候|间)?|逾期|超时|超期|过(?:了)?(?:期|点|时|48|两天)|(?:没|未|不"
    r"|没有)(?:给|出|有|下|作出|做)?(?:个)?"
    r"(?:结论|结果|决定|处理|答复|裁决|说法|定论|解决)|拖(?:着|延|过|到)|赖着|耗着"
    r"|\b(?:miss(?:es|ed)?|overrun|overdue|drag(?:s|ged)?|after (?:the )?48|past (?:the )?48"
    r"|run(?:s)? (?:out|over)|too late|late"
    r"|(?:no|without a|any) (?:decision|answer|verdict|ruling|outcome|result)|nothing (?:happens"
    r"|is decided|by then)"
    r"|(?:do|does|did)(?: not|n'?t) (?:decide|meet|make|manage|keep|settle|resolve)|not decided"
    r"|undecided|unresolved)\b"
)


def disputes(reading: Reading) -> Ruling | None:
    missed = reading.said(_DISPUTE) and reading.says(_MISSED)
    if not missed and not (reading.says(_DISPUTE) and reading.says(_WHEN)):
        return None
    return dispute_clock(
        _moment(reading) if reading.says(r"open|开案|提交|立案|filed|submitted") else None
    )


def refunds(reading: Reading) -> Ruling | None:
    """How long a refund takes, with its days where the day of arrival is said; what it includes."""
    if not reading.said(_REFUND) or reading.says(_NOT_WHEN):
        return None
    if reading.says(_WHEN):
        return refund_timing(_day_or_moment(reading) if reading.says(_BACK) else None)
    return refund_scope() if reading.says(_SCOPE) else None


def _day_or_moment(reading: Reading) -> date | datetime | None:
    moment = _moment(reading)
    return moment.date() if moment and not times_named(reading.text) else moment


def _moment(reading: Reading) -> datetime | None:
    """The day, and where it is said the hour; at the end of that day otherwise."""
    named = days_named(reading.text, reading.books.today)
    if not named:
        return None
    at = next(iter(times_named(reading.text)), time(23, 59))
    return datetime.combine(named[0], at, reading.books.zone)


PROMISES: tuple[Recogniser, ...] = (guarantee, disputes, refunds)
