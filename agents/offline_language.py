"""The offline language: answers with the evidence's own sentences, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agents.meter import Meter
from agents.turn import Drafted, Evidence, Question
from knowledge.passages import sentences_of
from shop.conversations import Message


class OfflineLanguage:
    """Chooses and joins; it cannot invent, because it writes nothing of its own."""

    name = "offline"

    def compose(
        self,
        questions: Sequence[Question],
        evidence: Sequence[Evidence],
        history: Sequence[Message],
        meter: Meter | None = None,
    ) -> Iterator[Drafted]:
        del questions, history, meter  # the evidence was chosen for them already
        said: set[str] = set()
        for index, item in enumerate(evidence):
            for sentence in sentences_of(item.statement):
                if sentence not in said:
                    said.add(sentence)
                    yield Drafted(sentence, (index,))
