"""The OpenAI language: phrases the same evidence with a model, over any compatible endpoint.

The model sees evidence as fenced data and writes one sentence a line, each with the numbers of
the evidence it rests on. Nothing it writes is shown before `agents.proof` has passed it, and
whatever the endpoint does, the deadline holds and the turn goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from agents.fences import Fences
from agents.meter import Meter
from agents.model_line import ModelLine
from agents.model_lines import drafts, lines
from agents.turn import Drafted, Evidence, Question
from shop.conversations import Message
from shop.errors import ModelFailed
from shop.language import Lang

_PROMPT = Path(__file__).parent / "prompts" / "compose.v2.md"
_LANGUAGE_NAMES: dict[Lang, str] = {"zh": "Simplified Chinese, addressing 您", "en": "English"}
_EARLIER_MESSAGES = 6
_LONGEST_EARLIER = 600  # characters of an earlier message
_LONGEST_ANSWER = 20_000  # characters, thoughts included
_MOST_SENTENCES = 12


class OpenAILanguage:
    """Composes with a chat model. `deadline_s` bounds the whole answer, not only one read."""

    name = "openai"

    def __init__(self, model: BaseChatModel, deadline_s: float) -> None:
        self._line = ModelLine(model, deadline_s)
        self._prompt = _PROMPT.read_text(encoding="utf-8")

    def compose(
        self,
        questions: Sequence[Question],
        evidence: Sequence[Evidence],
        history: Sequence[Message],
        meter: Meter | None = None,
    ) -> Iterator[Drafted]:
        """Sentences as the model finishes them. Raises ModelFailed with what staff should know."""
        messages = self._messages(questions, evidence, history)
        lang, text = questions[0].lang, self._text(messages, meter or Meter())
        drafted = (draft for line in lines(text) for draft in drafts(line, lang))
        yield from islice(drafted, _MOST_SENTENCES)

    def _messages(
        self,
        questions: Sequence[Question],
        evidence: Sequence[Evidence],
        history: Sequence[Message],
    ) -> list[BaseMessage]:
        fences, lang = Fences(), questions[0].lang
        prompt = self._prompt.format(
            advisor="Ambre", language=_LANGUAGE_NAMES[lang], mark=fences.mark
        )
        data = [
            fences.around("earlier", earlier(history)),
            fences.around_numbered("evidence", (item.statement for item in evidence)),
            fences.around("question", questions[0].text),
        ]
        return [SystemMessage(prompt), HumanMessage("\n".join(data))]

    def _text(self, messages: list[BaseMessage], meter: Meter) -> Iterator[str]:
        """Text as it comes. Raises ModelFailed unless it comes to a proper end in time."""
        length, ending = 0, ""
        for chunk in self._line.stream(messages, meter):
            ending = chunk.response_metadata.get("finish_reason") or ending
            length += len(chunk.text)
            if length > _LONGEST_ANSWER:
                raise ModelFailed("the model did not come to an end")
            yield chunk.text
        if ending != "stop":
            raise ModelFailed(f"the model's answer broke off ({ending or 'without an end'})")
        if not length:
            raise ModelFailed("the model's answer was empty")


def earlier(history: Sequence[Message]) -> str:
    """The last messages, each with who wrote it."""
    return "\n".join(
        f"{message.author}: {message.text[:_LONGEST_EARLIER]}"
        for message in history[-_EARLIER_MESSAGES:]
    )
