"""Figures for managers, each defined here once. Pure functions over the rows of one period.

A share is a part of a whole and knows both, so that nobody reads 100 % where there was one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from shop.clients import Tier
from shop.handoffs import HandoffState, Reason
from shop.insight_rows import AskedRow, HandoverRow, Period, TalkRow
from shop.promises import reply_due
from shop.tiers import TierBook

ASKED_AGAIN_WITHIN = timedelta(days=1)
SCORES = (1, 2, 3, 4, 5)
TIERS: tuple[Tier | None, ...] = (Tier.BLACK, Tier.GOLD, Tier.SILVER, Tier.REGISTERED, None)


@dataclass(frozen=True, slots=True)
class Share:
    part: int
    whole: int

    @property
    def ratio(self) -> float | None:
        """0 to 1; None of nothing."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Deflection:
    """`alone`: conversations that needed no person; the rest is about those only.

    `helped`: thumbs up of all thumbs. `asked_again`: the same person came back within a day with
    the same matter. `abstained`: the advisor had to say once that it doesn't know. `well`: none
    of that, and no thumb down.
    """

    alone: Share
    helped: Share
    asked_again: Share
    abstained: Share
    well: Share


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    alone: int
    with_people: int


@dataclass(frozen=True, slots=True)
class Times:
    """Lengths of time: how many, the middle one, and the one that nine of ten stay below."""

    count: int
    median: timedelta | None
    p90: timedelta | None


@dataclass(frozen=True, slots=True)
class TierService:
    """What people did for one tier.

    `promised_minutes` was said to the client, `target_minutes` is the desk's own measure where
    nothing was. `kept` counts those that are decided: answered, or due and not answered.
    """

    tier: Tier | None
    handovers: int
    promised_minutes: int | None
    target_minutes: int
    first_reply: Times
    resolution: Times
    kept: Share
    reopened: Share


@dataclass(frozen=True, slots=True)
class ReasonCount:
    reason: Reason
    now: int
    before: int


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """`answered`: of the hand-overs that a person closed, those with a score."""

    answered: Share
    counts: tuple[int, ...]  # of the scores 1 to 5

    @property
    def mean(self) -> float | None:
        given = sum(self.counts)
        total = sum(score * n for score, n in zip(SCORES, self.counts, strict=True))
        return total / given if given else None


def deflection(talks: Sequence[TalkRow], asked: Iterable[AskedRow]) -> Deflection:
    alone = [talk for talk in talks if not talk.with_people]
    again = asked_again(asked)
    up, down = sum(talk.helped for talk in alone), sum(talk.not_helped for talk in alone)
    repeated = [talk for talk in alone if talk.conversation_id in again]
    unsure = [talk for talk in alone if talk.abstained]
    well = [
        talk
        for talk in alone
        if not (talk.not_helped or talk.abstained or talk.conversation_id in again)
    ]
    return Deflection(
        alone=Share(len(alone), len(talks)),
        helped=Share(up, up + down),
        asked_again=Share(len(repeated), len(alone)),
        abstained=Share(len(unsure), len(alone)),
        well=Share(len(well), len(alone)),
    )


def asked_again(asked: Iterable[AskedRow]) -> set[str]:
    """Conversations with a question that its asker put again within a day."""
    last: dict[tuple[str, str], AskedRow] = {}
    found: set[str] = set()
    for row in sorted(asked, key=lambda row: row.at):
        key = (row.asker, matter(row))
        earlier = last.get(key)
        if earlier and row.at - earlier.at <= ASKED_AGAIN_WITHIN:
            found.add(earlier.conversation_id)
        last[key] = row
    return found


def matter(row: AskedRow) -> str:
    """What a question is about: the section its answer rests on first, else its very words."""
    if row.sources:
        return f"{row.sources[0].article}#{row.sources[0].section}"
    return same_words(row.text)


def same_words(text: str) -> str:
    """The text without capitals, spacing and signs: how two are told to be the same."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def by_day(talks: Iterable[TalkRow], period: Period, zone: ZoneInfo) -> list[Day]:
    """Every day of the period on the house's calendar, those without conversations too."""
    counts = Counter((talk.at.astimezone(zone).date(), talk.with_people) for talk in talks)
    first = period.start.astimezone(zone).date()
    last = (period.end - timedelta(microseconds=1)).astimezone(zone).date()
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [Day(day, counts[day, False], counts[day, True]) for day in days]


def service(rows: Sequence[HandoverRow], now: datetime, book: TierBook) -> list[TierService]:
    """By tier, the highest first; a tier for which nobody was asked is left out."""
    return [
        _service(tier, mine, now, book)
        for tier in TIERS
        if (mine := [row for row in rows if row.tier == tier and row.was_asked_for])
    ]


def _service(
    tier: Tier | None, rows: Sequence[HandoverRow], now: datetime, book: TierBook
) -> TierService:
    desk = book.terms(tier).desk
    return TierService(
        tier=tier,
        handovers=len(rows),
        promised_minutes=desk.first_reply_minutes,
        target_minutes=desk.queue_target_minutes,
        first_reply=times(waited(row, book) for row in rows),
        resolution=times(row.ended_at - row.created_at for row in rows if row.ended_at),
        kept=promises_kept(rows, now, book),
        reopened=reopened(rows),
    )


def waited(row: HandoverRow, book: TierBook) -> timedelta | None:
    """For a person's first words, from the asking; out of hours from the next opening."""
    if row.first_reply_at is None:
        return None
    hours = book.hours(row.tier)
    since = row.created_at
    if not hours.are_on(since):
        since = hours.next_opening(since)
    return max(row.first_reply_at - since, timedelta())


def times(lengths: Iterable[timedelta | None]) -> Times:
    """None are left out. Both figures are lengths that really occurred."""
    known = sorted(length for length in lengths if length is not None)
    if not known:
        return Times(0, None, None)
    return Times(len(known), _nearest(known, 0.5), _nearest(known, 0.9))


def _nearest(known: Sequence[timedelta], share: float) -> timedelta:
    return known[ceil(share * len(known)) - 1]


def promises_kept(rows: Iterable[HandoverRow], now: datetime, book: TierBook) -> Share:
    decided = [kept for row in rows if (kept := is_kept(row, now, book)) is not None]
    return Share(sum(decided), len(decided))


def is_kept(row: HandoverRow, now: datetime, book: TierBook) -> bool | None:
    """Whether a person spoke in time; None while there is time left."""
    due = _due(row, book)
    if row.first_reply_at is not None:
        return row.first_reply_at <= due
    return False if row.ended_at is not None or now > due else None


def _due(row: HandoverRow, book: TierBook) -> datetime:
    """A note is kept with its opening; from then on it has the time of any other."""
    if book.hours(row.tier).are_on(row.created_at):
        return row.first_due
    return max(row.first_due, reply_due(row.tier, row.created_at, book))


def reopened(rows: Iterable[HandoverRow]) -> Share:
    """Of what people closed: in how many she wrote again."""
    closed = [row for row in rows if row.state is HandoffState.CLOSED]
    return Share(sum(row.reopened for row in closed), len(closed))


def reasons(rows: Iterable[HandoverRow], before: Iterable[HandoverRow]) -> list[ReasonCount]:
    """The commonest first; reasons that occurred in neither period are left out."""
    asked = ((row.reason for row in each if row.was_asked_for) for each in (rows, before))
    now, then = map(Counter, asked)
    found = [ReasonCount(each, now[each], then[each]) for each in Reason if now[each] + then[each]]
    return sorted(found, key=lambda each: -each.now)


def satisfaction(rows: Iterable[HandoverRow]) -> Satisfaction:
    closed = [row for row in rows if row.state is HandoffState.CLOSED]
    counts = Counter(row.score for row in closed if row.score)
    given = tuple(counts[score] for score in SCORES)
    return Satisfaction(Share(sum(given), len(closed)), given)
