"""Sources that disagree: two passages say the same thing with another figure, or yes against no.

The advisor says the house rule, else the newer one, and leaves the other out. The pair goes to the
content team once for each pair of revisions, until somebody settles it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Disagreement:
    """`said` won over `unsaid`: 'article/section/language@revision' each, with their sentences."""

    said: str
    unsaid: str
    said_quote: str
    unsaid_quote: str


@dataclass(frozen=True, slots=True)
class OpenDisagreement:
    """One that waits for the content team. `question` is empty once its message was erased."""

    id: str
    what: Disagreement
    at: datetime
    question: str = ""
