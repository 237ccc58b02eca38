"""What she changed her mind about: how many, what is to be done, and what may not be written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.brief.clauses import Clause
from agents.brief.cuts import cut_names
from agents.brief.figures import Counted, counts_in
from agents.brief.heard import Heard
from agents.brief.place_names import mentions, named
from agents.brief.talk import Place, Said
from agents.brief.words import words
from shop.products import fold

_ALIKE = (
    ("refund", "money back"), ("exchange", "swap"), ("return", "send it back", "send them back"),
    ("complain", "complaint"), ("engrave", "engraving"), ("repair", "resole", "resoling"),
    ("退款", "退钱"), ("投诉", "举报"), ("换货", "换"), ("退货", "退"), ("刻字", "刻"),
)  # fmt: skip
_ONLY = 4  # characters beside a count in a clause that only says how many


def counts(heard: Heard, place: Place, corrects: bool) -> None:
    """'Six then, not eight': how many of the same thing she said before."""
    text = place[1].text
    new = counts_in(text)
    few = len(text) - len("".join(new.values())) <= _ONLY
    if not new or not (corrects or few or words("so_many").search(text)):
        return
    kinds, numbers = {of for _, of in new}, {many for many, _ in new}
    for each in heard.earlier:
        for (many, of), told in counts_in(each[1].text).items():
            if of in kinds and many not in numbers:
                _drop_count(heard, each, (many, of), told)
    heard.found.counts -= {*new}


def others(heard: Heard, place: Place) -> None:
    """What else she changed her mind about, each in its own way."""
    for read in (called_off, only_one, mine, private):
        read(heard, place)


def _drop_count(heard: Heard, place: Place, counted: Counted, text: str) -> None:
    at = place[0].seq, place[1].start
    left = cut_names(heard.found.cuts.get(at, place[1].text), [re.escape(text)])
    heard.found.counts.add(counted)
    heard.found.cuts[at] = left
    if not left:
        heard.found.places.add(at)


def deeds(heard: Heard, place: Place) -> None:
    """'I won't complain after all', '不改地址了': what she had asked to be done."""
    undone = [next(filter(None, m.groups())) for m in words("undoes").finditer(place[1].text)]
    for verb in undone:
        before = [each for each in heard.earlier if _asks_for(each[1], verb)]
        for said, part in before:
            heard.leave_out((said, part))
            heard.found.names |= {fold(name) for name in _places(heard, (said, part), place)}
        told = any(fold(verb) in fold(each.text) for each in heard.talk.ours)
        if (before or told) and len(verb) > 1:
            heard.found.deeds.add(fold(verb))


def _asks_for(part: Clause, verb: str) -> bool:
    """It wishes for that deed, or asks whether it can be had."""
    wishes = part.asks or words("wishes").search(part.text) or words("asks").search(part.text)
    return bool(wishes) and any(re.search(_stem(v), part.text, re.I) for v in _alike(verb))


def _alike(verb: str) -> tuple[str, ...]:
    """What is asked for in other words: 'my money back' is a refund."""
    return next((words_ for words_ in _ALIKE if verb.casefold() in words_), (verb,))


def _stem(verb: str) -> str:
    return rf"\b{re.escape(verb)}" if verb.isascii() else re.escape(verb)


def _places(heard: Heard, struck: Place, undoing: Place) -> Iterator[str]:
    """The places of a wish given up, that she names nowhere else."""
    others = [undoing, *(each for each in heard.earlier if each != struck)]
    for name in named(struck[1].text, heard.talk.known.destinations):
        if not any(mentions(part.text, [name]) for _, part in others):
            yield name


def called_off(heard: Heard, place: Place) -> None:
    """'The trip's cancelled': what she wanted for it, with its day and place."""
    match = words("called_off").search(place[1].text)
    event = next(filter(None, match.groups())) if match else ""
    told = [each for each in heard.earlier if event and _names(each[1].text, event)]
    for each in told:
        heard.found.names |= {fold(name) for name in _places(heard, each, place)}
        heard.found.strike(each)


def _names(text: str, event: str) -> bool:
    return bool(re.search(rf"\b{event}" if event.isascii() else event, text, re.IGNORECASE))


def only_one(heard: Heard, place: Place) -> None:
    """'Just one': of a thing of which she wanted several."""
    for each in heard.earlier if words("just_one").search(place[1].text) else ():
        for counted, told in counts_in(each[1].text).items():
            _drop_count(heard, each, counted, told)
            heard.found.counts.add((counted[0], "them"))


def mine(heard: Heard, place: Place) -> None:
    """'Forget mine': what she wanted for herself."""
    if words("mine_off").search(place[1].text):
        for each in heard.earlier:
            if words("self").search(each[1].text):
                heard.found.strike(each)


def private(heard: Heard, place: Place) -> None:
    """'Don't write that down': all she told in that sentence, or in the one before it."""
    said, part = place
    if not words("private").search(part.text):
        return
    told: dict[int, list[Place]] = {}
    for each in heard.same_message(place):
        told.setdefault(_sentence(said, each[1]), []).append(each)
    here = told.get(_sentence(said, part)) or (told[max(told)] if told else [])
    for each in (*here, place):
        heard.found.strike(each)


def _sentence(said: Said, part: Clause) -> int:
    """Which sentence of the message a clause stands in."""
    return next((at for at, s in enumerate(said.sentences) if s.start <= part.start <= s.end), -1)
