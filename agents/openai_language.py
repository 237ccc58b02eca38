"""The OpenAI language: phrases the same evidence with a model, over any compatible endpoint.

The model sees evidence as fenced data and writes one sentence a line, each with the numbers of
the evidence it rests on. Nothing it writes is shown before `agents.grounding` has passed it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import httpx2
import openai
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from agents.turn import Drafted, Evidence, Question
from shop.conversations import Message
from shop.errors import ModelFailed
from shop.language import Lang

_PROMPT = Path(__file__).parent / "prompts" / "compose.v1.md"
_CITED = re.compile(r"\s*((?:\[\d+(?:\s*,\s*\d+)*\]\s*)+)[.。]?\s*$")
_NUMBER = re.compile(r"\d+")
_LANGUAGE_NAMES: dict[Lang, str] = {"zh": "Simplified Chinese, addressing 您", "en": "English"}
_EARLIER_MESSAGES = 6


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
        for line in _lines(self._stream(messages)):
            drafted = _drafted(line)
            if drafted is not None:
                yield drafted

    def _messages(
        self,
        questions: Sequence[Question],
        evidence: Sequence[Evidence],
        history: Sequence[Message],
    ) -> list[BaseMessage]:
        lang = questions[0].lang
        prompt = self._prompt.format(advisor="Ambre", language=_LANGUAGE_NAMES[lang])
        earlier = "\n".join(f"{m.author}: {m.text}" for m in history[-_EARLIER_MESSAGES:])
        asked = "\n".join(question.text for question in questions)
        told = "\n".join(f"[{n}] {item.statement}" for n, item in enumerate(evidence, start=1))
        data = [_fenced("earlier", earlier), _fenced("evidence", told), _fenced("question", asked)]
        return [SystemMessage(prompt), HumanMessage("\n".join(data))]

    def _stream(self, messages: list[BaseMessage]) -> Iterator[str]:
        until = time.monotonic() + self._deadline_s
        try:
            for chunk in self._model.stream(messages):
                if time.monotonic() > until:
                    raise ModelFailed(f"the model took longer than {self._deadline_s:g} s")
                yield chunk.text
        except (openai.OpenAIError, httpx2.HTTPError) as error:
            raise ModelFailed(_why(error)) from error


def _fenced(name: str, text: str) -> str:
    """Data between tags that it cannot close itself."""
    inert = re.sub(rf"</?\s*(?:{name}|evidence|earlier|question)\s*>", "", text, flags=re.I)
    return f"<{name}>\n{inert}\n</{name}>"


def _lines(chunks: Iterable[str]) -> Iterator[str]:
    held = ""
    for chunk in chunks:
        held += chunk
        *whole, held = held.split("\n")
        yield from whole
    yield held


def _drafted(line: str) -> Drafted | None:
    """A line's sentence and evidence. A line that cites nothing cannot be proven: evidence ()."""
    cited = _CITED.search(line)
    text = (line[: cited.start()] if cited else line).strip().lstrip("-• ").strip()
    numbers = _NUMBER.findall(cited.group(1)) if cited else []
    return Drafted(text, tuple(int(n) - 1 for n in numbers)) if text else None


def _why(error: Exception) -> str:
    """One line for staff: what the endpoint did. Never holds a key."""
    status = getattr(error, "status_code", None)
    known = {
        401: "the model endpoint refused the key (401): check OPENAI_API_KEY",
        404: "the model endpoint does not know this model (404): check OPENAI_MODEL",
        429: "the model endpoint is over its limit (429)",
    }
    if status in known:
        return known[status]
    if status:
        return f"the model endpoint answered {status}"
    return f"the model endpoint failed: {type(error).__name__}"
