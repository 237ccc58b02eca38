"""Suggestions for the look that is being composed, read in one go from book, cases and stock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from shop.access import Permission, Staff, require
from shop.cases import CaseKind
from shop.client_entries import Draft
from shop.client_reading import standing_lines
from shop.pairing import PairingBook
from shop.pairing_likes import likes_of
from shop.pairing_suggestions import Pairing, StockOf, Suggestion
from shop.pairing_wearer import Wearer, wearer_of
from shop.ports import Clock, Store, Work
from shop.products import Catalogue
from shop.rulings import Ruling
from shop.stock import FeedReader, StockFeed, stock_of
from shop.tiers import TierBook

_BOUGHT = (CaseKind.CLEANING, CaseKind.LATE_DELIVERY)  # a return she may have no more


@dataclass(frozen=True, slots=True)
class Suggested:
    """`alternatives` by the id of the piece they stand for; `feed_at` is None without fresh stock.

    `stock` is what the feed says of each chosen piece.
    """

    goes_with: Sequence[Suggestion]
    alternatives: Mapping[str, Sequence[Suggestion]]
    stock: Mapping[str, Ruling]
    feed_at: datetime | None
    wearer: Wearer


class LookSuggestions:
    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        tiers: TierBook,
        catalogue: Catalogue,
        book: PairingBook,
        stock: FeedReader,
    ) -> None:
        self._store, self._clock, self._stock = store, clock, stock
        self._zone = ZoneInfo(tiers.timezone)
        self._catalogue, self.book = catalogue, book

    def suggest(
        self,
        staff: Staff,
        pieces: Sequence[str],
        client_id: str | None = None,
        occasion: str = "",
        heard: Sequence[Draft] = (),
    ) -> Suggested:
        """For the pieces chosen so far. `heard`: what she said that the book does not hold.

        Raises NotFound for an unknown piece or client.
        """
        require(staff, Permission.SERVE_CLIENTS)
        chosen = [self._catalogue.get(piece) for piece in pieces]
        with self._store.read() as work:
            pairing = self._pairing(work, client_id, heard)
        feed = self._fresh_feed()
        return Suggested(
            goes_with=pairing.goes_with(chosen, self.book.occasions.get(occasion)),
            alternatives={
                piece.id: pairing.alternatives(piece, self._stock_in(feed)) for piece in chosen
            },
            stock={
                piece.id: said
                for piece in chosen
                if (said := self._stock_in(feed)(piece, pairing.wearer.size_in(piece)))
            },
            feed_at=feed.at if feed else None,
            wearer=pairing.wearer,
        )

    def _pairing(self, work: Work, client_id: str | None, heard: Sequence[Draft]) -> Pairing:
        likes = likes_of(work.book.standing())
        hers = standing_lines(work, client_id) if client_id else []
        owned = _owned(work, client_id) if client_id else frozenset()
        lines = [*(entry.draft for entry in hers), *heard]
        wearer = wearer_of(lines, self.book, self._catalogue, owned)
        return Pairing(self.book, self._catalogue, wearer, likes, client_id)

    def _fresh_feed(self) -> StockFeed | None:
        feed = self._stock()
        return feed if feed and feed.is_fresh(self._clock()) else None

    def _stock_in(self, feed: StockFeed | None) -> StockOf:
        now = self._clock()
        return lambda piece, size: stock_of(feed, piece, size, now, self._zone)


def _owned(work: Work, client_id: str) -> frozenset[str]:
    cases = work.cases.of_client(client_id)
    return frozenset(case.facts.piece for case in cases if case.kind in _BOUGHT)
