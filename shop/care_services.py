"""Care services: what each costs and how often it is advised (H-I1, H-I2, H-I5).

Typed data, read from `knowledge/house/care_services.yaml`. Leather cleaning depends on the tier
and is ruled in `shop.cleaning`; free ring resizing in `shop.guarantees`.
"""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field, field_validator

from shop.cleaning import cleaning_price, cleaning_terms
from shop.clients import Tier
from shop.language import Bilingual
from shop.rulings import Ruling, phrase, ruling
from shop.tiers import TierBook
from shop.typed_data import TypedData

Service = Literal[
    "cashmere_depilling", "pearl_restringing", "resoling", "watch_service", "water_test"
]


class CareTerms(TypedData):
    """One service. `price` in RMB; with `price_from` it is the least."""

    rule: str
    name: Bilingual
    price: int = Field(ge=0)
    price_from: bool = False
    free_for_tiers: bool = False
    every: Bilingual | None = None


class CareBook(TypedData):
    services: dict[Service, CareTerms]

    @field_validator("services")
    @classmethod
    def _every_service(cls, services: dict[Service, CareTerms]) -> dict[Service, CareTerms]:
        missing = [name for name in get_args(Service) if name not in services]
        if missing:
            raise ValueError(f"no terms for {', '.join(missing)}")
        return services


def care_price(
    book: CareBook, service: Service, tiers: TierBook, tier: Tier | None = None
) -> Ruling:
    """What a service costs, and how often it is advised. `values`: price (0: free for this tier).

    Without a tier the price for everyone is named, and that a tier has it free where it does.
    """
    terms = book.services[service]
    has_tier = tier not in (None, Tier.REGISTERED)
    figures: dict[str, int | Bilingual] = {"name": terms.name, "list_price": terms.price}
    if terms.free_for_tiers and has_tier:
        zh, en = "{tier}会员{name}免费", "For {tier} members {name} is free"
        figures |= {"tier": tiers.terms(tier).name, "price": 0}
    else:
        zh = "{name}{list_price:rmb}" + ("起" if terms.price_from else "")
        en = "The price of {name} is " + ("from " if terms.price_from else "") + "{list_price:rmb}"
        figures["price"] = terms.price
        if terms.free_for_tiers:
            zh, en = zh + "，任何等级会员免费", en + ", and free for any tier from Silver"
    if terms.every:
        zh, en = zh + "，建议{every}", en + "; advised {every}"
        figures["every"] = terms.every
    return ruling(terms.rule, "house", zh + "。", en + ".", **figures)


def care_duration(
    book: CareBook, service: Service, tiers: TierBook, tier: Tier | None = None
) -> Ruling:
    """How long a service takes: the house's notes don't say, so its price is said besides."""
    silent = ruling(
        book.services[service].rule,
        "unrecorded",
        "{name}需要多少天，本店资料没有记载，可以请同事为您核实。",
        "Our notes do not say how long {name} takes; a colleague can find out.",
        name=book.services[service].name,
    )
    return silent.then(care_price(book, service, tiers, tier))


def price_list(book: CareBook, tiers: TierBook, tier: Tier | None = None) -> Ruling:
    """Every service with its price for a tier. `values`: price_<service> for each."""
    cleaning = cleaning_price(tiers, tier)
    rulings = {name: care_price(book, name, tiers, tier) for name in book.services}
    items = [
        phrase(
            "{name}{price}",
            "{name} {price}",
            name=book.services[name].name,
            price=_price(book.services[name], found),
        )
        for name, found in rulings.items()
    ]
    prices = {f"price_{name}": found.values["price"] for name, found in rulings.items()}
    return ruling(
        "H-I1 H-I2 H-I5",
        "house",
        "养护价格：皮具清洁{cleaning}，{items}。",
        "Care prices: leather cleaning {cleaning}, {items}.",
        cleaning=cleaning_terms(tiers, tier),
        items=Bilingual("，".join(i.zh for i in items), ", ".join(i.en for i in items)),
        price_leather_cleaning=cleaning.values["price"],
        **prices,
    )


def _price(terms: CareTerms, found: Ruling) -> Bilingual:
    amount = _amount(int(found.values["price"]))
    if not terms.price_from:
        return amount
    return Bilingual(f"{amount.zh}起", f"from {amount.en}")


def _amount(price: int) -> Bilingual:
    if price == 0:
        return Bilingual("免费", "free")
    return phrase("{price:rmb}", "{price:rmb}", price=price)
