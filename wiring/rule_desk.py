"""The rule-books as staff ask them: the house's data is read when the first one is opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from knowledge.stock_feed import StockFile
from settings import Settings
from shop.ports import Clock
from shop.products import Catalogue
from shop.tiers import TierBook
from shop.tracing import Tracing
from wiring.house import HOUSE

if TYPE_CHECKING:
    from agents.copilot.rule_desk import RuleDesk


def open_rule_desk(
    settings: Settings, clock: Clock, catalogue: Catalogue, tiers: TierBook, tracing: Tracing
) -> Callable[[], RuleDesk]:
    """What staff look up leaves no trace, not even of a trace code."""

    @cache
    def opened() -> RuleDesk:
        from agents.copilot.rule_desk import RuleDesk  # heavy: everything that reads a question
        from agents.house_words import load_words
        from agents.recognisers.books import open_books

        stock = StockFile(settings.data_dir)
        books = open_books(HOUSE, catalogue, tiers, clock, stock, traces=tracing.examined)
        words = cache(lambda: load_words(HOUSE, catalogue, books))
        return RuleDesk(lambda: books, words)

    return opened
