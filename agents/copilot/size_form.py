"""Size advice as a form: for a piece, from whichever measure or label the client knows."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import cast, get_args

from agents.copilot.forms import Field, Given, RuleForm, literal
from shop.products import Category, Product
from shop.rulings import Ruling
from shop.sizing.accessories import wrist_fits
from shop.sizing.clothing import DressSystem, Measure, dress_from_body, dress_from_label
from shop.sizing.knitwear import knitwear_from_bust, knitwear_letter
from shop.sizing.rings import RingSystem, ring_size
from shop.sizing.shoes import ShoeSystem, shoe_size

SIZED: tuple[Category, ...] = ("shoe", "dress", "knitwear", "ring", "watch")
LETTERS = ("XS", "S", "M", "L", "XL")
_SHOES: tuple[str, ...] = get_args(ShoeSystem)
_DRESSES: tuple[str, ...] = get_args(DressSystem)
_RINGS: tuple[str, ...] = get_args(RingSystem)
_BODY: tuple[Measure, ...] = ("bust", "waist", "hip")
_PIECE = Field("piece", "piece", SIZED)
_FIELDS: dict[Category, tuple[Field, ...]] = {
    "shoe": (Field("shoe_system", "choice", _SHOES), Field("size", "number")),
    "dress": (
        *(Field(name, "number") for name in _BODY),
        Field("dress_system", "choice", _DRESSES),
        Field("size", "number"),
    ),
    "knitwear": (Field("bust", "number"), Field("letter", "choice", LETTERS)),
    "ring": (Field("ring_system", "choice", _RINGS), Field("size", "text")),
    "watch": (Field("wrist_mm", "number"),),
}


def _fields(piece: Product | None) -> tuple[Field, ...]:
    return (_PIECE, *(_FIELDS.get(piece.category, ()) if piece else ()))


def _advice(given: Given) -> Ruling | None:
    piece = given.piece
    advise = _ADVICE.get(piece.category) if piece else None
    return advise(given, piece) if piece and advise else None


def _shoe(given: Given, piece: Product) -> Ruling | None:
    system, size = literal(given.text("shoe_system"), _SHOES), given.number("size")
    if system is None or size is None:
        return None
    charts, gender = given.books.charts, piece.gender or "women"
    return shoe_size(charts, gender, cast(ShoeSystem, system), size, piece)


def _dress(given: Given, piece: Product) -> Ruling | None:
    body = {name: given.number(name) for name in _BODY}
    known: dict[Measure, Decimal] = {name: cm for name, cm in body.items() if cm is not None}
    if known:
        return dress_from_body(given.books.charts, known, piece)
    system, size = literal(given.text("dress_system"), _DRESSES), given.number("size")
    if system is None or size is None:
        return None
    return dress_from_label(given.books.charts, cast(DressSystem, system), size)


def _knitwear(given: Given, piece: Product) -> Ruling | None:
    bust, letter = given.number("bust"), literal(given.text("letter"), LETTERS)
    if bust is not None:
        return knitwear_from_bust(given.books.charts, bust)
    return knitwear_letter(given.books.charts, letter) if letter else None


def _ring(given: Given, piece: Product) -> Ruling | None:
    system, size = literal(given.text("ring_system"), _RINGS), given.text("size")
    if system is None or size is None:
        return None
    of = size if system == "uk" else given.number("size") or size
    return ring_size(given.books.charts, cast(RingSystem, system), of)


def _watch(given: Given, piece: Product) -> Ruling | None:
    wrist = given.number("wrist_mm")
    return wrist_fits(piece, wrist) if wrist is not None else None


_ADVICE: dict[Category, Callable[[Given, Product], Ruling | None]] = {
    "shoe": _shoe,
    "dress": _dress,
    "knitwear": _knitwear,
    "ring": _ring,
    "watch": _watch,
}

SIZE_FORM = RuleForm("size", _fields, _advice)
