"""What AI drafted for a personal shopper to send; a client sees nothing of it unless it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shop.conversations import Author, Behaviour, Citation, DraftKind, Message, Sentence
from shop.language import Lang
from shop.proofs import SentenceProof

_DID_NOT_ANSWER = (Behaviour.ABSTAIN, Behaviour.HANDOFF)
_MOST = 3  # messages that one draft answers


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """`answers` is the `seq` of the client's last message it was made for, 0 for a translation,
    which is of the `kind` ANSWER where AI had drafted what was translated.

    A draft without `text` says that the copilot has no answer; `nearest` is what lies closest.
    `message_id` is the message that was sent from it.
    """

    id: str
    conversation_id: str
    kind: DraftKind
    answers: int
    asked_by: str
    at: datetime
    text: str
    lang: Lang
    behaviour: Behaviour | None = None
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    nearest: tuple[Citation, ...] = ()
    ledger: tuple[SentenceProof, ...] = ()
    mode: str = ""
    remark: str = ""
    message_id: str | None = None


def unanswered(messages: Sequence[Message]) -> tuple[Message, ...]:
    """The client's messages that nobody has answered, oldest first, at most the last three.

    An advisor that said it does not know, or called a person, has not answered.
    """
    waiting: list[Message] = []
    for message in messages:
        if message.author is Author.SHOPPER:
            waiting.append(message)
        elif _answers(message):
            waiting = []
    return tuple(waiting[-_MOST:])


def _answers(message: Message) -> bool:
    if message.author is Author.ADVISOR:
        return message.behaviour not in _DID_NOT_ANSWER
    return message.author is Author.PERSON
