"""The field's words for the codes of an article."""

from __future__ import annotations

from collections.abc import Mapping

from console.i18n import t
from knowledge.articles import Confidence
from shop.revisions import RevisionState


def topic_names() -> Mapping[str, str]:
    """Every topic by its code, in the order in which the shelf shows them."""
    return {
        "product": t("Pieces"),
        "material": t("Materials"),
        "care": t("Care"),
        "symbol": t("Care symbols"),
        "sizing": t("Sizing"),
        "policy": t("House policies"),
        "shipping": t("Delivery"),
        "tax": t("Duty and tax"),
        "payment": t("Payment"),
        "rights": t("Consumer rights"),
        "provenance": t("Provenance"),
        "salon": t("Salon and appointments"),
        "membership": t("Tiers and benefits"),
        "privacy": t("Privacy"),
        "advisor": t("The advisor itself"),
        "boundary": t("What we do not advise on"),
    }


def confidence_name(confidence: Confidence) -> str:
    return {"high": t("High"), "medium": t("Medium"), "low": t("Low")}[confidence]


def state_name(state: RevisionState) -> str:
    return {
        RevisionState.DRAFT: t("Draft"),
        RevisionState.PUBLISHED: t("Published"),
        RevisionState.SUPERSEDED: t("Superseded"),
    }[state]
