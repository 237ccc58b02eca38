"""What the lines of a brief are called, and in which groups they are read."""

from __future__ import annotations

from agents.brief import Key
from console.i18n import t


def groups() -> list[tuple[str, tuple[Key, ...]]]:
    """What to do first, then what she wishes, then what she was told."""
    return [
        (t("Now"), ("reason", "urgency", "next_step")),
        (t("Still open"), ("question_open",)),
        (t("The wish"), (
            "recipient", "occasion", "date", "place", "budget", "size", "measurement",
            "colour_or_material_wish", "dislike", "allergy", "mood",
        )),
        (t("Answered by the advisor"), ("question_answered", "advisor_claim")),
        (t("Promised"), ("promise_made",)),
    ]  # fmt: skip


def key_name(key: Key) -> str:
    return {
        "reason": t("Why a person"),
        "urgency": t("Urgency"),
        "next_step": t("Next step"),
        "question_open": t("Open question"),
        "question_answered": t("Asked"),
        "recipient": t("For whom"),
        "occasion": t("Occasion"),
        "date": t("Day"),
        "place": t("Place"),
        "budget": t("Budget"),
        "size": t("Size"),
        "measurement": t("Measure"),
        "piece": t("Piece"),
        "colour_or_material_wish": t("Would like"),
        "dislike": t("Does not like"),
        "allergy": t("Allergy"),
        "mood": t("Mood"),
        "language": t("Language"),
        "promise_made": t("Promised"),
        "advisor_claim": t("Told"),
    }[key]
