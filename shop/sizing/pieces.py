"""What a rule-book of sizes needs to know of a piece. `shop.products.Product` has all of it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Protocol

from shop.products import Fit

_SIZE = re.compile(r"\d+(?:\.\d+)?$")


class Piece(Protocol):
    """`sizes` as printed in the catalogue ('38.5', 'EU 38.5', 'IT 42', 'XS')."""

    @property
    def name(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def sizes(self) -> tuple[str, ...]: ...
    @property
    def fit(self) -> Fit | None: ...
    @property
    def ease_cm(self) -> Decimal | None: ...


def numbers_of(piece: Piece) -> tuple[Decimal, ...]:
    """The numbered sizes a piece is made in, smallest first; letters are left out."""
    found = (_SIZE.search(size) for size in piece.sizes)
    return tuple(sorted(Decimal(match.group()) for match in found if match))
