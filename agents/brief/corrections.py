"""Reads what a client withdrew: corrected, taken back, of another thing, or said in jest.

A figure is corrected by another of the same sort ('7 US, no wait, 6.5'); what is taken back by
itself ('never mind') takes the answer with it; a size or a sum chosen later stands instead of the
one before. Things and places are read in `unwanted`, other people's words in `hearsay`.
"""

from __future__ import annotations

from collections.abc import Set

from agents.brief import changed, hearsay, unwanted
from agents.brief.figures import SORTS, Sort, figures_in, figures_of, worn_in
from agents.brief.heard import Heard
from agents.brief.instead import bare, is_marker
from agents.brief.overtaken import overtaken
from agents.brief.talk import Place, Said, Talk
from agents.brief.withdrawn import WORN, Withdrawn
from agents.brief.words import words

_SHORT = 14  # characters of an answer that only says what a figure was of
_FEW_WORDS = range(2, 6)  # of such an answer in English


def withdrawn(talk: Talk) -> Withdrawn:
    """Everything that the client withdrew, in whatever message."""
    reader = _Reader(talk)
    for said in talk.hers:
        marked = False  # the clause before
        rewritten = reader.rewritten(said)
        for part in said.clauses:
            marks = any(words(name).search(part.text) for name in ("corrects", "takes_back"))
            marks = marks or _marked_behind((said, part))
            reader.read((said, part), corrects=marks or marked or rewritten)
            says = any(figures_of(part.text, sort) for sort in SORTS)
            marked = (marks or marked) and (not says or reader.repeats((said, part)))
            marked = marked and (marks or says or not figures_in(part.text))
            reader.heard.earlier.append((said, part))
        unwanted.alternatives(reader.heard, said)
        unwanted.said_again(reader.heard, said)
    reader.not_noted()
    overtaken(reader.heard)
    return reader.heard.found


def _marked_behind(place: Place) -> bool:
    """'5th actually': the marker stands behind it, and is a clause of its own."""
    said, part = place
    after = next((each for each in said.clauses if each.start > part.start), None)
    return after is not None and bool(words("corrects_behind").fullmatch(after.text))


class _Reader:
    """Reads her clauses in their order."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self.heard = Heard(talk)
        self._found = self.heard.found
        self._whereabouts = unwanted.Whereabouts(self.heard)

    def read(self, place: Place, corrects: bool) -> None:
        text = place[1].text
        hearsay.jest(self.heard, place)
        if words("originally").search(text):
            self._planned_once(place)
            self._found.names |= unwanted.pieces(self._talk, text)
        elif words("not_hers").search(text):
            self._of_another(place)
        elif words("was_wrong").search(text):
            self._found.strike(place)
        elif corrects:
            self._corrected(place)
            unwanted.occasions(self.heard, place)
        self._other_thing(place)
        if words("takes_back").search(text) and is_marker(place[1]):
            self._taken_back(place)
        unwanted.days(self.heard, place)
        unwanted.denied(self.heard, place)
        unwanted.colours(self.heard, place)
        unwanted.moved(self.heard, place)
        unwanted.narrowed(self.heard, place)
        unwanted.payments(self.heard, place)
        unwanted.periods(self.heard, place)
        changed.counts(self.heard, place, corrects)
        changed.deeds(self.heard, place)
        changed.others(self.heard, place)
        unwanted.alone(self.heard, place)
        hearsay.hearsay(self.heard, place, corrects)
        unwanted.things(self.heard, text)
        self._whereabouts.read(place, corrects)

    def repeats(self, place: Place) -> bool:
        """It only says again what this message has said: '等等，黑色她有了，酒红'."""
        before = self.heard.same_message(place)
        return bool(before) and all(
            figures_of(place[1].text, sort)
            <= {f for _, p in (self.heard.earlier if sort == "money" else before)
                for f in figures_of(p.text, sort)}
            for sort in SORTS
        )  # fmt: skip

    def _other_thing(self, place: Place) -> None:
        """'The earrings… no, it's the necklace': what she had called it."""
        same = self.heard.same_message(place)
        again = words("is_this").search(place[1].text) and len(same) > 1
        if again and words("says_no").fullmatch(same[-1][1].text):
            self.heard.leave_out(same[-2])

    def _planned_once(self, place: Place) -> None:
        """What she had meant to do; but a figure said beside it is not gone with it."""
        beside = [part.text for said, part in self.heard.same_message(place)]
        known = {sort: figures_of(text, sort) for text in beside for sort in SORTS}
        self._found.strike(place)
        for sort, figures in known.items():
            self._found.figures.get(sort, set()).difference_update(figures)

    def rewritten(self, said: Said) -> bool:
        """The house then wrote that it put this in the place of what stood there."""
        answer = self._talk.answer_to(said)
        return answer is not None and bool(words("rewrites").search(answer.text))

    def not_noted(self) -> None:
        """What the house said it leaves out."""
        for answer in self._talk.ours:
            if any(words("not_noted").search(part.text) for part in answer.clauses):
                asked = {said.seq for said in self._talk.asked_before(answer)}
                for said, part in self.heard.earlier:
                    if said.seq in asked and not part.asks:
                        self.heard.leave_out((said, part))
            for match in words("not_kept").finditer(answer.text):
                self._not_kept(next(filter(None, match.groups())), answer)

    def _not_kept(self, figure: str, answer: Said) -> None:
        """A size that the house won't note: with the measure it had worked it out from."""
        self._gone(figure)
        for said in self._talk.ours:
            if said.seq < answer.seq and figure in worn_in(said.text):
                asked = {each.seq for each in self._talk.asked_before(said)}
                for place in self.heard.earlier:
                    if place[0].seq in asked and worn_in(place[1].text):
                        self._found.strike(place)

    def _corrected(self, place: Place) -> None:
        """The figures of the same sort said last before these, or what 'that' was of."""
        text = place[1].text
        self._restated(text, place)
        if words("is_of_another").search(text):
            for each in (self.heard.same_message(place) or self.heard.earlier)[-1:]:
                self._found.strike(each)
        for sort in SORTS:
            if sort == "colour" and words("denying").search(f"{text.split(' ')[0]} "):
                continue  # 'no red' denies a colour of its own
            for before in self._last_of(place, sort):
                old = figures_of(before[1].text, sort)
                new = figures_of(text, sort) or bare(text, sort, old)
                if new and old - new:
                    self._strike_worn(before, sort, new)
                    self._found.figures.get(sort, set()).difference_update(new)

    def _restated(self, text: str, place: Place) -> None:
        """'Actually 11 is her other finger': that figure, wherever she said it."""
        for match in words("restates").finditer(text):
            figure = next(group for group in match.groups() if group)
            same = [each for each in self.heard.earlier if figure in worn_in(each[1].text)]
            for each in same:
                self._found.strike(each)
            if same:
                self._found.strike(place)
                self._gone(figure)

    def _gone(self, *figures: str) -> None:
        for sort in ("size", "measure"):
            self._found.figures.setdefault(sort, set()).update(figures)

    def _of_another(self, place: Place) -> None:
        """'38 is what I wear in sneakers': that figure, wherever she said it; without one it
        tells of what stands before it, or, when it is short, of her last answer."""
        text = place[1].text
        mine = worn_in(text) or {f for f in figures_in(text) if float(f) > _SHORT}
        before = [each for each in self.heard.same_message(place)[-1:] if worn_in(each[1].text)]
        if not mine and before:
            mine = worn_in(before[0][1].text)
        short = len(text) <= _SHORT or len(text.split()) in _FEW_WORDS
        answers = short and self._was_asked(place)
        if not mine and (answers or words("points_back").search(text)):
            before = [each for sort in WORN for each in self._last_of(place, sort)]
            mine = {f for each in before for f in worn_in(each[1].text)}
        if not mine:
            return
        self._found.strike(place)
        self._gone(*mine)
        for each in self.heard.earlier:
            if worn_in(each[1].text) & mine:
                self._strike_worn(each, "size", frozenset())
                self._strike_worn(each, "measure", frozenset())

    def _was_asked(self, place: Place) -> bool:
        """The house asked before this, or she named a size just before it."""
        before = self._talk.before(place[0])
        asked = before is not None and not before.hers and any(p.asks for p in before.clauses)
        return asked or any(worn_in(part.text) for _, part in self.heard.same_message(place))

    def _strike_worn(self, place: Place, sort: Sort, kept: Set[str]) -> None:
        """What the house worked out from a measure in words goes with it."""
        self._found.strike(place, sort, kept)
        gone = figures_of(place[1].text, sort) - kept
        answer = self._talk.answer_to(place[0])
        if answer and gone and sort in WORN and not any(f[0].isdecimal() for f in gone):
            self._found.echoes.add(answer.seq)

    def _taken_back(self, place: Place) -> None:
        self._found.strike(place)
        mine = [each for each in self.heard.same_message(place) if not is_marker(each[1])]
        if words("of_somebody").search(place[1].text):
            mine = [each for each in mine if figures_in(each[1].text)]
        if mine:
            self._found.strike(mine[-1])
            return
        said = place[0]
        last = self.heard.earlier[-1][0].seq if self.heard.earlier else 0
        last = max((s.seq for s, _ in self.heard.earlier if s.seq < said.seq), default=last)
        for each in self.heard.earlier:
            if each[0].seq == last:
                self._found.strike(each)
        self._found.answers |= {s.seq for s in self._talk.ours if last < s.seq < said.seq}

    def _corrects_a_day(self, place: Place) -> bool:
        near = [*self.heard.same_message(place)[-1:], place]
        again = len(place[1].text) <= _SHORT and (
            words("corrects").search(place[1].text) or _marked_behind(place)
        )
        return bool(again) or any(words("corrects_a_day").search(part.text) for _, part in near)

    def _last_of(self, place: Place, sort: Sort) -> list[Place]:
        """The clauses with such figures in this message so far, else in the last with any.

        Many days are named in one talk: one is only corrected from another message where this one
        begins with that.
        """
        with_any = [each for each in self.heard.earlier if figures_of(each[1].text, sort)]
        if sort == "date" and not self._corrects_a_day(place):
            return []
        inside = [each for each in with_any if each[0].seq == place[0].seq]
        begun = [each for each in self.heard.same_message(place) if not is_marker(each[1])]
        if inside or (sort == "date" and begun):
            return inside
        return [each for each in with_any if each[0].seq == with_any[-1][0].seq]
