"""What clients ask for more than before, and what nobody could tell them. Pure.

Counted are conversations, not messages: who asks five times about one piece is one client.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from shop.conversations import Behaviour
from shop.insight_rows import AskedRow
from shop.insights import same_words
from shop.language import Lang

LEAST = 2  # conversations; once is nobody's trend
MOST = 12  # signals and questions listed
_MATERIAL, _PRODUCT = "material", "product"  # topics of articles


class Kind(StrEnum):
    PIECE = "piece"
    MATERIAL = "material"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class Signal:
    """`key`: the id of a piece, or of the article about the material or theme."""

    kind: Kind
    key: str
    now: int
    before: int


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What the house has no answer to: a section that says so, or else a client's words."""

    titles: Mapping[Lang, str]
    text: str
    times: int


@dataclass(frozen=True, slots=True)
class Unanswered:
    """`untold`: questions of one person each in conversations that staff may not read."""

    questions: tuple[OpenQuestion, ...]
    untold: int


def rising(
    now: Iterable[AskedRow], before: Iterable[AskedRow], topics: Mapping[str, str]
) -> list[Signal]:
    """What more conversations were about than in the period before, the steepest first.

    `topics`: of each article, by id.
    """
    today, earlier = _about(now, topics), _about(before, topics)
    signals = [
        Signal(kind, key, len(talks), len(earlier.get((kind, key), ())))
        for (kind, key), talks in today.items()
    ]
    risen = [each for each in signals if each.now >= LEAST and each.now > each.before]
    return sorted(risen, key=lambda each: (each.before - each.now, -each.now, each.key))[:MOST]


def _about(rows: Iterable[AskedRow], topics: Mapping[str, str]) -> dict[tuple[Kind, str], set[str]]:
    found: dict[tuple[Kind, str], set[str]] = defaultdict(set)
    for row in rows:
        for piece in row.pieces:
            found[Kind.PIECE, piece].add(row.conversation_id)
        for article in {source.article for source in row.sources}:
            topic = topics.get(article)
            if topic is None or topic == _PRODUCT:  # a piece's own sheet comes with its card
                continue
            kind = Kind.MATERIAL if topic == _MATERIAL else Kind.THEME
            found[kind, article].add(row.conversation_id)
    return found


def unanswered(rows: Iterable[AskedRow]) -> Unanswered:
    """Questions that the advisor abstained from, the commonest first.

    A client's words are told only where staff may read them anyway, or two people said the same.
    """
    groups: dict[str, list[AskedRow]] = defaultdict(list)
    for row in rows:
        if row.behaviour is Behaviour.ABSTAIN:
            groups[_group(row)].append(row)
    told = [_question(group) for group in groups.values() if _may_be_told(group)]
    untold = sum(len(group) for group in groups.values() if not _may_be_told(group))
    ordered = sorted(told, key=lambda each: -each.times)
    return Unanswered(tuple(ordered[:MOST]), untold)


def _group(row: AskedRow) -> str:
    if row.sources:
        return f"#{row.sources[0].article}#{row.sources[0].section}"
    return same_words(row.text)


def _may_be_told(group: list[AskedRow]) -> bool:
    by_section = bool(group[0].sources)
    return by_section or any(r.seen_by_staff for r in group) or len({r.asker for r in group}) > 1


def _question(group: list[AskedRow]) -> OpenQuestion:
    if group[0].sources:
        titles = {row.sources[0].lang: row.sources[0].title for row in group}
        return OpenQuestion(titles, "", len(group))
    return OpenQuestion({}, group[-1].text, len(group))
