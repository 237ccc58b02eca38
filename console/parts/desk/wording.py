"""The field's words for the codes of the business: tiers, lanes, reasons, languages, outcomes."""

from __future__ import annotations

from console.i18n import t
from shop.clients import Tier
from shop.handoffs import Lane, Reason
from shop.language import Lang

OUTCOMES = ("answered", "appointment", "purchase", "follow_up", "no_reply")


def tier_name(tier: Tier | None) -> str:
    return {
        None: t("Visitor"),
        Tier.REGISTERED: t("Member"),
        Tier.SILVER: t("Silver"),
        Tier.GOLD: t("Gold"),
        Tier.BLACK: t("Black"),
    }[tier]


def lane_name(lane: Lane) -> str:
    return {
        Lane.DEDICATED: t("Dedicated shopper"),
        Lane.SHARED: t("Shared shoppers"),
        Lane.SERVICE: t("Service desk"),
    }[lane]


def reason_name(reason: Reason) -> str:
    return {
        Reason.ASKED: t("Asked for a person"),
        Reason.COMPLAINT: t("A complaint"),
        Reason.COUNTERFEIT: t("Doubts about provenance"),
        Reason.LARGE_ORDER: t("A large order"),
        Reason.STYLING: t("Styling advice"),
        Reason.DATA_RIGHTS: t("Personal data"),
        Reason.DISTRESS: t("Distress"),
        Reason.UNANSWERED: t("The advisor could not answer"),
    }[reason]


def language_name(lang: Lang) -> str:
    return t("Chinese") if lang == "zh" else t("English")


def outcome_name(outcome: str) -> str:
    return {
        "answered": t("Question answered"),
        "appointment": t("Appointment agreed"),
        "purchase": t("Purchase or reservation"),
        "follow_up": t("Continues outside the chat"),
        "no_reply": t("Client did not reply"),
    }[outcome]
