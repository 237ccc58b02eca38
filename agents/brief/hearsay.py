"""What is no fact of hers: a third person's things and words, rumours, and jests."""

from __future__ import annotations

import re

from agents.brief.figures import SORTS, figures_in, figures_of, worn_in
from agents.brief.heard import Heard, letters
from agents.brief.instead import is_laugh, is_marker
from agents.brief.talk import Place
from agents.brief.words import words
from shop.products import fold

_LITTLE = 4  # letters beside the words of a jest


def hearsay(heard: Heard, place: Place, corrects: bool) -> None:
    """What a third person says or wears; a figure that one only passes on may be hers."""
    text, talk = place[1].text, heard.talk
    figures = worn_in(text) or (corrects and figures_in(text))
    asks = place[1].asks or words("asks").search(text) or _asks_behind(place)
    says = talk.others_in(text) and words("reports").search(text) and not figures and not asks
    story = talk.others_in(text) and words("anothers_own").search(text)
    if talk.owned_by_another(text) or says or story or words("rumour").search(text):
        heard.leave_out(place)


def _asks_behind(place: Place) -> bool:
    """'She said you would keep one, is that so?'"""
    after = [each for each in place[0].clauses if each.start > place[1].start][:1]
    return any(words("asks").match(each.text) for each in after)


def jest(heard: Heard, place: Place) -> None:
    """What was said in jest: in this clause, or in the one before where it only says so."""
    if not words("joke").search(place[1].text):
        return
    heard.found.strike(place)
    told = worn_in(place[1].text) | figures_of(place[1].text, "money")
    before = [each for each in heard.same_message(place) if _says_something(each)][-1:]
    if not told and not before and _only_says_so(place):
        before = _jests_before(heard, place)
    for each in before:
        heard.found.strike(each)
        if each[0].seq == place[0].seq:
            _drop_pieces(heard, each)


def _says_something(place: Place) -> bool:
    return not is_laugh(place[1]) and not is_marker(place[1])


def _only_says_so(place: Place) -> bool:
    rest = words("joke").sub("", place[1].text)
    return len(re.findall(r"[^\W_]", rest)) <= _LITTLE


def _jests_before(heard: Heard, place: Place) -> list[Place]:
    """What she asked, or the figures she named, in her message before."""
    return [
        each
        for each in heard.message_before(place[0])
        if each[1].asks
        or words("asks").search(each[1].text)
        or any(figures_of(each[1].text, sort) for sort in SORTS)
    ]


def _drop_pieces(heard: Heard, place: Place) -> None:
    """The pieces of a jest that she named nowhere before."""
    before = {piece.id for said, part in heard.earlier if (said, part) != place
              for piece in heard.talk.pieces_in(part.text)}  # fmt: skip
    for piece in heard.talk.pieces_in(place[1].text):
        if piece.id not in before and letters(place[1]):
            heard.found.names |= {fold(piece.id), fold(piece.name)}
