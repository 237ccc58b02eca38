"""What of a client's book counts when pieces are suggested: what she likes, has, and avoids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from shop.client_entries import Draft, EntryKind
from shop.looks import SENT, Verdict
from shop.pairing import Avoid, PairingBook
from shop.products import Catalogue, Category, Product, fold

_CLAUSE = re.compile(r"[,;.，。；！!？?\n]|\bbut\b|但|可是")
_SIZE_OF: dict[Category, tuple[str, ...]] = {
    "shoe": ("shoes",),
    "ring": ("ring",),
    "dress": ("dress", "ready-to-wear"),
    "knitwear": ("knitwear",),
}


@dataclass(frozen=True, slots=True)
class Wearer:
    """For whom pieces are suggested; an empty one where nothing is known.

    `unread_allergies` are those of which no rule of the house knows every word: nothing is
    suggested until somebody has read them. `unread` are dislikes of the kind, to keep in mind.
    """

    loves: frozenset[str] = frozenset()
    wishes: frozenset[str] = frozenset()
    has: frozenset[str] = frozenset()
    refuses: frozenset[str] = frozenset()
    avoids: tuple[Avoid, ...] = ()
    unread: tuple[str, ...] = ()
    unread_allergies: tuple[str, ...] = ()
    sizes: dict[str, str] = field(default_factory=dict)

    @property
    def likes(self) -> frozenset[str]:
        return (self.loves | self.wishes) - self.refuses

    def takes(self, piece: Product, tone: str | None) -> bool:
        """Whether it may be suggested at all; `tone` is that of its metal."""
        if piece.id in self.has or piece.id in self.refuses:
            return False
        return not any(avoid.meets(piece, tone) for avoid in self.avoids)

    def size_in(self, piece: Product) -> str | None:
        """Her size of a piece, where one is known and the piece is made in it."""
        sizes = (self.sizes.get(label) for label in _SIZE_OF.get(piece.category, ()))
        return next((size for size in sizes if size in piece.sizes), None)


def wearer_of(
    lines: Sequence[Draft],
    book: PairingBook,
    catalogue: Catalogue,
    owned: frozenset[str] = frozenset(),
) -> Wearer:
    """`lines`: what stands in her book, and what she said that is not kept; `owned`: piece ids."""
    refused = [draft for draft in lines if _refuses(draft)]
    said = [
        *_of(lines, EntryKind.DISLIKE),
        *_of(lines, EntryKind.ALLERGY),
        *_not_wanted(lines, book),
    ]
    return Wearer(
        loves=_pieces(draft for draft in lines if draft.label == Verdict.LOVES),
        wishes=_pieces(_drafts(lines, EntryKind.WISH)),
        has=owned | _owned(lines, book, catalogue),
        refuses=_pieces(refused) | _named(said, catalogue),
        avoids=tuple(dict.fromkeys(each for text in said for each in book.avoided_in(text))),
        unread=_unread(_of(lines, EntryKind.DISLIKE), book, catalogue),
        unread_allergies=_unread_allergies(_of(lines, EntryKind.ALLERGY), book, catalogue),
        sizes={d.label: d.value for d in _drafts(lines, EntryKind.SIZE)},
    )


def _drafts(lines: Sequence[Draft], kind: EntryKind) -> list[Draft]:
    return [draft for draft in lines if draft.kind is kind]


def _of(lines: Sequence[Draft], kind: EntryKind) -> list[str]:
    return [draft.value for draft in _drafts(lines, kind) if draft.value]


def _pieces(drafts: Iterable[Draft]) -> frozenset[str]:
    return frozenset(draft.piece for draft in drafts if draft.piece)


def _refuses(draft: Draft) -> bool:
    return draft.kind is EntryKind.DISLIKE or draft.label == Verdict.NOT_FOR_ME


def _owned(lines: Sequence[Draft], book: PairingBook, catalogue: Catalogue) -> frozenset[str]:
    """What she said she has, by her reaction or in words that name the piece."""
    told = _pieces(draft for draft in lines if draft.label == Verdict.HAS)
    clauses = _clauses(text for draft in lines if (text := _told(draft)))
    return told | _named([each for each in clauses if book.having.are_in(each)], catalogue)


def _not_wanted(lines: Sequence[Draft], book: PairingBook) -> list[str]:
    """What she does not want, said within a preference or with a look."""
    spoken = (d for d in lines if d.kind in (EntryKind.PREFERENCE, EntryKind.LOOK))
    clauses = _clauses(text for draft in spoken if (text := _told(draft)))
    return [clause for clause in clauses if book.refusing.are_in(clause)]


def _told(draft: Draft) -> str:
    """Her own words: not a wish, nor the names of a look and what we wrote with it."""
    if draft.kind is EntryKind.WISH or draft.label == SENT:
        return ""
    whole_look = draft.kind is EntryKind.LOOK and draft.label and not draft.piece
    return draft.value.partition(": ")[2] if whole_look else draft.value


def _clauses(texts: Iterable[str]) -> list[str]:
    return [clause for text in texts for clause in _CLAUSE.split(text)]


def _named(texts: Sequence[str], catalogue: Catalogue) -> frozenset[str]:
    return frozenset(piece.id for text in texts for piece in catalogue.find(text))


def _unread(texts: Sequence[str], book: PairingBook, catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(t for t in texts if not book.avoided_in(t) and not catalogue.find(t))


def _unread_allergies(
    texts: Sequence[str], book: PairingBook, catalogue: Catalogue
) -> tuple[str, ...]:
    """In 'nickel and formaldehyde' one is known; she may bear none of what has the other."""
    return tuple(t for t in texts if not _reads(t, book, catalogue))


def _reads(allergy: str, book: PairingBook, catalogue: Catalogue) -> bool:
    names = {piece.name for piece in catalogue.find(allergy)}
    rest = fold(allergy)
    for name in names:
        rest = rest.replace(fold(name), " ")
    says = book.avoided_in(rest) or book.harmless.are_in(rest) or names
    return bool(says) and book.reads_whole(rest)
