"""The words of cases: kinds, states, verdicts, events, exceptions, and why something failed."""

from __future__ import annotations

from typing import get_args

from console.i18n import t
from shop.cases import CaseKind, CaseState, Verdict
from shop.errors import BadInput, Conflict, MaroquinError, NotAllowed
from shop.returns import NotReturnable
from shop.shipping import Uncovered

EXCLUDED: tuple[NotReturnable, ...] = get_args(NotReturnable)
UNCOVERED: tuple[Uncovered, ...] = get_args(Uncovered)


def kind_name(kind: CaseKind) -> str:
    return {
        CaseKind.CLEANING: t("Leather cleaning"),
        CaseKind.LATE_DELIVERY: t("Late delivery"),
        CaseKind.RETURN: t("Return"),
        CaseKind.AUTHENTICITY: t("Doubt about authenticity"),
        CaseKind.DISPUTE: t("Dispute"),
    }[kind]


def state_name(state: CaseState) -> str:
    return {
        CaseState.OPEN: t("Open"),
        CaseState.WAITING: t("Waiting for the client"),
        CaseState.DECIDED: t("Decided"),
        CaseState.CLOSED: t("Closed"),
    }[state]


def verdict_name(verdict: Verdict) -> str:
    return {
        Verdict.NONE: "",
        Verdict.GRANTED: t("in the client's favour"),
        Verdict.DECLINED: t("not in the client's favour"),
        Verdict.WITHDRAWN: t("withdrawn by the client"),
        Verdict.DONE: t("done"),
    }[verdict]


def event_name(verb: str) -> str:
    return {
        "open": t("Opened"),
        "decide": t("Decided"),
        "withdraw": t("Withdrawn"),
        "finish": t("Finished"),
        "close": t("Closed"),
    }.get(verb, verb)


def uncovered_name(uncovered: Uncovered | None) -> str:
    return {
        None: t("Covered by the promise"),
        "made_to_order": t("Made to order"),
        "exotic": t("Exotic skin"),
        "engraved": t("Engraved"),
        "missing_id": t("Held for missing ID"),
        "force_majeure": t("Force majeure"),
    }[uncovered]


def excluded_name(excluded: NotReturnable | None) -> str:
    return {
        None: t("No exception"),
        "engraved": t("Engraved or monogrammed"),
        "made_to_measure": t("Made to measure"),
        "pierced_earrings_opened": t("Pierced earrings, seal broken"),
        "swimwear_opened": t("Swimwear, seal broken"),
        "lingerie_opened": t("Lingerie, seal broken"),
        "fragrance_opened": t("Opened fragrance"),
        "exotic_permit_issued": t("Exotic skin, CITES permit issued"),
    }[excluded]


def explained(error: MaroquinError) -> str:
    """Why it was not done, and what to do."""
    known: tuple[tuple[type[MaroquinError], str], ...] = (
        (NotAllowed, t("Only a manager decides a case.")),
        (Conflict, t("This case has changed meanwhile. Look at it again.")),
        (BadInput, t("These facts cannot be: look at the dates, the amount and the words again.")),
    )
    otherwise = t("This could not be done just now. Nothing is lost; please try again.")
    return next((words for kind, words in known if isinstance(error, kind)), otherwise)
