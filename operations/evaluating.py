"""Evaluate: a file of cases answered one by one, each result kept at once, and what they say.

It is noon in the house while cases are asked, so that whether somebody is at the desk does not
depend on when the evaluation runs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console

from agents.assessment.assessment import Assessment, assess
from agents.evaluation import evaluate, read_cases
from agents.grading import Case
from agents.voice import BEIJING
from operations.asking import house_apart
from operations.progress import Show, progress_bar
from settings import Settings
from shop.errors import BadInput

Results = dict[str, Mapping[str, Any]]


def run(
    cases_file: Path,
    results_file: Path,
    settings: Settings,
    err: Console,
    *,
    report: Path | None = None,
    earlier: Path | None = None,
) -> Assessment:
    """Asks every case and assesses the answers; results are in the file.

    `report` will be written afterwards, `earlier` is compared with and stays as it is. Raises
    BadInput before anything is asked when a file cannot be read or written, or a case is broken.
    """
    cases = cases_of(cases_file)
    read = [cases_file, *([earlier] if earlier else [])]
    require_writable(results_file, *read)
    if report:
        require_writable(report, *read, results_file)
    noon = datetime.now(BEIJING).replace(hour=12, minute=0, second=0, microsecond=0)
    with (
        house_apart(settings, err, lambda: noon.astimezone(UTC)) as house,
        progress_bar(err, "Asking") as show,
    ):
        results = keep(evaluate(cases, house), results_file, show, len(cases))
    return assess(cases, results)


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


def cases_of(path: Path) -> list[Case]:
    """The cases of a file. Raises BadInput that names the line, or the id that stands twice."""
    cases = read_cases(path)
    if not cases:
        raise BadInput(f"{path} holds no case.")
    seen: set[str] = set()
    for case in cases:
        if case.id in seen:
            raise BadInput(f"{path}: id: {case.id} stands there twice.")
        seen.add(case.id)
    return cases


def require_writable(path: Path, *read: Path) -> None:
    """Raises BadInput when a file cannot be kept there, or would overwrite one of `read`."""
    if taken := next((file for file in read if _is_same(path, file)), None):
        raise BadInput(f"{taken} would be overwritten: write to another file.")
    try:
        path.open("a", encoding="utf-8").close()
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {error.strerror}.") from error


def _is_same(path: Path, other: Path) -> bool:
    return path.resolve() == other.resolve() or (
        path.exists() and other.exists() and path.samefile(other)
    )
