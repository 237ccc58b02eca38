"""A machine's translation of a message, for staff to read or to send.

It is never shown unmarked: a page says that a machine wrote it, and where its figures are not those
of the original, that too. Nothing here decides what is sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from agents.brief.figures import figures_in
from agents.copilot.addresses import added
from agents.copilot.interpreter import Translation
from agents.fences import Fences
from agents.meter import Meter
from agents.model_line import ModelLine
from agents.model_lines import lines
from shop.errors import ModelFailed
from shop.language import Lang, language_of

_PROMPT = Path(__file__).parents[1] / "prompts" / "translate.v1.md"
_NAMES: dict[Lang, str] = {"zh": "Simplified Chinese, addressing 您", "en": "English"}
_LONGEST_ANSWER = 20_000  # characters, thoughts included


class Translating:
    """`deadline_s` bounds each translation; the names of `pieces` are never translated."""

    def __init__(self, model: BaseChatModel, deadline_s: float, pieces: Sequence[str]) -> None:
        self._line = ModelLine(model, deadline_s)
        self._prompt = _PROMPT.read_text(encoding="utf-8")
        self._pieces = ", ".join(pieces)

    def __call__(self, text: str, to: Lang, meter: Meter) -> Translation:
        """Raises ModelFailed, also for another language, or an address that was not there."""
        said = self._said(self._messages(text, to), meter)
        if not said or language_of(said, to) != to:
            raise ModelFailed("the model wrote no translation")
        if brought := added(said, text):
            raise ModelFailed(f"the model's translation brought in: {brought}")
        return Translation(said, to, figures_in(said) == figures_in(text))

    def _said(self, messages: Sequence[BaseMessage], meter: Meter) -> str:
        written, ending = "", ""
        for chunk in self._line.stream(messages, meter):
            ending = chunk.response_metadata.get("finish_reason") or ending
            written += chunk.text
            if len(written) > _LONGEST_ANSWER:
                raise ModelFailed("the model did not come to an end")
        if ending != "stop":
            raise ModelFailed(f"the model's translation broke off ({ending or 'without an end'})")
        return "\n".join(lines([written])).strip()

    def _messages(self, text: str, to: Lang) -> list[BaseMessage]:
        fences = Fences()
        prompt = self._prompt.format(language=_NAMES[to], pieces=self._pieces, mark=fences.mark)
        return [SystemMessage(prompt), HumanMessage(fences.around("message", text))]
