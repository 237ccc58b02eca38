"""What a tier may ask of the house (H-B5 to H-B7, H-B9): dispatch, people, preview, home try-on.

The book of tiers is passed in.
"""

from __future__ import annotations

from datetime import time

from shop.clients import Tier
from shop.destinations import Destination
from shop.language import Bilingual
from shop.rulings import Ruling, require_positive, ruling
from shop.tiers import TierBook

_TRY_ON_CITIES = Bilingual("上海、北京、香港、巴黎", "Shanghai, Beijing, Hong Kong and Paris")


def priority_dispatch(book: TierBook, tier: Tier | None, paid_at: time | None = None) -> Ruling:
    """Whether an order paid before 14:00 leaves the same day. `values`: priority, and with the
    time it was paid: same_day ('yes' or 'no').
    """
    terms = book.terms(tier)
    before = _clock(book.dispatch_before)
    if terms.priority_dispatch and paid_at is not None:
        return _dispatched(terms.name, paid_at, book.dispatch_before)
    if terms.priority_dispatch:
        zh = "{name}享优先发货：{before} 前付款当天发出。"
        en = "{name} has priority dispatch: paid before {before}, it leaves the same day."
    else:
        zh = "优先发货（{before} 前付款当天发出）限金卡和黑卡。"
        en = (
            "Only Gold and Black have priority dispatch (paid before {before}, it leaves that day)."
        )
    return ruling(
        "H-B5",
        "house",
        zh,
        en,
        name=terms.name,
        before=before,
        priority="yes" if terms.priority_dispatch else "no",
    )


def _dispatched(name: Bilingual, paid_at: time, before: time) -> Ruling:
    """An order with priority dispatch, paid at a time of day."""
    in_time = paid_at < before
    zh = "{name}在 {paid} 付款" + ("当天发出" if in_time else "不能当天发出")
    en = "Paid at {paid} as {name}, it " + ("leaves" if in_time else "does not leave")
    return ruling(
        "H-B5",
        "house",
        zh + "：优先发货以 {before} 前付款为准。",
        en + " the same day: priority dispatch is for orders paid before {before}.",
        name=name,
        paid=_clock(paid_at),
        before=_clock(before),
        priority="yes",
        same_day="yes" if in_time else "no",
    )


def open_at(book: TierBook, tier: Tier | None, at: time) -> Ruling:
    """Whether people answer a tier at a time of day (Beijing time). `values`: open."""
    desk = book.terms(tier).desk
    is_open = desk.opens <= at and (desk.closes == time(0, 0) or at < desk.closes)
    answer = ruling(
        "H-B6 H-J1",
        "house",
        "{at} " + ("有同事为您服务。" if is_open else "没有同事在线。"),
        "At {at} a colleague " + ("answers." if is_open else "does not answer."),
        at=_clock(at),
        open="yes" if is_open else "no",
    )
    return answer.then(personal_shopper(book, tier))


def personal_shopper(book: TierBook, tier: Tier | None) -> Ruling:
    """Who answers a tier, and when (Beijing time). `values`: lane, opens, closes, and where it was
    promised first_reply_minutes.
    """
    terms = book.terms(tier)
    desk = terms.desk
    zh, en = _PEOPLE[terms.personal_shopper]
    if terms.personal_shopper == "none" and tier is not None:
        zh, en = _NO_SHOPPER
    promised: dict[str, int] = {}
    if desk.first_reply_minutes is not None:
        promised = {"first_reply_minutes": desk.first_reply_minutes}
        zh += "，{first_reply_minutes} 分钟内首次回复"
        en += ", with a first reply within {first_reply_minutes} minutes"
    return ruling(
        "H-B6 H-J1",
        "house",
        zh + "。非服务时间由顾问留言，开门后同事回复。",
        en + ". Outside these hours the advisor takes a note and a colleague answers at opening.",
        name=terms.name,
        lane=desk.lane.value,
        opens=_clock(desk.opens),
        closes=_clock(desk.closes, end=True),
        **promised,
    )


_NO_SHOPPER = (
    "{name}没有私人购物顾问（限金卡和黑卡）；服务台每天 {opens}–{closes}（北京时间）为您服务",
    "A {name} client has no personal shopper, who is for Gold and Black; the service desk answers "
    "{opens}–{closes} Beijing time",
)
_PEOPLE = {
    "none": (
        "服务台每天 {opens}–{closes}（北京时间）为您服务；私人购物顾问限金卡和黑卡",
        "The service desk answers {opens}–{closes} Beijing time; a personal shopper is for Gold "
        "and Black",
    ),
    "shared": (
        "{name}由共享购物顾问团队服务，每天 {opens}–{closes}（北京时间）",
        "{name} is served by the shared shopper desk, {opens}–{closes} Beijing time",
    ),
    "dedicated": (
        "{name}有专属一对一购物顾问，每天 {opens}–{closes}（北京时间）",
        "{name} has a dedicated one-to-one shopper, {opens}–{closes} Beijing time",
    ),
}


def new_arrival_preview(book: TierBook, tier: Tier | None) -> Ruling:
    """How many hours early a tier sees new arrivals. `values`: preview_hours."""
    terms = book.terms(tier)
    zh, en = (
        "{name}可提前 {preview_hours} 小时优先购买新品。",
        "{name} sees new arrivals {preview_hours} hours early.",
    )
    if not terms.preview_hours:
        zh = "新品优先购限金卡（提前 {gold} 小时）和黑卡（提前 {black} 小时）。"
        en = "The new-arrival preview is for Gold ({gold} h early) and Black ({black} h early)."
    return ruling(
        "H-B7",
        "house",
        zh,
        en,
        name=terms.name,
        preview_hours=terms.preview_hours,
        gold=book.tiers[Tier.GOLD].preview_hours,
        black=book.tiers[Tier.BLACK].preview_hours,
    )


def home_try_on(
    book: TierBook, tier: Tier | None, city: Destination | None = None, pieces: int = 1
) -> Ruling:
    """Whether a tier may try on at home, in a city, so many pieces. `values`: most, hours,
    possible ('yes', 'no', or 'depends' while no city is named).
    """
    require_positive(pieces, "The number of pieces")
    terms, rule = book.terms(tier), book.home_try_on
    if not terms.home_try_on:
        template, possible = _TRY_ON_BLACK_ONLY, "no"
    elif city is not None and city.id not in rule.cities:
        template, possible = _TRY_ON_ELSEWHERE, "no"
    elif pieces > rule.pieces:
        template, possible = _TRY_ON_TOO_MANY, "no"
    else:
        template, possible = _TRY_ON_YES, "yes" if city else "depends"
    return ruling(
        "H-B9",
        "house",
        *template,
        cities=_TRY_ON_CITIES,
        city=city.name if city else Bilingual("", ""),
        most=rule.pieces,
        hours=rule.hours,
        possible=possible,
    )


_TRY_ON_BLACK_ONLY = (
    "上门试穿限黑卡：最多 {most} 件、{hours} 小时，仅限{cities}。",
    "Home try-on is for Black only: up to {most} pieces for {hours} hours, in {cities}.",
)


_TRY_ON_ELSEWHERE = (
    "{city}暂不提供上门试穿，仅限{cities}。",
    "Home try-on is not offered in {city}, only in {cities}.",
)


_TRY_ON_TOO_MANY = (
    "上门试穿一次最多 {most} 件，可留 {hours} 小时。",
    "Home try-on is for up to {most} pieces at a time, for {hours} hours.",
)


_TRY_ON_YES = (
    "可以，黑卡可上门试穿最多 {most} 件、{hours} 小时，限{cities}。",
    "Yes, Black has home try-on of up to {most} pieces for {hours} hours, in {cities}.",
)


def _clock(moment: time, end: bool = False) -> str:
    """'09:00'; midnight at the end of a day is written 24:00."""
    return "24:00" if end and moment == time(0, 0) else f"{moment:%H:%M}"
