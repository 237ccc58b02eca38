"""What staff read in the client book. Every method checks the role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shop.access import Permission, Staff, require
from shop.appointments import Appointment
from shop.cases import Case
from shop.cleaning import cleaning_price
from shop.client_entries import Entry, EntryKind, account_entries
from shop.client_reasons import Benefits, InStock, WriteReason, reasons_to_write
from shop.client_segments import ClientCard, Wanted, select
from shop.clients import Client
from shop.dates import months_after
from shop.entitlements import membership_year
from shop.errors import NotFound
from shop.ports import Clock, NamedOwner, OwnerNaming, Store, Work
from shop.ports.client_book import PastTalk
from shop.rulings import Ruling
from shop.stock import FeedReader, no_feed
from shop.tiers import TierBook

_APPOINTMENTS_BACK = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class ClientFile:
    """All of one client. `past`, the lines corrected, and `namings` have the newest first."""

    client: Client
    since: datetime
    owner: NamedOwner | None
    namings: Sequence[OwnerNaming]
    entries: Sequence[Entry]
    past: Sequence[Entry]
    reasons: Sequence[WriteReason]
    benefits: Benefits
    cleaning: Ruling
    talks: Sequence[PastTalk]
    appointments: Sequence[Appointment]
    cases: Sequence[Case]
    asks_before_brief: bool

    def of(self, *kinds: EntryKind) -> list[Entry]:
        return [entry for kind in kinds for entry in self.entries if entry.kind is kind]


class ClientReading:
    def __init__(
        self, store: Store, clock: Clock, tiers: TierBook, stock: FeedReader = no_feed
    ) -> None:
        self._store, self._clock, self._tiers, self._stock = store, clock, tiers, stock

    @property
    def today(self) -> date:
        """The house's day."""
        return self._clock().astimezone(ZoneInfo(self._tiers.timezone)).date()

    def cards(self, staff: Staff) -> list[ClientCard]:
        """Every client, the longest-standing first."""
        require(staff, Permission.KEEP_CLIENT_BOOK)
        with self._store.read() as work:
            return self._cards(work)

    def find(self, staff: Staff, wanted: Wanted) -> list[ClientCard]:
        """The clients that fit."""
        return select(self.cards(staff), wanted, staff.id, self.today, self._clock())

    def to_write(self, staff: Staff) -> list[ClientCard]:
        """Whom to write to today, the most pressing reason first; her own clients before others."""
        cards = [card for card in self.cards(staff) if card.reasons]
        kinds = [reason.kind for card in cards for reason in card.reasons]
        order = list(type(kinds[0])) if kinds else []
        return sorted(
            cards,
            key=lambda card: (
                card.owner_id != staff.id,
                order.index(card.reasons[0].kind),
                card.reasons[0].day or date.min,
            ),
        )

    def file(self, staff: Staff, client_id: str) -> ClientFile:
        """Raises NotFound."""
        require(staff, Permission.KEEP_CLIENT_BOOK)
        with self._store.read() as work:
            return self._file(work, client_id)

    def _file(self, work: Work, client_id: str) -> ClientFile:
        client, since = _client(work, client_id)
        kept = work.book.of(client_id)
        entries = _standing(client, since, kept)
        benefits, used = self._benefits(work, client, since)
        return ClientFile(
            client=client,
            since=since,
            owner=work.owners.of(client_id),
            namings=work.owners.namings(client_id),
            entries=entries,
            past=[entry for entry in reversed(kept) if not entry.stands],
            reasons=reasons_to_write(entries, benefits, self.today, self._in_stock()),
            benefits=benefits,
            cleaning=cleaning_price(self._tiers, client.tier, used),
            talks=work.book.talks_of(client_id),
            appointments=work.appointments.of_client(client_id, self._clock() - _APPOINTMENTS_BACK),
            cases=work.cases.of_client(client_id),
            asks_before_brief=work.consents.wants_to_be_asked(client_id),
        )

    def _cards(self, work: Work) -> list[ClientCard]:
        of_client: dict[str, list[Entry]] = {}
        for entry in work.book.standing():
            of_client.setdefault(entry.client_id, []).append(entry)
        last, in_stock = work.book.last_talks(), self._in_stock()
        cards = []
        for client in work.clients.all():
            _, since = _client(work, client.id)
            entries = _standing(client, since, of_client.get(client.id, []))
            benefits, _ = self._benefits(work, client, since)
            owner = work.owners.of(client.id)
            reasons = reasons_to_write(entries, benefits, self.today, in_stock)
            cards.append(
                ClientCard(
                    client, entries, reasons, owner.owner_id if owner else None, last.get(client.id)
                )
            )
        return cards

    def _benefits(self, work: Work, client: Client, since: datetime) -> tuple[Benefits, int]:
        """And how many cleanings she had this membership year."""
        now = self._clock()
        began = membership_year(since, now, ZoneInfo(self._tiers.timezone))
        used = work.cases.cleanings(client.id, began, now)
        a_year = self._tiers.terms(client.tier).cleaning.free_per_year
        until = months_after(began.date(), 12) - timedelta(days=1)
        return Benefits(max(a_year - used, 0), a_year, until), used

    def _in_stock(self) -> InStock:
        """By the stock feed, read once; without a fresh one nothing is."""
        feed = self._stock()
        if feed is None or not feed.is_fresh(self._clock()):
            return lambda _: False
        there = {line.piece for line in feed.items if line.quantity}
        return there.__contains__


def standing_lines(work: Work, client_id: str) -> list[Entry]:
    """The lines of her book that stand, with the sizes of her account. Raises NotFound."""
    client, since = _client(work, client_id)
    return _standing(client, since, work.book.of(client_id))


def _client(work: Work, client_id: str) -> tuple[Client, datetime]:
    client, since = work.clients.get(client_id), work.clients.since(client_id)
    if client is None or since is None:
        raise NotFound("There is no such client.")
    return client, since


def _standing(client: Client, since: datetime, kept: Sequence[Entry]) -> list[Entry]:
    """The lines that stand; sizes of her account where the book has none of that label."""
    standing = [entry for entry in kept if entry.stands]
    own = frozenset(e.draft.label for e in standing if e.kind is EntryKind.SIZE)
    return [*account_entries(client.id, client.sizes, since, own), *standing]
