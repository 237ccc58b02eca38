"""What she said of herself and her wish: occasion, dates, budget, likes, feelings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from agents.brief.budget import budget_of, limits_it, with_amount
from agents.brief.clauses import Clause
from agents.brief.facts import Fact, Key
from agents.brief.figures import figures_in
from agents.brief.talk import Fits, Said, Talk, plain
from agents.brief.withdrawn import Withdrawn
from agents.brief.words import words
from agents.measures import normal

_SHORT = 12  # characters of a clause that only names a colour


def wishes(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """Every key that rests on single clauses of hers."""
    yield from _lines(talk, gone, "occasion", _says("occasion"))
    yield from _lines(talk, gone, "date", _date, with_digits)
    yield from _urgency(talk, gone)
    yield from _lines(talk, gone, "budget", budget_of(talk), with_amount)
    yield from _lines(talk, gone, "colour_or_material_wish", _of_hers(talk, _wish))
    dislikes = _of_hers(talk, _dislike)
    yield from _lines(talk, gone, "dislike", lambda said, p: _denies(p) or dislikes(said, p))
    yield from _lines(talk, gone, "allergy", _of_hers(talk, _says("allergic")))
    yield from _lines(talk, gone, "mood", _of_hers(talk, _feels))


def _says(name: str) -> Fits:
    return lambda said, part: bool(words(name).search(part.text))


def _of_hers(talk: Talk, fits: Fits) -> Fits:
    """Where nobody else is spoken of."""
    return lambda said, part: fits(said, part) and not talk.others_in(part.text)


def _date(said: Said, part: Clause) -> bool:
    plain = words("no_date").sub(" ", part.text)
    return bool(words("date").search(plain) or words("hours").search(plain))


def _urgency(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """What presses, with the days named beside it."""
    for said in talk.hers:
        standing = [part for part in said.clauses if gone.stands(said, part)]
        presses = [part for part in standing if _presses(said, part)]
        days = [part for part in standing if presses and _date(said, part)]
        if presses:
            parts = sorted({*presses, *days}, key=lambda part: part.start)
            yield Fact("urgency", said.quoted(parts), (said.seq,))


def _presses(said: Said, part: Clause) -> bool:
    """By its words, or as a day still to come by which something is needed."""
    if words("urgent").search(part.text):
        return True
    if words("past").search(part.text) or not _date(said, part):
        return False
    soon = words("soon").search(part.text)
    needs = ("needs", "travels", "occasion") if soon else ("needs",)
    return any(words(name).search(part.text) for name in needs)


def _feels(said: Said, part: Clause) -> bool:
    """By its words, by capitals or the marks after it, or as a complaint."""
    after = said.text[part.end : part.end + 4]
    asks = part.asks or words("asks").search(part.text)
    complains = said.hers and not asks and words("complains").search(part.text)
    loud = words("loud").match(after) or words("loud_words").search(part.text)
    return bool(words("mood").search(part.text) or loud or complains)


def _wish(said: Said, part: Clause) -> bool:
    if _dislike(said, part) or words("allergic").search(part.text):
        return False
    colour = words("colour").search(part.text)
    pointed = len(part.text) <= _SHORT or words("points").search(part.text) or part.asks
    plainly = (colour and pointed) or words("wants_by_itself").search(part.text)
    return bool(plainly) or bool(
        words("material_wish").search(part.text) and words("wishes").search(part.text)
    )


def _dislike(said: Said, part: Clause) -> bool:
    """By its words, or as a colour or material that is denied."""
    return bool(words("dislikes").search(part.text)) or _denies(part)


def _names_a_colour(part: Clause) -> bool:
    return bool(words("colour").search(part.text)) and not _denies(part)


def _denies(part: Clause) -> bool:
    names = ("colour", "material_wish", "features")
    named = (m for name in names for m in words(name).finditer(part.text))
    denied = words("denied_after")
    return any(
        words("denying").search(part.text[: each.start()]) or denied.search(part.text[each.end() :])
        for each in named
    )


def _lines(
    talk: Talk,
    gone: Withdrawn,
    key: Key,
    fits: Fits,
    value: Callable[[str], str] = lambda quote: quote,
) -> Iterator[Fact]:
    """One line for each message of hers with such clauses."""
    for said in talk.hers:
        parts = [p for p in said.clauses if fits(said, p) and gone.stands(said, p)]
        if parts:
            yield Fact(key, value(said.quoted(parts)), (said.seq,))


def with_digits(quote: str) -> str:
    """A date in words also in digits."""
    digits = normal(quote)
    return f"{quote} ({digits})" if figures_in(digits) - figures_in(quote) else quote


def feelings(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """What the house answered with sympathy or congratulations."""
    for answer in talk.ours:
        if any(words("empathises").search(part.text) for part in answer.sentences):
            for said in talk.asked_before(answer):
                standing = [part for part in said.clauses if gone.stands(said, part)]
                felt = [part for part in standing if _feels(said, part)] or standing[:1]
                if felt:
                    yield Fact("mood", said.quoted(felt), (said.seq,))


def written_down(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """What the house noted of her words: it understood them, and may have put them better."""
    readers: tuple[tuple[Key, Fits], ...] = (
        ("dislike", lambda said, part: _dislike(said, part) or _noted_not(part)),
        ("colour_or_material_wish", lambda said, part: _wish(said, part) or _names_a_colour(part)),
        ("allergy", _says("allergic")),
        ("occasion", _says("occasion")),
        ("date", _date),
        ("budget", limits_it),
        ("urgency", _says("urgent")),
    )
    for answer in talk.ours:
        noted = [p for p in answer.sentences if words("acknowledges").search(p.text)]
        asked = tuple(each.seq for each in talk.asked_before(answer))
        for key, fits in readers:
            parts = [p for p in noted if fits(answer, p) and gone.stands(answer, p)]
            if parts and asked:
                yield Fact(key, answer.quoted(parts), (*asked, answer.seq))


def _noted_not(part: Clause) -> bool:
    return bool(words("noted_not").search(part.text))


def language(talk: Talk) -> Iterator[Fact]:
    """What she writes: one line for each language, with the messages in it."""
    written: dict[str, list[int]] = {}
    for said in talk.hers:
        for lang in _languages(said.text):
            written.setdefault(lang, []).append(said.seq)
    for lang, seqs in written.items():
        yield Fact("language", lang, tuple(seqs))


def _languages(text: str) -> Iterable[str]:
    if any("\u3400" <= character <= "\u9fff" for character in text):
        yield "zh"
    if words("latin_words").search(text):
        yield "en"


def recipient(talk: Talk) -> Iterator[Fact]:
    """For whom: the people named so, and she herself where she says it or nobody else is."""
    named: dict[str, list[int]] = {}
    called: dict[str, str] = {}
    for said in talk.hers:
        for match in words("person").finditer(said.text):
            if plain(match[0]) in talk.recipients:
                called.setdefault(plain(match[0]), match[0])
                named.setdefault(plain(match[0]), []).append(said.seq)
    for person, seqs in named.items():
        yield Fact("recipient", called[person], tuple(dict.fromkeys(seqs)))
    yield from _herself(talk, bool(named))


def _herself(talk: Talk, others: bool) -> Iterator[Fact]:
    sure = [said.seq for said in talk.hers if words("self").search(said.text)]
    rests_on = sure if others else [said.seq for said in talk.hers]
    if rests_on:
        chinese = any("\u3400" <= c <= "\u9fff" for c in next(talk.hers).text)
        yield Fact("recipient", "本人" if chinese else "the client", tuple(rests_on))
