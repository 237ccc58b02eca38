"""What the house said: statements, promises, what it could not answer, and where it goes next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from agents.brief.clauses import Clause
from agents.brief.facts import Fact
from agents.brief.talk import Said, Talk
from agents.brief.withdrawn import Withdrawn
from agents.brief.words import words
from shop.conversations import Author

_FIRST = 3  # clauses that say what she came for
_LAST = 2  # messages that passed her on


def statements(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """Sentences that tell something, and those that bind the house, a line for each message."""
    for said in talk.ours:
        standing = _standing_of_ours(said, gone)
        tells = [part for each in standing if _tells(each) for part in _known(said, each)]
        known = [part for each in standing for part in _known(said, each)]
        binds = [p for p in known if _binds(p)]
        if tells and said.author is Author.ADVISOR:
            yield Fact("advisor_claim", said.quoted(tells), (said.seq,))
        if binds:
            yield Fact("promise_made", said.quoted(binds), (said.seq,))


def _binds(part: Clause) -> bool:
    return bool(words("promises").search(part.text)) and not words("not_kept").search(part.text)


def _standing_of_ours(said: Said, gone: Withdrawn) -> list[Clause]:
    """Its sentences; of one that repeats something withdrawn, the clauses that don't."""
    found: list[Clause] = []
    for sentence in said.sentences:
        inside = [c for c in said.clauses if sentence.start <= c.start and c.end <= sentence.end]
        stands = gone.stands(said, sentence)
        found += [sentence] if stands else [c for c in inside if gone.stands(said, c)]
    return found


def _known(said: Said, sentence: Clause) -> list[Clause]:
    """What a sentence tells without what it says not to know: that is told with her question."""
    unknown = words("own_ignorance")
    if not unknown.search(sentence.text):
        return [sentence]
    inside = [c for c in said.clauses if sentence.start <= c.start and c.end <= sentence.end]
    timed = words("timed")
    return [c for c in inside if not unknown.search(c.text) or timed.search(c.text)]


def _tells(part: Clause) -> bool:
    if part.asks or words("greets").search(part.text) or words("asks_back").search(part.text):
        return False
    if words("sized_by_us").search(part.text) and not words("promises").search(part.text):
        return False  # a size is told as such
    return not words("hands_over").search(part.text)


def open_questions(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """What the house said it does not know, with what she asked; then what nobody answered."""
    answered: set[int] = set()
    for said in talk.ours:
        asked = [each for each in talk.asked_before(said) if _standing(each, gone)]
        answered |= {each.seq for each in asked}
        unknown = [p for p in _standing_of_ours(said, gone) if _defers(p)]
        if unknown and asked:
            yield _open(asked, gone, said, unknown)
    for said in talk.hers:
        asks = [part for part in said.clauses if part.asks and gone.stands(said, part)]
        if asks and said.seq not in answered:
            yield Fact("question_open", said.quoted(_in_full(said, gone, asks)), (said.seq,))


_ONLY_ASKS = re.compile(  # which ask nothing by themselves
    r"(?:(?:so|and) )?(?:please|pls|plz|right|ok(?:ay)?|yes|no|thanks?|correct|really"
    r"|is that ok(?:ay)?)"
    r"|(?:可以|行|好|对|是|成|能|可不可以|行不行|好不好|对不对|怎么样|要紧)(?:吗|么|吧|嘛)?",
    re.IGNORECASE,
)


def _in_full(said: Said, gone: Withdrawn, asks: Sequence[Clause]) -> list[Clause]:
    """With the clause before, where one only asks whether that is so: '周五前到，可以吗'."""
    begun = {later: each for each, later in pairwise(said.clauses) if gone.stands(said, each)}
    full: dict[Clause, None] = {}
    for part in asks:
        if _ONLY_ASKS.fullmatch(part.text) and part in begun:
            full[begun[part]] = None
        full[part] = None
    return list(full)


def answered_questions(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """What she asked that the advisor answered, so that she need not ask it again."""
    for said in talk.ours:
        told = [part for part in _standing_of_ours(said, gone) if not _defers(part)]
        if said.author is not Author.ADVISOR or not told or _handing_over(said):
            continue
        for each in talk.asked_before(said):
            if _questions(each, gone):
                whole = each.quoted(_standing(each, gone))
                yield Fact("question_answered", whole, (each.seq, said.seq))


def _defers(part: Clause) -> bool:
    """It does not know; a refusal is an answer."""
    if part.asks or words("refuses").search(part.text):
        return False
    return bool(words("does_not_know").search(part.text))


def _open(asked: Sequence[Said], gone: Withdrawn, said: Said, unknown: Sequence[Clause]) -> Fact:
    """Her question and the house's words, since either may say what is meant."""
    questions = [each.quoted(_questions(each, gone)) for each in asked]
    value = " → ".join(part for part in (*questions, said.quoted(unknown)) if part)
    return Fact("question_open", value, (*(each.seq for each in asked), said.seq))


def _standing(said: Said, gone: Withdrawn) -> list[Clause]:
    return [part for part in said.clauses if gone.stands(said, part)]


def _questions(said: Said, gone: Withdrawn) -> list[Clause]:
    asks = [p for p in _standing(said, gone) if p.asks or words("asks").search(p.text)]
    return _in_full(said, gone, asks)


def left_to_a_person(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """What she wants of the person she asked for, and what the house passed on to be settled."""
    for said in talk.ours:
        handed = [p for p in _handing_over(said, passed_on=True) if gone.stands(said, p)]
        passed_on = [part for part in handed if words("clears_up").search(part.text)]
        asked = talk.asked_before(said)
        told = [each.quoted(parts) for each in asked if (parts := _left_open(each, gone))]
        if asked and (passed_on or (handed and told)):
            value = " → ".join((*told, said.quoted(passed_on)))
            yield Fact("question_open", value, (*(each.seq for each in asked), said.seq))


def _left_open(said: Said, gone: Withdrawn) -> list[Clause]:
    """What she asked, or said to the person whom she called."""
    calls = [part for part in _standing(said, gone) if _asks_for_person(part)]
    return _questions(said, gone) or calls


def reasons(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """Why a person: what she asked or complained of, and the grounds the house gave."""
    yield from _came_for(talk, gone)
    answered: set[int] = set()
    last = [*talk.ours][-1:]
    for said in talk.ours:
        handing_over = _handing_over(said, passed_on=said in last)
        if not handing_over:
            continue
        asked = talk.asked_before(said)
        answered |= {each.seq for each in asked}
        inside = [p for p in _standing_of_ours(said, gone) if _lies_in(p, handing_over)]
        grounds = [p for p in inside if words("handover_grounds").search(p.text)]
        told = [each.quoted(_calling(each, gone)) for each in asked]
        value = " → ".join(part for part in (*told, said.quoted(grounds)) if part)
        yield Fact("reason", value, (*(each.seq for each in asked), said.seq))
    for said in talk.hers:
        if said.seq not in answered and _calls_for_a_person(said, gone):
            yield Fact("reason", said.quoted(_calling(said, gone)), (said.seq,))


def _lies_in(part: Clause, sentences: Sequence[Clause]) -> bool:
    return any(each.start <= part.start and part.end <= each.end for each in sentences)


def _came_for(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """What she began with, once she said more than a greeting."""
    for said in talk.hers:
        told = [p for p in _standing(said, gone) if not words("greeting").fullmatch(p.text)]
        wished = [p for p in told if p.asks or words("asks").search(p.text) or _wishes(p)]
        if told:
            yield Fact("reason", said.quoted((wished or told)[:_FIRST]), (said.seq,))
        if wished or not words("praises").search(said.text):
            return


def _wishes(part: Clause) -> bool:
    names = ("wishes", "complains", "wants_person")
    return any(words(name).search(part.text) for name in names)


def _calling(said: Said, gone: Withdrawn) -> list[Clause]:
    """The clauses that call for a person; all that stands where none does."""
    return _calls_for_a_person(said, gone) or _standing(said, gone)


def _calls_for_a_person(said: Said, gone: Withdrawn) -> list[Clause]:
    calls = (words(name) for name in ("wants_person", "complains"))
    patterns = tuple(calls)
    return [p for p in _standing(said, gone) if any(each.search(p.text) for each in patterns)]


def _handing_over(said: Said, passed_on: bool = False) -> list[Clause]:
    """Sentences that pass her on; of a message that does, those that speak of our people."""
    return [
        part
        for part in said.sentences
        if words("hands_over").search(part.text)
        or (passed_on and words("people_of_ours").search(part.text))
    ]


def next_step(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """What the house said last about who goes on with it; with her last wish about that.

    Of a talk in which nobody was ever called there is none, unless the last words speak of it.
    """
    ours = [*talk.ours]
    passing = [said for said in ours if _handing_over(said) or _binds_a_person(said)][-_LAST:]
    for said in dict.fromkeys((*passing, *ours[-1:])):
        standing = _standing_of_ours(said, gone)
        if passing:
            told = [p for p in standing if not words("only_notes").fullmatch(p.text)]
            goes_on = [p for p in told if _goes_on(p)] or told
        else:
            goes_on = [p for p in _handing_over(said, passed_on=True) if gone.stands(said, p)]
        asked = [each.seq for each in talk.asked_before(said)]
        if goes_on:
            yield Fact("next_step", said.quoted(goes_on), (*asked, said.seq))


def _binds_a_person(said: Said) -> bool:
    """It tells what one of our people will do."""
    names = ("people_of_ours", "promises")
    return any(all(words(n).search(part.text) for n in names) for part in said.sentences)


def _asks_for_person(part: Clause) -> bool:
    return bool(words("wants_person").search(part.text))


def _goes_on(part: Clause) -> bool:
    """It tells who does what next."""
    names = ("hands_over", "promises", "acknowledges", "clears_up")
    return any(words(name).search(part.text) for name in names)
