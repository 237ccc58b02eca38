"""How soon the first sentence of an answer can be shown, offline, after a warm-up.

    python -m bench.first_sentence

Questions go through the store and the turn runner as the page's do; the time is from handing the
turn over to the first sentence. Prints {p50_ms, p95_ms, max_ms, n}.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: see knowledge.embedding

import sys
import time
from contextlib import closing

from bench.figures import percentile, report
from bench.house import house_to_measure
from bench.questions import QUESTIONS
from shop.clients import Visitor
from shop.ids import new_id
from shop.language import Lang
from shop.turn_events import SentenceShown, TurnEnded
from wiring import Services, open_house

_WARM_UP: tuple[tuple[str, Lang], ...] = (
    ("Which leathers do you use?", "en"),
    ("你们用哪些皮革？", "zh"),
)
_PATIENCE_S = 10.0


def main() -> None:
    with house_to_measure() as settings, closing(open_house(settings)) as house:
        for text, lang in _WARM_UP:
            first_sentence_ms(house, text, lang)
        times = [first_sentence_ms(house, text, lang) for text, lang in QUESTIONS]
    slowest = max(zip(times, QUESTIONS, strict=True))
    print(f"slowest: {slowest[1][0]}", file=sys.stderr)
    report(
        p50_ms=round(percentile(times, 50), 1),
        p95_ms=round(percentile(times, 95), 1),
        max_ms=round(max(times), 1),
        n=len(times),
    )


def first_sentence_ms(house: Services, text: str, lang: Lang) -> float:
    """Of one question in a conversation of its own; the turn is left finished."""
    visitor = Visitor(new_id())
    conversation = house.chats.open(visitor, lang)
    house.advisor.greet(conversation.id, lang)
    _, turn_id = house.chats.say(visitor, conversation.id, text, new_id())
    if turn_id is None:
        raise AssertionError(f"the advisor was not to answer: {text}")
    began = time.perf_counter()
    house.runner.submit(turn_id)
    return (_first_sentence_at(house, turn_id) - began) * 1000


def _first_sentence_at(house: Services, turn_id: str) -> float:
    """Waits for the end of the turn too, so that turns do not overlap."""
    at, seen = 0.0, 0
    while True:
        events = house.runner.events(turn_id, seen, _PATIENCE_S)
        now = time.perf_counter()
        if not events:
            raise AssertionError(f"no news of turn {turn_id} within {_PATIENCE_S:.0f} s")
        if not at and any(isinstance(event, SentenceShown) for event in events):
            at = now
        seen += len(events)
        if isinstance(events[-1], TurnEnded):
            return at or now


if __name__ == "__main__":
    main()
