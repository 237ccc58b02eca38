"""The field's words for the codes of the business: lanes, reasons, languages, outcomes."""

from __future__ import annotations

from console.i18n import t
from shop.handoffs import Lane, Reason
from shop.language import Lang
from shop.proofs import Outcome

OUTCOMES = ("answered", "appointment", "purchase", "follow_up", "no_reply")


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
        Reason.WROTE_FIRST: t("We wrote first"),
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


def proof_outcome(outcome: Outcome) -> str:
    return {
        "supported": t("Supported"),
        "contradicted": t("Contradicted, not shown"),
        "unknown": t("Not proven, not shown"),
    }[outcome]


def proof_reason(why: str) -> str:
    """Why a sentence was not shown; the codes are those of `shop.proofs.REASONS`."""
    return {
        "too long": t("Too long to be checked"),
        "hidden characters": t("Characters that cannot be seen or only look like others"),
        "never phrased anew": t("Nobody may phrase this anew"),
        "no evidence": t("Without evidence"),
        "says nothing": t("States nothing"),
        "another language": t("In another language than its evidence"),
        "addition": t("Words the evidence does not have"),
        "material": t("A material the evidence does not name"),
        "tier": t("A tier the evidence does not name"),
        "place": t("A place the evidence does not name"),
        "cloth": t("A means the evidence does not name"),
        "state": t("A state the evidence does not name"),
        "figure": t("A figure the evidence does not have"),
        "yes and no": t("Yes where the evidence says no, or the reverse"),
        "double denial": t("Two denials that may cancel each other"),
        "strength": t("Stronger or weaker than the evidence"),
        "comparison": t("A comparison the evidence does not make"),
        "commitment": t("A commitment without a clause that carries it"),
        "whose": t("Told of another thing in the evidence"),
        "opposite": t("The opposite of the evidence"),
        "condition": t("Leaves out a condition"),
    }.get(why, why)
