"""What each tier is: its threshold, its benefits, and the people who answer it.

Typed data, read from `knowledge/house/tiers.yaml` (house rules H-B1 to H-B9, H-I1, H-I2, H-J1).
The rule-book that computes with it is `shop.membership`; the promises that a hand-over keeps
(`shop.promises`) read `TierTerms.desk`.
"""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, field_validator, model_validator

from shop.clients import Tier
from shop.handoffs import Lane
from shop.language import Bilingual
from shop.typed_data import TypedData

_MIDNIGHT = "24:00"


def _clock_time(value: object) -> object:
    """People write 24:00 for the end of a day; Python's clock has only 00:00."""
    return time(0, 0) if value == _MIDNIGHT else value


class DeskTerms(TypedData):
    """When people answer this tier, in the book's time zone.

    `closes` 00:00 means midnight at the end of the day. `first_reply_minutes` is what the client
    was promised (None: no minute was promised). `queue_target_minutes` only orders the queue and
    is never said to a client.
    """

    lane: Lane
    opens: time
    closes: Annotated[time, BeforeValidator(_clock_time)]
    first_reply_minutes: int | None = Field(default=None, gt=0)
    queue_target_minutes: int = Field(gt=0)


class CleaningTerms(TypedData):
    """Leather cleaning: how many are free in a membership year, and the price otherwise (RMB)."""

    price: int = Field(ge=0)
    free_per_year: int = Field(default=0, ge=0)


class TierTerms(TypedData):
    """One tier. Money in RMB, `birthday_percent` on one order in the birthday month."""

    name: Bilingual
    from_spend: int = Field(ge=0)
    birthday_percent: int = Field(ge=0, lt=100)
    free_shipping: bool
    priority_dispatch: bool
    personal_shopper: Literal["none", "shared", "dedicated"]
    preview_hours: int = Field(ge=0)
    cleaning: CleaningTerms
    free_depilling: bool
    free_pickup: bool
    home_try_on: bool
    desk: DeskTerms


class HomeTryOnTerms(TypedData):
    """H-B9: `cities` are destination ids of `destinations.yaml`."""

    pieces: int = Field(gt=0)
    hours: int = Field(gt=0)
    cities: tuple[str, ...] = Field(min_length=1)


class TierBook(TypedData):
    """All tiers. `validity_months` counts from the day a tier is reached."""

    timezone: str
    validity_months: int = Field(gt=0)
    dispatch_before: time
    home_try_on: HomeTryOnTerms
    tiers: dict[Tier, TierTerms]

    @field_validator("tiers")
    @classmethod
    def _every_tier(cls, tiers: dict[Tier, TierTerms]) -> dict[Tier, TierTerms]:
        missing = [tier.value for tier in Tier if tier not in tiers]
        if missing:
            raise ValueError(f"no terms for {', '.join(missing)}")
        return tiers

    @model_validator(mode="after")
    def _thresholds_rise(self) -> Self:
        thresholds = [self.tiers[tier].from_spend for tier in Tier]
        if thresholds[0] != 0 or thresholds != sorted(set(thresholds)):
            raise ValueError("thresholds must start at 0 and rise from tier to tier")
        return self

    def terms(self, tier: Tier | None) -> TierTerms:
        """The terms of a tier; someone who is not signed in has those of a registered member."""
        return self.tiers[tier or Tier.REGISTERED]
