"""An offline turn beside the bare embedding-and-search call, over the same questions, in one run.

    python -m bench.turn

A turn is a shopper's, through the store: her message is kept, the advisor answers, the answer is
kept. The bare call embeds the question's words and searches the index once, exactly as the turn's
first search does. The two go one after the other, each first every other time, and no vector of one
is in the other's memory. Prints {p50_ms, p95_ms, bare_ms, ratio_p50, n}: of the turns; the bare
call's median; how many such calls the median turn takes. They are of the questions of many kinds
(bench/questions.py), and with `golden_` of the golden ones: those name pieces and lean on earlier
messages, so that a turn searches for two wordings in the median and for six in the longest.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: see knowledge.embedding

import sys
import time
from collections.abc import Sequence
from contextlib import closing
from copy import copy
from dataclasses import dataclass

from bench.figures import percentile, report
from bench.golden_cases import golden_cases
from bench.house import house_to_measure
from bench.questions import QUESTIONS
from knowledge.embedders import Embedder
from knowledge.search import Search
from shop.clients import Visitor
from shop.ids import new_id
from shop.language import Lang
from wiring import Services, open_house

_WARM_UP = 10  # questions
_ROUNDS = 3  # of the few questions of many kinds


@dataclass(frozen=True, slots=True)
class Asked:
    """What is said in one conversation; the last is timed."""

    said: tuple[str, ...]
    lang: Lang


def main() -> None:
    many = [Asked((text,), lang) for text, lang in QUESTIONS]
    golden = [Asked(case.turns, case.opened_in) for case in golden_cases() if case.tier is None]
    with house_to_measure() as settings, closing(open_house(settings)) as house:
        timed(house, golden[:: len(golden) // _WARM_UP])
        of_many, of_golden = timed(house, many * _ROUNDS), timed(house, golden)
    more = {f"golden_{name}": value for name, value in figures(*of_golden).items()}
    report(**figures(*of_many), **more)


def figures(turns: Sequence[float], bare: Sequence[float]) -> dict[str, float]:
    """From the times in ms of the same questions."""
    p50, bare_p50 = percentile(turns, 50), percentile(bare, 50)
    return {
        "p50_ms": round(p50, 1),
        "p95_ms": round(percentile(turns, 95), 1),
        "bare_ms": round(bare_p50, 1),
        "ratio_p50": round(p50 / bare_p50, 2),
        "n": len(turns),
    }


def timed(house: Services, asked: Sequence[Asked]) -> tuple[list[float], list[float]]:
    """Times of turns and of bare calls, in ms."""
    turns, bare = [], []
    for number, one in enumerate(asked):
        if number % 2:
            bare.append(bare_ms(house, one))
        turns.append(turn_ms(house, one))
        if not number % 2:
            bare.append(bare_ms(house, one))
    slowest = max(zip(turns, asked, strict=True), key=lambda pair: pair[0])
    print(f"slowest: {slowest[1].said[-1]} ({slowest[0]:.0f} ms)", file=sys.stderr)
    return turns, bare


def turn_ms(house: Services, asked: Asked) -> float:
    """Of the last message of a new conversation: until the stored answer."""
    visitor = Visitor(new_id())
    conversation = house.chats.open(visitor, asked.lang)
    house.advisor.greet(conversation.id, asked.lang)
    began = 0.0
    for text in asked.said:
        forget(house)
        began = time.perf_counter()
        for _ in house.advisor.reply(conversation.id, text, visitor=visitor):
            pass
    return (time.perf_counter() - began) * 1000


def bare_ms(house: Services, asked: Asked) -> float:
    """Of one call of the product's search by an embedder that remembers nothing."""
    index = copy(house.index)
    index.embedder = Embedder(index.embedder.engine)
    search = Search(index)
    began = time.perf_counter()
    search.find(asked.said[-1], asked.lang)
    return (time.perf_counter() - began) * 1000


def forget(house: Services) -> None:
    """Vectors of questions asked before are embedded again."""
    house.index.embedder = Embedder(house.index.embedder.engine)


if __name__ == "__main__":
    main()
