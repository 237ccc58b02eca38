"""Compare: two runs of the same cases, and what got worse.

Something that got worse ends the command with exit code 1, so that a script stops there; cases that
only one run answered are named and count for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console

from agents.assessment.assessment import Assessment, assess
from agents.assessment.comparison import Comparison, compare
from agents.evaluation import read_results
from operations.evaluating import cases_of
from operations.tables import print_comparison

Results = Mapping[str, Mapping[str, Any]]


def earlier(path: Path) -> Results:
    """Results to compare with, read before anything is asked. Raises BadInput."""
    return read_results(path)


def run(before: Path, after: Path, cases_file: Path) -> tuple[Assessment, Comparison]:
    """The later run, and what changed since the earlier. Raises BadInput for a broken file."""
    cases, later = cases_of(cases_file), read_results(after)
    return assess(cases, later), compare(cases, read_results(before), later)


def against(before: Results, found: Assessment) -> Comparison:
    """What changed between results of an earlier run and this one."""
    later = {one.case.id: one.result for one in found.grades if one.result}
    return compare([one.case for one in found.grades], before, later)


def tell(found: Comparison, out: Console) -> int:
    """Prints it; the exit code that it makes."""
    print_comparison(found, out)
    return 1 if found.worse else 0
