"""The pieces spoken of: by name, by kind, or by what they are made of."""

from __future__ import annotations

from collections.abc import Iterator

from agents.brief.facts import Fact
from agents.brief.talk import Said, Talk
from agents.brief.withdrawn import Withdrawn
from shop.products import Product


def pieces(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """One line for each piece, with every message that speaks of it; its value is the id.

    What the house answers is about the piece that she meant, so the house's words count as well.
    """
    found: dict[str, list[int]] = {}
    for said in talk.all:
        for piece in _named(talk, said):
            if not gone.is_named(piece.id):
                found.setdefault(piece.id, []).append(said.seq)
    for piece_id, seqs in found.items():
        asked = [before.seq for seq in seqs[:1] for before in _asked(talk, seq)]
        yield Fact("piece", piece_id, tuple(sorted({*asked, *seqs})))


def _named(talk: Talk, said: Said) -> list[Product]:
    if not said.hers:
        every = {piece.id: piece for piece in talk.known.catalogue.all()}
        named = (piece.id for piece in talk.known.catalogue.find(said.text))
        return [every[i] for i in dict.fromkeys((*named, *said.cards)) if i in every]
    found = (piece for part in said.clauses for piece in talk.pieces_in(part.text))
    return list({piece.id: piece for piece in found}.values())


def _asked(talk: Talk, seq: int) -> tuple[Said, ...]:
    """What she had asked when the house named a piece first."""
    said = next(each for each in talk.all if each.seq == seq)
    return () if said.hers else talk.asked_before(said)
