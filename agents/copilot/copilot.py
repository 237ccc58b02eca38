"""The copilot of a personal shopper: drafts an answer when she asks for one, in the background.

It reads the conversation and writes drafts. It never speaks to the client, moves the conversation
or costs anything unasked. What a model used is counted for the conversation, like the advisor's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from agents.copilot.drafting import Drafted, Drafting
from agents.copilot.errands import Errands
from agents.copilot.paying import paid
from agents.meter import Meter
from shop.access import Staff
from shop.conversations import Conversation, DraftKind
from shop.draft_keeping import DraftKeeping, Talk
from shop.ids import new_id
from shop.ports import Clock, desk_topic
from shop.reply_drafts import ReplyDraft, unanswered


@dataclass(frozen=True, slots=True)
class DraftState:
    """`draft` is for her open messages as they stand now; None: there is none yet, or no more."""

    answers: int  # the `seq` of her last open message; 0: she waits for nothing
    draft: ReplyDraft | None = None
    under_way: bool = False
    failed: bool = False


class Copilot:
    """`tokens` is what models may use in one conversation; 0: no limit."""

    def __init__(
        self,
        keeping: DraftKeeping,
        drafting: Drafting,
        clock: Clock,
        ring: Callable[[str], None],
        tokens: int = 0,
    ) -> None:
        self._keeping, self._drafting, self._clock = keeping, drafting, clock
        self._tokens = tokens
        self._errands: Errands[None] = Errands(ring)

    def draft(self, staff: Staff, conversation_id: str) -> None:
        """Have an answer drafted; returns at once. Raises Conflict unless she holds it."""
        talk = self._keeping.talk(staff, conversation_id)
        key, topic = _key(staff, talk), desk_topic(staff.id)
        self._errands.begin(key, lambda: self._draft(staff, talk), topic)

    def state(self, staff: Staff, conversation_id: str) -> DraftState:
        """What became of it. Raises Conflict unless she holds the conversation."""
        talk = self._keeping.talk(staff, conversation_id)
        answers = _answers(talk)
        outcome = self._errands.outcome(_key(staff, talk))  # first: what ends now is kept already
        draft = self._keeping.latest(staff, conversation_id)
        current = draft if draft and draft.answers == answers else None
        if outcome is None:
            return DraftState(answers, current)
        return DraftState(answers, current, outcome.under_way, outcome.failed)

    def meter(self, conversation: Conversation) -> Meter:
        """For what is done for her in this conversation."""
        if not self._tokens:
            return Meter()
        return Meter(max(0, self._tokens - conversation.tokens))

    def close(self) -> None:
        self._errands.close()

    def _draft(self, staff: Staff, talk: Talk) -> None:
        meter = self.meter(talk.conversation)
        with paid(self._keeping, staff, talk.conversation.id, meter):
            drafted = self._drafting.draft(talk, meter)
            if drafted:
                self._keeping.keep(staff, self._as_kept(staff, talk, drafted))

    def _as_kept(self, staff: Staff, talk: Talk, drafted: Drafted) -> ReplyDraft:
        return ReplyDraft(
            id=new_id(),
            conversation_id=talk.conversation.id,
            kind=DraftKind.ANSWER,
            asked_by=staff.id,
            at=self._clock(),
            **{field.name: getattr(drafted, field.name) for field in fields(drafted)},
        )


def _answers(talk: Talk) -> int:
    waiting = unanswered(talk.messages)
    return waiting[-1].seq if waiting else 0


def _key(staff: Staff, talk: Talk) -> str:
    """Hers: a colleague who had the client before her may have asked for the same."""
    return f"draft:{staff.id}:{talk.conversation.id}:{_answers(talk)}"
