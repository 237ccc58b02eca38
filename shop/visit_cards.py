"""The card under an answer that offers free times of a salon: what was wished for, nothing more.

What is free is looked up whenever the card is drawn, so a card is never out of date, and it books
nothing. It is kept among the message's cards as one word, `visit:SALON@MOMENT`; both may be empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

_FORM = re.compile(r"visit:(?P<salon>[a-z0-9-]*)@(?P<at>[0-9T:+.-]*)")


@dataclass(frozen=True, slots=True)
class VisitCard:
    """`salon`: an id, '' where none was named. `wished`: an aware moment, None for no time."""

    salon: str = ""
    wished: datetime | None = None

    @property
    def word(self) -> str:
        return f"visit:{self.salon}@{self.wished.isoformat() if self.wished else ''}"


def visit_card(word: str) -> VisitCard | None:
    """The card of a word; None for any other card."""
    found = _FORM.fullmatch(word)
    if found is None:
        return None
    try:
        wished = datetime.fromisoformat(found["at"]) if found["at"] else None
    except ValueError:
        return None
    return VisitCard(found["salon"], wished if wished and wished.tzinfo else None)
