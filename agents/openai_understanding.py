"""A second reading of a message, by a model: what is asked, restated to stand alone.

It fills a small typed object and nothing more; what may be done with it is decided in
`agents.second_reading`. Its deadline is short, because the shopper has read nothing yet.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from langchain_core.runnables import Runnable
from langchain_core.utils.function_calling import convert_to_openai_function

from agents.chat_model import count, is_format_refused, why
from agents.deadline import Abandoned, one_in_time
from agents.fences import Fences
from agents.ladder import Ladder, Rung
from agents.meter import Meter
from agents.openai_language import earlier
from agents.second_reading import Understood
from shop.errors import ModelFailed
from shop.turns import TurnInput

_PROMPT = Path(__file__).parent / "prompts" / "understand.v1.md"
_LONGEST_MESSAGE = 2_000  # characters
_LONGEST_ANSWER = 20_000  # characters, thoughts included
_MOST_TRIES = 50  # braces at which an object may begin
_NAME = "restate"


class _Nonsense(Exception):
    """It answered, but not what was asked for."""


class OpenAIUnderstanding:
    """Reads with a chat model, asked for JSON in whichever way its endpoint understands."""

    def __init__(
        self, model: BaseChatModel, deadline_s: float, ladder: Ladder | None = None
    ) -> None:
        self._model, self._deadline_s = model, deadline_s
        self._ladder = ladder or Ladder()
        self._prompt = _PROMPT.read_text(encoding="utf-8")

    def read(self, turn: TurnInput, meter: Meter) -> Understood | None:
        """None while the endpoint is left alone. Raises ModelFailed with what staff should know."""
        if self._ladder.rung is None:
            return None
        messages = self._messages(turn)
        likely = meter.allow(*(message.text for message in messages))
        try:
            answer, understood = one_in_time(
                self._deadline_s, lambda: self._climb_down(messages), meter.has_left
            )
        except Abandoned as error:
            raise ModelFailed(why(error, self._deadline_s)) from error
        except _Nonsense as error:
            meter.count(likely, 0)
            raise ModelFailed("the model's reading cannot be read") from error
        except Exception as error:  # whatever a foreign server makes a library raise
            self._ladder.failed()
            raise ModelFailed(why(error, self._deadline_s)) from error
        self._ladder.worked()
        count(answer.usage_metadata, likely, answer.text, meter)
        return understood

    def _messages(self, turn: TurnInput) -> list[BaseMessage]:
        fences = Fences()
        data = [
            fences.around("earlier", earlier(turn.history)),
            fences.around("message", turn.message.text[:_LONGEST_MESSAGE]),
        ]
        prompt = self._prompt.format(mark=fences.mark)
        return [SystemMessage(prompt), HumanMessage("\n".join(data))]

    async def _climb_down(self, messages: Sequence[BaseMessage]) -> tuple[AIMessage, Understood]:
        """The first way that the endpoint does not refuse, all within one deadline."""
        while rung := self._ladder.rung:
            try:
                return await self._ask(rung, messages)
            except _Nonsense:
                self._ladder.step_down_from(rung)
                raise
            except Exception as error:
                if not is_format_refused(error):
                    raise
                self._ladder.step_down_from(rung)
        raise _Nonsense

    async def _ask(
        self, rung: Rung, messages: Sequence[BaseMessage]
    ) -> tuple[AIMessage, Understood]:
        answer = await self._asking(rung).ainvoke(list(messages))
        return answer, _read(_written(answer))

    def _asking(self, rung: Rung) -> Runnable[LanguageModelInput, AIMessage]:
        """The model, told to answer in that format. What comes is read here, strictly and in time
        that does not grow with its length: what mends broken JSON may take minutes for it."""
        if rung == "function_calling":
            return self._model.bind_tools([_function()], tool_choice=_NAME)
        if rung == "text":
            return self._model
        return self._model.bind(response_format=_format(rung))


@cache
def _function() -> dict[str, Any]:
    """What is asked for, as a function of OpenAI's with its schema."""
    return convert_to_openai_function(Understood, strict=True) | {"name": _NAME}


def _format(rung: Rung) -> dict[str, Any]:
    if rung == "json_mode":
        return {"type": "json_object"}
    schema = {"name": _NAME, "schema": _function()["parameters"], "strict": True}
    return {"type": "json_schema", "json_schema": schema}


def _written(answer: AIMessage) -> str:
    """The JSON of an answer: what a function was called with, or the text."""
    called = [*answer.tool_calls, *answer.invalid_tool_calls]
    arguments = called[0]["args"] if called else answer.text
    return arguments if isinstance(arguments, str) else json.dumps(arguments)


def _read(text: str) -> Understood:
    """The first JSON object of a text that is one of ours, whatever stands around it."""
    text, decoder = text[:_LONGEST_ANSWER], json.JSONDecoder()
    for brace in islice(re.finditer(r"\{", text), _MOST_TRIES):
        try:
            return Understood.model_validate(decoder.raw_decode(text, brace.start())[0])
        except (ValueError, RecursionError):
            continue
    raise _Nonsense
