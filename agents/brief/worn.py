"""Sizes and measures: hers or the recipient's, with what the house worked out from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agents.brief.clauses import Clause
from agents.brief.facts import Fact, Key
from agents.brief.figures import figures_in, figures_of
from agents.brief.talk import Said, Talk
from agents.brief.withdrawn import Withdrawn
from agents.brief.words import words
from agents.measures import body_measures, body_weight, normal, stature

_NEAR = 2  # sizes apart that a person hesitates between
_RANGE = re.compile(r"\d\s*[–—~-]\s*\d|XS\s*[–-]")


def worn(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """One line for all measures, one for all sizes she said; then what the house named."""
    said = [fact for each in talk.hers for fact in _of(talk, gone, each)]
    for key in ("size", "measurement"):
        alike = [fact for fact in said if fact.key == key]
        if alike:
            value = " · ".join(dict.fromkeys(fact.value for fact in alike))
            yield Fact(alike[0].key, value, tuple(sorted({s for f in alike for s in f.rests_on})))
    yield from _advised(talk, gone)


def _of(talk: Talk, gone: Withdrawn, said: Said) -> Iterator[Fact]:
    asked = talk.before(said)
    bare = asked is not None and not asked.hers and bool(words("size_asked").search(asked.text))
    bare = bare or any(_key(part.text, bare=False) for part in said.clauses)
    keyed: dict[Key, list[Clause]] = {}
    for part in said.clauses:
        key = _key(part.text, bare)
        if key and gone.stands(said, part) and not _of_another(talk, part):
            keyed.setdefault(key, []).append(part)
    for key, parts in keyed.items():
        yield _with_answer(talk, gone, said, key, parts)


def _key(text: str, bare: bool) -> Key | None:
    plain = normal(text)
    if (
        words("measured").search(text)
        or words("measured").search(plain)
        or stature(text)
        or body_weight(text)
        or body_measures(text)
    ):
        return "measurement"
    if words("sized").search(text) or words("sized").search(plain):
        return "size"
    if bare and words("bare_size").search(text) and not words("date").search(text):
        return "size"
    return None


def _of_another(talk: Talk, part: Clause) -> bool:
    """A third person's own size; what one only says ('my mum says M') may be hers all the same."""
    others = talk.others_in(part.text)
    return bool(others) and (
        talk.owned_by_another(part.text) or not words("reports").search(part.text)
    )


def _with_answer(
    talk: Talk, gone: Withdrawn, said: Said, key: Key, parts: Sequence[Clause]
) -> Fact:
    """Her words, and the house's sentence that takes up the same figure."""
    value = said.quoted(parts)
    answer = talk.answer_to(said)
    if answer is not None:
        mine = figures_in(value)
        for part in answer.clauses:
            taken_up = mine & figures_in(part.text) or (
                not mine and words("measured").search(part.text)
            )
            tells = taken_up and words("measured").search(part.text)
            if tells and gone.stands(answer, part) and not _overtaken(talk, gone, answer, part):
                return Fact(key, f"{value} → {part.text}", (said.seq, answer.seq))
    return Fact(key, value, (said.seq,))


def _advised(talk: Talk, gone: Withdrawn) -> Iterator[Fact]:
    """Sizes that the house named: those she took up, and the last ones."""
    hers = {f for said in talk.hers for p in said.clauses if gone.stands(said, p)
            for f in figures_in(p.text)}  # fmt: skip
    named: list[tuple[Said, list[Clause]]] = []
    for said in talk.ours:
        parts = [p for p in said.clauses if _names_one(p.text) and gone.stands(said, p)]
        if parts:
            named.append((said, parts))
    for said, parts in named:
        chosen = [p for p in parts if figures_in(p.text) & hers or _is_advice(p.text)]
        if said is named[-1][0] and not chosen:
            chosen = [p for p in parts if len(figures_of(p.text, "size")) == 1]
        chosen = [part for part in chosen if not _overtaken(talk, gone, said, part)]
        if chosen:
            yield Fact("size", said.quoted(chosen), (said.seq,))


def _overtaken(talk: Talk, gone: Withdrawn, said: Said, part: Clause) -> bool:
    """She chose, or the house then named, one other size near it afterwards."""
    mine = _sizes(part.text)
    for later in talk.all:
        for each in later.clauses if mine and later.seq > said.seq else ():
            new = _sizes(each.text) or _picked(talk, later, each)
            near = any(abs(a - b) <= _NEAR for a in mine for b in new)
            chosen = later.hers or (len(new) == 1 and words("advises_or_notes").search(each.text))
            if near and chosen and mine - new and gone.stands(later, each):
                return True
    return False


def _picked(talk: Talk, said: Said, part: Clause) -> set[float]:
    """A bare figure of hers that is one of the sizes which the house had just named."""
    before = talk.before(said)
    if not said.hers or before is None or before.hers:
        return set()
    return {float(f) for f in figures_in(part.text)} & _sizes(before.text)


def _sizes(text: str) -> set[float]:
    return {float(f) for f in figures_of(text, "size") if f[0].isdecimal()}


def _is_advice(text: str) -> bool:
    """One size of one system, and that it is the one to take."""
    systems = [match[0] for match in words("eu_size").finditer(text)]
    return len(systems) == 1 and bool(words("advises").search(text))


def _names_one(text: str) -> bool:
    return bool(words("sized_by_us").search(text)) and not _RANGE.search(text)
