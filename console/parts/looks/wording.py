"""The field's words for looks, and what went wrong in one sentence."""

from __future__ import annotations

from babel.numbers import format_decimal

from console.i18n import LOCALES, N_, page_lang, t
from shop.errors import BadInput, Conflict, MaroquinError, NotAllowed, NotFound, Unfilled
from shop.looks import Look, Reaction, Verdict, total
from shop.products import Catalogue

_NEVER_KEPT = N_("Numbers of cards and identity papers are never kept here.")
_SAID = (
    N_("A look has between 2 and 6 pieces."),
    N_("This look was sent already. Compose it anew."),
    N_("This look is for another client."),
    N_("Only who composed a look may change it."),
    _NEVER_KEPT,
)
_OF_KIND: tuple[tuple[type[MaroquinError], str], ...] = (
    (NotAllowed, N_("Your role does not include this.")),
    (NotFound, N_("This has changed meanwhile. Look at it again.")),
    (
        Conflict,
        N_("You do not hold this conversation. The look is kept and can be sent later."),
    ),
    (BadInput, N_("This text is too long.")),
)
_NOT_NOW = N_("This could not be done just now. Nothing is lost; please try again.")


def verdict_name(verdict: Verdict) -> str:
    """As she says it."""
    return {
        Verdict.LOVES: t("Love it"),
        Verdict.NOT_FOR_ME: t("Not for me"),
        Verdict.HAS: t("I have it"),
    }[verdict]


def thought(reaction: Reaction | None) -> str:
    """As staff read it, with her word."""
    if reaction is None:
        return t("Nothing said yet")
    said = {
        Verdict.LOVES: t("Loves it"),
        Verdict.NOT_FOR_ME: t("Not for the client"),
        Verdict.HAS: t("Has it already"),
    }[reaction.verdict]
    return f"{said}: {reaction.word}" if reaction.word else said


def together(look: Look, products: Catalogue) -> str:
    """What all of it costs today; empty where a piece has left the catalogue."""
    amount = total(look, products)
    if amount is None:
        return ""
    return t("Together RMB {amount}", amount=format_decimal(amount, locale=LOCALES[page_lang()]))


def explained(error: MaroquinError) -> str:
    """To staff."""
    if str(error) in _SAID:
        return t(str(error))
    if isinstance(error, Unfilled):
        return t("Fill in {holes} first. Nothing was sent.", holes=", ".join(error.holes))
    said = next((words for kind, words in _OF_KIND if isinstance(error, kind)), _NOT_NOW)
    return t(said)


def explained_to_her(error: MaroquinError) -> str:
    """To the client, who knows of no roles and no desk."""
    if str(error) == _NEVER_KEPT:
        return t(_NEVER_KEPT)
    if isinstance(error, BadInput):
        return t("This text is too long.")
    return t("What you think could not be kept just now. Please try again.")
