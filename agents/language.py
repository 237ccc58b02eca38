"""The one seam between the advisor and whatever phrases its answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from agents.meter import Meter
from agents.turn import Drafted, Evidence, Question
from shop.conversations import Message


class Language(Protocol):
    """Phrases an answer from evidence. It finds no facts and decides nothing."""

    name: str

    def compose(
        self,
        questions: Sequence[Question],
        evidence: Sequence[Evidence],
        history: Sequence[Message],
        meter: Meter | None = None,
    ) -> Iterator[Drafted]:
        """Sentences one by one, each with the evidence it rests on.

        What a model uses is counted by `meter`, which also says when nobody waits any more.
        Raises ModelFailed when no (more) sentence can be had; what came before stands.
        """
        ...
