"""Translation at the desk: a client's message for staff, and a reply before it is sent.

Only where the settings name a model; nothing is translated unasked. A translation that is to be
sent is kept as a draft, so that the message says who put it into the client's language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from agents.copilot.errands import Errands, Outcome
from agents.copilot.paying import paid
from agents.meter import Meter
from shop.access import Staff
from shop.conversations import DraftKind, Message
from shop.draft_keeping import DraftKeeping
from shop.ids import new_id
from shop.language import Lang
from shop.ports import Clock, desk_topic
from shop.reply_drafts import ReplyDraft
from shop.writings import written


@dataclass(frozen=True, slots=True)
class Translation:
    """`same_figures`: whether it has just the figures of the original."""

    text: str
    lang: Lang
    same_figures: bool


class Translate(Protocol):
    def __call__(self, text: str, to: Lang, meter: Meter) -> Translation:
        """Raises ModelFailed."""
        ...


class Interpreter:
    """`translate` is None offline: then `is_there` is False, and no control may be drawn."""

    def __init__(
        self,
        keeping: DraftKeeping,
        clock: Clock,
        ring: Callable[[str], None],
        translate: Callable[[], Translate] | None = None,
        tokens: int = 0,
    ) -> None:
        self._keeping, self._clock, self._translate = keeping, clock, translate
        self._tokens = tokens
        self._errands: Errands[Translation] = Errands(ring)

    @property
    def is_there(self) -> bool:
        return self._translate is not None

    def read(self, staff: Staff, message: Message, to: Lang) -> None:
        """Have a client's message translated for her. Raises Conflict unless she holds it."""
        meter = self._meter(staff, message.conversation_id)

        def work() -> Translation:
            with paid(self._keeping, staff, message.conversation_id, meter):
                return self._translated(message.text, to, meter)

        self._errands.begin(_read_key(message, to), work, desk_topic(staff.id))

    def reading(self, message: Message, to: Lang) -> Outcome[Translation] | None:
        """None unless somebody asked for it."""
        return self._errands.outcome(_read_key(message, to))

    def write(self, staff: Staff, conversation_id: str, text: str, to: Lang, key: str) -> None:
        """Have her reply translated; `key` is this press's own. Raises BadInput, Conflict."""
        text, meter = written(text), self._meter(staff, conversation_id)
        kind = self._kind(staff, conversation_id, text)

        def work() -> Translation:
            with paid(self._keeping, staff, conversation_id, meter):
                found = self._translated(text, to, meter)
                self._keeping.keep(staff, self._draft(staff, conversation_id, found, kind))
            return found

        self._errands.begin(key, work, desk_topic(staff.id))

    def writing(self, key: str) -> Outcome[Translation] | None:
        return self._errands.outcome(key)

    def close(self) -> None:
        self._errands.close()

    def _translated(self, text: str, to: Lang, meter: Meter) -> Translation:
        assert self._translate is not None  # noqa: S101  # pages draw the control only with one
        return self._translate()(text, to, meter)

    def _meter(self, staff: Staff, conversation_id: str) -> Meter:
        talk = self._keeping.talk(staff, conversation_id)
        left = max(0, self._tokens - talk.conversation.tokens)
        return Meter(left if self._tokens else None)

    def _kind(self, staff: Staff, conversation_id: str, text: str) -> DraftKind:
        """What AI had drafted stays AI-drafted in another language."""
        drafted = self._keeping.answer_in(staff, conversation_id, text)
        return DraftKind.ANSWER if drafted else DraftKind.TRANSLATION

    def _draft(
        self, staff: Staff, conversation_id: str, found: Translation, kind: DraftKind
    ) -> ReplyDraft:
        return ReplyDraft(
            id=new_id(),
            conversation_id=conversation_id,
            kind=kind,
            answers=0,
            asked_by=staff.id,
            at=self._clock(),
            text=found.text,
            lang=found.lang,
            mode="openai",
        )


def _read_key(message: Message, to: Lang) -> str:
    return f"read:{message.id}:{to}"
