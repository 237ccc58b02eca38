"""Drafts for staff in the database; sentences, sources and their proof as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, select, update

from shop.conversations import Behaviour, Citation, DraftKind, Sentence
from shop.db.reply_draft_tables import reply_drafts
from shop.proofs import ClaimProof, SentenceProof
from shop.reply_drafts import ReplyDraft

_ADD = reply_drafts.insert()


class SqlReplyDrafts:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, draft: ReplyDraft) -> None:
        self._connection.execute(_ADD, _values(draft))

    def of(self, conversation_id: str) -> list[ReplyDraft]:
        query = select(reply_drafts).where(reply_drafts.c.conversation_id == conversation_id)
        newest = query.order_by(reply_drafts.c.at.desc(), reply_drafts.c.id.desc())
        return [_draft(row) for row in self._connection.execute(newest)]

    def became(self, draft_id: str, message_id: str) -> None:
        self._connection.execute(
            update(reply_drafts).where(reply_drafts.c.id == draft_id).values(message_id=message_id)
        )


def _values(draft: ReplyDraft) -> dict[str, Any]:
    return asdict(draft)


def _draft(row: Row[Any]) -> ReplyDraft:
    return ReplyDraft(
        id=row.id,
        conversation_id=row.conversation_id,
        kind=DraftKind(row.kind),
        answers=row.answers,
        asked_by=row.asked_by,
        at=row.at,
        text=row.text,
        lang=row.lang,
        behaviour=Behaviour(row.behaviour) if row.behaviour else None,
        sentences=tuple(Sentence(s["text"], tuple(s["cites"])) for s in row.sentences),
        citations=tuple(Citation(**citation) for citation in row.citations),
        nearest=tuple(Citation(**citation) for citation in row.nearest),
        ledger=tuple(map(_proof, row.ledger)),
        mode=row.mode,
        remark=row.remark,
        message_id=row.message_id,
    )


def _proof(kept: Mapping[str, Any]) -> SentenceProof:
    claims = tuple(ClaimProof(**claim) for claim in kept["claims"])
    return SentenceProof(**{**kept, "evidence": tuple(kept["evidence"]), "claims": claims})
