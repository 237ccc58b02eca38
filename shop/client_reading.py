"""What staff read in the client book. Every method checks the role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import TypeVar
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
from shop.existing import client_since
from shop.ports import Clock, NamedOwner, OwnerNaming, Store, Work
from shop.ports.client_book import PastTalk
from shop.ports.visits import Cleaning
from shop.rulings import Ruling
from shop.stock import FeedReader, no_feed
from shop.tiers import TierBook

_APPOINTMENTS_BACK = timedelta(days=366)
_LONGEST_YEAR = timedelta(days=367)  # a leap year, and the hours by which zones differ

_Of = TypeVar("_Of", Entry, Cleaning)


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

    def find(
        self, staff: Staff, wanted: Wanted, cards: Sequence[ClientCard] | None = None
    ) -> list[ClientCard]:
        """The clients that fit, of `cards` as they were just read."""
        found = self.cards(staff) if cards is None else cards
        return select(found, wanted, staff.id, self.today, self._clock())

    def to_write(self, staff: Staff, cards: Sequence[ClientCard] | None = None) -> list[ClientCard]:
        """Whom of `cards`, as they were just read, to write to today: the most pressing reason
        first; her own clients before others."""
        found = self.cards(staff) if cards is None else cards
        return sorted((card for card in found if card.reasons), key=partial(_pressing, staff))

    def file(self, staff: Staff, client_id: str) -> ClientFile:
        """Raises NotFound."""
        require(staff, Permission.KEEP_CLIENT_BOOK)
        with self._store.read() as work:
            return self._file(work, client_id)

    def _file(self, work: Work, client_id: str) -> ClientFile:
        client, since = client_since(work, client_id)
        kept = work.book.of(client_id)
        entries = _standing(client, since, kept)
        used = work.cases.cleanings(client_id, *self._year(since))
        benefits = self._benefits(client, since, used)
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
        """One question of each kind, however many clients there are."""
        lines, cleanings = _by_client(work.book.standing()), self._cleanings(work)
        owners = {named.client_id: named.owner_id for named in work.owners.all()}
        last, in_stock, cards = work.book.last_talks(), self._in_stock(), []
        for client, since in work.clients.with_since():
            entries = _standing(client, since, lines.get(client.id, []))
            used = _within(self._year(since), cleanings.get(client.id, ()))
            benefits = self._benefits(client, since, used)
            reasons = reasons_to_write(entries, benefits, self.today, in_stock)
            owner = owners.get(client.id)
            cards.append(ClientCard(client, entries, reasons, owner, last.get(client.id)))
        return cards

    def _cleanings(self, work: Work) -> dict[str, list[Cleaning]]:
        """Those that may count for anybody's membership year."""
        return _by_client(work.cases.all_cleanings(self._clock() - _LONGEST_YEAR))

    def _year(self, since: datetime) -> tuple[datetime, datetime]:
        """Of the membership that began `since`: its first instant, and this one."""
        now = self._clock()
        return membership_year(since, now, ZoneInfo(self._tiers.timezone)), now

    def _benefits(self, client: Client, since: datetime, used: int) -> Benefits:
        began, _ = self._year(since)
        a_year = self._tiers.terms(client.tier).cleaning.free_per_year
        until = months_after(began.date(), 12) - timedelta(days=1)
        return Benefits(max(a_year - used, 0), a_year, until)

    def _in_stock(self) -> InStock:
        """By the stock feed, read once; without a fresh one nothing is."""
        feed = self._stock()
        if feed is None or not feed.is_fresh(self._clock()):
            return lambda _: False
        there = {line.piece for line in feed.items if line.quantity}
        return there.__contains__


def standing_lines(work: Work, client_id: str) -> list[Entry]:
    """The lines of her book that stand, with the sizes of her account. Raises NotFound."""
    client, since = client_since(work, client_id)
    return _standing(client, since, work.book.of(client_id))


def _by_client(found: Iterable[_Of]) -> dict[str, list[_Of]]:
    of_client: dict[str, list[_Of]] = {}
    for each in found:
        of_client.setdefault(each.client_id, []).append(each)
    return of_client


def _within(year: tuple[datetime, datetime], cleanings: Iterable[Cleaning]) -> int:
    """How many bags; both ends count, as they do in `Cases.cleanings`."""
    began, now = year
    return sum(each.bags for each in cleanings if began <= each.at <= now)


def _pressing(staff: Staff, card: ClientCard) -> tuple[bool, int, date]:
    first = card.reasons[0]
    return (
        card.owner_id != staff.id,
        list(type(first.kind)).index(first.kind),
        first.day or date.min,
    )


def _standing(client: Client, since: datetime, kept: Sequence[Entry]) -> list[Entry]:
    """The lines that stand; sizes of her account where the book has none of that label."""
    standing = [entry for entry in kept if entry.stands]
    own = frozenset(e.draft.label for e in standing if e.kind is EntryKind.SIZE)
    return [*account_entries(client.id, client.sizes, since, own), *standing]
