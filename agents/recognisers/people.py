"""What a tier brings, and when people answer it."""

from __future__ import annotations

from agents.measures import days_named, times_named
from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.words import BONDED
from shop.clients import Tier
from shop.membership import benefits, tier_of_client, tier_validity
from shop.privileges import new_arrival_preview, open_at, personal_shopper, priority_dispatch
from shop.rulings import Ruling

_TIER = r"[银金黑]卡|会员|等级|\btier|membership|\bstatus\b|\b(?:silver|gold|black) (?:card|member)"
_VALID = (
    r"有效|到期|过期|失效|能用多久|保留多久|维持多久|多久(?:重新)?(?:评|审)|how long|expir"
    r"|\blasts?\b(?! (?:year|yr|12|twelve|month|season))|valid|until when"
    r"|when.{0,16}end|renew|review|looked at again|re-?assess|re-?evaluat|checked again"
)
_NOT_VALID = (
    r"洗|clean|生日|birthday|试穿|try.?on|保修|warrant|退|return|配送|deliver|ship|客服|顾问"
    r"|shopper|desk"
    r"|reply|回复|礼品卡|gift card|credit|储值|cover"
)
_SHOPPER = (
    r"(?:私人|专属|购物|一对一|专人|人工)(?:的)?(?:购物)?顾问|顾问.{0,4}(?:几点|时间|在线|上班"
    r"|下班)|专属客服|personal shopper"
    r"|client advis|one-to-one|dedicated (?:shopper|advis)"
)
_DESK = (
    r"客服|服务台|人工(?!智能)|真人|service desk|help ?desk|customer service|support team"
    r"|colleagues?\b"
    r"|\bdesk\b|\b(?:a|any|real|actual) (?:person|human)\b"
    r"|\bsome(?:one|body)\b(?! (?:told|tells|said|says|mentioned|wrote|claims))"
)
_HOURS = (
    r"几点|营业|上班|下班|工作时间|服务时间|在线时间|什么时候(?:在|有人)|hours?\b|\bopen\b"
    r"|\bclose[sd]?\b|available"
    r"|until when|what time|when.{0,12}(?:reach|answer|online)|24/7"
)
_NOT_HOURS = (
    r"门店|专柜|店里|沙龙|salon|boutique|\bstore\b|\bshop\b(?!per)|预约|appointment|72|48|24 ?h"
    r"|within"
    r"|小时内|detail|transfer me|转人工|找人工|talk to|speak (?:to|with)|connect me"
)
_HAS = r"有没有|有吗|是否|有专|吗|who|do i|does|is there|have|get|谁|什么"
_DISPATCH = (
    r"优先发货|当[天日]发|今天(?:能|会|可以)?发|priority (?:dispatch|shipping)"
    r"|same.?day (?:dispatch"
    r"|shipping)|(?:leave|ship|dispatch|sent|go)s? (?:out )?(?:today|the same day|same day)"
)
_PREVIEW = (
    r"新品.{0,6}(?:优先|提前|预览|先买|抢先|早)|提前.{0,6}(?:买|看|购).{0,4}新品|new.arrivals?"
    r"|early access"
    r"|\bpreviews?\b|see new"
)
_BENEFITS = (
    r"权益|福利|特权|有(?:什么|哪些)(?:好处|优惠|服务|礼遇|待遇)|benefits?\b|perks?\b"
    r"|privileges?\b|what (?:do|does"
    r"|would|will).{0,24}(?:get|have|bring|include|offer)|what('s| is) included|有什么用"
)


def validity(reading: Reading) -> Ruling | None:
    if not reading.says(_VALID) or reading.says(_NOT_VALID):
        return None
    if not reading.says(_TIER) and reading.tier_named() is None:
        return None
    reached = next(iter(days_named(reading.text, reading.books.today)), None)
    return tier_validity(reading.books.tiers, reached)


def people(reading: Reading) -> Ruling | None:
    """Who answers a tier and in which hours, or whether somebody answers at a time."""
    if reading.says(_NOT_HOURS) or len(reading.tiers_named()) > 1:
        return None
    tiers, tier = reading.books.tiers, reading.tier_said()
    if reading.says(_SHOPPER) and reading.says(_HOURS + "|" + _HAS):
        return personal_shopper(tiers, tier)
    at = times_named(reading.text)
    asked_now = reading.says(
        _HOURS
        + r"|\b(?:answers?|repl(?:y|ies))\b|还在|在不在|有人.{0,4}(?:回|答|理)|还能|找得到|能找到"
        + r"|联系得?[到上]|can i (?:get|reach)|\banyone\b"
    )
    by_whom = _DESK + r"|\badvis[oe]r\b|\bshopper\b|顾问"
    if at and asked_now and (reading.says(by_whom) or reading.tier_named()):
        return open_at(tiers, tier, at[0])
    if not reading.says(_HOURS):
        return None
    return personal_shopper(tiers, tier) if reading.says(_DESK) else None


def dispatch(reading: Reading) -> Ruling | None:
    tier = reading.tier_said()
    if tier is None or not reading.says(_DISPATCH) or reading.says(BONDED + r"|hangzhou|杭州"):
        return None
    return priority_dispatch(reading.books.tiers, tier, next(iter(times_named(reading.text)), None))


def preview(reading: Reading) -> Ruling | None:
    tier = reading.tier_said()
    asks = reading.says(_PREVIEW) and reading.says(
        r"提前|优先|早|early|first|preview|小时|hours?\b|before"
    )
    return new_arrival_preview(reading.books.tiers, tier) if asks and tier else None


def brings(reading: Reading) -> Ruling | None:
    """Everything a tier brings. For a client's own tier she need not name it."""
    if not reading.says(_BENEFITS) or reading.says(r"生日|birthday|clean|洗|try|试穿"):
        return None
    named = reading.tier_named()
    mine = reading.tier if reading.says(r"我的|我有|\bmy\b|\bi\b") else None
    tier = named or mine
    several = len(reading.tiers_named()) > 1
    return (
        None if tier in (None, Tier.REGISTERED) or several else benefits(reading.books.tiers, tier)
    )


def own_tier(reading: Reading) -> Ruling | None:
    """The tier of the client who is signed in, and of nobody else (H-A3)."""
    if reading.tier is None or not reading.says(_MY_TIER) or reading.says(_NOT_MINE):
        return None
    return tier_of_client(reading.books.tiers, reading.tier)


_MY_TIER = (
    r"\b(?:what|which) (?:tier|card|level|status)\b.{0,12}\b(?:am i|do i|i'?m|i have|have i)\b"
    r"|\bmy (?:own "
    r"|current )?(?:tier|status|level|card)\b.{0,12}(?:\?|$|now|at the moment|right now)"
    r"|\bam i (?:already |now |still )?(?:a )?(?:silver|gold|black)\b"
    r"|我(?:现在|目前|当前"
    r"|到底)?(?:的)?(?:是|算|属于)?(?:什么|啥|哪个|哪一?档|几)(?:级|等级|卡|会员)"
    r"|我(?:现在|目前)?是不?是?[银金黑]卡|我的(?:会员)?等级(?:是|现在)"
)
_NOT_MINE = (
    r"\d|if\b|if i|would|when (?:do|does|will)|how long|expire|如果|要是|再买|花|消费|多久|到期"
    r"|有效|差"
    r"|老公|老婆|朋友|妈|爸|husband|wife|friend"
)

PEOPLE: tuple[Recogniser, ...] = (own_tier, validity, dispatch, preview, people, brings)
