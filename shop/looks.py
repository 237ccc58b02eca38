"""A look: several pieces that a personal shopper composed, with a note, sent as one card.

It is for a client or for nobody yet. Once sent it belongs to the message that carries its card and
never changes; what the client thinks of it, piece by piece or as a whole, is hers to say and to
change. Prices are no part of it: they are the catalogue's whenever the card is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from shop.client_entries import never_kept
from shop.errors import BadInput, NotFound
from shop.language import Lang
from shop.products import Catalogue
from shop.writings import written

FEWEST, MOST = 2, 6  # pieces
LONGEST_NOTE = 600  # characters
LONGEST_WORD = 200
WHOLE = ""  # in the place of a piece: the look as a whole
SENT = "sent"  # the label of a line in the client book that says a look was sent
_CARD = "look:"


class Verdict(StrEnum):
    LOVES = "loves"
    NOT_FOR_ME = "not_for_me"
    HAS = "has"  # of a piece: she has it already


@dataclass(frozen=True, slots=True)
class Reaction:
    """What she thinks of one piece, or of the `WHOLE`, in a word if she likes.

    `entry_id` is the line of the client book that says so, if there is one.
    """

    piece: str
    verdict: Verdict
    at: datetime
    word: str = ""
    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """`client_id`: for whom, None for nobody yet. The rest below `composed_at` once it is sent."""

    id: str
    pieces: tuple[str, ...]
    note: str
    composed_by: str
    composer: str
    composed_at: datetime
    client_id: str | None = None
    message_id: str | None = None
    conversation_id: str | None = None
    sent_at: datetime | None = None
    reactions: tuple[Reaction, ...] = ()

    @property
    def is_sent(self) -> bool:
        return self.message_id is not None

    def thought_of(self, piece: str) -> Reaction | None:
        """What she said of a piece or the `WHOLE`; None while she has said nothing."""
        return next((each for each in self.reactions if each.piece == piece), None)


def card_word(look_id: str) -> str:
    """Its place among the cards of the message that carries it."""
    return f"{_CARD}{look_id}"


def look_in(cards: Sequence[str]) -> str | None:
    """The id of the look among a message's cards."""
    found = (card.removeprefix(_CARD) for card in cards if card.startswith(_CARD))
    return next(found, None)


def composed(pieces: Sequence[str], note: str, catalogue: Catalogue) -> tuple[tuple[str, ...], str]:
    """Pieces and note as they may be kept. Raises BadInput, and NotFound for an unknown piece."""
    chosen = tuple(catalogue.get(piece).id for piece in dict.fromkeys(pieces))
    if not FEWEST <= len(chosen) <= MOST:
        raise BadInput("A look has between 2 and 6 pieces.")
    return chosen, written(note, LONGEST_NOTE) if note.strip() else ""


def thought(look: Look, piece: str, word: str) -> str:
    """Her word as it may be kept. Raises NotFound for a piece that is not in the look."""
    if piece != WHOLE and piece not in look.pieces:
        raise NotFound("There is no such piece in this look.")
    kept = written(word, LONGEST_WORD) if word.strip() else ""
    if never_kept(kept):
        raise BadInput("Numbers of cards and identity papers are never kept here.")
    return kept


def names(look: Look, catalogue: Catalogue, lang: Lang) -> str:
    """'Sillage, Nuage and Cadence' in the language."""
    each = [catalogue.name_of(piece) for piece in look.pieces]
    if lang == "zh":
        return "、".join(each)
    return f"{', '.join(each[:-1])} and {each[-1]}" if len(each) > 1 else "".join(each)


def said(look: Look, catalogue: Catalogue, lang: Lang) -> str:
    """The look in words: what whoever sees no card reads, and the brief with her."""
    which = names(look, catalogue, lang)
    says = f"为您搭配：{which}。" if lang == "zh" else f"A look for you: {which}."
    return f"{says}\n{look.note}" if look.note else says


def total(look: Look, catalogue: Catalogue) -> Decimal | None:
    """What all of it costs in RMB; None where a piece has left the catalogue."""
    try:
        return sum((catalogue.get(piece).price_rmb for piece in look.pieces), Decimal(0))
    except NotFound:
        return None
