"""The OpenAI language: phrases the same evidence with a model, over any compatible endpoint.

The model sees evidence as fenced data and writes one sentence a line, each with the numbers of
the evidence it rests on. Nothing it writes is shown before `agents.grounding` has passed it, and
whatever the endpoint does, the deadline holds and the turn goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from agents.chat_model import why
from agents.deadline import in_time
from agents.model_lines import drafts, lines
from agents.turn import Drafted, Evidence, Question
from shop.conversations import Message
from shop.errors import ModelFailed
from shop.language import Lang

_PROMPT = Path(__file__).parent / "prompts" / "compose.v1.md"
_LANGUAGE_NAMES: dict[Lang, str] = {"zh": "Simplified Chinese, addressing 您", "en": "English"}
_EARLIER_MESSAGES = 6
_LONGEST_EARLIER = 600  # characters of an earlier message
_LONGEST_ANSWER = 20_000  # characters, thoughts included
_MOST_SENTENCES = 12


class OpenAILanguage:
    """Composes with a chat model. `deadline_s` bounds the whole answer, not only one read."""

    name = "openai"

    def __init__(self, model: BaseChatModel, deadline_s: float) -> None:
        self._model, self._deadline_s = model, deadline_s
        self._prompt = _PROMPT.read_text(encoding="utf-8")

    def compose(
        self,
        questions: Sequence[Question],
        evidence: Sequence[Evidence],
        history: Sequence[Message],
    ) -> Iterator[Drafted]:
        """Sentences as the model finishes them. Raises ModelFailed with what staff should know."""
        messages = self._messages(questions, evidence, history)
        lang, written = questions[0].lang, 0
        for line in lines(self._stream(messages)):
            for drafted in drafts(line, lang):
                yield drafted
                written += 1
            if written >= _MOST_SENTENCES:
                return

    def _messages(
        self,
        questions: Sequence[Question],
        evidence: Sequence[Evidence],
        history: Sequence[Message],
    ) -> list[BaseMessage]:
        lang = questions[0].lang
        prompt = self._prompt.format(advisor="Ambre", language=_LANGUAGE_NAMES[lang])
        earlier = "\n".join(
            f"{m.author}: {m.text[:_LONGEST_EARLIER]}" for m in history[-_EARLIER_MESSAGES:]
        )
        told = "\n".join(f"[{n}] {item.statement}" for n, item in enumerate(evidence, start=1))
        data = [
            _fenced("earlier", earlier),
            _fenced("evidence", told),
            _fenced("question", questions[0].text),
        ]
        return [SystemMessage(prompt), HumanMessage("\n".join(data))]

    def _stream(self, messages: list[BaseMessage]) -> Iterator[str]:
        """Text as it comes. Raises ModelFailed unless it comes to a proper end in time."""
        length, ending = 0, ""
        try:
            for chunk in in_time(self._deadline_s, lambda: self._model.stream(messages)):
                ending = chunk.response_metadata.get("finish_reason") or ending
                length += len(chunk.text)
                if length > _LONGEST_ANSWER:
                    raise ModelFailed("the model did not come to an end")
                yield chunk.text
        except ModelFailed:
            raise
        except Exception as error:  # whatever a foreign server makes a library raise
            raise ModelFailed(why(error, self._deadline_s)) from error
        if ending != "stop":
            raise ModelFailed(f"the model's answer broke off ({ending or 'without an end'})")
        if not length:
            raise ModelFailed("the model's answer was empty")


def _fenced(name: str, text: str) -> str:
    """Data between tags that it cannot close itself."""
    inert = re.sub(rf"</?\s*(?:{name}|evidence|earlier|question)\s*>", "", text, flags=re.I)
    return f"<{name}>\n{inert}\n</{name}>"
