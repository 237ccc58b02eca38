"""How long each step of a turn takes, in milliseconds, kept beside its papers.

Composing and checking are lazy: each is counted where its sentences are waited for, and what the
check waits for a draft is composing.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from time import perf_counter

from agents.turn import Drafted, TurnState
from shop.turn_events import TurnEvent

Step = Callable[[TurnState], TurnState]
_COMPOSE, _CHECK = "compose", "check"


def timed(name: str, step: Step) -> Step:
    """The step, which adds its time to the turn's `took`."""

    def run(state: TurnState) -> TurnState:
        took, began = state.setdefault("took", {}), perf_counter()
        left = step(state)
        took[name] = (perf_counter() - began) * 1000
        if "drafted" in left:
            left["drafted"] = _drafted(left["drafted"], took)
        if "events" in left:
            left["events"] = _events(left["events"], took)
        return {**left, "took": took}

    return run


def _drafted(drafted: Iterable[Drafted], took: dict[str, float]) -> Iterator[Drafted]:
    sentences = iter(drafted)
    while True:
        began = perf_counter()
        try:
            sentence = next(sentences)
        except StopIteration:
            return
        finally:
            took[_COMPOSE] += (perf_counter() - began) * 1000
        yield sentence


def _events(
    events: Generator[TurnEvent, None, TurnState], took: dict[str, float]
) -> Generator[TurnEvent, None, TurnState]:
    while True:
        composed, began = took[_COMPOSE], perf_counter()
        try:
            event = next(events)
        except StopIteration as end:
            left: TurnState = end.value
            return left
        finally:
            took[_CHECK] += (perf_counter() - began) * 1000 - (took[_COMPOSE] - composed)
        yield event
