"""Verdict: somebody else's words, shown to learn whether they are right, beside the house's.

Only figures are compared: a text that gives 3 days where the house gives 30 is not right, whatever
else it says. Where no figure of the same unit stands on both sides, nothing is said of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import replace

from agents.proof.figures import MEASURED, figures_of
from agents.steps.attached import search_words
from agents.turn import Evidence, Plan, Question
from shop.conversations import Behaviour
from shop.language import Bilingual

_UNITS = MEASURED | {"piece", "times", "fold"}  # somebody else's 20 pieces are 20 of ours
_SAME = {"fold": "times"}  # '十倍' and 'TEN times'
_DIFFERS = Bilingual(
    zh="不对，所附文字里的数字与本店规定不符。",
    en="No, the figures in the text you attached are not what our rules say.",
)


def with_verdict(plan: Plan, question: Question) -> Plan:
    """The plan, begun with a verdict where the figures shown contradict what it will say."""
    if not question.hearsay or plan.behaviour is not Behaviour.ANSWER or not plan.evidence:
        return plan
    ours = " ".join(item.statement for item in plan.evidence)
    if not differs(search_words(question.attachments), ours):
        return plan
    first = plan.evidence[0]
    verdict = Evidence(first.passage, _DIFFERS.in_(question.lang), first.rules)
    return replace(plan, evidence=(verdict, *plan.evidence))


def differs(shown: str, ours: str) -> bool:
    """Whether both give figures of the same units, and not one of them is the same."""
    theirs, known = _by_unit(shown), _by_unit(ours)
    shared = theirs.keys() & known.keys()
    return bool(shared) and not any(theirs[unit] & known[unit] for unit in shared)


def _by_unit(text: str) -> Mapping[str, Set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for figure in figures_of(text):
        once = figure.unit == "times" and figure.value == "1"  # '一次备 20 件' counts no times
        if figure.unit in _UNITS and not once:
            found[_SAME.get(figure.unit, figure.unit)].add(figure.value)
    return found
