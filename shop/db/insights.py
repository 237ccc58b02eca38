"""The rows of a period, one statement for each kind, found by the time they were written."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
)

from shop.clients import Tier
from shop.conversations import Author, Behaviour
from shop.db.columns import UtcDateTime
from shop.db.score_tables import scores
from shop.db.tables import clients, conversations, handoffs, messages, turns
from shop.handoffs import HandoffState, Reason
from shop.insight_rows import AskedRow, HandoverRow, Period, SourceRead, TalkRow

_ANSWERS = messages.alias("answers")
_AGAIN = messages.alias("again")


class SqlHistory:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def talks(self, period: Period) -> list[TalkRow]:
        return [_talk(row) for row in self._rows(_TALKS, period)]

    def asked(self, period: Period) -> list[AskedRow]:
        return [_asked(row) for row in self._rows(_ASKED, period)]

    def handovers(self, period: Period) -> list[HandoverRow]:
        return [_handover(row) for row in self._rows(_HANDOVERS, period)]

    def _rows(self, query: Select[Any], period: Period) -> list[Row[Any]]:
        return list(self._connection.execute(query, {"start": period.start, "end": period.end}))


def _within(column: ColumnElement[Any]) -> ColumnElement[bool]:
    start, end = (bindparam(name, type_=UtcDateTime()) for name in ("start", "end"))
    return (column >= start) & (column < end)


def _count(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((which, 1), else_=0))


def _talks() -> Select[Any]:
    hers = messages.c.author == Author.SHOPPER
    requested = exists().where(
        handoffs.c.conversation_id == messages.c.conversation_id, _within(handoffs.c.created_at)
    )
    first = func.min(case((hers, messages.c.at)))
    return (
        select(
            messages.c.conversation_id,
            clients.c.tier,
            first.label("at"),
            or_(_count(messages.c.author == Author.PERSON) > 0, requested).label("with_people"),
            _count(messages.c.helpful.is_(True)).label("helped"),
            _count(messages.c.helpful.is_(False)).label("not_helped"),
            _count(messages.c.behaviour == Behaviour.ABSTAIN).label("abstained"),
        )
        .join(conversations, conversations.c.id == messages.c.conversation_id)
        .join(clients, clients.c.id == conversations.c.client_id, isouter=True)
        .where(_within(messages.c.at))
        .group_by(messages.c.conversation_id, clients.c.tier)
        .having(_count(hers) > 0)
        .order_by(first, messages.c.conversation_id)
    )


def _asked_query() -> Select[Any]:
    handed = exists().where(handoffs.c.conversation_id == messages.c.conversation_id)
    return (
        select(
            messages.c.conversation_id,
            func.coalesce(conversations.c.client_id, conversations.c.visitor_id).label("asker"),
            clients.c.tier,
            messages.c.at,
            messages.c.lang,
            messages.c.text,
            _ANSWERS.c.behaviour,
            _ANSWERS.c.citations,
            _ANSWERS.c.cards,
            handed.label("seen_by_staff"),
        )
        .join(conversations, conversations.c.id == messages.c.conversation_id)
        .join(clients, clients.c.id == conversations.c.client_id, isouter=True)
        .join(turns, turns.c.message_id == messages.c.id)
        .join(_ANSWERS, _ANSWERS.c.id == turns.c.answer_id)
        .where(
            _within(messages.c.at),
            messages.c.author == Author.SHOPPER,
            _ANSWERS.c.behaviour.is_not(None),
        )
        .order_by(messages.c.at, messages.c.id)
    )


def _handovers() -> Select[Any]:
    wrote_again = exists().where(
        _AGAIN.c.conversation_id == handoffs.c.conversation_id,
        _AGAIN.c.author == Author.SHOPPER,
        _AGAIN.c.at > handoffs.c.ended_at,
    )
    return (
        select(
            handoffs,
            ((handoffs.c.state == HandoffState.CLOSED) & wrote_again).label("reopened"),
            scores.c.score,
        )
        .join(scores, scores.c.handoff_id == handoffs.c.id, isouter=True)
        .where(_within(handoffs.c.created_at))
        .order_by(handoffs.c.created_at, handoffs.c.id)
    )


_TALKS, _ASKED, _HANDOVERS = _talks(), _asked_query(), _handovers()


def _tier(row: Row[Any]) -> Tier | None:
    return Tier(row.tier) if row.tier else None


def _talk(row: Row[Any]) -> TalkRow:
    return TalkRow(
        conversation_id=row.conversation_id,
        tier=_tier(row),
        at=row.at,
        with_people=bool(row.with_people),
        helped=row.helped,
        not_helped=row.not_helped,
        abstained=row.abstained,
    )


def _asked(row: Row[Any]) -> AskedRow:
    return AskedRow(
        conversation_id=row.conversation_id,
        asker=row.asker,
        tier=_tier(row),
        at=row.at,
        lang=row.lang,
        text=row.text,
        behaviour=Behaviour(row.behaviour),
        seen_by_staff=bool(row.seen_by_staff),
        sources=tuple(
            SourceRead(each["article"], each["section"], each["lang"], each["title"])
            for each in row.citations
        ),
        pieces=tuple(row.cards),
    )


def _handover(row: Row[Any]) -> HandoverRow:
    return HandoverRow(
        conversation_id=row.conversation_id,
        tier=_tier(row),
        reason=Reason(row.reason),
        state=HandoffState(row.state),
        created_at=row.created_at,
        first_due=row.first_due or row.due,
        first_reply_at=row.first_reply_at,
        ended_at=row.ended_at,
        reopened=bool(row.reopened),
        score=row.score,
    )
