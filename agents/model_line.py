"""The line to a model: one request within a deadline, tried once more where that may help.

A second attempt is made only before the first word has come, when what went wrong may pass
(no connection, 429, 5xx) and at most half of the deadline is gone; never after a shopper may have
read something. The pause before it is short and random, so that many turns that failed together
do not come back together.
"""

from __future__ import annotations

import random
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import aclosing
from typing import cast

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    stop_after_attempt,
    stop_before_delay,
)

from agents.chat_model import come_back_in, count, is_not_understood, may_pass, why
from agents.deadline import in_time
from agents.meter import Meter
from shop.errors import ModelFailed

_ROOM = 0.5  # of the deadline, within which a second attempt may begin
_PAUSE = (0.01, 0.05)  # of the deadline
_MOST_ATTEMPTS = 2

Chunks = AsyncGenerator[AIMessageChunk, None]
_Begun = tuple[list[AIMessageChunk], Chunks]  # up to the first word; the rest


class ModelLine:
    """Streams a model's answers. `deadline_s` bounds each whole answer, not only one read."""

    def __init__(self, model: BaseChatModel, deadline_s: float) -> None:
        self._model, self._deadline_s = model, deadline_s
        self._asks_usage = True  # until an endpoint answers only without being asked

    def stream(self, messages: Sequence[BaseMessage], meter: Meter) -> Iterator[AIMessageChunk]:
        """Chunks as they come. Raises ModelFailed with what staff should know."""
        likely = meter.allow(*(message.text for message in messages))
        seen: list[AIMessageChunk] = []
        try:
            for chunk in in_time(self._deadline_s, lambda: self._open(messages), meter.has_left):
                seen.append(chunk)
                yield chunk
        except Exception as error:  # whatever a foreign server makes a library raise
            raise ModelFailed(why(error, self._deadline_s)) from error
        finally:
            if seen:
                said = [chunk.usage_metadata for chunk in seen if chunk.usage_metadata]
                written = "".join(chunk.text for chunk in seen)
                count(said[-1] if said else None, likely, written, meter)

    async def _open(self, messages: Sequence[BaseMessage]) -> Chunks:
        begun: _Begun = await self._attempts()(self._begin, messages)
        first, rest = begun
        async with aclosing(rest):
            for chunk in first:
                yield chunk
            async for chunk in rest:
                yield chunk

    def _attempts(self) -> AsyncRetrying:
        return AsyncRetrying(
            retry=retry_if_exception(may_pass),
            stop=stop_after_attempt(_MOST_ATTEMPTS) | stop_before_delay(self._deadline_s * _ROOM),
            wait=self._pause,
            reraise=True,
        )

    def _pause(self, attempt: RetryCallState) -> float:
        """Seconds: a random moment, or as long as the endpoint asked for."""
        failed = attempt.outcome.exception() if attempt.outcome else None
        moment = self._deadline_s * random.uniform(*_PAUSE)  # noqa: S311  # no secret depends on it
        return max(moment, come_back_in(failed))

    async def _begin(self, messages: Sequence[BaseMessage]) -> _Begun:
        """The stream once its first word is there.

        Usage at the end of a stream is optional, and some endpoints refuse what asks for it.
        """
        try:
            return await _begun(self._chunks(messages, usage=self._asks_usage))
        except Exception as error:
            if not (self._asks_usage and is_not_understood(error)):
                raise
        begun = await _begun(self._chunks(messages, usage=False))
        self._asks_usage = False
        return begun

    def _chunks(self, messages: Sequence[BaseMessage], usage: bool) -> Chunks:
        return cast(Chunks, self._model.astream(list(messages), stream_usage=usage))


async def _begun(chunks: Chunks) -> _Begun:
    first: list[AIMessageChunk] = []
    async for chunk in chunks:
        first.append(chunk)
        if chunk.text:
            break
    return first, chunks
