"""Every rule-book for staff: by a form, or by a question that only the recognisers read.

Nothing is searched and no model is asked: a ruling is computed, or there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from agents.copilot.forms import Given, RuleForm
from agents.copilot.known_sizes import known_sizes
from agents.copilot.order_forms import ORDER_FORMS
from agents.copilot.piece_forms import PIECE_FORMS
from agents.copilot.size_form import SIZE_FORM
from agents.house_words import Words
from agents.recognisers.books import Books
from agents.recognisers.reading import read
from agents.steps.consult import rule
from agents.steps.understand import understand
from shop.clients import Client
from shop.conversations import Author, Conversation, Message
from shop.language import Bilingual, language_of
from shop.products import Category
from shop.rulings import Ruling
from shop.turns import TurnInput

FORMS: Mapping[str, RuleForm] = {
    form.name: form for form in (SIZE_FORM, *ORDER_FORMS, *PIECE_FORMS)
}


@dataclass(frozen=True, slots=True)
class Place:
    id: str
    name: Bilingual


class RuleDesk:
    """The house's data is read when the first rule-book is opened."""

    def __init__(self, books: Callable[[], Books], words: Callable[[], Words]) -> None:
        self._books, self._words = books, words

    def rule(self, form: str, values: Mapping[str, str]) -> Ruling | None:
        """The ruling on what was filled in; None while it needs more, or where there is none.

        Raises BadInput for a figure that cannot be, NotFound for an unknown piece or place.
        """
        return FORMS[form].rule(Given(self._books(), values))

    def ask(self, text: str, conversation: Conversation, client: Client | None) -> Ruling | None:
        """What the rule-books rule on a question; None where no recogniser knows it."""
        books = self._books()
        turn = TurnInput("", conversation, _message(text, conversation), (), client)
        question = understand(turn, self._words(), books)[0]
        return rule(read(question, client.tier if client else None, books))

    def places(self) -> list[Place]:
        """Every place the house's data names, countries before their cities."""
        return [
            Place(place.id, place.name)
            for country in self._books().destinations.countries
            for place in (country, *country.cities)
        ]

    def known_sizes(self, category: Category, lines: Sequence[str]) -> dict[str, str]:
        """See `agents.copilot.known_sizes`."""
        return known_sizes(category, lines)


def _message(text: str, conversation: Conversation) -> Message:
    lang = language_of(text, conversation.lang)
    at = conversation.opened_at
    return Message("", conversation.id, 0, Author.SHOPPER, text, at, lang)
