"""Suggestions for a look, each with its reasons in words: pieces that go with those chosen, and
alternatives that are in stock.

Computed from cards, rules and counts; nothing is suggested that the wearer refuses, avoids or has.
More reasons come first, then the catalogue's order; of one kind the best, before the second of any.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from shop import pairing_reasons as reasons
from shop.pairing import Occasion, PairingBook
from shop.pairing_likes import Likes, agreeing
from shop.pairing_reasons import Because, Why
from shop.pairing_wearer import Wearer
from shop.products import Catalogue, Product
from shop.rulings import Ruling

StockOf = Callable[[Product, str | None], Ruling | None]  # a piece, and a size of it or None


@dataclass(frozen=True, slots=True)
class Suggestion:
    piece: Product
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """All that suggestions are computed from, for one wearer."""

    book: PairingBook
    catalogue: Catalogue
    wearer: Wearer = field(default_factory=Wearer)
    likes: Likes = field(default_factory=dict)
    client_id: str | None = None

    def goes_with(
        self, chosen: Sequence[Product], occasion: Occasion | None = None
    ) -> list[Suggestion]:
        """Pieces for the same look. None while an allergy is unread or nothing is chosen."""
        if self.wearer.unread_allergies or not chosen:
            return []
        found = [
            Suggestion(piece, because)
            for piece in self._candidates(chosen, occasion)
            if (because := tuple(self._reasons(piece, chosen, occasion)))
            and because[0].why in (Why.PAIR, Why.LIKED)
        ]
        return _mixed(sorted(found, key=_fewest_reasons_last))

    def alternatives(self, piece: Product, stock_of: StockOf) -> list[Suggestion]:
        """Pieces of the same kind that a fresh feed has, in her size where that is known."""
        if self.wearer.unread_allergies:
            return []
        found = []
        for other in self.catalogue.all():
            if not self._is_alternative(piece, other):
                continue
            stock = stock_of(other, self.wearer.size_in(other))
            if stock is not None and stock.values.get("in_stock") == "yes":
                found.append(
                    Suggestion(other, (*self._beside(piece, other), Because(Why.STOCK, stock.say)))
                )
        return sorted(found, key=_fewest_reasons_last)

    def _candidates(
        self, chosen: Sequence[Product], occasion: Occasion | None
    ) -> Iterator[Product]:
        for piece in self.catalogue.all():
            apart = any(self.book.keeps_apart(piece, each) for each in chosen)
            fits = occasion is None or occasion.suits(piece)
            if not apart and fits and self._takes(piece):
                yield piece

    def _takes(self, piece: Product) -> bool:
        return self.wearer.takes(piece, self.book.tone_of(piece))

    def _is_alternative(self, piece: Product, other: Product) -> bool:
        sexes = {piece.gender, other.gender} - {None}
        same = other.category == piece.category and other.id != piece.id and len(sexes) < 2
        return same and self._takes(other)

    def _reasons(
        self, piece: Product, chosen: Sequence[Product], occasion: Occasion | None
    ) -> Iterator[Because]:
        for each in chosen:
            if pair := self.book.pair_of(piece, each):
                yield Because(Why.PAIR, pair.why)
        yield from self._liked_with(piece, chosen)
        occasions = [occasion] if occasion else self.book.shared_occasions((piece, *chosen))
        if occasions:
            yield reasons.occasion(occasions[0].name)
        yield from self._metal(piece, chosen)
        if any(self.book.colours_agree(piece, each) for each in chosen):
            yield reasons.COLOURS
        yield from self._hers(piece)

    def _beside(self, piece: Product, other: Product) -> Iterator[Because]:
        yield reasons.same_kind(other)
        yield reasons.price_beside(piece, other)
        yield from self._metal(other, (piece,))
        yield from self._liked_with(other, (piece,))
        yield from self._hers(other)

    def _metal(self, piece: Product, chosen: Sequence[Product]) -> Iterator[Because]:
        tone = self.book.tone_of(piece)
        if tone and any(self.book.tone_of(each) == tone for each in chosen):
            yield reasons.metal(self.book.tones[tone].name)

    def _hers(self, piece: Product) -> Iterator[Because]:
        if piece.id in self.wearer.wishes:
            yield reasons.WISHED
        elif piece.id in self.wearer.loves:
            yield reasons.LOVED

    def _liked_with(self, piece: Product, chosen: Sequence[Product]) -> Iterator[Because]:
        """By enough others who like what is chosen, else by enough who like what she likes."""
        ids = frozenset(each.id for each in chosen)
        count = agreeing(self.likes, ids, piece.id, self.client_id)
        if count >= self.book.agree:
            yield reasons.liked_with(count, chosen)
            return
        count = agreeing(self.likes, self.wearer.likes, piece.id, self.client_id)
        if count >= self.book.agree:
            yield reasons.liked_alike(count)


def _fewest_reasons_last(each: Suggestion) -> int:
    return -len(each.because)


def _mixed(found: Sequence[Suggestion]) -> list[Suggestion]:
    """The best of each kind of piece first, so that four bags do not hide a necklace."""
    before: Counter[str] = Counter()
    places = []
    for each in found:
        places.append(before[each.piece.category])
        before[each.piece.category] += 1
    return [each for _, each in sorted(zip(places, found, strict=True), key=lambda two: two[0])]
