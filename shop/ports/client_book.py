"""What is kept of the client book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from shop.access import Staff
from shop.client_entries import Entry, Purpose
from shop.conversations import Holder
from shop.language import Lang


@dataclass(frozen=True, slots=True)
class PastTalk:
    """A conversation of hers. `handed_over`: it was with people once, so that staff may read it."""

    id: str
    lang: Lang
    holder: Holder
    opened_at: datetime
    last_at: datetime
    handed_over: bool
    staff_name: str = ""


class BookEntries(Protocol):
    def add(self, entry: Entry) -> None: ...

    def get(self, entry_id: str) -> Entry | None: ...

    def of(self, client_id: str) -> list[Entry]:
        """All her lines, ended ones too, in the order in which they were kept."""

    def standing(self) -> list[Entry]:
        """Of all clients, those that stand."""

    def end(self, entry_id: str, by: str, at: datetime) -> bool:
        """False when it had ended before."""

    def wrote(self, entry_id: str, on: date | None) -> None: ...

    def follow_up_of(self, conversation_id: str) -> Entry | None:
        """The follow-up of a conversation that stands and was not written yet."""

    def follow_ups(self, until: date, staff: Staff) -> list[Entry]:
        """Hers, those due by that day that stand and were not written yet, the oldest first.

        A follow-up is the client's own personal shopper's; of a client without one, hers who
        set it.
        """

    def consents_to(self, purpose: Purpose, client_ids: Sequence[str]) -> list[Entry]:
        """Of these clients, the answers that stand."""

    def followed_up(self, client_id: str, on: date) -> bool:
        """Her follow-ups due by that day are done; False when there was none."""

    def remove(self, ids: Sequence[str]) -> None: ...

    def put_sizes(self, client_id: str, sizes: dict[str, str]) -> None:
        """The sizes of her account, which follow the book."""

    def talks_of(self, client_id: str) -> list[PastTalk]:
        """Newest first."""

    def last_talks(self) -> dict[str, datetime]:
        """When each client last was in a conversation, by client id."""

    def forget_client(self, client_id: str) -> None:
        """The client with all that hangs on her; her conversations must be gone before."""
