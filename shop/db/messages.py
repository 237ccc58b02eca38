"""Messages in the database; sentences, citations, cards and attachments as JSON."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from shop.conversations import (
    Attachment,
    Author,
    Behaviour,
    Citation,
    DraftKind,
    Holder,
    Message,
    Sentence,
)
from shop.db.tables import conversations, messages

# Every turn asks these: to build a statement costs more than to run it.
_ADD = messages.insert()
_BY_REQUEST = select(messages).where(
    messages.c.conversation_id == bindparam("conversation"),
    messages.c.author == bindparam("author"),
    messages.c.request_id == bindparam("request"),
)
_AFTER = (
    select(messages)
    .where(
        messages.c.conversation_id == bindparam("conversation"), messages.c.seq > bindparam("seq")
    )
    .order_by(messages.c.seq)
)
_COUNT = (
    update(conversations)
    .where(conversations.c.id == bindparam("conversation"))
    .values(last_seq=conversations.c.last_seq + 1, last_at=bindparam("at"))
    .returning(conversations.c.last_seq)
)
_UNSEEN = (
    select(messages.c.conversation_id, messages.c.seq)
    .join(conversations, conversations.c.id == messages.c.conversation_id)
    .where(
        conversations.c.staff_id == bindparam("staff"),
        conversations.c.holder == Holder.PERSON,
        messages.c.author == Author.SHOPPER,
        messages.c.seq > conversations.c.read_by_house,
    )
    .order_by(messages.c.seq)
)


class SqlMessages:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, message: Message, request_id: str | None = None) -> Message:
        seq = self._next_seq(message)
        self._connection.execute(_ADD, _values(message, seq, request_id))
        return replace(message, seq=seq)

    def get(self, message_id: str) -> Message | None:
        row = self._connection.execute(select(messages).where(messages.c.id == message_id)).first()
        return _message(row) if row else None

    def by_request(self, conversation_id: str, author: Author, request_id: str) -> Message | None:
        asked = {"conversation": conversation_id, "author": author, "request": request_id}
        row = self._connection.execute(_BY_REQUEST, asked).first()
        return _message(row) if row else None

    def of(self, conversation_id: str, after_seq: int = 0) -> list[Message]:
        asked = {"conversation": conversation_id, "seq": after_seq}
        rows = self._connection.execute(_AFTER, asked)
        return [_message(row) for row in rows]

    def unseen(self, staff_id: str) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for conversation_id, seq in self._connection.execute(_UNSEEN, {"staff": staff_id}):
            found.setdefault(conversation_id, []).append(seq)
        return found

    def rate(self, message_id: str, helpful: bool, reason: str, at: datetime) -> None:
        self._connection.execute(
            update(messages)
            .where(messages.c.id == message_id)
            .values(helpful=helpful, rating_reason=reason, rated_at=at)
        )

    def _next_seq(self, message: Message) -> int:
        """Counted in the conversation's own row, which this locks: no gap, no double."""
        asked = {"conversation": message.conversation_id, "at": message.at}
        counted = self._connection.execute(_COUNT, asked)
        return int(counted.scalar_one())


def _values(message: Message, seq: int, request_id: str | None) -> dict[str, Any]:
    return {
        "id": message.id,
        "conversation_id": message.conversation_id,
        "seq": seq,
        "author": message.author,
        "text": message.text,
        "at": message.at,
        "lang": message.lang,
        "staff_name": message.staff_name,
        "behaviour": message.behaviour,
        "sentences": [asdict(sentence) for sentence in message.sentences],
        "citations": [asdict(citation) for citation in message.citations],
        "cards": list(message.cards),
        "attachments": [asdict(attachment) for attachment in message.attachments],
        "mode": message.mode,
        "remark": message.remark,
        "request_id": request_id,
        "drafted": message.drafted or "",
    }


def _message(row: Row[Any]) -> Message:
    return Message(
        id=row.id,
        conversation_id=row.conversation_id,
        seq=row.seq,
        author=Author(row.author),
        text=row.text,
        at=row.at,
        lang=row.lang,
        staff_name=row.staff_name,
        behaviour=Behaviour(row.behaviour) if row.behaviour else None,
        sentences=tuple(Sentence(s["text"], tuple(s["cites"])) for s in row.sentences),
        citations=tuple(Citation(**citation) for citation in row.citations),
        cards=tuple(row.cards),
        attachments=tuple(Attachment(**attachment) for attachment in row.attachments),
        helpful=row.helpful,
        mode=row.mode,
        remark=row.remark,
        drafted=DraftKind(row.drafted) if row.drafted else None,
    )
