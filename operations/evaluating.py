"""Evaluate: a file of cases answered one by one, each result kept at once, and a table of scores.

It is noon in the house while cases are asked, so that whether somebody is at the desk does not
depend on when the evaluation runs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from agents.evaluation import evaluate, read_cases
from agents.grading import Case, Score, scores
from operations.asking import house_apart
from operations.progress import Show, progress_bar
from settings import Settings
from shop.errors import BadInput

HOUSE_TIME = ZoneInfo("Asia/Shanghai")

Results = dict[str, Mapping[str, Any]]


def run(cases_file: Path, results_file: Path, settings: Settings, err: Console) -> Table:
    """Asks every case and gives the table; results are in the file.

    Raises BadInput before anything is asked when a file cannot be read or written.
    """
    cases = read_cases(cases_file)
    require_different_ids(cases, cases_file)
    require_writable(results_file, cases_file)
    noon = datetime.now(HOUSE_TIME).replace(hour=12, minute=0, second=0, microsecond=0)
    with (
        house_apart(settings, err, lambda: noon.astimezone(UTC)) as house,
        progress_bar(err, "Asking") as show,
    ):
        results = keep(evaluate(cases, house), results_file, show, len(cases))
    return table_of(scores(cases, results))


def keep(results: Iterable[Mapping[str, Any]], path: Path, show: Show, total: int) -> Results:
    """Writes one JSON object a line as results come, so that a stopped run loses none."""
    kept: Results = {}
    with path.open("w", encoding="utf-8") as file:
        for result in results:
            file.write(json.dumps(result, ensure_ascii=False) + "\n")
            file.flush()
            kept[result["id"]] = result
            show(len(kept), total)
    return kept


def require_different_ids(cases: Iterable[Case], path: Path) -> None:
    seen: set[str] = set()
    for case in cases:
        if case.id in seen:
            raise BadInput(f"{path}: id: {case.id} stands there twice.")
        seen.add(case.id)


def require_writable(path: Path, cases_file: Path) -> None:
    """Raises BadInput when the results cannot be kept there, or would take the cases' place."""
    if path.exists() and path.samefile(cases_file):
        raise BadInput(f"{path} holds the cases: write the results to another file.")
    try:
        path.open("a", encoding="utf-8").close()
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {error.strerror}.") from error


def table_of(groups: Mapping[str, Score]) -> Table:
    """By kind, then by language, then all; content and behaviour as shares of the cases."""
    table = Table("group")
    for name in ("cases", "content", "behaviour", "forbidden"):
        table.add_column(name, justify="right")
    for name in sorted(groups, key=_languages_then_total_last):
        table.add_row(name, *_cells(groups[name]))
    return table


def _languages_then_total_last(name: str) -> tuple[bool, bool, str]:
    return name == "TOTAL", name.startswith("lang:"), name


def _cells(score: Score) -> tuple[str, str, str, str]:
    shares = f"{score.content:.3f}", f"{score.behaviour:.3f}"
    return str(score.cases), *shares, str(score.forbidden)
