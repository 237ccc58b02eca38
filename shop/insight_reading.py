"""A manager's view of a period: reads its rows once and computes every figure from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal, TypeVar
from zoneinfo import ZoneInfo

from shop import demand, insights
from shop.access import Permission, Staff, require
from shop.clients import Tier
from shop.errors import BadInput
from shop.insight_rows import AskedRow, HandoverRow, Period, TalkRow
from shop.ports import Clock, Store
from shop.tiers import TierBook

PERIODS = (7, 14, 30)  # days; conversations are kept 90, so the period before is whole (H-K2)
Wanted = Tier | None | Literal["all"]  # None: visitors who are not signed in

_Row = TypeVar("_Row", TalkRow, AskedRow, HandoverRow)


@dataclass(frozen=True, slots=True)
class Report:
    period: Period
    deflection: insights.Deflection
    deflection_before: insights.Deflection
    days: list[insights.Day]
    service: list[insights.TierService]
    kept: insights.Share
    kept_before: insights.Share
    reopened: insights.Share
    reopened_before: insights.Share
    reasons: list[insights.ReasonCount]
    satisfaction: insights.Satisfaction
    satisfaction_before: insights.Satisfaction
    rising: list[demand.Signal]
    unanswered: demand.Unanswered

    @property
    def is_empty(self) -> bool:
        return not (self.deflection.alone.whole or self.service)


@dataclass(frozen=True, slots=True)
class _Rows:
    talks: list[TalkRow]
    asked: list[AskedRow]
    handovers: list[HandoverRow]


class Insights:
    """`shelf` is the store with the articles, which may be another."""

    def __init__(self, store: Store, clock: Clock, tiers: TierBook, shelf: Store) -> None:
        self._store = store
        self._clock = clock
        self._tiers = tiers
        self._shelf = shelf

    def of(self, staff: Staff, days: int, tier: Wanted = "all") -> Report:
        """The last so many days, until now. Raises NotAllowed, BadInput."""
        require(staff, Permission.SEE_INSIGHTS)
        if days not in PERIODS:
            raise BadInput(f"A period has {', '.join(map(str, PERIODS))} days.")
        now = self._clock()
        period = Period(now - timedelta(days=days), now)
        here, before = self._rows(period, tier), self._rows(period.before, tier)
        zone = ZoneInfo(self._tiers.timezone)
        return Report(
            period=period,
            deflection=insights.deflection(here.talks, here.asked),
            deflection_before=insights.deflection(before.talks, before.asked),
            days=insights.by_day(here.talks, period, zone),
            service=insights.service(here.handovers, now, self._tiers),
            kept=insights.promises_kept(here.handovers, now, self._tiers),
            kept_before=insights.promises_kept(before.handovers, now, self._tiers),
            reopened=insights.reopened(here.handovers),
            reopened_before=insights.reopened(before.handovers),
            reasons=insights.reasons(here.handovers, before.handovers),
            satisfaction=insights.satisfaction(here.handovers),
            satisfaction_before=insights.satisfaction(before.handovers),
            rising=demand.rising(here.asked, before.asked, self._topics()),
            unanswered=demand.unanswered(here.asked),
        )

    def _rows(self, period: Period, tier: Wanted) -> _Rows:
        with self._store.read() as work:
            history = work.history
            return _Rows(
                _of(history.talks(period), tier),
                _of(history.asked(period), tier),
                _of(history.handovers(period), tier),
            )

    def _topics(self) -> dict[str, str]:
        with self._shelf.read() as work:
            return {article.id: article.topic for article in work.articles.all()}


def _of(rows: Sequence[_Row], tier: Wanted) -> list[_Row]:
    return [row for row in rows if tier in ("all", row.tier)]
