"""Reads what a client withdrew: corrected, taken back, of another thing, or said in jest.

A figure is corrected by another of the same sort ('7 US, no wait, 6.5'); what is taken back by
itself ('never mind') takes the answer with it; a size or a sum chosen later stands instead of the
one before.
"""

from __future__ import annotations

import re
from collections.abc import Set

from agents.brief.figures import SORTS, Sort, figures_in, figures_of, worn_in
from agents.brief.instead import bare, is_laugh, is_marker, near, other, sizes, sums
from agents.brief.place_names import mentions, named
from agents.brief.talk import Place, Talk
from agents.brief.withdrawn import WORN, Withdrawn
from agents.brief.words import words
from shop.products import fold

_SHORT = 14  # characters of an answer that only says what a figure was of
_FEW_WORDS = range(2, 6)  # of such an answer in English
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
            marks = any(words(name).search(part.text) for name in ("corrects", "takes_back"))
            reader.read((said, part), corrects=marks or marked)
            says = any(figures_of(part.text, sort) for sort in SORTS)
            marked = (marks and not says) or (marked and is_marker(part))
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
            self.found.names |= self._pieces(text)
        elif words("not_hers").search(text):
            self._of_another(place)
        elif corrects:
            self._corrected(place)
        if words("takes_back").search(text) and is_marker(place[1]):
            self._taken_back(place)
        self._cancelled(place)
        self._hearsay(place)
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
        for of, replaces in ((sizes, near), (sums, other)):
            told = [(each, of(each[1].text)) for each in self.earlier]
            told = [(each, figures) for each, figures in told if figures]
            for at, (place, figures) in enumerate(told):
                later = [new for after, new in told[at + 1 :] if after[0].seq > place[0].seq]
                if any(replaces(figures, new) for new in later):
                    self.found.places.add((place[0].seq, place[1].start))

    def _cancelled(self, place: Place) -> None:
        """A day that does not work after all, wherever it was named."""
        days = figures_of(place[1].text, "date")
        if not days or not words("cancels_itself").search(place[1].text):
            return
        self.found.places.add((place[0].seq, place[1].start))
        for each in self.earlier:
            before = figures_of(each[1].text, "date")
            if any(a.endswith(b) or b.endswith(a) for a in days for b in before):
                self.found.strike(each, "date")

    def _hearsay(self, place: Place) -> None:
        """What a third person says or wears; a size one only passes on may be hers."""
        text = place[1].text
        if self._talk.owned_by_another(text) or (
            self._talk.others_in(text) and words("reports").search(text) and not worn_in(text)
        ):
            self.found.places.add((place[0].seq, place[1].start))

    def _in_jest(self, place: Place) -> None:
        text = place[1].text
        if words("joke").search(text):
            told = worn_in(text) | figures_of(text, "money")
            before = [each for each in self._same_message(place) if not is_laugh(each[1])][-1:]
            for each in before if told and before else [*before, place]:
                self.found.strike(each)

    def _corrected(self, place: Place) -> None:
        """The figures of the same sort said last before these, or what 'that' was of."""
        text = place[1].text
        self._restated(text, place)
        if words("is_of_another").search(text):
            for each in (self._same_message(place) or self.earlier)[-1:]:
                self.found.strike(each)
        for sort in SORTS:
            for before in self._last_of(place, sort):
                old = figures_of(before[1].text, sort)
                new = figures_of(text, sort) or bare(text, sort, old)
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
        mine = [each for each in self._same_message(place) if not is_marker(each[1])]
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
        return found | self._pieces(text) if words("unwanted").search(text) else found

    def _pieces(self, text: str) -> set[str]:
        pieces = self._talk.pieces_in(text)
        return {fold(name) for piece in pieces for name in (piece.id, piece.name)}

    def _wanted_again(self, text: str) -> None:
        unwanted = words("unwanted").search(text) or words("originally").search(text)
        if self.found.names and not unwanted:
            self.found.names -= self._pieces(text)

    def _corrects_a_day(self, place: Place) -> bool:
        near = [*self._same_message(place)[-1:], place]
        again = len(place[1].text) <= _SHORT and words("corrects").search(place[1].text)
        return bool(again) or any(words("corrects_a_day").search(part.text) for _, part in near)

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
        begun = [each for each in self._same_message(place) if not is_marker(each[1])]
        if inside or (sort == "date" and begun):
            return inside
        return [each for each in with_any if each[0].seq == with_any[-1][0].seq]
