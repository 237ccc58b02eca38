"""The page: an assessment, and what changed since an earlier run, as one HTML file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agents.assessment.assessment import Assessment
from agents.assessment.comparison import Comparison
from agents.assessment.figures import lengths
from agents.grading import Grade, Score, faults
from operations.tables import Confusion, behaviours_shown, behaviours_wanted, ordered
from shop.errors import BadInput

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATE = "page.html"


@dataclass(frozen=True, slots=True)
class Cell:
    """Of the table of behaviours; `share` of its row, which gives its shade."""

    count: int
    share: float
    wanted: bool


def write(path: Path, name: str, found: Assessment, changed: Comparison | None = None) -> None:
    """Write the report of the cases called `name`. Raises BadInput when that cannot be done."""
    page = as_html(name, found, changed)
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {error.strerror}.") from error


def as_html(name: str, found: Assessment, changed: Comparison | None = None) -> str:
    """The page's source; it loads nothing and runs nothing."""
    template = _environment().get_template(_TEMPLATE)
    return template.render(
        name=name,
        made=datetime.now().astimezone(),
        found=found,
        changed=changed,
        total=found.scores["TOTAL"],
        groups=ordered(found.scores),
        cells=cells(found.confusion),
        shown=behaviours_shown(found.confusion),
        modes=modes(found),
        charts=charts(found),
        misses=[(one, faults(one.case.expect, one.answer)) for one in found.misses],
    )


def charts(found: Assessment) -> dict[str, str]:
    """The plots there is something to plot for, by name."""
    from operations.reporting import charts as draw  # its libraries take a second to load

    groups = ordered(found.scores).items()
    kinds = {_group(name): score for name, score in groups if name != "TOTAL"}
    drawings = {"scores": draw.scores_chart(kinds)}
    if found.calibration.bins:
        drawings["reliability"] = draw.reliability_chart(found.calibration.bins)
        drawings["thresholds"] = draw.thresholds_chart(found.calibration.thresholds)
    if found.steps:
        named = {step.replace("_", " "): taken for step, taken in found.steps.items()}
        drawings["times"] = draw.times_chart(named)
    if found.words.count:
        drawings["lengths"] = draw.lengths_chart(lengths(found.grades), found.words)
    return drawings


def cells(confusion: Confusion) -> dict[str, list[Cell]]:
    """Rows of the table of behaviours by the behaviour wanted."""
    return {want: list(_row(want, confusion)) for want in behaviours_wanted(confusion)}


def _row(want: str, confusion: Confusion) -> Iterator[Cell]:
    whole = sum(count for (wanted, _), count in confusion.items() if wanted == want)
    for got in behaviours_shown(confusion):
        count = confusion.get((want, got), 0)
        yield Cell(count, count / whole, want == got)


def modes(found: Assessment) -> str:
    """Which languages phrased the answers."""
    return ", ".join(dict.fromkeys(_mode(one) for one in found.grades if _mode(one)))


def _mode(one: Grade) -> str:
    return str(one.result.get("mode", ""))


def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader

    folder = FileSystemLoader(Path(__file__).parent)
    environment = Environment(loader=folder, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    filters: dict[str, Any] = {"share": _share, "points": _points, "group": _group}
    environment.filters.update(filters)
    return environment


def _share(value: float) -> str:
    """As a percentage with one digit; all is never said of nearly all."""
    shown = f"{value * 100:.1f}"
    return f"{'99.9' if value < 1 and shown == '100.0' else shown}\N{NO-BREAK SPACE}%"


def _points(change: tuple[Score, Score]) -> str:
    """How far the share that is right moved, in points of a hundred; empty when it did not."""
    before, after = change
    by = 100 * (after.content - before.content)
    return f"{by:+.1f}" if by else ""


def _group(name: str) -> str:
    """The name of a group as people say it."""
    languages = {"lang:zh": "Chinese", "lang:en": "English", "TOTAL": "All"}
    return languages.get(name, name.replace("_", " "))
