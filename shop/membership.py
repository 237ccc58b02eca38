"""Membership (H-B1 to H-B9): the tier a spend reaches, and what a tier brings, in figures.

The book of tiers is passed in. Whether a client may hear of a tier is not decided here: the
advisor speaks of the house's rules to anyone, and of a client's own tier only to that client.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from shop.cleaning import cleaning_terms
from shop.clients import Tier
from shop.dates import months_after
from shop.figures import rounded
from shop.language import Bilingual
from shop.rulings import Ruling, require_not_negative, require_positive, ruling
from shop.tiers import TierBook

_LADDER = tuple(Tier)
_Figures = dict[str, Decimal | int | str | Bilingual]


def tier_of(book: TierBook, net_spend: Decimal) -> Tier:
    """The tier that a net spend (RMB, after returns, last 12 months) reaches."""
    require_not_negative(net_spend, "Net spend")
    return max(
        (tier for tier in _LADDER if net_spend >= book.tiers[tier].from_spend), key=_LADDER.index
    )


def tier_for_spend(
    book: TierBook,
    spent: Decimal,
    returned: Decimal = Decimal(0),
    asked: Tier | None = None,
    toward: Tier | None = None,
) -> Ruling:
    """The tier that a spend less returns reaches, and what is missing to the next one.

    `asked`: the tier she thinks it reaches, which is answered first; `toward`: the one she is
    saving for. `values`: spend (net), tier, and below Black next_tier, next_from, missing; with
    `asked` also reached ('yes' or 'no').
    """
    require_not_negative(returned, "Returns")
    net_spend = max(spent - returned, Decimal(0))
    tier = tier_of(book, net_spend)
    zh, en, figures = _reached(book, tier, spent, returned)
    if asked is not None:
        reached = not _is_above(asked, tier)
        zh = ("是的，" if reached else "不是{asked_name}：") + zh
        en = ("Yes, " if reached else "No, not {asked_name}: ") + en
        figures |= {"asked_name": book.tiers[asked].name, "reached": "yes" if reached else "no"}
    if tier is not Tier.BLACK:
        wanted = asked or toward
        above = wanted if wanted and _is_above(wanted, tier) else _LADDER[_LADDER.index(tier) + 1]
        zh += "；{next_name}须满 {next_from:rmb}，还差 {missing:rmb}"
        en += "; {next_name} starts at {next_from:rmb}, {missing:rmb} more"
        figures |= _missing(book, above, net_spend)
    en = en[0].upper() + en[1:]
    return ruling("H-B1", "house", zh + "。", en + ".", spend=net_spend, tier=tier.value, **figures)


def _is_above(tier: Tier, other: Tier) -> bool:
    return _LADDER.index(tier) > _LADDER.index(other)


def _reached(
    book: TierBook, tier: Tier, spent: Decimal, returned: Decimal
) -> tuple[str, str, _Figures]:
    """What a spend makes of her, in words of both languages, and their figures."""
    zh, en = (
        "近 12 个月净消费 {spend:rmb}为{name}",
        "a net spend of {spend:rmb} in 12 months makes {name}",
    )
    if tier is Tier.REGISTERED:
        zh = "近 12 个月净消费 {spend:rmb}尚无等级"
        en = "a net spend of {spend:rmb} in 12 months has no tier yet"
    if returned:
        zh = f"{{spent:rmb}}减去退货 {{returned:rmb}}，{zh}"
        en = f"{{spent:rmb}} less {{returned:rmb}} returned is what counts: {en}"
    return zh, en, {"name": book.tiers[tier].name, "spent": spent, "returned": returned}


def _missing(book: TierBook, above: Tier, net_spend: Decimal) -> _Figures:
    begins = book.tiers[above].from_spend
    return {
        "next_tier": above.value,
        "next_name": book.tiers[above].name,
        "next_from": begins,
        "missing": begins - net_spend,
    }


def tier_of_client(book: TierBook, tier: Tier) -> Ruling:
    """The tier of the client who asks, once signed in (H-A3). `values`: tier."""
    zh, en = "您目前是{name}会员", "You are a {name} client at the moment"
    if tier is Tier.REGISTERED:
        zh, en = "您目前是注册会员，没有等级", "You are a registered member without a tier"
    return ruling(
        "H-B1 H-A3",
        "house",
        zh + "。等级按最近 12 个月退货后的净消费计算。",
        en + ". Tiers follow the net spend of the last 12 months, after returns.",
        name=book.tiers[tier].name,
        tier=tier.value,
    )


def tier_validity(book: TierBook, reached: date | None = None) -> Ruling:
    """How long a tier lasts. `values`: months, and with the day it was reached: until (ISO)."""
    zh, en, until = "", "", {}
    if reached is not None:
        zh, en = "，即至{until:day}", ", here until {until:day},"
        until = {"until": months_after(reached, book.validity_months).isoformat()}
    return ruling(
        "H-B2",
        "house",
        "等级自达成之日起 {months} 个月有效" + zh + "，之后重新评定；不可购买、转让或合并。",
        "A tier lasts {months} months from the day it is reached" + en + " and is "
        "then reviewed; it cannot be bought, gifted, lent or merged.",
        months=book.validity_months,
        **until,
    )


def birthday_courtesy(book: TierBook, tier: Tier | None, amount: Decimal) -> Ruling:
    """The birthday-month courtesy on one order. `values`: amount, percent, courtesy, to_pay."""
    require_positive(amount, "An order")
    terms = book.terms(tier)
    if not terms.birthday_percent:
        return ruling(
            "H-B3",
            "house",
            "{name}没有生日礼遇；银卡 {silver}%、金卡 {gold}%、黑卡 {black}%，限生日月一单。",
            "There is no birthday courtesy for a {name}; Silver has {silver} %, Gold {gold} % and "
            "Black {black} %, on one order in the birthday month.",
            name=terms.name,
            percent=0,
            silver=book.tiers[Tier.SILVER].birthday_percent,
            gold=book.tiers[Tier.GOLD].birthday_percent,
            black=book.tiers[Tier.BLACK].birthday_percent,
        )
    courtesy = rounded(amount * terms.birthday_percent / 100, "0.01")
    return ruling(
        "H-B3",
        "house",
        "{name}生日月一单可享 {percent}%：{amount:rmb}减 {courtesy:rmb}，为 {to_pay:rmb}。"
        "不与其他优惠叠加。",
        "{name} has {percent} % on one order in the birthday month: {amount:rmb} less "
        "{courtesy:rmb} is {to_pay:rmb}. It is not combined with other offers.",
        name=terms.name,
        amount=amount,
        percent=terms.birthday_percent,
        courtesy=courtesy,
        to_pay=amount - courtesy,
    )


def benefits(book: TierBook, tier: Tier | None) -> Ruling:
    """Everything a tier brings, as one sentence. `values`: birthday_percent, preview_hours."""
    terms = book.terms(tier)
    if tier in (None, Tier.REGISTERED):
        return ruling(
            "H-B1",
            "house",
            "注册会员没有等级权益；近 12 个月净消费满 {silver_from:rmb}即为银卡。",
            "A registered member has no tier benefits; Silver starts at a net spend of "
            "{silver_from:rmb} in 12 months.",
            silver_from=book.tiers[Tier.SILVER].from_spend,
        )
    parts = _benefit_parts(book, tier)
    return ruling(
        " ".join(part.rule[0] for part in parts),
        "house",
        "{name}权益：{parts}。",
        "{name} has {parts}.",
        name=terms.name,
        parts=Bilingual(
            "、".join(part.say.zh for part in parts), ", ".join(part.say.en for part in parts)
        ),
        birthday_percent=terms.birthday_percent,
        preview_hours=terms.preview_hours,
    )


def _benefit_parts(book: TierBook, tier: Tier | None) -> list[Ruling]:
    """A tier's benefits, each as a clause with its rule; what it does not have is left out."""
    terms = book.terms(tier)
    shopper = terms.personal_shopper
    has: dict[str, bool] = {
        "birthday": terms.birthday_percent > 0,
        "shipping": terms.free_shipping,
        "priority": terms.priority_dispatch,
        "shared": shopper == "shared",
        "dedicated": shopper == "dedicated",
        "preview": terms.preview_hours > 0,
        "cleaning": True,
        "depilling": terms.free_depilling,
        "pickup": terms.free_pickup,
        "try_on": terms.home_try_on,
    }
    return [
        ruling(
            rule,
            "house",
            zh,
            en,
            birthday=terms.birthday_percent,
            preview=terms.preview_hours,
            cleaning=cleaning_terms(book, tier),
        )
        for name, (rule, zh, en) in _BENEFITS.items()
        if has[name]
    ]


_BENEFITS = {
    "birthday": ("H-B3", "生日月一单 {birthday}%", "{birthday} % on one birthday-month order"),
    "shipping": ("H-B4", "标准运费免费", "free standard shipping"),
    "priority": ("H-B5", "优先发货", "priority dispatch"),
    "shared": ("H-B6", "共享私人购物顾问", "the shared personal-shopper desk"),
    "dedicated": ("H-B6", "专属一对一购物顾问", "a dedicated personal shopper"),
    "preview": ("H-B7", "新品提前 {preview} 小时", "new arrivals {preview} h early"),
    "cleaning": ("H-B8", "皮具清洁{cleaning}", "leather cleaning ({cleaning})"),
    "depilling": ("H-I2", "羊绒免费去球", "free cashmere de-pilling"),
    "pickup": ("H-I1", "养护免费上门取件", "free pickup for care"),
    "try_on": ("H-B9", "上门试穿", "home try-on"),
}
