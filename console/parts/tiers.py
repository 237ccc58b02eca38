"""The house's tiers in words."""

from __future__ import annotations

from console.i18n import t
from shop.clients import Tier


def tier_name(tier: Tier | None) -> str:
    return {
        None: t("Visitor"),
        Tier.REGISTERED: t("Member"),
        Tier.SILVER: t("Silver"),
        Tier.GOLD: t("Gold"),
        Tier.BLACK: t("Black"),
    }[tier]
