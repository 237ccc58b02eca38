"""The offline language: answers with the evidence's own sentences, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agents.meter import Meter
from agents.repeats import says_again
from agents.turn import Drafted, Evidence, Question
from knowledge.passages import sentences_of
from shop.conversations import Behaviour, Message


class OfflineLanguage:
    """Chooses and joins, saying nothing twice; it cannot invent, because it writes nothing of its
    own.
    """

    name = "offline"

    def compose(
        self,
        questions: Sequence[Question],
        evidence: Sequence[Evidence],
        history: Sequence[Message],
        meter: Meter | None = None,
    ) -> Iterator[Drafted]:
        del questions, history, meter  # the evidence was chosen for them already
        said = ""
        for index, item in enumerate(evidence):
            before = said if _answers(item) else ""  # 'we have no …' is said of each thing alike
            for sentence in sentences_of(item.statement):
                if sentence not in said and not says_again(sentence, before):
                    said = f"{said} {sentence}"
                    yield Drafted(sentence, (index,))


def _answers(item: Evidence) -> bool:
    return item.passage.behaviour is Behaviour.ANSWER and not item.unrecorded
