"""What one line of the client book is: something about a client, who said it, when and where.

Nothing is kept without a source. Correcting a line ends it and puts a new one in its place, so
that the book can say what stood there before; removing it removes its past with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from shop.errors import BadInput
from shop.writings import written

LONGEST_VALUE = 500  # characters
LONGEST_LABEL = 60
_ACCOUNT = "account-"


class EntryKind(StrEnum):
    SIZE = "size"
    MEASUREMENT = "measurement"
    PREFERENCE = "preference"
    DISLIKE = "dislike"
    ALLERGY = "allergy"
    OCCASION = "occasion"
    WISH = "wish"
    LOOK = "look"  # what she was sent or shown, and what she thought
    PROMISE = "promise"  # what we promised her
    FOLLOW_UP = "follow_up"  # when to write again, and about what
    CONSENT = "consent"


class Channel(StrEnum):
    """Where it was said. `OBSERVED`: nobody said it, a personal shopper saw it."""

    CHAT = "chat"
    SALON = "salon"
    PHONE = "phone"
    LETTER = "letter"  # or e-mail
    ACCOUNT = "account"  # when her account was opened
    OBSERVED = "observed"


BY_HAND = (Channel.SALON, Channel.PHONE, Channel.LETTER, Channel.OBSERVED)


class Purpose(StrEnum):
    """What a client may consent to; the label of a consent."""

    PROFILE = "profile"  # that we keep what she tells us
    CONTACT = "contact"  # that we write to her first
    HEALTH = "health"  # that we keep allergies


class Answer(StrEnum):
    """The value of a consent."""

    GIVEN = "given"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Source:
    """Who said it, when (aware) and where. Of a chat also the message, while that is kept."""

    channel: Channel
    said_by: str
    said_at: datetime
    conversation_id: str | None = None
    message_id: str | None = None
    seq: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be kept. `label`: whose or which ('shoes'); `piece`: an id of the catalogue.

    `day` is that of an occasion, promise or follow-up; `yearly` occasions come again.
    """

    kind: EntryKind
    value: str
    label: str = ""
    piece: str = ""
    day: date | None = None
    yearly: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as it is kept. `corrects` is the line it took the place of, `ended_at` when it lost
    its own; `wrote_on` is the day on which somebody last wrote to her because of it."""

    id: str
    client_id: str
    draft: Draft
    source: Source
    kept_at: datetime
    kept_by: str
    corrects: str | None = None
    ended_at: datetime | None = None
    ended_by: str = ""
    wrote_on: date | None = None

    @property
    def kind(self) -> EntryKind:
        return self.draft.kind

    @property
    def stands(self) -> bool:
        return self.ended_at is None

    @property
    def of_account(self) -> bool:
        """Read from her account; it becomes a line of its own when it is corrected."""
        return self.id.startswith(_ACCOUNT)


def account_entries(
    client_id: str, sizes: dict[str, str], since: datetime, but: frozenset[str] = frozenset()
) -> list[Entry]:
    """The sizes of her account as lines, without the labels `but` that the book itself has."""
    source = Source(Channel.ACCOUNT, "", since)
    return [
        Entry(
            f"{_ACCOUNT}{label}", client_id, Draft(EntryKind.SIZE, value, label), source, since, ""
        )
        for label, value in sizes.items()
        if label not in but
    ]


_LONG_NUMBER = re.compile(r"(?:\d[ -]?){13,}")


def never_kept(text: str) -> bool:
    """Whether it holds what may be the number of a card or an identity paper (H-K3)."""
    return _LONG_NUMBER.search(text) is not None


def checked(draft: Draft) -> Draft:
    """The draft as it may be kept. Raises BadInput, for card and identity numbers too (H-K3)."""
    value, label = draft.value.strip(), draft.label.strip()
    if not value and not draft.piece:
        raise BadInput("There is nothing to keep. Write what you know.")
    value = written(value, LONGEST_VALUE) if value else ""
    label = written(label, LONGEST_LABEL) if label else ""
    if never_kept(value) or never_kept(label):
        raise BadInput("Numbers of cards and identity papers are never kept here.")
    if draft.kind is EntryKind.FOLLOW_UP and draft.day is None:
        raise BadInput("A follow-up needs its day.")
    if draft.kind is EntryKind.CONSENT:
        _require_consent(label, value)
    return Draft(draft.kind, value, label, draft.piece, draft.day, _comes_again(draft))


def _comes_again(draft: Draft) -> bool:
    return draft.yearly and draft.kind is EntryKind.OCCASION and draft.day is not None


def _require_consent(label: str, value: str) -> None:
    if label not in tuple(Purpose) or value not in tuple(Answer):
        raise BadInput("A consent is to a known purpose, given or withdrawn.")


def consent_to(purpose: Purpose, entries: Sequence[Entry]) -> Entry | None:
    """The consent that stands, with its source; None when she was never asked."""
    found = [e for e in entries if e.kind is EntryKind.CONSENT and e.draft.label == purpose]
    return max((e for e in found if e.stands), key=lambda e: e.source.said_at, default=None)


def consents(purpose: Purpose, entries: Sequence[Entry]) -> bool | None:
    """True when given, False when withdrawn, None when she was never asked."""
    entry = consent_to(purpose, entries)
    return None if entry is None else entry.draft.value == Answer.GIVEN
