"""Looks from outside whether a database keeps what the house promises of conversations.

For benches, tests and doctors: reads on a connection of its own, each question in one statement,
so that what is answered was true at one instant, whatever others write meanwhile.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, case, func, not_, or_, select

from shop.conversations import Author, Holder
from shop.db.engine import database_url, open_engine
from shop.db.failures import translated
from shop.db.tables import conversations, handoffs, journal, messages, turns
from shop.handoffs import HandoffState

_AT_ONCE = 500  # values in one statement


class Audit:
    """Close it to let go of its connection."""

    def __init__(self, url: str) -> None:
        self._engine = open_engine(database_url(url))

    def close(self) -> None:
        self._engine.dispose()

    def without_one_owner(self) -> list[str]:
        """Ids of conversations whose owner, person and open hand-over contradict each other."""
        return self._ids(_WITHOUT_ONE_OWNER)

    def out_of_order(self) -> list[str]:
        """Ids of conversations whose messages don't count from 1 without gap or double."""
        return self._ids(_OUT_OF_ORDER)

    def answered_twice(self) -> list[str]:
        """Ids of conversations with more answers than turns that gave one. Greetings count."""
        return self._ids(_ANSWERED_TWICE)

    def times_kept(self, texts: Sequence[str]) -> Counter[str]:
        """How often each of these texts stands in any conversation."""
        found: Counter[str] = Counter()
        for at in range(0, len(texts), _AT_ONCE):
            asked = messages.c.text.in_(texts[at : at + _AT_ONCE])
            found.update(self._ids(select(messages.c.text).where(asked)))
        return found

    def deeds(self) -> Counter[str]:
        """How often each verb stands in the journal."""
        return Counter(self._ids(select(journal.c.verb)))

    def kept_twice(self) -> list[str]:
        """Texts of shoppers and staff that stand somewhere more than once."""
        said = messages.c.author.in_((Author.SHOPPER, Author.PERSON))
        texts = select(messages.c.text).where(said).group_by(messages.c.text)
        return self._ids(texts.having(func.count() > 1))

    def _ids(self, query: Select[Any]) -> list[str]:
        with translated(), self._engine.begin() as connection:
            return list(connection.execute(query).scalars())


_is_open = handoffs.c.state.in_((HandoffState.WAITING, HandoffState.CLAIMED))
_open = (
    select(
        handoffs.c.conversation_id,
        func.count().label("number"),
        func.min(handoffs.c.state).label("state"),
        func.min(handoffs.c.staff_id).label("staff_id"),
        func.min(case((handoffs.c.note_only, 1), else_=0)).label("note_only"),
    )
    .where(_is_open)
    .group_by(handoffs.c.conversation_id)
    .subquery()
)
_nobody, _none = conversations.c.staff_id.is_(None), _open.c.number.is_(None)
_waits = and_(_open.c.number == 1, _open.c.state == HandoffState.WAITING, _nobody)
_hers = and_(
    _open.c.number == 1,
    _open.c.state == HandoffState.CLAIMED,
    _open.c.staff_id == conversations.c.staff_id,
    _open.c.note_only == 0,
)
_whole = case(
    (conversations.c.holder == Holder.QUEUE, and_(_waits, _open.c.note_only == 0)),
    (conversations.c.holder == Holder.PERSON, _hers),
    (conversations.c.holder == Holder.CLOSED, and_(_none, _nobody)),
    else_=or_(and_(_none, _nobody), and_(_waits, _open.c.note_only == 1)),
)
_WITHOUT_ONE_OWNER = (
    select(conversations.c.id)
    .join(_open, _open.c.conversation_id == conversations.c.id, isouter=True)
    .where(not_(func.coalesce(_whole, False)))
)

_OUT_OF_ORDER = (
    select(conversations.c.id)
    .join(messages, messages.c.conversation_id == conversations.c.id, isouter=True)
    .group_by(conversations.c.id, conversations.c.last_seq)
    .having(
        or_(
            func.count(messages.c.id) != conversations.c.last_seq,
            func.coalesce(func.max(messages.c.seq), 0) != conversations.c.last_seq,
            func.coalesce(func.min(messages.c.seq), 1) != 1,
        )
    )
)

_answers = (
    select(func.count())
    .where(messages.c.conversation_id == conversations.c.id, messages.c.author == Author.ADVISOR)
    .scalar_subquery()
)
_given = (
    select(func.count(turns.c.answer_id))
    .where(turns.c.conversation_id == conversations.c.id)
    .scalar_subquery()
)
_ANSWERED_TWICE = select(conversations.c.id).where(_answers > _given)
