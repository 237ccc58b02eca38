"""The ledger of each answer in the database, claims and evidence as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, select

from shop.db.proof_tables import proofs
from shop.db.tables import messages
from shop.proofs import ClaimProof, SentenceProof

_ADD = proofs.insert()


class SqlProofs:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, message_id: str, ledger: Sequence[SentenceProof]) -> None:
        rows = [_values(message_id, at, proof) for at, proof in enumerate(ledger, start=1)]
        if rows:
            self._connection.execute(_ADD, rows)

    def of(self, conversation_id: str) -> dict[str, tuple[SentenceProof, ...]]:
        query = (
            select(proofs)
            .join(messages, messages.c.id == proofs.c.message_id)
            .where(messages.c.conversation_id == conversation_id)
            .order_by(messages.c.seq, proofs.c.position)
        )
        found: dict[str, tuple[SentenceProof, ...]] = {}
        for row in self._connection.execute(query):
            found[row.message_id] = (*found.get(row.message_id, ()), _proof(row))
        return found


def _values(message_id: str, position: int, proof: SentenceProof) -> dict[str, Any]:
    return {
        "message_id": message_id,
        "position": position,
        "text": proof.text,
        "mode": proof.mode,
        "outcome": proof.outcome,
        "shown": proof.shown,
        "why": proof.why,
        "detail": proof.detail,
        "quote": proof.quote,
        "evidence": list(proof.evidence),
        "claims": [asdict(claim) for claim in proof.claims],
    }


def _proof(row: Row[Any]) -> SentenceProof:
    return SentenceProof(
        text=row.text,
        mode=row.mode,
        outcome=row.outcome,
        shown=row.shown,
        why=row.why,
        detail=row.detail,
        quote=row.quote,
        evidence=tuple(row.evidence),
        claims=tuple(ClaimProof(**claim) for claim in row.claims),
    )
