"""Has every system index every set and answer its questions, turn and turn about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.figures import percentile
from bench.peers.document import write_documents
from bench.peers.running import Running
from bench.peers.sets import Group, QuestionSet

_AT_A_TIME = 20  # questions before it is the next system's turn: a busy machine slows all alike

Figures = dict[str, dict[str, float]]  # of a set or group -> of a system -> the figure


@dataclass
class Measured:
    """All figures of a run. The first of a group's qualities is the one that is compared."""

    quality: dict[str, dict[str, dict[str, float]]] = field(default_factory=dict)  # by system
    index_per_s: Figures = field(default_factory=dict)
    query_p50_ms: Figures = field(default_factory=dict)
    query_p95_ms: Figures = field(default_factory=dict)
    peak_mb: dict[str, float] = field(default_factory=dict)


def measure(
    systems: Sequence[Running],
    sets: Iterable[QuestionSet],
    folder: Path,
    say: Callable[[str], None],
) -> Measured:
    """`say` is told what is done next. Raises PeerFailed when a system's process ends."""
    measured = Measured()
    for own in sets:
        say(f"{own.name}: {len(own.documents)} passages")
        measured.index_per_s[own.name] = _index(systems, own, folder)
        for group in own.groups:
            say(f"{group.name}: {len(group.questions)} questions")
            _measure(systems, group, measured)
    measured.peak_mb = {system.name: system.tell(memory=True)["peak_mb"] for system in systems}
    return measured


def _index(systems: Sequence[Running], own: QuestionSet, folder: Path) -> dict[str, float]:
    path = folder / "documents.jsonl"
    write_documents(path, own.documents)
    seconds = {system.name: system.tell(index=str(path))["seconds"] for system in systems}
    return {name: round(len(own.documents) / took, 1) for name, took in seconds.items()}


def _measure(systems: Sequence[Running], group: Group, measured: Measured) -> None:
    found, times = _ask(systems, group)
    measured.quality[group.name] = {
        name: {kind: round(value, 4) for kind, value in group.judge(rankings).items()}
        for name, rankings in found.items()
    }
    for percent, kept in ((50, measured.query_p50_ms), (95, measured.query_p95_ms)):
        kept[group.name] = {name: round(percentile(own, percent), 1) for name, own in times.items()}


def _ask(
    systems: Sequence[Running], group: Group
) -> tuple[dict[str, list[list[str]]], dict[str, list[float]]]:
    """By system: the rankings of documents for each question, and the milliseconds they took."""
    found: defaultdict[str, list[list[str]]] = defaultdict(list)
    times: defaultdict[str, list[float]] = defaultdict(list)
    for start in range(0, len(group.questions), _AT_A_TIME):
        some = [(q.text, q.lang) for q in group.questions[start : start + _AT_A_TIME]]
        for system in systems:
            answer = system.tell(ask=some, searched=group.searched)
            found[system.name] += answer["found"]
            times[system.name] += answer["ms"]
    return found, times
