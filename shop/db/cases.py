"""Cases and their evidence in the database."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select, update

from shop.cases import Case, CaseKind, CaseState, Entitlement, Evidence, Verdict, facts_of
from shop.db.casework_tables import case_evidence, cases
from shop.db.tables import clients, conversations, messages
from shop.language import Bilingual
from shop.ports.visits import Cleaning

_MOST_CLOSED = 100


class SqlCases:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, case: Case) -> None:
        self._connection.execute(
            cases.insert().values(
                id=case.id,
                kind=case.kind,
                client_id=case.client_id,
                conversation_id=case.conversation_id,
                opened_at=case.opened_at,
                opened_by=case.opened_by,
                **_changing(case),
            )
        )

    def get(self, case_id: str) -> Case | None:
        return next(iter(self._all(_query().where(cases.c.id == case_id))), None)

    def lock(self, case_id: str) -> Case | None:
        query = _query().where(cases.c.id == case_id).with_for_update(of=cases)
        return next(iter(self._all(query)), None)

    def keep(self, case: Case) -> None:
        self._connection.execute(
            update(cases).where(cases.c.id == case.id).values(**_changing(case))
        )

    def by_clock(self, over: bool = False) -> list[Case]:
        if over:
            closed = _query().where(cases.c.state == CaseState.CLOSED)
            return self._all(closed.order_by(cases.c.closed_at.desc()).limit(_MOST_CLOSED))
        going = _query().where(cases.c.state != CaseState.CLOSED)
        return self._all(going.order_by(cases.c.due.is_(None), cases.c.due, cases.c.opened_at))

    def of_client(self, client_id: str) -> list[Case]:
        said_by_her = (cases.c.client_id.is_(None)) & (conversations.c.client_id == client_id)
        talked = conversations.c.id == cases.c.conversation_id
        return self._newest(
            _query()
            .join(conversations, talked, isouter=True)
            .where(or_(cases.c.client_id == client_id, said_by_her))
        )

    def of_visitor(self, visitor_id: str) -> list[Case]:
        theirs = _query().join(conversations, conversations.c.id == cases.c.conversation_id)
        return self._newest(
            theirs.where(
                conversations.c.visitor_id == visitor_id,
                conversations.c.client_id.is_(None),
                cases.c.client_id.is_(None),
            )
        )

    def of_conversation(self, conversation_id: str) -> list[Case]:
        return self._newest(_query().where(cases.c.conversation_id == conversation_id))

    def cleanings(self, client_id: str, since: datetime, until: datetime, but: str = "") -> int:
        booked = select(cases.c.facts).where(
            *_CLEANINGS,
            cases.c.client_id == client_id,
            cases.c.opened_at.between(since, until),
            cases.c.id != but,
        )
        return sum(int(facts["bags"]) for facts in self._connection.execute(booked).scalars())

    def all_cleanings(self, since: datetime) -> list[Cleaning]:
        table = cases.c
        booked = select(table.client_id, table.opened_at, table.facts).where(
            *_CLEANINGS, table.client_id.is_not(None), table.opened_at >= since
        )
        return [
            Cleaning(row.client_id, row.opened_at, int(row.facts["bags"]))
            for row in self._connection.execute(booked)
        ]

    def add_evidence(self, case_id: str, evidence: Evidence) -> None:
        self._connection.execute(
            case_evidence.insert().values(
                case_id=case_id,
                at=evidence.at,
                by=evidence.by,
                kind=evidence.kind,
                note=evidence.note,
                message_id=evidence.message_id,
            )
        )

    def evidence(self, case_id: str) -> list[Evidence]:
        query = (
            select(case_evidence, messages.c.text, messages.c.seq)
            .join(messages, messages.c.id == case_evidence.c.message_id, isouter=True)
            .where(case_evidence.c.case_id == case_id)
            .order_by(case_evidence.c.id)
        )
        return [_evidence(row) for row in self._connection.execute(query)]

    def _newest(self, query: Select[Any]) -> list[Case]:
        return self._all(query.order_by(cases.c.opened_at.desc(), cases.c.id))

    def _all(self, query: Select[Any]) -> list[Case]:
        return [_case(row) for row in self._connection.execute(query)]


_CLEANINGS = (cases.c.kind == CaseKind.CLEANING, cases.c.verdict != Verdict.WITHDRAWN)


def _query() -> Select[Any]:
    return select(cases, clients.c.name.label("client_name")).join(
        clients, clients.c.id == cases.c.client_id, isouter=True
    )


def _changing(case: Case) -> dict[str, Any]:
    """What may change of a case."""
    entitled = case.entitlement
    return {
        "state": case.state,
        "facts": case.facts.model_dump(mode="json"),
        "entitlement": {
            "rule": list(entitled.rule),
            "zh": entitled.say.zh,
            "en": entitled.say.en,
            "values": dict(entitled.values),
            "at": entitled.at.isoformat(),
        },
        "due": case.due,
        "asked": case.asked,
        "verdict": case.verdict,
        "decision": case.decision,
        "decided_at": case.decided_at,
        "decided_by": case.decided_by,
        "closed_at": case.closed_at,
    }


def _case(row: Row[Any]) -> Case:
    return Case(
        id=row.id,
        kind=CaseKind(row.kind),
        state=CaseState(row.state),
        facts=facts_of(row.facts),
        entitlement=_entitlement(row.entitlement),
        client_id=row.client_id,
        conversation_id=row.conversation_id,
        opened_at=row.opened_at,
        opened_by=row.opened_by,
        due=row.due,
        client_name=row.client_name or "",
        asked=row.asked,
        verdict=Verdict(row.verdict),
        decision=row.decision,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        closed_at=row.closed_at,
    )


def _entitlement(kept: dict[str, Any]) -> Entitlement:
    return Entitlement(
        rule=tuple(kept["rule"]),
        say=Bilingual(kept["zh"], kept["en"]),
        values=kept["values"],
        at=datetime.fromisoformat(kept["at"]),
    )


def _evidence(row: Row[Any]) -> Evidence:
    return Evidence(
        at=row.at,
        by=row.by,
        kind=row.kind,
        note=row.note,
        message_id=row.message_id,
        text=row.text or "",
        seq=row.seq,
    )
