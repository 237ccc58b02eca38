"""The advisor: hears a message, runs one turn, and keeps what came of it.

`reply` is a plain iterator of events; whoever consumes it (a terminal, a worker thread, an
SSE route) decides how to show them. Whatever happens inside, a turn ends with a stored message
or is left pending for the next process: a shopper's message is never lost.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING, cast

from agents import voice
from agents.meter import Meter, nobody_left
from agents.turn import Shown, TurnState, joined
from shop.chats import Chats
from shop.clients import Visitor
from shop.conversations import Attachment, Behaviour, Conversation, Message
from shop.ids import new_id
from shop.language import Lang
from shop.turn_events import SentenceShown, TurnEnded, TurnEvent, TurnStarted
from shop.turns import Answer, TurnInput, Turns

if TYPE_CHECKING:
    from agents.graph import TurnGraph

_log = logging.getLogger(__name__)

Watch = Callable[[TurnState], None]


class Advisor:
    """Answers turns. Safe to use from several threads; each turn stands alone.

    `graph` gives the graph when the first turn needs it: a greeting does not wait for libraries
    that take seconds to load. `tokens` is what models may use in one conversation; 0: no limit.
    """

    def __init__(
        self,
        chats: Chats,
        turns: Turns,
        graph: Callable[[], TurnGraph],
        mode: str,
        tokens: int = 0,
    ) -> None:
        self._chats, self._turns, self._graph, self._mode = chats, turns, graph, mode
        self._tokens = tokens

    def greet(self, conversation_id: str, lang: Lang) -> Message:
        """The first message of a conversation: says that the advisor is software (H-A1)."""
        greeting = [Shown(voice.GREETING.in_(lang))]
        return self._turns.greet(conversation_id, self._answer(greeting, lang, Behaviour.ANSWER))

    def reply(
        self,
        conversation_id: str,
        text: str,
        *,
        visitor: Visitor,
        attachments: Sequence[Attachment] = (),
        watch: Watch | None = None,
    ) -> Iterator[TurnEvent]:
        """Store what the visitor said in her conversation, then answer it.

        Yields nothing while a person has the conversation. `watch`: see `answer`. Raises BadInput
        for a blank or overlong message and NotFound when the conversation is not the visitor's.
        """
        _, turn_id = self._chats.say(visitor, conversation_id, text, new_id(), attachments)
        if turn_id is not None:
            yield from self.answer(turn_id, watch)

    def answer(
        self,
        turn_id: str,
        watch: Watch | None = None,
        has_left: Callable[[], bool] = nobody_left,
    ) -> Iterator[TurnEvent]:
        """Run one pending turn. The last event is TurnEnded; see `shop.turn_events`.

        `watch` is shown the turn's working papers once all steps are through. Once `has_left`, no
        model is waited for: the rest is said in the house's own words.
        """
        started = perf_counter()
        turn = self._turns.begin(turn_id)
        meter = Meter(self._left(turn.conversation), has_left)
        yield TurnStarted(turn_id, turn.conversation.lang)
        answer = yield from self._run(turn, meter, watch)
        answer = replace(answer, tokens_in=meter.tokens_in, tokens_out=meter.tokens_out)
        message = self._turns.finish(turn_id, answer)
        spent = (perf_counter() - started) * 1000
        ended = answer.behaviour if message else None
        yield TurnEnded(message.id if message else None, ended, spent)

    def _left(self, conversation: Conversation) -> int | None:
        return max(0, self._tokens - conversation.tokens) if self._tokens else None

    def _run(
        self, turn: TurnInput, meter: Meter, watch: Watch | None
    ) -> Generator[TurnEvent, None, Answer]:
        """Events of the turn; returns (to `yield from`) the answer to keep."""
        state: TurnState = {"input": turn, "meter": meter}
        try:
            state = cast(TurnState, self._graph().invoke(state))
            state |= yield from state["events"]
        except Exception as error:  # whatever broke, the shopper is told and the turn is kept
            _log.exception("turn %s failed", turn.turn_id)
            yield from self._apologise(turn.conversation.lang)
            return self._failed(turn, error, state)
        if watch:
            watch(state)
        return self._kept(state)

    def _apologise(self, lang: Lang) -> Iterator[TurnEvent]:
        yield SentenceShown(voice.FAILED.in_(lang))

    def _failed(self, turn: TurnInput, error: Exception, state: TurnState) -> Answer:
        """What the shopper has read, which is kept, and the apology after it."""
        lang = turn.conversation.lang
        remark = f"{type(error).__name__}: {error}"
        said = [*state.get("shown", ()), Shown(voice.FAILED.in_(lang))]
        kept = self._answer(said, lang, Behaviour.ABSTAIN, remark=remark)
        return replace(kept, ledger=tuple(state.get("ledger", ())))

    def _kept(self, state: TurnState) -> Answer:
        lang, plan = state["questions"][0].lang, state["plan"]
        remark = "\n".join(state["troubles"])
        kept = self._answer(state["shown"], lang, plan.behaviour, plan.cards, remark)
        return replace(
            kept,
            mode=state["mode"],
            ledger=tuple(state["ledger"]),
            disagreements=state["disagreements"],
        )

    def _answer(
        self,
        shown: Sequence[Shown],
        lang: Lang,
        behaviour: Behaviour,
        cards: tuple[str, ...] = (),
        remark: str = "",
    ) -> Answer:
        citations = tuple(dict.fromkeys(c for sentence in shown for c in sentence.citations))
        sentences = tuple(sentence.citing(citations) for sentence in shown)
        text = joined((sentence.text for sentence in shown), lang)
        return Answer(text, lang, behaviour, sentences, citations, cards, self._mode, remark)
