"""What clients like together: counted over the client book, and never said of one person.

A like is a wish or a piece of a look that a client loves. It counts for others only where at least
`agree` distinct clients share it; who they are leaves this file in no form but their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shop.client_entries import Entry, EntryKind, Purpose, consents
from shop.looks import Verdict

Likes = Mapping[str, frozenset[str]]  # pieces, by client


def likes_of(entries: Iterable[Entry]) -> Likes:
    """Of all clients, by lines that stand; without those who do not want us to keep a profile."""
    hers: dict[str, list[Entry]] = {}
    for entry in entries:
        hers.setdefault(entry.client_id, []).append(entry)
    return {
        client_id: liked
        for client_id, lines in hers.items()
        if consents(Purpose.PROFILE, lines) is not False and (liked := _liked(lines))
    }


def agreeing(likes: Likes, with_one_of: frozenset[str], piece: str, but: str | None = None) -> int:
    """How many clients other than `but` like the piece and one of those others as well."""
    others = with_one_of - {piece}
    return sum(
        piece in liked and bool(liked & others)
        for client_id, liked in likes.items()
        if client_id != but
    )


def _liked(lines: Iterable[Entry]) -> frozenset[str]:
    drafts = [entry.draft for entry in lines if entry.draft.piece]
    liked = {d.piece for d in drafts if d.kind is EntryKind.WISH or d.label == Verdict.LOVES}
    refused = {d.piece for d in drafts if d.label == Verdict.NOT_FOR_ME}
    return frozenset(liked - refused)
