"""Who shops with us: visitors we know nothing of, and clients with a tier."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from shop.language import Lang


class Tier(StrEnum):
    """House rule H-B1. `REGISTERED` is a member without a tier."""

    REGISTERED = "registered"
    SILVER = "silver"
    GOLD = "gold"
    BLACK = "black"


@dataclass(frozen=True, slots=True)
class Client:
    """A client with an account. `sizes` holds what she told us, e.g. {"shoes": "EU 38.5"}."""

    id: str
    name: str
    tier: Tier
    language: Lang = "zh"
    sizes: dict[str, str] = field(default_factory=dict)

    @property
    def actor(self) -> str:
        """Who did it, for the journal, which holds no names."""
        return f"client:{self.id}"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is at the chat page now: the browser's own secret id, and the client once signed in.

    Every read of a conversation names a visitor: what is not theirs does not exist for them.
    """

    id: str
    client: Client | None = None

    @property
    def actor(self) -> str:
        """Who did it, for the journal, which never holds the browser's secret."""
        return self.client.actor if self.client else "visitor"

    @property
    def tier(self) -> Tier | None:
        return self.client.tier if self.client else None
