"""An offline turn beside the bare embedding-and-search call, over the same questions, in one run.

    python -m bench.turn

A turn is a shopper's, through the store: her message is kept, the advisor answers, the answer is
kept. The bare call embeds the question's words and searches the index once, exactly as the turn's
first search does. For every golden question the two go one after the other, each first every other
time, and no vector of one is in the other's memory; of a conversation only the last turn counts.
Prints {p50_ms, p95_ms, bare_ms, ratio_p50, n}: of the turns; the bare call's median; how many
such calls the median turn takes.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: see knowledge.embedding

import sys
import time
from collections.abc import Sequence
from contextlib import closing
from copy import copy

from agents.grading import Case
from bench.figures import percentile, report
from bench.golden_cases import golden_cases
from bench.house import house_to_measure
from knowledge.embedders import Embedder
from knowledge.search import Search
from shop.clients import Visitor
from shop.ids import new_id
from shop.language import Lang
from wiring import Services, open_house

_WARM_UP = 10  # cases


def main() -> None:
    cases = golden_cases()
    with house_to_measure() as settings, closing(open_house(settings)) as house:
        for case in cases[:: len(cases) // _WARM_UP]:
            both_ms(house, case, turn_first=True)
        timed = [both_ms(house, case, bool(n % 2)) for n, case in enumerate(cases)]
    turns, bare = zip(*timed, strict=True)
    slowest = max(zip(turns, (case.turns[-1] for case in cases), strict=True))
    print(f"slowest: {slowest[1]}", file=sys.stderr)
    report(**figures(turns, bare))


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


def both_ms(house: Services, case: Case, turn_first: bool) -> tuple[float, float]:
    """(turn, bare call) of a case's last question, in ms."""
    lang: Lang = "zh" if case.lang == "zh" else "en"
    if turn_first:
        turn = turn_ms(house, case.turns, lang)
        return turn, bare_ms(house, case.turns[-1], lang)
    bare = bare_ms(house, case.turns[-1], lang)
    return turn_ms(house, case.turns, lang), bare


def turn_ms(house: Services, said: Sequence[str], lang: Lang) -> float:
    """Of the last message of a new conversation: until the stored answer."""
    visitor = Visitor(new_id())
    conversation = house.chats.open(visitor, lang)
    house.advisor.greet(conversation.id, lang)
    for text in said:
        began = time.perf_counter()
        for _ in house.advisor.reply(conversation.id, text, visitor=visitor):
            pass
    return (time.perf_counter() - began) * 1000


def bare_ms(house: Services, text: str, lang: Lang) -> float:
    """Of one call of the product's search by an embedder that remembers nothing."""
    index = copy(house.index)
    index.embedder = Embedder(index.embedder.engine)
    search = Search(index)
    began = time.perf_counter()
    search.find(text, lang)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
