"""The client book: keeping, correcting and removing what is known of a client.

Each deed is one transaction with its line in the journal, which says who did what to which line
and never what stands in it. What is only read is `shop.client_reading`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shop.access import Permission, Staff, require
from shop.chat_sources import message_at, readable, said_in
from shop.client_entries import (
    BY_HAND,
    Answer,
    Channel,
    Draft,
    Entry,
    EntryKind,
    Purpose,
    Source,
    account_entries,
    checked,
    consents,
)
from shop.client_reading import ClientReading
from shop.clients import Client
from shop.errors import BadInput, Conflict, NotFound
from shop.existing import locked_client
from shop.ids import new_id
from shop.ports import CLIENTS, Work
from shop.writings import written

LONGEST_NAME = 80
_CLOCKS_DIFFER = timedelta(minutes=5)
_ONE_OF_A_LABEL = (EntryKind.SIZE, EntryKind.CONSENT)


@dataclass(frozen=True, slots=True)
class Said:
    """Where something was said outside the chat, by whom, and when (None: just now)."""

    channel: Channel
    by: str
    at: datetime | None = None


class ClientBook(ClientReading):
    def keep(
        self,
        staff: Staff,
        client_id: str,
        draft: Draft,
        said: Said,
    ) -> Entry:
        """Keep what somebody said outside the chat, or a personal shopper saw.

        A size or consent takes the place of the one with the same label. Raises BadInput,
        NotFound, and Conflict where the client's consent is missing.
        """
        require(staff, Permission.KEEP_CLIENT_BOOK)
        source = self._by_hand(said)
        with self._store.begin() as work:
            return self._keep(work, staff, locked_client(work, client_id), checked(draft), source)

    def keep_from_chat(self, staff: Staff, conversation_id: str, draft: Draft, seq: int) -> Entry:
        """Keep what stands in message `seq` of a conversation with a client, which is its source.

        The same twice is one line. Raises NotFound unless it was handed over and is a client's,
        Conflict while it waits in the queue or she did not agree to a brief.
        """
        require(staff, Permission.KEEP_CLIENT_BOOK)
        with self._store.begin() as work:
            conversation = readable(work, conversation_id)
            client = locked_client(work, conversation.client_id or "")
            source = said_in(message_at(work, conversation_id, seq), client)
            draft = checked(draft)
            for entry in work.book.of(client.id):
                if entry.draft == draft and entry.source.message_id == source.message_id:
                    return entry
            return self._keep(work, staff, client, draft, source)

    def correct(
        self,
        staff: Staff,
        client_id: str,
        entry_id: str,
        draft: Draft,
        said: Said,
    ) -> Entry:
        """Put a line of the same kind in the place of one that stands, with its own source."""
        require(staff, Permission.KEEP_CLIENT_BOOK)
        source = self._by_hand(said)
        with self._store.begin() as work:
            client = locked_client(work, client_id)
            old = self._standing_entry(work, staff, client, entry_id)
            if old.kind is not draft.kind:
                raise BadInput("A line keeps its kind. Remove it and write another.")
            return self._keep(work, staff, client, checked(draft), source, old=old)

    def remove(self, staff: Staff, client_id: str, entry_id: str) -> None:
        """Remove a line with all that it corrected, for good. Raises NotFound."""
        require(staff, Permission.KEEP_CLIENT_BOOK)
        with self._store.begin() as work:
            client = locked_client(work, client_id)
            old = self._standing_entry(work, staff, client, entry_id)
            work.book.remove(_with_past(old, work.book.of(client_id)))
            if old.kind is EntryKind.SIZE:
                self._follow(work, client, without=old.draft.label)
            self._record(work, staff, "remove from book", client, old)

    def wrote(self, staff: Staff, client_id: str, entry_id: str) -> None:
        """Somebody wrote to her because of this line: it is no reason any more, or for a while."""
        require(staff, Permission.KEEP_CLIENT_BOOK)
        with self._store.begin() as work:
            client = locked_client(work, client_id)
            entry = self._standing_entry(work, staff, client, entry_id)
            work.book.wrote(entry.id, self.today)
            self._record(work, staff, "write because of", client, entry)

    def _keep(
        self,
        work: Work,
        staff: Staff,
        client: Client,
        draft: Draft,
        source: Source,
        *,
        old: Entry | None = None,
    ) -> Entry:
        _require_consent(work.book.of(client.id), draft)
        old = old or self._in_its_place(work, staff, client, draft)
        now = self._clock()
        if old is not None and not work.book.end(old.id, staff.name, now):
            raise Conflict("Somebody has changed this line meanwhile. Look at it again.")
        corrects = old.id if old else None
        entry = Entry(new_id(), client.id, draft, source, now, staff.name, corrects)
        work.book.add(entry)
        self._consequences(work, client, draft, old)
        self._record(work, staff, "correct in book" if old else "keep in book", client, entry)
        return entry

    def _in_its_place(self, work: Work, staff: Staff, client: Client, draft: Draft) -> Entry | None:
        """The line that a new one replaces: there is one size and one consent of a label."""
        if draft.kind not in _ONE_OF_A_LABEL or not draft.label:
            return None
        for entry in work.book.of(client.id):
            same = entry.kind is draft.kind and entry.draft.label == draft.label
            if same and entry.stands:
                return entry
        if draft.kind is EntryKind.SIZE and draft.label in client.sizes:
            return self._standing_entry(work, staff, client, f"account-{draft.label}")
        return None

    def _consequences(self, work: Work, client: Client, draft: Draft, old: Entry | None) -> None:
        if draft.kind is EntryKind.SIZE:
            self._follow(work, client, without=old.draft.label if old else "")
        if draft.label == Purpose.HEALTH and draft.value == Answer.WITHDRAWN:
            kept = work.book.of(client.id)
            work.book.remove([entry.id for entry in kept if entry.kind is EntryKind.ALLERGY])

    def _follow(self, work: Work, client: Client, without: str = "") -> None:
        """Her account has the sizes of the book, and those that the book knows nothing of."""
        account = {label: size for label, size in client.sizes.items() if label != without}
        book = {
            entry.draft.label: entry.draft.value
            for entry in work.book.of(client.id)
            if entry.kind is EntryKind.SIZE and entry.stands and entry.draft.label
        }
        work.book.put_sizes(client.id, account | book)

    def _standing_entry(self, work: Work, staff: Staff, client: Client, entry_id: str) -> Entry:
        """Her line; one of her account becomes a line of its own first."""
        found = work.book.get(entry_id)
        if found is not None and found.client_id == client.id and found.stands:
            return found
        since = work.clients.since(client.id) or self._clock()
        for entry in account_entries(client.id, client.sizes, since):
            if entry.id == entry_id:
                own = replace(entry, id=new_id(), kept_by=staff.name)
                work.book.add(own)
                return own
        raise NotFound("There is no such line in her book.")

    def _by_hand(self, said: Said) -> Source:
        if said.channel not in BY_HAND:
            raise BadInput("Say where it was said: in a salon, by telephone, by letter, or seen.")
        at = said.at or self._clock()
        if at > self._clock() + _CLOCKS_DIFFER:
            raise BadInput("Nothing can have been said in the future. Choose another day.")
        return Source(said.channel, written(said.by, LONGEST_NAME), at)

    def _record(self, work: Work, staff: Staff, verb: str, client: Client, entry: Entry) -> None:
        work.record(staff.actor, verb, client.id, (CLIENTS,), kind=entry.kind, entry=entry.id)


def _require_consent(entries: Sequence[Entry], draft: Draft) -> None:
    standing = [entry for entry in entries if entry.stands]
    if draft.kind is EntryKind.CONSENT:
        return
    if consents(Purpose.PROFILE, standing) is False:
        raise Conflict("The client does not want us to keep what we are told.")
    if draft.kind is EntryKind.ALLERGY and not consents(Purpose.HEALTH, standing):
        raise Conflict("Allergies are kept only once the client has agreed to it.")


def _with_past(entry: Entry, entries: Sequence[Entry]) -> list[str]:
    """Ids of the line and of all that came before it in its place."""
    by_id, ids = {each.id: each for each in entries}, [entry.id]
    while (former := by_id.get(ids[-1])) and former.corrects:
        ids.append(former.corrects)
    return ids
