"""How a shoe is cut: the size to take in a piece that runs large or small, or isn't made in it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from shop.language import Bilingual
from shop.products import Fit
from shop.rulings import Ruling, ruling, same
from shop.sizing.pieces import Piece, numbers_of
from shop.sizing_charts import ShoeRow

_STEPS = {1: Bilingual("一", "one size"), 2: Bilingual("两", "two sizes")}
_RUNS = {
    "true": ("为正码", "is true to size"),
    "large": ("偏大，再选小一码", "runs large, so then take one size down"),
    "small": ("偏小，再选大一码", "runs small, so then take one size up"),
}


def fit_note(piece: Piece) -> Ruling:
    """The fit note of a piece by itself."""
    fit = piece.fit or Fit("true")
    zh, en = _RUNS[fit.runs]
    return ruling(
        piece.rule,
        "house",
        "{name} " + zh + "。",
        "The {name} " + en + ".",
        name=same(piece.name),
    )


def size_in_piece(row: ShoeRow, piece: Piece) -> Ruling:
    """The size to take in a piece whose chart size is `row`."""
    fit = piece.fit or Fit("true")
    made = numbers_of(piece)
    wanted = row.eu + fit.steps
    recommended = next((size for size in made if size >= wanted), None)
    if recommended is None or wanted < made[0]:
        return _not_made(row, piece, wanted, made)
    zh, en = "{name} 请选 EU {recommended}", "Take EU {recommended} in {name}"
    if fit.steps:
        smaller = fit.steps < 0
        zh += "：这款" + ("偏大" if smaller else "偏小") + "，请比尺码表的 EU {chart_eu} "
        zh += ("选小" if smaller else "选大") + "{steps}码"
        en += ": it runs " + ("large" if smaller else "small") + ", so {steps} "
        en += ("down" if smaller else "up") + " from EU {chart_eu} on our chart"
    elif piece.fit:
        zh, en = zh + "，这款为正码", en + ", which is true to size"
    return ruling(
        piece.rule,
        "house",
        zh + "。",
        en + ".",
        name=same(piece.name),
        steps=_STEPS.get(abs(fit.steps), Bilingual("", "")),
        recommended=recommended,
        chart_eu=row.eu,
    )


def _not_made(row: ShoeRow, piece: Piece, wanted: Decimal, made: Sequence[Decimal]) -> Ruling:
    return ruling(
        piece.rule,
        "house",
        "{name} 没有合适的尺码：按它的版型需要 EU {wanted}，而这款只有 EU {smallest}–{largest}。",
        "{name} has no size that fits: by its cut it would be EU {wanted}, and it is made in EU "
        "{smallest}–{largest}.",
        name=same(piece.name),
        wanted=wanted,
        chart_eu=row.eu,
        smallest=made[0],
        largest=made[-1],
    )
