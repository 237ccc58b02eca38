"""The thresholds of knowing, chosen on one half of the questions and reported on the other.

    python -m bench.thresholds

Two thresholds decide whether likeness is enough for an answer (agents/steps/decide.py): the floor
for the relevance of the best passage, and how far a section that says 'we don't know' may lie
behind the best one that answers (now 0: it must be the best). Questions back and refusals are
decided by cues in all but a few golden questions, so there is no threshold of theirs to measure.
Asked, without any floor, are

- the golden questions, with and without an answer;
- `golden/unknown.jsonl`: 72 about things that stand nowhere in the knowledge;
- `unseen`: 400 example questions of answering sections, each searched for as if nobody had
  written it there, since golden questions flatter: their facts were asked for in many ways.

Halves are by a hash of the id or of the words. The floor is the highest that silences at most
`MAY_SILENCE` of the right answers of the first half, to golden questions and to unseen ones each;
the lead is chosen likewise. What is printed is of the second halves: {floor, known, silenced,
unseen_silenced, caught, precision, lead, lost, abstained, n, unseen_n}, with `_now` for what is in
use:

- floor, known: the floor that was chosen, and the one in use
- silenced, unseen_silenced: shares of right answers that it keeps from being given
- caught: share of questions without an answer that get none
- precision: share of the answers given that are right
- lead: how far behind an abstaining section may lie; `lost`, `abstained`: the shares of questions
  with and without an answer that it would then take

The curves go to standard error.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: see knowledge.embedding

import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from agents.assessment.calibration import Known, at_floor, by_likeness, known_of
from agents.evaluation import evaluate
from agents.grading import Grade, grades
from agents.steps import decide
from bench.figures import report
from bench.golden_cases import golden_cases
from bench.house import house_to_measure
from bench.unseen import unseen_asks
from wiring import open_house

MAY_SILENCE = 0.02  # of the right answers
_FLOORS = [n / 100 for n in range(40, 91)]
_LEADS = [n / 100 for n in range(-20, 1)]


def main() -> None:
    cases = golden_cases("zh", "en", "unknown")
    known_now, decide.KNOWN = decide.KNOWN, 0.0  # what would be answered without a floor
    with house_to_measure() as settings, closing(open_house(settings)) as house:
        results = {result["id"]: result for result in evaluate(cases, house)}
        unseen = unseen_asks(house)
    report(**figures(grades(cases, results), unseen, known_now))


def figures(
    graded: Sequence[Grade], unseen: tuple[Sequence[Known], Sequence[Known]], now: float
) -> dict[str, float]:
    chosen_on, told_of = halves(graded)
    floor = best_floor(known_of(chosen_on), unseen[0])
    known, lead, behind = known_of(told_of), best_lead(chosen_on), list(behind_of(told_of))
    print_curve(known, unseen[1])
    return {
        "floor": floor,
        "known": now,
        **told(known, unseen[1], floor),
        **{f"{name}_now": value for name, value in told(known, unseen[1], now).items()},
        "lead": lead,
        "lost": round(lost(behind, lead), 3),
        "abstained": round(abstained(behind, lead), 3),
        "lost_now": round(lost(behind, 0.0), 3),
        "abstained_now": round(abstained(behind, 0.0), 3),
        "n": len(known),
        "unseen_n": len(unseen[1]),
    }


def told(known: Sequence[Known], unseen: Sequence[Known], floor: float) -> dict[str, float]:
    """What a floor does."""
    return {
        "silenced": round(silenced(known, floor), 3),
        "unseen_silenced": round(silenced(unseen, floor), 3),
        "caught": round(caught(known, floor), 3),
        "precision": round(at_floor(known, floor).precision, 3),
    }


def halves(graded: Iterable[Grade]) -> tuple[list[Grade], list[Grade]]:
    """By a hash of the id, so that a case stays in its half when others are added."""
    first: list[Grade] = []
    second: list[Grade] = []
    for one in graded:
        odd = hashlib.sha256(one.case.id.encode()).digest()[0] % 2
        (second if odd else first).append(one)
    return first, second


def best_floor(*known: Sequence[Known]) -> float:
    """The highest floor that silences of none of these more than it may."""
    fits = (f for f in _FLOORS if all(silenced(each, f) <= MAY_SILENCE for each in known))
    return max(fits, default=_FLOORS[0])


def silenced(known: Iterable[Known], floor: float) -> float:
    """The share of right answers that lies below a floor."""
    right = [one.relevance for one in known if one.answered and one.good]
    return _share(relevance < floor for relevance in right)


def caught(known: Iterable[Known], floor: float) -> float:
    """The share of questions without an answer that get none at this floor."""
    return _share(not one.answered or one.relevance < floor for one in known if not one.wanted)


def best_lead(graded: Iterable[Grade]) -> float:
    """The furthest behind that costs no more answers than it may."""
    behind = list(behind_of(graded))
    return min((lead for lead in _LEADS if lost(behind, lead) <= MAY_SILENCE), default=0.0)


def behind_of(graded: Iterable[Grade]) -> Iterator[tuple[float, bool]]:
    """How far the best section that abstains is ahead of the best that answers (below 0: behind),
    and whether an answer was wanted.
    """
    for one in by_likeness(graded):
        near: dict[str, float] = one.result.get("nearest", {})
        ahead = near.get("abstain", 0.0) - near.get("answer", 0.0)
        yield ahead, one.case.behaviour == "answer"


def lost(behind: Iterable[tuple[float, bool]], lead: float) -> float:
    """The share of the answers wanted that an abstaining section would take."""
    return _share(ahead >= lead for ahead, wanted in behind if wanted)


def abstained(behind: Iterable[tuple[float, bool]], lead: float) -> float:
    """The share of questions without an answer that an abstaining section would take."""
    return _share(ahead >= lead for ahead, wanted in behind if not wanted)


def _share(these: Iterable[bool]) -> float:
    found = list(these)
    return sum(found) / max(len(found), 1)


def print_curve(known: Sequence[Known], unseen: Sequence[Known]) -> None:
    floors = _FLOORS[::5]
    print("floor           " + " ".join(f"{floor:5.2f}" for floor in floors), file=sys.stderr)
    rows = [told(known, unseen, floor) for floor in floors]
    for name in rows[0]:
        values = " ".join(f"{row[name]:5.2f}" for row in rows)
        print(f"{name:<16}{values}", file=sys.stderr)


if __name__ == "__main__":
    main()
