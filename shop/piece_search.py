"""Finding pieces to show a client, by name or by words of their sheets; how many go at once."""

from __future__ import annotations

from collections.abc import Sequence

from shop.errors import BadInput
from shop.products import Catalogue, Product, fold

MOST_PIECES = 3  # cards with one message


def find_pieces(catalogue: Catalogue, words: str) -> list[Product]:
    """Pieces that the words name, then those whose sheets hold all of them, in either language.

    Without words, all of the catalogue. The beginning of a word is enough.
    """
    named = list(catalogue.find(words))
    wanted = fold(words).split()
    others = [p for p in catalogue.all() if p not in named and _holds(p, wanted)]
    return [*named, *others]


def for_cards(ids: Sequence[str]) -> tuple[str, ...]:
    """The pieces of one message, each once. Raises BadInput for more than three."""
    pieces = tuple(dict.fromkeys(ids))
    if len(pieces) > MOST_PIECES:
        raise BadInput(f"At most {MOST_PIECES} pieces go with one message.")
    return pieces


def named(catalogue: Catalogue, ids: Sequence[str]) -> str:
    """The pieces by their names, which are the same in both languages."""
    return " · ".join(catalogue.name_of(each) for each in ids)


def _holds(piece: Product, wanted: Sequence[str]) -> bool:
    sheet = _sheet(piece)
    return all(word in sheet for word in wanted)


def _sheet(piece: Product) -> str:
    both = (piece.kind, piece.noun, piece.composition, piece.phrases, piece.finish, piece.hardware)
    texts = [text for each in both if each for text in (each.zh, each.en)]
    return fold(" ".join((piece.id, piece.name, *piece.aliases, *texts, *piece.materials)))


def is_made_of(piece: Product, material: str) -> bool:
    """Whether one of its materials is this one, or a kind of it."""
    return any(material in made.split("-") or material == made for made in piece.materials)
