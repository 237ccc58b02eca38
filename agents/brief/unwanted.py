"""Things, pieces, days and places that she wants no more, or that were never meant."""

from __future__ import annotations

import re

from agents.brief.figures import SORTS, Sort, figures_in, figures_of, periods_in
from agents.brief.heard import Heard, letters
from agents.brief.place_names import mentions, named
from agents.brief.talk import Place, Said, Talk, plain
from agents.brief.words import words
from shop.products import fold

_GENERAL = re.compile(
    r"^(?:it|that|this|one|them|thanks?|problem|worries|idea|wait|more|need|way|longer|i|the|doubt"
    r"|rush|hurry|chance|luck|pressure|stress|drama|fuss"
    r"|你|我|他|她|它|这个?|那个?|了|吧|的|就|都|也|什么|一下|太|再|说|讲|吗|说了|多|时间|钱)$"
)
_ANYWHERE: tuple[Sort, ...] = ("date", "time", "money")
_ABBREVIATED = 3  # letters of a place written short: 'hk'
_FEW = 12  # letters and figures of a clause that hardly says more than a sum
_ALTERNATIVE = re.compile(
    r"^(?:or|或者?|还是|要么|要不)\b|\bor\b|或者|还是|都行|都可以|\b(?:either|both fine)\b",
    re.IGNORECASE,
)


def things(heard: Heard, text: str) -> None:
    """Things and pieces that a clause drops, and pieces it takes up again."""
    found = {
        fold(name)
        for match in words("drops").finditer(text)
        for name in match.groups()
        if name and not _GENERAL.match(fold(name)) and not words("colour").fullmatch(name)
    }
    found |= _not_as_said(heard, text)
    unwanted = words("unwanted").search(text)
    called = pieces(heard.talk, text) | heard.talk.names_in(text)
    heard.found.names |= found | (called if unwanted else set())
    if heard.found.names and not unwanted and not words("originally").search(text):
        heard.found.names -= called


def _not_as_said(heard: Heard, text: str) -> set[str]:
    """'Not the sea, a pool': what she had called it before."""
    match = words("not_as_said").search(text)
    name = fold(next(filter(None, match.groups()))) if match else ""
    return {name} if name and any(name in fold(p.text) for _, p in heard.earlier) else set()


def pieces(talk: Talk, text: str) -> set[str]:
    """Ids and names of the pieces a text names, folded."""
    return {fold(name) for piece in talk.pieces_in(text) for name in (piece.id, piece.name)}


def days(heard: Heard, place: Place) -> None:
    """A day that does not work after all, wherever it was named."""
    found = figures_of(place[1].text, "date")
    if not found or not words("cancels_itself").search(place[1].text):
        return
    heard.found.strike(place, "date")
    for each in heard.earlier:
        before = figures_of(each[1].text, "date")
        if any(a.endswith(b) or b.endswith(a) for a in found for b in before):
            heard.found.strike(each, "date")


def denied(heard: Heard, place: Place) -> None:
    """'Not the 4th', 'scrap Tuesday': a figure, day or colour that somebody had named before."""
    for match in words("denies").finditer(place[1].text):
        after = place[1].text[match.end() :]
        for sort in SORTS:
            told = {
                figure for figure in figures_of(after, sort) if after.casefold().startswith(figure)
            }
            first = figures_in(after[: len(after.split(" ")[0]) or None])
            for figure in told or (first if sort != "colour" else set()):
                before = heard.with_figure(sort, figure)
                for each in before:
                    heard.found.strike(each, sort, figures_of(each[1].text, sort) - {figure})
                if before:
                    heard.found.strike(place, sort, figures_of(place[1].text, sort) - {figure})
                    heard.found.figures.setdefault(sort, set()).add(figure)


def colours(heard: Heard, place: Place) -> None:
    """'No red', '粉不要了': a colour that she had wished for before."""
    for match in words("colour").finditer(place[1].text):
        gone, after = match[0].casefold(), place[1].text[match.end() :]
        before = place[1].text[: match.start()]
        if words("denying").search(before) or words("denied_after").search(after):
            for each in heard.earlier:
                found = {c for c in figures_of(each[1].text, "colour") if gone in c}
                if found and not words("denying").search(each[1].text):
                    heard.found.strike(each, "colour", figures_of(each[1].text, "colour") - found)


def alternatives(heard: Heard, said: Said) -> None:
    """'200. Or 150. Say 150': of figures to choose from, those she did not come back to."""
    message = [each for each in heard.earlier if each[0].seq == said.seq]
    settles = any(words("settles").search(part.text) for _, part in message[-2:])
    if not settles and not any(_ALTERNATIVE.search(part.text) for _, part in message):
        return
    for sort in SORTS:
        told = [(each, found) for each in message if (found := _told(each, sort))]
        every = {figure for _, found in told[:-1] for figure in found}
        if told and told[-1][1] < every:
            for each, found in told[:-1]:
                if found - told[-1][1]:
                    heard.found.strike(each, sort, told[-1][1])


def _told(place: Place, sort: Sort) -> frozenset[str]:
    """Figures of a sort; a bare figure in a few words may be of money."""
    found = figures_of(place[1].text, sort)
    few = sort == "money" and letters(place[1]) <= _FEW
    return found or (frozenset(figures_in(place[1].text)) if few else found)


def moved(heard: Heard, place: Place) -> None:
    """'From the 4th to the 11th': the first of the two."""
    match = words("from_to").search(place[1].text)
    if not match:
        return
    old = next(group for group in match.groups() if group)
    for sort in SORTS:
        gone = figures_of(old, sort)
        if gone and figures_of(place[1].text, sort) - gone:
            for each in (*heard.earlier, place):
                if figures_of(each[1].text, sort) & gone:
                    heard.found.strike(each, sort, figures_of(each[1].text, sort) - gone)


def occasions(heard: Heard, place: Place) -> None:
    """'It's a wedding. No, it's the christening': the one said first."""
    if words("is_this").search(place[1].text) and words("occasion").search(place[1].text):
        for each in [p for p in heard.same_message(place) if words("occasion").search(p[1].text)][
            -1:
        ]:
            heard.leave_out(each)


def said_again(heard: Heard, said: Said) -> None:
    """What was corrected in a message, wherever else it stands: 'Tuesday I've the builders'."""
    for sort, gone in [*heard.found.figures.items()]:
        for each in heard.earlier if sort in _ANYWHERE else ():
            found = figures_of(each[1].text, sort)
            if found & gone:
                heard.found.strike(each, sort, found - gone)


def alone(heard: Heard, place: Place) -> None:
    """'She's not coming after all': what was for that other person."""
    for each in heard.earlier if words("alone").search(place[1].text) else ():
        if heard.talk.others_in(each[1].text) and pieces(heard.talk, each[1].text):
            heard.found.strike(each)
            heard.found.names |= pieces(heard.talk, each[1].text)


def narrowed(heard: Heard, place: Place) -> None:
    """'On reflection not everything': what she had said of all of it."""
    if words("narrows").search(place[1].text):
        for each in (*heard.same_message(place), *heard.message_before(place[0])):
            if words("all_of_it").search(each[1].text):
                heard.leave_out(each)


def periods(heard: Heard, place: Place) -> None:
    """'Rather six months': the months over which she had meant to pay."""
    text = place[1].text
    new = set() if heard.talk.others_in(text) else periods_in(text)
    for each in heard.earlier if new else ():
        old = periods_in(each[1].text) - new
        if old and words("instalments").search(each[1].text):
            heard.leave_out(each)
            heard.found.periods |= old
    heard.found.periods -= new


def payments(heard: Heard, place: Place) -> None:
    """Instalments that she does not want after all."""
    if words("pays_at_once").search(place[1].text):
        for each in heard.earlier:
            if words("instalments").search(each[1].text) and not words("past").search(
                place[1].text
            ):
                heard.leave_out(each)
                heard.found.at_once = True


class Whereabouts:
    """The places named so far, each with its message: another may come instead of the last."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._named: list[tuple[int, str]] = []

    def read(self, place: Place, corrects: bool) -> None:
        text, before = place[1].text, self._named
        new = named(text, self._heard.talk.known.destinations)
        earlier = [name for seq, name in before if seq in (before[-1][0], place[0].seq)]
        here = [*new, *mentions(text, earlier)]
        off = [n for n in here if words("place_not_so").search(text[text.find(n) + len(n) :])]
        if off:
            self._heard.found.names |= self._every_name(off)
        elif words("not_there").search(text) or (here and self._of_another(place)):
            self._heard.found.names |= self._every_name(here)
        elif here and corrects and self._chooses(place):
            left = [n for n in earlier if not any(n in h or h in n for h in here)]
            self._heard.found.names |= self._every_name(left)
        elif not words("tells_of_before").search(text):
            self._heard.found.names -= {fold(name) for name in new}
        self._named = [*before, *((place[0].seq, name) for name in new)]

    def _of_another(self, place: Place) -> bool:
        """Where somebody lives who is not served: 'he's in Cork, me in Bath'."""
        text, talk = place[1].text, self._heard.talk
        if words("sent_there").search(text):
            return False
        if any(words("stands_at").match(text[m.end() :]) and plain(m[0]) not in talk.recipients
               for m in words("person").finditer(text)):  # fmt: skip
            return True
        mine = words("i_am_at").search(place[0].text) or words("sent_there").search(place[0].text)
        return bool(mine) and bool(words("they_are_at").search(text))

    def _every_name(self, names: list[str]) -> set[str]:
        """With what else the house calls the same places: 'hk' is also 'Hong Kong' and '香港'."""
        known = self._heard.talk.known.destinations
        found = {fold(name) for name in names}
        for name in names:
            short = name.isascii() and len(name) <= _ABBREVIATED
            for each in known.find(name.upper() if short else name):
                own = {fold(each.place.name.zh), fold(each.place.name.en)}
                if short or fold(name) in own:
                    found |= own
        return found

    def _chooses(self, place: Place) -> bool:
        """It takes this place for another; or the clause before said so."""
        near = [*self._heard.same_message(place)[-1:], place]
        return any(words("chooses_place").search(part.text) for _, part in near)
