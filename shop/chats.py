"""What a shopper can do: open a conversation, write, read, say whether an answer helped.

Every method names a visitor, and what is not the visitor's does not exist for them. Once a
conversation belongs to a client, only the signed-in client has it: the browser it began in
may be shared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from shop.audience import audience
from shop.clients import Visitor
from shop.conversations import (
    Attachment,
    Author,
    Conversation,
    Holder,
    Message,
    Turn,
    TurnState,
)
from shop.errors import BadInput, NotFound
from shop.handoffs import Handoff, HandoffState
from shop.ids import new_id
from shop.language import Lang, language_of
from shop.ownership import Verb, may, move
from shop.ports import DESK, Clock, Store, Work, conversation_topic
from shop.whose import theirs
from shop.writings import request_key, storable, written

LONGEST_ATTACHMENT = 20_000  # characters
MOST_ATTACHMENTS = 5
LONGEST_REASON = 500  # characters
SHOWN_AFTER_CLOSE = timedelta(days=1)  # so that a last reply can still be read


class Chats:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def open(self, visitor: Visitor, lang: Lang) -> Conversation:
        """The visitor's conversation: the one in progress or closed within a day, or a new one.

        It goes on in `lang`, which decides where her words leave the language open. A greeting
        in another language that nobody replied to is left behind for a new conversation.
        The advisor's greeting is added by the advisor (`Turns.greet`), not here.
        """
        with self._store.read() as work:
            found = self._current(work, visitor)
        return found if found and found.lang == lang else self._open_in(visitor, lang)

    def get(self, visitor: Visitor, conversation_id: str) -> Conversation:
        """Raises NotFound when it isn't theirs."""
        with self._store.read() as work:
            return theirs(work.conversations.get(conversation_id), visitor)

    def transcript(
        self, visitor: Visitor, conversation_id: str, after_seq: int = 0
    ) -> list[Message]:
        """Messages after `after_seq`, oldest first, without the remarks meant for staff."""
        with self._store.read() as work:
            theirs(work.conversations.get(conversation_id), visitor)
            messages = work.messages.of(conversation_id, after_seq)
        return [replace(message, remark="") for message in messages]

    def say(
        self,
        visitor: Visitor,
        conversation_id: str,
        text: str,
        request_id: str,
        attachments: Sequence[Attachment] = (),
    ) -> tuple[Message, str | None]:
        """Keep the shopper's message; (message, id of the turn that is to answer it or None).

        There is no turn while a person holds the conversation. The same `request_id` again
        gives the same result and stores nothing. A message reopens a closed conversation.
        Raises BadInput when blank or too long, NotFound when the conversation isn't theirs.
        """
        text, request_id = written(text), request_key(request_id)
        attached = _taken(attachments)
        with self._store.begin() as work:
            conversation = theirs(work.conversations.lock(conversation_id), visitor)
            earlier = work.messages.by_request(conversation_id, Author.SHOPPER, request_id)
            if earlier:
                return earlier, _turn_id(work, earlier)
            conversation = move(work, Verb.SAY, conversation)
            message = work.messages.append(self._message(conversation, text, attached), request_id)
            turn_id = self._ask(work, conversation, message)
            _record(work, visitor, "say", message.id, conversation)
            return message, turn_id

    def goes_on_elsewhere(self, visitor: Visitor, conversation_id: str) -> bool:
        """Whether a person has her in another conversation, because she was written to in it."""
        if visitor.client is None:
            return False
        with self._store.read() as work:
            found = self._current(work, visitor)
        return bool(found and found.id != conversation_id and found.holder is Holder.PERSON)

    def awaited(self, visitor: Visitor, conversation_id: str) -> Handoff | None:
        """The hand-over that nobody has claimed yet, or the note that waits; None without one."""
        with self._store.read() as work:
            theirs(work.conversations.get(conversation_id), visitor)
            handoff = work.handoffs.open_of(conversation_id)
        return handoff if handoff and handoff.state is HandoffState.WAITING else None

    def rate(self, visitor: Visitor, message_id: str, helpful: bool, reason: str = "") -> None:
        """Keep whether an advisor's answer helped, and why; the last rating counts.

        Raises NotFound when there is no such answer in the visitor's conversations.
        """
        reason = storable(reason).strip()
        if len(reason) > LONGEST_REASON:
            raise BadInput(f"Please give the reason in at most {LONGEST_REASON} characters.")
        with self._store.begin() as work:
            message = work.messages.get(message_id)
            if message is None or message.author is not Author.ADVISOR:
                raise NotFound("There is no such answer.")
            conversation = theirs(work.conversations.get(message.conversation_id), visitor)
            work.messages.rate(message_id, helpful, reason, self._clock())
            _record(work, visitor, "rate", message_id, conversation, helpful=helpful)

    def adopt(self, visitor: Visitor) -> None:
        """On sign-in: what the visitor said anonymously in this browser becomes the client's."""
        if visitor.client is None:
            raise BadInput("Only a signed-in client can adopt a conversation.")
        with self._store.begin() as work:
            for adopted in work.conversations.adopt(visitor.id, visitor.client.id):
                topics = (conversation_topic(adopted), DESK)
                work.record(visitor.actor, "adopt", adopted, topics)

    def _current(self, work: Work, visitor: Visitor) -> Conversation | None:
        client_id = visitor.client.id if visitor.client else None
        since = self._clock() - SHOWN_AFTER_CLOSE
        return work.conversations.current(visitor.id, client_id, closed_after=since)

    def _open_in(self, visitor: Visitor, lang: Lang) -> Conversation:
        client_id = visitor.client.id if visitor.client else None
        with self._store.begin() as work:
            work.alone(f"open:{client_id or visitor.id}")  # two tabs opened at once
            found = self._current(work, visitor)
            if found and found.lang == lang:
                return found
            if found and _has_begun(work, found):
                work.conversations.speak(found.id, lang)
                return replace(found, lang=lang)
            opened = Conversation(
                new_id(), visitor.id, client_id, lang, Holder.ADVISOR, self._clock()
            )
            work.conversations.add(opened)
            _record(work, visitor, "open", opened.id, opened)
            return opened

    def _message(
        self, conversation: Conversation, text: str, attachments: tuple[Attachment, ...]
    ) -> Message:
        return Message(
            id=new_id(),
            conversation_id=conversation.id,
            seq=0,
            author=Author.SHOPPER,
            text=text,
            at=self._clock(),
            lang=language_of(text, conversation.lang),
            attachments=attachments,
        )

    def _ask(self, work: Work, conversation: Conversation, message: Message) -> str | None:
        """Whoever owns the conversation owes an answer: the advisor a turn, a person her time."""
        if not may(Verb.ANSWER, conversation):
            work.handoffs.owe(conversation.id, message.at)
            return None
        turn = _pending_turn(message, self._clock())
        work.turns.add(turn)
        return turn.id


def _pending_turn(message: Message, at: datetime) -> Turn:
    return Turn(new_id(), message.conversation_id, message.id, TurnState.PENDING, at)


def _turn_id(work: Work, message: Message) -> str | None:
    turn = work.turns.of_message(message.id)
    return turn.id if turn else None


def _has_begun(work: Work, conversation: Conversation) -> bool:
    return any(m.author is not Author.ADVISOR for m in work.messages.of(conversation.id))


def _taken(attachments: Sequence[Attachment]) -> tuple[Attachment, ...]:
    if len(attachments) > MOST_ATTACHMENTS:
        raise BadInput(f"At most {MOST_ATTACHMENTS} attachments come with a message.")
    if any(len(attached.text) > LONGEST_ATTACHMENT for attached in attachments):
        raise BadInput(f"An attachment has at most {LONGEST_ATTACHMENT} characters.")
    return tuple(
        Attachment(storable(attached.channel), storable(attached.text)) for attached in attachments
    )


def _record(
    work: Work,
    visitor: Visitor,
    verb: str,
    subject: str,
    conversation: Conversation,
    **detail: bool,
) -> None:
    work.record(visitor.actor, verb, subject, audience(conversation), **detail)
