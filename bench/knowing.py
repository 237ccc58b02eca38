"""How near the golden questions come to what is written, those that nobody can answer among them.

    python -m bench.knowing

For every question of bench/golden: the relevance of its best passage, and whether that passage
says how to behave as the question wants. A question that a cue sends to a section counts for the
behaviour, not for the scores. Prints {n, behaviour, known, answerable_lowest, answerable_below,
unanswerable_lowest, unanswerable_median, silenced}:

- behaviour: share of questions whose best passage has the behaviour wanted
- known: the floor below which the advisor says that it does not know (agents/steps/decide.py)
- answerable_lowest, answerable_below: lowest best score of those with an answer; how many are
  below the floor
- unanswerable_lowest, unanswerable_median: best scores of those without one
- silenced: how many answerable ones a floor at that median would silence
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: see knowledge.embedding

import statistics
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

from agents.grading import Case
from agents.house_words import load_words
from agents.recognisers.books import open_books
from agents.steps.decide import KNOWN
from agents.steps.retrieve import heard, retrieve
from agents.steps.understand import understand
from agents.turn import Question
from bench.figures import report
from bench.golden_cases import golden_cases
from bench.house import house_to_measure
from knowledge.passages import Hit
from knowledge.sources import Sources
from shop.conversations import Author, Behaviour, Conversation, Holder, Message
from shop.turns import TurnInput
from wiring import HOUSE, Services, open_house, utc_now


@dataclass(frozen=True, slots=True)
class Found:
    """One question's best passage. `cued`: its words named the section, likeness had no say."""

    wanted: str
    behaviour: Behaviour
    score: float
    cued: bool


def main() -> None:
    with house_to_measure() as settings, closing(open_house(settings)) as house:
        best = best_of(house)
        found = list(_found(golden_cases(), best))
    report(**figures(found))


def figures(found: list[Found]) -> dict[str, float]:
    answerable = _scores(found, Behaviour.ANSWER)
    unanswerable = _scores(found, Behaviour.ABSTAIN)
    median = statistics.median(unanswerable)
    return {
        "n": len(found),
        "behaviour": round(statistics.mean(f.wanted == f.behaviour for f in found), 3),
        "known": KNOWN,
        "answerable_lowest": round(min(answerable), 3),
        "answerable_below": sum(score < KNOWN for score in answerable),
        "unanswerable_lowest": round(min(unanswerable), 3),
        "unanswerable_median": round(median, 3),
        "silenced": sum(score < median for score in answerable),
    }


def best_of(house: Services) -> Callable[[TurnInput], tuple[Hit, bool]]:
    """Finds a turn's best passage as the advisor does, and whether a cue named it."""
    read, sources = reader(house), Sources(house.index)

    def best(turn: TurnInput) -> tuple[Hit, bool]:
        question = read(turn)
        hits = retrieve(question, house.search, sources)
        return hits[0], bool(heard(question, hits).cue)

    return best


def reader(house: Services) -> Callable[[TurnInput], Question]:
    """Understands a message as the advisor does, as one question."""
    books = open_books(HOUSE, house.products, house.tiers, utc_now)
    words = load_words(HOUSE, house.products, books)
    return lambda turn: understand(turn, words, books)[0]


def _found(cases: list[Case], best: Callable[[TurnInput], tuple[Hit, bool]]) -> Iterator[Found]:
    for case in cases:
        hit, cued = best(turn_of(case))
        yield Found(case.behaviour, hit.passage.behaviour, hit.score, cued)


def _scores(found: list[Found], behaviour: Behaviour) -> list[float]:
    return [f.score for f in found if f.wanted == behaviour and not f.cued]


def turn_of(case: Case) -> TurnInput:
    """The case's messages without the answers between them, from nobody in particular."""
    lang, now = case.opened_in, datetime.now(UTC)
    said = [
        Message(str(seq), case.id, seq, Author.SHOPPER, text, now, lang)
        for seq, text in enumerate(case.turns, start=1)
    ]
    conversation = Conversation(case.id, "bench", None, lang, Holder.ADVISOR, now)
    return TurnInput(case.id, conversation, said[-1], tuple(said[:-1]), None)


if __name__ == "__main__":
    main()
