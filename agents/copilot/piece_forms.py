"""Forms over the rule-books of a piece: stock, care, warranty, resizing, gems and materials."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import cast, get_args

from agents.copilot.forms import YES_OR_NO, Field, Given, RuleForm, always, literal, whole
from shop.care_services import Service, care_price
from shop.cleaning import cleaning_price
from shop.exotics import cites_listing
from shop.fibres import cashmere_fineness, super_number
from shop.gems import Gem, compare_hardness, hardness
from shop.guarantees import resizing_terms, ring_resizing
from shop.materials import (
    fineness_of_karat,
    silk_weight,
    sunglass_category,
    water_resistance,
)
from shop.products import Product
from shop.rulings import Ruling
from shop.stock import stock_of
from shop.warranty import NotWarranted, warranty, warranty_terms

_GEMS: tuple[str, ...] = get_args(Gem)
_CLEANING = "leather_cleaning"
_SERVICES: tuple[str, ...] = (_CLEANING, *get_args(Service))
_CAUSES: tuple[str, ...] = get_args(NotWarranted)
_MEASURES: dict[str, Callable[[Decimal], Ruling]] = {
    "karat": fineness_of_karat,
    "momme": silk_weight,
    "cashmere_um": cashmere_fineness,
    "super": lambda figure: super_number(whole(figure)),
    "bar": lambda figure: water_resistance(whole(figure)),
    "lens_category": lambda figure: sunglass_category(whole(figure)),
}
_BOUGHT = Field("purchased", "day")


def _stock_fields(piece: Product | None) -> tuple[Field, ...]:
    sizes = piece.sizes if piece else ()
    return (Field("piece", "piece"), *((Field("in_size", "choice", sizes),) if sizes else ()))


def _stock(given: Given) -> Ruling | None:
    books, piece = given.books, given.piece
    if piece is None:
        return None
    size = literal(given.text("in_size"), piece.sizes)
    return stock_of(books.stock(), piece, size, books.clock(), books.zone)


def _care(given: Given) -> Ruling | None:
    service = literal(given.text("service"), _SERVICES)
    if service is None:
        return None
    books = given.books
    if service == _CLEANING:
        return cleaning_price(books.tiers, given.tier)
    return care_price(books.care, cast(Service, service), books.tiers, given.tier)


def _warranty(given: Given) -> Ruling:
    purchased = given.day("purchased")
    cause = cast("NotWarranted | None", literal(given.text("cause"), _CAUSES))
    return warranty(purchased, given.books.today, cause) if purchased else warranty_terms(cause)


def _resizing(given: Given) -> Ruling:
    purchased, sizes = given.day("purchased"), given.whole("sizes_by")
    eternity, used = given.yes("full_eternity"), given.yes("resized_before")
    terms = resizing_terms(bool(eternity))
    if purchased is None or sizes is None:
        return terms
    found = ring_resizing(purchased, given.books.today, sizes, bool(eternity), bool(used))
    free = found.values["free"] == "yes"
    return terms if free and None in (eternity, used) else found  # what was not asked is no 'no'


def _gems(given: Given) -> Ruling | None:
    one, other = (literal(given.text(name), _GEMS) for name in ("gem", "other_gem"))
    if one is None:
        return None
    return compare_hardness(cast(Gem, one), cast(Gem, other)) if other else hardness(cast(Gem, one))


def _materials(given: Given) -> Ruling | None:
    of, figure = literal(given.text("measured"), tuple(_MEASURES)), given.number("figure")
    return _MEASURES[of](figure) if of and figure is not None else None


def _papers(given: Given) -> Ruling | None:
    return cites_listing(given.piece) if given.piece else None


PIECE_FORMS = (
    RuleForm("stock", _stock_fields, _stock),
    RuleForm("care", always(Field("service", "choice", _SERVICES), Field("tier", "tier")), _care),
    RuleForm("warranty", always(_BOUGHT, Field("cause", "choice", _CAUSES)), _warranty),
    RuleForm(
        "resizing",
        always(
            _BOUGHT,
            Field("sizes_by", "number"),
            Field("full_eternity", "choice", YES_OR_NO),
            Field("resized_before", "choice", YES_OR_NO),
        ),
        _resizing,
    ),
    RuleForm(
        "gems", always(Field("gem", "choice", _GEMS), Field("other_gem", "choice", _GEMS)), _gems
    ),
    RuleForm(
        "materials",
        always(Field("measured", "choice", tuple(_MEASURES)), Field("figure", "number")),
        _materials,
    ),
    RuleForm("papers", always(Field("piece", "piece", ("bag",))), _papers),
)
