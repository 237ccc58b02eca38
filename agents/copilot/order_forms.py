"""Forms over the rule-books of an order: paying, taxes, delivery, returns and what is owed."""

from __future__ import annotations

from decimal import Decimal
from typing import cast, get_args

from agents.copilot.forms import YES_OR_NO, Field, Given, RuleForm, always, literal
from shop.china_tax import CbecKind, cbec_route, cbec_tax
from shop.clients import Tier
from shop.duty import who_pays
from shop.guarantees import counterfeit_compensation, late_payout
from shop.instalments import Excluded, plans, schedule
from shop.membership import benefits, birthday_courtesy, tier_for_spend
from shop.returns import NotReturnable, exchange_terms, return_eligibility, size_exchange
from shop.rulings import Ruling
from shop.shipping import Uncovered, delivery_promise, shipping_fee

_PIECE, _AMOUNT = Field("piece", "piece"), Field("amount", "amount")
_PLACE, _TIER = Field("place", "place"), Field("tier", "tier")
_SINCE = Field("days_since_delivery", "number")
_UNCOVERED: tuple[str, ...] = get_args(Uncovered)
_EXCLUDED: tuple[str, ...] = get_args(Excluded)
_NOT_RETURNABLE: tuple[str, ...] = get_args(NotReturnable)
_GOODS: tuple[str, ...] = get_args(CbecKind)
_MONTHS = ("3", "6", "9", "12")
_CHINA = "china"


def _plans(given: Given) -> Ruling | None:
    amount, months = given.price(), literal(given.text("months"), _MONTHS)
    excluded = cast("Excluded | None", literal(given.text("plan_excluded"), _EXCLUDED))
    if amount is None:
        return None
    return schedule(amount, int(months)) if months and not excluded else plans(amount, excluded)


def _taxes(given: Given) -> Ruling | None:
    if given.text("place") is None:
        return None
    place, amount = given.place, given.price()
    answer = who_pays(place)
    if place is None or place.country.id != _CHINA or amount is None:
        return answer
    return answer.then(_china(given, amount))


def _china(given: Given, amount: Decimal) -> Ruling:
    used = given.number("quota_used")
    kind = cast("CbecKind | None", literal(given.text("goods"), _GOODS))
    return cbec_route(amount, used) if used is not None or kind is None else cbec_tax(amount, kind)


def _delivery(given: Given) -> Ruling | None:
    if given.text("place") is None:
        return None
    uncovered = cast("Uncovered | None", literal(given.text("uncovered"), _UNCOVERED))
    promise, amount = delivery_promise(given.place, uncovered), given.price()
    if amount is None:
        return promise
    return promise.then(shipping_fee(given.books.tiers, amount, given.tier))


def _late(given: Given) -> Ruling | None:
    price, late = given.price(), given.number("hours_late")
    uncovered = cast("Uncovered | None", literal(given.text("uncovered"), _UNCOVERED))
    return late_payout(price, late, uncovered) if price and late is not None else None


def _returns(given: Given) -> Ruling:
    excluded = cast("NotReturnable | None", literal(given.text("not_returnable"), _NOT_RETURNABLE))
    return return_eligibility(
        given.whole("days_since_delivery"),
        given.yes("unworn"),
        given.yes("tagged"),
        excluded,
        faulty=bool(given.yes("faulty")),
    )


def _exchange(given: Given) -> Ruling | None:
    days, used = given.whole("days_since_delivery"), given.yes("exchanged_before")
    if days is None:
        return None
    found = size_exchange(days, bool(used))
    free = found.values["eligible"] == "yes"
    return exchange_terms() if free and used is None else found  # what was not asked is no 'no'


def _counterfeit(given: Given) -> Ruling | None:
    price = given.price()
    return counterfeit_compensation(price, given.whole("days_since_delivery")) if price else None


def _tier(given: Given) -> Ruling | None:
    spent = given.number("spent")
    if spent is not None:
        returned = given.number("returned") or Decimal(0)
        return tier_for_spend(given.books.tiers, spent, returned)
    return benefits(given.books.tiers, given.tier) if given.tier else None


def _birthday(given: Given) -> Ruling | None:
    amount = given.price()
    tier = given.tier or Tier.REGISTERED
    return birthday_courtesy(given.books.tiers, tier, amount) if amount else None


def _answer(name: str) -> Field:
    return Field(name, "choice", YES_OR_NO)


ORDER_FORMS = (
    RuleForm(
        "plans",
        always(
            _PIECE,
            _AMOUNT,
            Field("months", "choice", _MONTHS),
            Field("plan_excluded", "choice", _EXCLUDED),
        ),
        _plans,
    ),
    RuleForm(
        "taxes",
        always(
            _PLACE,
            _PIECE,
            _AMOUNT,
            Field("goods", "choice", _GOODS),
            Field("quota_used", "amount"),
        ),
        _taxes,
    ),
    RuleForm(
        "delivery",
        always(_PLACE, Field("uncovered", "choice", _UNCOVERED), _PIECE, _AMOUNT, _TIER),
        _delivery,
    ),
    RuleForm(
        "late",
        always(
            _PIECE,
            _AMOUNT,
            Field("hours_late", "number"),
            Field("uncovered", "choice", _UNCOVERED),
        ),
        _late,
    ),
    RuleForm(
        "returns",
        always(
            _SINCE,
            _answer("unworn"),
            _answer("tagged"),
            _answer("faulty"),
            Field("not_returnable", "choice", _NOT_RETURNABLE),
        ),
        _returns,
    ),
    RuleForm("exchange", always(_SINCE, _answer("exchanged_before")), _exchange),
    RuleForm("counterfeit", always(_PIECE, _AMOUNT, _SINCE), _counterfeit),
    RuleForm("tier", always(_TIER, Field("spent", "amount"), Field("returned", "amount")), _tier),
    RuleForm("birthday", always(_PIECE, _AMOUNT, _TIER), _birthday),
)
