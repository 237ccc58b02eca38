"""What she would spend: which clauses of hers speak of her money, and of no other."""

from __future__ import annotations

from agents.brief.clauses import Clause, clauses
from agents.brief.figures import (
    counts_in,
    figures_in,
    periods_in,
    speaks_of_money,
    worked_out,
    worn_in,
)
from agents.brief.talk import Fits, Said, Talk
from agents.brief.words import words

_SHORT = 12  # characters of a clause that only gives a figure
_LEAST = 100  # of a bare number among other words that is money


def budget_of(talk: Talk) -> Fits:
    """What she would spend, how she would pay, or what she paid for what she complains of.

    Another's money is no budget of hers, unless she reports a figure that puts hers right.
    """
    prices = {str(piece.price_rmb.quantize(1)) for piece in talk.known.catalogue.all()}
    pays_monthly = any(words("instalments").search(said.text) for said in talk.hers)
    complains = any(words("complains").search(said.text) for said in talk.hers)

    def of_a_piece(part: Clause) -> bool:
        """The price of a piece, which she only repeats."""
        hers = complains or words("spends").search(part.text)
        return not hers and bool(figures_in(part.text) & prices)

    def fits(said: Said, part: Clause) -> bool:
        if talk.others_in(part.text) and not _corrected(part):
            return False
        if pays_monthly and periods_in(part.text) and len(part.text) <= _SHORT:
            return True
        if _how_to_pay(said, part) or words("any_price").search(part.text):
            return True
        spoken = _money(said, part) and not words("not_budget").search(part.text)
        return spoken and not of_a_piece(part)

    return fits


def _corrected(part: Clause) -> bool:
    return bool(words("reports").search(part.text) and words("corrects").search(part.text))


def _how_to_pay(said: Said, part: Clause) -> bool:
    if words("instalments").search(part.text):
        return True
    return bool(words("instalments").search(said.text)) and _only_a_figure(part)


def limits_it(_: Said, part: Clause) -> bool:
    """The house notes a sum that is not to be passed."""
    return bool(words("limit").search(part.text)) and speaks_of_money(part.text)


def with_amount(quote: str) -> str:
    """An amount in words also worked out."""
    amount = worked_out(quote)
    return f"{quote} ({amount})" if amount else quote


def _money(said: Said, part: Clause) -> bool:
    """It says an amount, or gives another figure for one said in the same message."""
    if speaks_of_money(part.text):
        return True
    changed = words("corrects").search(said.text) and speaks_of_money(f"{part.text} 元")
    limits = words("budget_word").search(said.text) or any(
        speaks_of_money(each.text) for each in clauses(said.text, chat=True)
    )
    other = any(words(name).search(part.text) for name in ("date", "no_figure")) or worn_in(
        part.text
    )
    large = any(float(figure) >= _LEAST for figure in figures_in(part.text))
    bare = (large or _only_a_figure(part)) and not counts_in(part.text)
    return bool(changed and limits) or bool(limits and bare and not other)


def _only_a_figure(part: Clause) -> bool:
    return bool(figures_in(part.text)) and len(part.text) <= _SHORT and not worn_in(part.text)
