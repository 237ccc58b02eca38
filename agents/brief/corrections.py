"""Reads what a client withdrew: corrected, taken back, of another thing, or said in jest.

A figure is corrected by another of the same sort ('7 US, no wait, 6.5'); what is taken back by
itself ('never mind') takes the answer with it; a size or a sum chosen later stands instead of the
one before.
"""

from __future__ import annotations

import re
from collections.abc import Set

from agents.brief.clauses import Clause
from agents.brief.figures import SORTS, Sort, figures_in, figures_of, worn_in
from agents.brief.place_names import mentions, named
from agents.brief.talk import Place, Talk
from agents.brief.withdrawn import WORN, Withdrawn
from agents.brief.words import words
from shop.products import fold

_NEAR_SIZE = 2
_ALIKE = 3  # times as much, at most, is a figure that corrects another
_SHORT = 14  # characters of an answer that only says what a figure was of
_FEW_WORDS = range(2, 6)  # of such an answer in English
_MARKER = 2  # words beside those that take back
_GENERAL = re.compile(
    r"^(?:it|that|this|one|them|thanks?|problem|worries|idea|wait|more|need|way|longer|i|the|doubt"
    r"|你|我|他|她|它|这个?|那个?|了|吧|的|就|都|也|什么|一下|太|再|说|讲|吗|说了|多|时间|钱)$"
)


def withdrawn(talk: Talk) -> Withdrawn:
    """Everything that the client withdrew, in whatever message."""
    reader = _Reader(talk)
    for said in talk.hers:
        marked = False  # the clause before
        for part in said.clauses:
            marks = bool(words("corrects").search(part.text))
            reader.read((said, part), corrects=marks or marked)
            marked = marks or (marked and _is_marker(part))
            reader.earlier.append((said, part))
    reader.not_noted()
    reader.supersede()
    return reader.found


class _Reader:
    """Reads her clauses in their order; `earlier` are those before."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self.found = Withdrawn()
        self.earlier: list[Place] = []
        self._places: list[tuple[int, str]] = []  # named so far, each with its message

    def read(self, place: Place, corrects: bool) -> None:
        text = place[1].text
        self._in_jest(place)
        if words("originally").search(text):
            self.found.strike(place)
        elif words("not_hers").search(text):
            self._of_another(place)
        elif corrects:
            self._corrected(place)
        if words("takes_back").search(text):
            self._taken_back(place)
        self.found.names |= self._dropped(text)
        self._moved(place, corrects)
        self._wanted_again(text)

    def not_noted(self) -> None:
        """What the house said it leaves out."""
        for answer in self._talk.ours:
            if any(words("not_noted").search(part.text) for part in answer.clauses):
                asked = {said.seq for said in self._talk.asked_before(answer)}
                for said, part in self.earlier:
                    if said.seq in asked and not part.asks:
                        self.found.places.add((said.seq, part.start))

    def supersede(self) -> None:
        """A size or sum of a later message stands instead of the one before."""
        for of, instead in ((_sizes, _instead), (_sums, _other)):
            told = [(each, of(each[1].text)) for each in self.earlier]
            told = [(each, figures) for each, figures in told if figures]
            for at, (place, figures) in enumerate(told):
                later = [new for after, new in told[at + 1 :] if after[0].seq > place[0].seq]
                if any(instead(figures, new) for new in later):
                    self.found.places.add((place[0].seq, place[1].start))

    def _in_jest(self, place: Place) -> None:
        if words("joke").search(place[1].text):
            for each in (place, *self._same_message(place)[-1:]):
                self.found.strike(each)

    def _corrected(self, place: Place) -> None:
        """The figures of the same sort said last before these, or what 'that' was of."""
        text = place[1].text
        self._restated(text, place)
        if words("cancels_itself").search(text) and words("date").search(text):
            self.found.places.add((place[0].seq, place[1].start))
        if words("is_of_another").search(text):
            for each in (self._same_message(place) or self.earlier)[-1:]:
                self.found.strike(each)
        for sort in SORTS:
            for before in self._last_of(place, sort):
                old = figures_of(before[1].text, sort)
                new = figures_of(text, sort) or _bare(text, sort, old)
                if new and old - new:
                    self._strike_worn(before, sort, new)

    def _restated(self, text: str, place: Place) -> None:
        """'Actually 11 is her other finger': that figure, wherever she said it."""
        for match in words("restates").finditer(text):
            figure = next(group for group in match.groups() if group)
            same = [each for each in self.earlier if figure in worn_in(each[1].text)]
            for each in same:
                self.found.strike(each)
            if same:
                self.found.strike(place)
                self._gone(figure)

    def _gone(self, *figures: str) -> None:
        for sort in ("size", "measure"):
            self.found.figures.setdefault(sort, set()).update(figures)

    def _of_another(self, place: Place) -> None:
        """'38 is what I wear in sneakers': that figure, wherever she said it; without one it
        tells of what stands before it, or, when it is short, of her last answer."""
        text = place[1].text
        mine = worn_in(text) or {f for f in figures_in(text) if float(f) > _SHORT}
        before = [each for each in self._same_message(place)[-1:] if worn_in(each[1].text)]
        if not mine and before:
            mine = worn_in(before[0][1].text)
        if not mine and (len(text) <= _SHORT or len(text.split()) in _FEW_WORDS):
            mine = {f for each in self._last_of(place, "size") for f in worn_in(each[1].text)}
        if not mine:
            return
        self.found.strike(place)
        self._gone(*mine)
        for each in self.earlier:
            if worn_in(each[1].text) & mine:
                self._strike_worn(each, "size", frozenset())
                self._strike_worn(each, "measure", frozenset())

    def _strike_worn(self, place: Place, sort: Sort, kept: Set[str]) -> None:
        """What the house worked out from a measure in words goes with it."""
        self.found.strike(place, sort, kept)
        gone = figures_of(place[1].text, sort) - kept
        answer = self._talk.answer_to(place[0])
        if answer and gone and sort in WORN and not any(f[0].isdecimal() for f in gone):
            self.found.echoes.add(answer.seq)

    def _taken_back(self, place: Place) -> None:
        self.found.strike(place)
        mine = [each for each in self._same_message(place) if not _is_marker(each[1])]
        if mine:
            self.found.strike(mine[-1])
            return
        said = place[0]
        last = self.earlier[-1][0].seq if self.earlier else 0
        last = max((s.seq for s, _ in self.earlier if s.seq < said.seq), default=last)
        for each in self.earlier:
            if each[0].seq == last:
                self.found.strike(each)
        self.found.answers |= {s.seq for s in self._talk.ours if last < s.seq < said.seq}

    def _dropped(self, text: str) -> set[str]:
        """Things and pieces she wants no more."""
        found = {
            fold(name)
            for match in words("drops").finditer(text)
            for name in match.groups()
            if name and not _GENERAL.match(fold(name))
        }
        if words("unwanted").search(text):
            pieces = self._talk.pieces_in(text)
            found |= {fold(name) for piece in pieces for name in (piece.id, piece.name)}
        return found

    def _wanted_again(self, text: str) -> None:
        if self.found.names and not words("unwanted").search(text):
            pieces = self._talk.pieces_in(text)
            self.found.names -= {fold(name) for piece in pieces for name in (piece.id, piece.name)}

    def _corrects_a_day(self, place: Place) -> bool:
        near = [*self._same_message(place)[-1:], place]
        return any(words("corrects_a_day").search(part.text) for _, part in near)

    def _moved(self, place: Place, corrects: bool) -> None:
        """Another place instead of those said last before."""
        text, before = place[1].text, self._places
        new = named(text, self._talk.known.destinations)
        earlier = [name for seq, name in before if seq in (before[-1][0], place[0].seq)]
        here = [*new, *mentions(text, earlier)]
        if words("not_there").search(text):
            self.found.names |= {fold(name) for name in here}
        elif here and corrects and words("chooses_place").search(text):
            left = [n for n in earlier if not any(n in h or h in n for h in here)]
            self.found.names |= {fold(name) for name in left}
        self._places = [*before, *((place[0].seq, name) for name in new)]

    def _same_message(self, place: Place) -> list[Place]:
        return [each for each in self.earlier if each[0].seq == place[0].seq]

    def _last_of(self, place: Place, sort: Sort) -> list[Place]:
        """The clauses with such figures in this message so far, else in the last with any.

        Many days are named in one talk: one is only corrected from another message where this one
        begins with that.
        """
        with_any = [each for each in self.earlier if figures_of(each[1].text, sort)]
        if sort == "date" and not self._corrects_a_day(place):
            return []
        inside = [each for each in with_any if each[0].seq == place[0].seq]
        begun = [each for each in self._same_message(place) if not _is_marker(each[1])]
        if inside or (sort == "date" and begun):
            return inside
        return [each for each in with_any if each[0].seq == with_any[-1][0].seq]


def _sizes(text: str) -> frozenset[float]:
    """Plain size figures: without a measure, and not one figure among other things."""
    if figures_of(text, "measure") or figures_of(text, "money"):
        return frozenset()
    return frozenset(float(f) for f in figures_of(text, "size") if f[0].isdecimal())


def _sums(text: str) -> frozenset[float]:
    """What she would spend; a sum that is added to another replaces none."""
    if words("adds").search(text) or words("not_budget").search(text):
        return frozenset()
    return frozenset(float(f) for f in figures_of(text, "money") if f.replace(".", "").isdecimal())


def _other(old: Set[float], new: Set[float]) -> bool:
    return not old & new and any(_alike(a, b) for a in old for b in new)


def _instead(old: Set[float], new: Set[float]) -> bool:
    """One other figure near it: a shoe's 38 is no dress's 42."""
    return not old & new and any(abs(a - b) <= _NEAR_SIZE for a in old for b in new)


def _bare(text: str, sort: Sort, old: Set[str]) -> frozenset[str]:
    """Figures without a unit, near enough to those they come in the place of."""
    read_otherwise = any(figures_of(text, each) for each in SORTS) or words("no_figure").search(
        text
    )
    if sort in ("date", "colour") or read_otherwise:
        return frozenset()
    before = [float(figure) for figure in old if figure.replace(".", "").isdecimal()]
    near = (f for f in figures_in(text) if any(_alike(float(f), each) for each in before))
    return frozenset(near)


def _alike(one: float, other: float) -> bool:
    return one > 0 and other > 0 and 1 / _ALIKE <= one / other <= _ALIKE


def _is_marker(part: Clause) -> bool:
    """It says nothing but that something before no longer stands."""
    rest = words("takes_back").sub("", words("corrects").sub("", part.text))
    left = len(re.findall(r"[A-Za-z]+|[\u3400-\u9fff]|\d", rest))
    return rest != part.text and left <= _MARKER
