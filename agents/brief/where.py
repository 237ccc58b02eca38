"""Where: the places she names, and what she travels to."""

from __future__ import annotations

from collections.abc import Iterator

from agents.brief.facts import Fact
from agents.brief.place_names import mentions, named, taken_up
from agents.brief.talk import Talk
from agents.brief.withdrawn import Withdrawn
from agents.brief.words import words


def places(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """One line for each place, with every message of hers that names it."""
    names = _names(talk, gone)
    found: dict[str, list[int]] = {}
    for said in talk.hers:
        here = mentions(" ".join(part.text for part in said.clauses), names)
        for name in here:
            if not any(name != longer and name in longer for longer in here):
                found.setdefault(name, []).append(said.seq)
    for name, seqs in found.items():
        yield Fact("place", name, tuple(seqs))


def journeys(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """A journey is an occasion too."""
    names = _names(talk, gone)
    for said in talk.hers:
        parts = [
            part
            for part in said.clauses
            if words("travels").search(part.text)
            and mentions(part.text, names)
            and gone.stands(said, part)
        ]
        if parts:
            yield Fact("occasion", said.quoted(parts), (said.seq,))


def _names(talk: Talk, gone: Withdrawn) -> list[str]:
    """Of both sides: the house often takes up a name that she wrote in any way."""
    found = (
        name
        for said in talk.all
        for part in said.clauses
        for name in named(part.text, talk.known.destinations)
    )
    echoed = (
        name
        for said in talk.ours
        for part in said.sentences
        for asked in talk.asked_before(said)
        for name in taken_up(part.text, asked.text)
    )
    pieces = {piece.name for piece in talk.known.catalogue.all()}
    names = dict.fromkeys((*found, *echoed))
    terms = talk.known.glossary.terms_in
    return [n for n in names if n not in pieces and not gone.is_named(n) and not terms(n)]
