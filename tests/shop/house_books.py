"""The house's typed data, read once for the rule-book tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml

from shop.tiers import TierBook
from shop.typed_data import TypedData

HOUSE = Path(__file__).parents[2] / "knowledge" / "house"
T = TypeVar("T", bound=TypedData)


def read(name: str, model: type[T]) -> T:
    return model.model_validate(yaml.safe_load((HOUSE / name).read_text(encoding="utf-8")))


@cache
def tiers() -> TierBook:
    return read("tiers.yaml", TierBook)
