"""Consult: ask the rule-books, so that sizes, money and dates are computed and never guessed.

A recogniser reads what a question says and asks one rule-book; what the rule-book rules becomes
evidence, resting on the passage of the article that states the rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agents.turn import Evidence, Question
from knowledge.library import Library
from shop.clients import Client
from shop.products import Catalogue
from shop.sizing_charts import SizeCharts
from shop.tiers import TierBook


@dataclass(frozen=True, slots=True)
class RuleBooks:
    """The typed data that rule-books compute with, and the articles that state the rules."""

    charts: SizeCharts
    tiers: TierBook
    catalogue: Catalogue
    library: Library


def consult(question: Question, client: Client | None, books: RuleBooks) -> Sequence[Evidence]:
    return ()
