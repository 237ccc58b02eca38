"""The house's size tables (H-L1 to H-L5), as typed data. They win over any general chart.

Read from `knowledge/house/size_charts.yaml`; `shop.sizing` computes with them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator

from shop.typed_data import TypedData


class ShoeRow(TypedData):
    """One shoe size. `cn_mm` is the Chinese size printed on the box, in mm."""

    eu: Decimal
    foot_cm: Decimal
    uk: Decimal
    us: Decimal
    cn_mm: int


class DressRow(TypedData):
    """One size of women's ready-to-wear, with the body it is cut for, in cm."""

    it: int
    fr: int
    de: int
    uk: int
    us: int
    cn: str = Field(pattern=r"^\d{3}/\d{2,3}[YABC]$")
    bust: int
    waist: int
    hip: int


class RingRow(TypedData):
    """One ring size. `eu` is the inner circumference in mm; `uk` may end in ½."""

    eu: int
    diameter_mm: Decimal
    us: Decimal
    uk: str = Field(pattern=r"^[A-Z]½?$")
    jp: int


class KnitRow(TypedData):
    """One letter of the house's knitwear and the bust it is for, in cm."""

    letter: str
    from_cm: int
    to_cm: int


class SizeCharts(TypedData):
    """All tables, each from the smallest size to the largest."""

    womens_shoes: tuple[ShoeRow, ...] = Field(min_length=2)
    mens_shoes: tuple[ShoeRow, ...] = Field(min_length=2)
    womens_rtw: tuple[DressRow, ...] = Field(min_length=2)
    rings: tuple[RingRow, ...] = Field(min_length=2)
    knitwear: tuple[KnitRow, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _sizes_rise(self) -> Self:
        columns: dict[str, list[Decimal | int]] = {
            "womens_shoes": [row.eu for row in self.womens_shoes],
            "mens_shoes": [row.eu for row in self.mens_shoes],
            "womens_rtw": [row.it for row in self.womens_rtw],
            "rings": [row.eu for row in self.rings],
            "knitwear": [cm for row in self.knitwear for cm in (row.from_cm, row.to_cm)],
        }
        for name, sizes in columns.items():
            if sizes != sorted(set(sizes)):
                raise ValueError(f"{name}: sizes must rise from row to row")
        return self
