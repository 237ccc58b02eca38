"""The advisor's side of the store: which messages wait for an answer, and the answers.

A turn is pending, then running in exactly one process, then done, failed or withdrawn. The
holder of the conversation is looked at again in the transaction that would keep the answer: if
a person took over meanwhile, the answer is discarded. A process that runs a turn holds a lease;
a turn whose process died goes back to pending (`unfinished`) and is answered anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from shop.audience import audience
from shop.clients import Client
from shop.conversations import (
    Author,
    Behaviour,
    Citation,
    Conversation,
    Message,
    Sentence,
    Turn,
    TurnState,
)
from shop.disagreements import Disagreement
from shop.errors import Conflict
from shop.existing import existing
from shop.ids import new_id
from shop.language import Lang
from shop.notices import UNANSWERED, notice
from shop.ownership import Verb, locked, may
from shop.ports import KNOWLEDGE, Clock, Store, Work
from shop.proofs import SentenceProof, storable_proof
from shop.runners import is_gone, runner_name
from shop.writings import storable

LEASE = timedelta(minutes=3)  # far longer than the slowest answer
PATIENCE = timedelta(seconds=30)  # before another process looks at what was only asked
LONGEST_REMARK = 1000  # characters
_ADVISOR = "advisor"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the advisor would say; the fields are those of Message, and what it cost."""

    text: str
    lang: Lang
    behaviour: Behaviour
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    cards: tuple[str, ...] = ()
    mode: str = ""
    remark: str = ""
    tokens_in: int = 0  # of the models that were asked, which is no field of the message
    tokens_out: int = 0
    ledger: tuple[SentenceProof, ...] = ()  # every sentence drafted, kept beside the message
    disagreements: tuple[Disagreement, ...] = ()  # found on the way, for the content team


@dataclass(frozen=True, slots=True)
class TurnInput:
    """All that a turn needs. `history` holds what was said besides `message`, oldest first.

    When a shopper writes twice in a row, the history of the second turn holds the answer to the
    first, and that of the first doesn't hold the second message.
    """

    turn_id: str
    conversation: Conversation
    message: Message
    history: tuple[Message, ...]
    client: Client | None


class Turns:
    def __init__(self, store: Store, clock: Clock, lease: timedelta = LEASE) -> None:
        self._store = store
        self._clock = clock
        self._lease = lease
        self._runner = runner_name()

    def begin(self, turn_id: str) -> TurnInput:
        """Take a pending turn. Raises NotFound, or Conflict when it runs already or is over."""
        now = self._clock()
        with self._store.begin(lasting=False) as work:  # undone, it is pending, and begun again
            turn = _turn(work, turn_id)
            conversation = locked(work, turn.conversation_id)
            if not work.turns.start(turn_id, self._runner, now, now + self._lease):
                raise Conflict(f"This turn can't begin: it is {_turn(work, turn_id).state}.")
            return _input_of(work, turn, conversation)

    def finish(self, turn_id: str, answer: Answer) -> Message | None:
        """Keep the answer. None: discarded, because a person took over or the turn was lost.

        What it cost is kept in either case. Finishing a turn again gives the message that was
        kept the first time.
        """
        with self._store.begin() as work:
            turn = _turn(work, turn_id)
            conversation = locked(work, turn.conversation_id)
            turn = _turn(work, turn_id)  # as it stands under the lock
            if turn.state is TurnState.DONE and turn.answer_id:
                return work.messages.get(turn.answer_id)
            if turn.state is not TurnState.RUNNING or turn.runner != self._runner:
                return None
            work.conversations.spend(conversation.id, answer.tokens_in, answer.tokens_out)
            if not may(Verb.ANSWER, conversation):
                self._withdraw(work, turn)
                return None
            message = work.messages.append(self._message(conversation, answer))
            work.proofs.add(message.id, list(map(storable_proof, answer.ledger)))
            self._note_disagreements(work, turn, answer)
            work.turns.end(turn_id, TurnState.DONE, self._clock(), answer_id=message.id)
            _record(work, conversation, "answer", message.id, behaviour=answer.behaviour)
            return message

    def fail(self, turn_id: str, why: str) -> None:
        """Give the turn up, and say so to the shopper; `why` is for staff.

        A turn that is over already stays as it is.
        """
        with self._store.begin() as work:
            turn = _turn(work, turn_id)
            conversation = locked(work, turn.conversation_id)
            if _turn(work, turn_id).state not in (TurnState.PENDING, TurnState.RUNNING):
                return
            if may(Verb.ANSWER, conversation):
                work.messages.append(notice(conversation, UNANSWERED, "", self._clock()))
            why = storable(why)[:LONGEST_REMARK]
            work.turns.end(turn_id, TurnState.FAILED, self._clock(), why=why)
            _record(work, conversation, "fail", turn_id, why=why)

    def unfinished(self, at_start: bool = False) -> list[str]:
        """Ids of turns to answer, oldest first; those of dead processes are pending again.

        A process is dead when its lease ran out or, on this machine, its pid is gone. With
        `at_start` every running turn counts as interrupted: the single embedded process knows
        that no other can be at it.
        """
        with self._store.begin() as work:
            for turn in work.turns.in_state(TurnState.RUNNING):
                if at_start or self._is_interrupted(turn):
                    work.turns.put_back(turn.id, turn.runner)
            return [turn.id for turn in work.turns.in_state(TurnState.PENDING)]

    def neglected(self) -> list[str]:
        """Ids of turns that nobody is at, of each conversation the first; for now and then.

        Those of dead processes are pending again. One that was only asked is left for a while to
        the process that took the message, so that turns of one conversation stay in order.
        """
        with self._store.read() as work:
            dead = [t for t in work.turns.in_state(TurnState.RUNNING) if self._is_interrupted(t)]
            waiting = work.turns.neglected(self._clock() - PATIENCE)
        if not dead:
            return waiting
        with self._store.begin() as work:
            for turn in dead:
                work.turns.put_back(turn.id, turn.runner)
            return list(dict.fromkeys([*(turn.id for turn in dead), *waiting]))

    def conversation_of(self, turn_id: str) -> str:
        """The id of the conversation a turn belongs to. Raises NotFound."""
        with self._store.read() as work:
            return _turn(work, turn_id).conversation_id

    def greet(self, conversation_id: str, answer: Answer) -> Message:
        """The advisor's first message of a conversation; asked again, the one it gave before."""
        with self._store.begin() as work:
            conversation = locked(work, conversation_id)
            for message in work.messages.of(conversation_id):
                if message.author is Author.ADVISOR:
                    return message
            greeting = work.messages.append(self._message(conversation, answer))
            _record(work, conversation, "greet", greeting.id)
            return greeting

    def _note_disagreements(self, work: Work, turn: Turn, answer: Answer) -> None:
        for found in answer.disagreements:
            if work.disagreements.add(found, turn.message_id, self._clock()):
                work.record(_ADVISOR, "disagreement", found.said, (KNOWLEDGE,))

    def _withdraw(self, work: Work, turn: Turn) -> None:
        work.turns.end(turn.id, TurnState.WITHDRAWN, self._clock())
        work.record(_ADVISOR, "withdraw", turn.id)

    def _message(self, conversation: Conversation, answer: Answer) -> Message:
        return Message(
            id=new_id(),
            conversation_id=conversation.id,
            seq=0,
            author=Author.ADVISOR,
            text=storable(answer.text),
            at=self._clock(),
            lang=answer.lang,
            behaviour=answer.behaviour,
            sentences=tuple(Sentence(storable(s.text), s.cites) for s in answer.sentences),
            citations=answer.citations,
            cards=answer.cards,
            mode=answer.mode,
            remark=storable(answer.remark)[:LONGEST_REMARK],
        )

    def _is_interrupted(self, turn: Turn) -> bool:
        if turn.runner == self._runner:
            return False
        if turn.lease_until is None or turn.lease_until <= self._clock():
            return True
        return is_gone(turn.runner)


def _turn(work: Work, turn_id: str) -> Turn:
    return existing(work.turns.get(turn_id), "turn")


def _input_of(work: Work, turn: Turn, conversation: Conversation) -> TurnInput:
    messages = work.messages.of(turn.conversation_id)
    asked = next(message for message in messages if message.id == turn.message_id)
    history = tuple(m for m in messages if m.seq < asked.seq or m.author is not Author.SHOPPER)
    client = work.clients.get(conversation.client_id) if conversation.client_id else None
    return TurnInput(turn.id, conversation, asked, history, client)


def _record(work: Work, conversation: Conversation, verb: str, subject: str, **detail: str) -> None:
    work.record(_ADVISOR, verb, subject, audience(conversation), **detail)
