"""How long each step of a turn takes, in milliseconds, kept beside its papers.

What composing takes is counted where its sentences are waited for: they are drafted lazily, while
the step that checks them runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import perf_counter

from agents.turn import Drafted, TurnState

Step = Callable[[TurnState], TurnState]
_LAZY = "compose"


def timed(name: str, step: Step) -> Step:
    """The step, which adds its time to the turn's `took`."""

    def run(state: TurnState) -> TurnState:
        took = state.setdefault("took", {})
        waited, began = took.get(_LAZY, 0.0), perf_counter()
        left = step(state)
        spent = (perf_counter() - began) * 1000 - (took.get(_LAZY, 0.0) - waited)
        took[name] = took.get(name, 0.0) + spent
        if "drafted" in left:
            left["drafted"] = _waited_for(left["drafted"], took)
        return {**left, "took": took}

    return run


def _waited_for(drafted: Iterable[Drafted], took: dict[str, float]) -> Iterator[Drafted]:
    sentences = iter(drafted)
    while True:
        began = perf_counter()
        try:
            sentence = next(sentences)
        except StopIteration:
            return
        finally:
            took[_LAZY] = took.get(_LAZY, 0.0) + (perf_counter() - began) * 1000
        yield sentence
