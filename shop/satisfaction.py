"""How content she was, asked once a person has closed: one press, 1 to 5, and she may change it."""

from __future__ import annotations

from dataclasses import dataclass

from shop.audience import audience
from shop.clients import Visitor
from shop.conversations import Conversation, Holder
from shop.errors import BadInput, Conflict
from shop.insights import SCORES
from shop.ports import Clock, Store, Work
from shop.whose import theirs


@dataclass(frozen=True, slots=True)
class AskedForScore:
    """The hand-over that a person closed last, and the score she gave it."""

    handoff_id: str
    score: int | None


class SatisfactionAsked:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of(self, visitor: Visitor, conversation_id: str) -> AskedForScore | None:
        """None unless it is closed by a person. Raises NotFound when it isn't theirs."""
        with self._store.read() as work:
            found = theirs(work.conversations.get(conversation_id), visitor)
            return _asked(work, found)

    def say(self, visitor: Visitor, conversation_id: str, score: int) -> None:
        """The last press counts. Raises BadInput, NotFound, Conflict once it is open again."""
        if score not in SCORES:
            raise BadInput("A score is one of 1, 2, 3, 4 and 5.")
        with self._store.begin() as work:
            conversation = theirs(work.conversations.lock(conversation_id), visitor)
            asked = _asked(work, conversation)
            if asked is None:
                raise Conflict("This conversation is open again. Say it after it has closed.")
            work.scores.put(asked.handoff_id, score, self._clock())
            seen_by = audience(conversation)
            work.record(visitor.actor, "score", conversation_id, seen_by, score=score)


def _asked(work: Work, conversation: Conversation) -> AskedForScore | None:
    if conversation.holder is not Holder.CLOSED:
        return None
    handoff_id = work.scores.closed_last(conversation.id)
    return AskedForScore(handoff_id, work.scores.of(handoff_id)) if handoff_id else None
