"""What each tier is: its threshold, its benefits, and the people who answer it.

Typed data, read from `knowledge/house/tiers.yaml` (house rules H-B1 to H-B9, H-I1, H-I2, H-J1).
The rule-book that computes with it is `shop.membership`; the promises that a hand-over keeps
(`shop.promises`) read `TierTerms.desk`.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, field_validator, model_validator

from shop.clients import Tier
from shop.handoffs import Lane
from shop.hours import MIDNIGHT, WEEK, ClosingTime, Holiday, OpeningHours, Weekday
from shop.language import Bilingual
from shop.typed_data import TypedData


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is no time zone, such as Asia/Shanghai") from error
    return name


ZoneName = Annotated[str, AfterValidator(_known_zone)]


class OwnerTerms(TypedData):
    """A client with a named personal shopper waits for her first, then for her cover too.

    Minutes from entering the queue; after both, or once the promise is due, anybody may claim.
    """

    owner_minutes: int = Field(ge=0)
    cover_minutes: int = Field(ge=0)


class DeskTerms(TypedData):
    """When people answer this tier, and how its promise is watched.

    `closes` 00:00 means midnight at the end of the day; `timezone` None: the book's.
    `first_reply_minutes` is what the client was promised (None: no minute was promised).
    `queue_target_minutes` only orders the queue and is never said to a client. Whoever holds a
    conversation owes each answer within the same time. `owners` None: nobody is named.
    """

    lane: Lane
    opens: time
    closes: ClosingTime
    timezone: ZoneName | None = None
    weekdays: tuple[Weekday, ...] = Field(default=WEEK, min_length=1)
    first_reply_minutes: int | None = Field(default=None, gt=0)
    queue_target_minutes: int = Field(gt=0)
    warn_before_minutes: int = Field(default=5, ge=0)
    escalate_after_minutes: int = Field(default=0, ge=0)
    owners: OwnerTerms | None = None

    @property
    def minutes(self) -> int:
        """Within which a person speaks: the promise, or the queue's own target."""
        return self.first_reply_minutes or self.queue_target_minutes

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.closes != MIDNIGHT and self.closes <= self.opens:
            raise ValueError("a desk closes later than it opens, at 24:00 at the latest")
        if self.warn_before_minutes >= self.minutes:
            raise ValueError(f"the warning must come within the {self.minutes} minutes")
        if self.owners and self.owners.owner_minutes + self.owners.cover_minutes > self.minutes:
            raise ValueError(f"owner and cover together have at most {self.minutes} minutes")
        return self


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
    """All tiers. `validity_months` counts from the day a tier is reached.

    `offline_after_minutes` without a sign of her console a personal shopper counts as gone;
    `claim_grace_minutes` is what she has at least for her first words after a claim.
    """

    timezone: ZoneName
    holidays: tuple[Holiday, ...] = ()
    offline_after_minutes: int = Field(default=5, gt=0)
    claim_grace_minutes: int = Field(default=5, gt=0)
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

    def day_of(self, at: datetime) -> date:
        """The house's day at an aware instant."""
        return at.astimezone(ZoneInfo(self.timezone)).date()

    def hours(self, tier: Tier | None) -> OpeningHours:
        """When the people who answer this tier are on duty."""
        desk = self.terms(tier).desk
        return OpeningHours(
            lane=desk.lane,
            opens=desk.opens,
            closes=desk.closes,
            zone=ZoneInfo(desk.timezone or self.timezone),
            weekdays=desk.weekdays,
            holidays=self.holidays,
        )
