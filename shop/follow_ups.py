"""Follow-ups: when to write again in a conversation, and why.

One is a line of the client book whose source is the conversation, so it stands in 'whom to write
to today', in her copy of her data, and goes when she is erased. It is done by what a person writes
to her on its day or later, in any conversation of hers, and so is one that was written into the
book by hand; or by a press where she was written to in another way. A visitor who is not signed in
has no book, and nobody could write to her.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shop.access import Permission, Staff, require
from shop.client_book import ClientBook
from shop.client_entries import Channel, Draft, Entry, EntryKind, Purpose, Source, checked, consents
from shop.clients import Client
from shop.desk_reading import client_behind, handed_over
from shop.errors import BadInput, Conflict
from shop.ownership import locked
from shop.ports import DESK, Work


@dataclass(frozen=True, slots=True)
class FollowUp:
    """`conversation_id` is None once that conversation is erased."""

    client: Client
    day: date
    why: str
    entry_id: str
    conversation_id: str | None


class FollowUps(ClientBook):
    def of(self, staff: Staff, conversation_id: str) -> FollowUp | None:
        """The one that is still to be written. Raises NotFound."""
        with self._store.read() as work:
            client = client_behind(work, handed_over(work, staff, conversation_id))
            entry = work.book.follow_up_of(conversation_id)
        return _of(client, entry) if client and entry else None

    def due(self, staff: Staff) -> list[FollowUp]:
        """Hers whose day has come, the oldest first: she set it, or the client is hers.

        None of a client who wants no letters.
        """
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            entries = work.book.follow_ups(self.today, staff)
            ids = [entry.client_id for entry in entries]
            refused = _refused(work.book.consents_to(Purpose.CONTACT, ids))
            clients = {one.id: one for one in work.clients.among(ids) if one.id not in refused}
        return [_of(clients[e.client_id], e) for e in entries if e.client_id in clients]

    def set(self, staff: Staff, conversation_id: str, day: date, why: str) -> FollowUp:
        """Write to her again on that day; in the place of one that was set before.

        Raises BadInput for a day that is over or no reason, Conflict for a visitor, or who does
        not want to be kept, NotFound.
        """
        require(staff, Permission.KEEP_CLIENT_BOOK)
        if not why.strip():
            raise BadInput("Say in a few words why.")
        if day < self.today:
            raise BadInput("This day is over. Choose another.")
        draft = checked(Draft(EntryKind.FOLLOW_UP, why, day=day))
        with self._store.begin() as work:
            client = self._client(work, staff, conversation_id)
            source = Source(Channel.CHAT, staff.name, self._clock(), conversation_id)
            old = work.book.follow_up_of(conversation_id)
            entry = self._keep(work, staff, client, draft, source, old=old)
            work.record(staff.actor, "set follow-up", conversation_id, (DESK,))
        return _of(client, entry)

    def drop(self, staff: Staff, conversation_id: str) -> None:
        """Nobody needs to write again; harmless where nobody did."""
        with self._store.read() as work:
            entry = work.book.follow_up_of(conversation_id)
        if entry is not None:
            self.remove(staff, entry.client_id, entry.id)

    def _client(self, work: Work, staff: Staff, conversation_id: str) -> Client:
        client = client_behind(work, handed_over(work, staff, conversation_id))
        if client is None:
            raise Conflict("A visitor who is not signed in cannot be written to later.")
        work.alone(f"client:{client.id}")
        locked(work, conversation_id)  # before lines of the book, as a reply does
        return client


def _refused(answers: Sequence[Entry]) -> set[str]:
    """Ids of the clients whose last answer is that nobody writes to them first."""
    of_client: dict[str, list[Entry]] = {}
    for answer in answers:
        of_client.setdefault(answer.client_id, []).append(answer)
    return {id_ for id_, hers in of_client.items() if consents(Purpose.CONTACT, hers) is False}


def _of(client: Client, entry: Entry) -> FollowUp:
    """A follow-up always has its day."""
    day = entry.draft.day or entry.kept_at.date()
    return FollowUp(client, day, entry.draft.value, entry.id, entry.source.conversation_id)
