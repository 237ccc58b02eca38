from __future__ import annotations

from agents.steps.decide import KNOWN
from bench.knowing import Found, figures
from shop.conversations import Behaviour

ANSWER, ABSTAIN = Behaviour.ANSWER, Behaviour.ABSTAIN


def test_the_figures_say_what_a_higher_floor_would_cost() -> None:
    found = [
        Found("answer", ANSWER, KNOWN - 0.1, cued=False),
        Found("answer", ANSWER, KNOWN + 0.1, cued=False),
        Found("answer", ABSTAIN, 0.9, cued=False),
        Found("abstain", ABSTAIN, 0.7, cued=False),
        Found("abstain", ANSWER, 0.5, cued=False),
        Found("refuse", Behaviour.REFUSE, 1.0, cued=True),
    ]
    said = figures(found)
    assert (said["answerable_lowest"], said["answerable_below"]) == (round(KNOWN - 0.1, 3), 1)
    assert (said["unanswerable_lowest"], said["unanswerable_median"]) == (0.5, 0.6)
    assert (said["n"], said["silenced"]) == (6, 1)
    assert said["behaviour"] == 0.667


def test_what_a_cue_decided_says_nothing_of_likeness() -> None:
    found = [
        Found("answer", ANSWER, 0.6, cued=False),
        Found("abstain", ABSTAIN, 0.7, cued=False),
        Found("abstain", ABSTAIN, 1.0, cued=True),
    ]
    assert figures(found)["unanswerable_median"] == 0.7
