"""The golden questions: cases of the house's own, in both languages (bench/README.md)."""

from __future__ import annotations

from agents.evaluation import read_cases
from agents.grading import Case
from settings import ROOT

GOLDEN = ROOT / "bench" / "golden"


def golden_cases(*names: str) -> list[Case]:
    """The cases of these files of bench/golden; of `zh` and `en` when none is named."""
    return [case for name in names or ("zh", "en") for case in read_cases(GOLDEN / f"{name}.jsonl")]
