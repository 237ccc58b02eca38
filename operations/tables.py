"""Tables of an evaluation and of a comparison, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from agents.assessment.assessment import Assessment
from agents.assessment.comparison import Change, Comparison
from agents.assessment.figures import BEHAVIOURS, Spread
from agents.grading import Score

T = TypeVar("T")
Confusion = Mapping[tuple[str, str], int]  # (behaviour wanted, behaviour shown): how often

_NAMED = 12  # pairs that differ: all of them stand in the report


def print_assessment(found: Assessment, out: Console) -> None:
    out.print(scores_table(found.scores))
    out.print(confusion_table(found.confusion))
    for line in lines_of(found):
        out.print(line, markup=False, soft_wrap=True)


def print_comparison(found: Comparison, out: Console) -> None:
    out.print(changes_table(found.groups))
    for change in found.worse:
        out.print(f"worse   {_named(change, change.worse)}", markup=False, soft_wrap=True)
    for change in found.better:
        out.print(f"better  {_named(change, change.better)}", markup=False, soft_wrap=True)
    if found.left_out:
        left_out = " ".join(found.left_out)
        out.print(f"Only in one run, not compared: {left_out}", markup=False, soft_wrap=True)
    said = f"{len(found.worse)} worse, {len(found.better)} better, of {found.cases} cases."
    out.print(said, markup=False)


def _named(change: Change, what: Sequence[str]) -> str:
    went = f"{change.before.behaviour or '-'} → {change.after.behaviour or '-'}"
    return f"{change.case.id}  {', '.join(what)} ({went}): {change.case.turns[-1]}"


def scores_table(groups: Mapping[str, Score]) -> Table:
    """By kind, then by language, then all; content and behaviour as shares of the cases."""
    table = _table("group", "cases", "content", "behaviour", "forbidden")
    for name, score in ordered(groups).items():
        table.add_row(escape(name), *_cells(score))
    return table


def changes_table(groups: Mapping[str, tuple[Score, Score]]) -> Table:
    """By group as above: the score after, and how far it moved."""
    table = _table("group", "cases", "content", "", "behaviour", "", "forbidden", "")
    for name, (before, after) in ordered(groups).items():
        table.add_row(
            escape(name),
            str(after.cases),
            f"{after.content:.3f}",
            moved(after.content - before.content),
            f"{after.behaviour:.3f}",
            moved(after.behaviour - before.behaviour),
            str(after.forbidden),
            moved(after.forbidden - before.forbidden),
        )
    return table


def moved(by: float) -> str:
    """How far a figure moved, with its sign; empty when it did not."""
    if not by:
        return ""
    return f"{by:+d}" if isinstance(by, int) else f"{by:+.3f}"


def confusion_table(counts: Confusion) -> Table:
    """Behaviours wanted in rows, shown in columns."""
    shown = behaviours_shown(counts)
    table = _table("wanted ↓ shown →", *shown)
    for wanted in behaviours_wanted(counts):
        table.add_row(wanted, *(str(counts.get((wanted, got), "")) for got in shown))
    return table


def behaviours_wanted(counts: Confusion) -> list[str]:
    return [b for b in BEHAVIOURS if any(want == b for want, _ in counts)]


def behaviours_shown(counts: Confusion) -> list[str]:
    return [b for b in (*BEHAVIOURS, "none") if any(got == b for _, got in counts)]


def lines_of(found: Assessment) -> Iterator[str]:
    """What is no table, one line each."""
    pairs = found.parity
    yield (
        f"Parity: {len(pairs.pairs)} pairs of zh and en, {pairs.good:.3f} both right and alike, "
        f"{pairs.alike:.3f} served alike."
    )
    if pairs.differing:
        named = [pair.name for pair in pairs.differing]
        more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
        yield f"  differing: {', '.join(named[:_NAMED])}{more}"
    known = found.calibration
    yield f"Calibration: expected error {known.expected_error:.3f} over {known.cases} cases."
    proofs = ", ".join(f"{count} {outcome}" for outcome, count in found.proofs.items())
    yield f"Proof of drafted sentences: {proofs}."
    yield f"Length of an answer in words: {_spread(found.words)}."
    yield f"A turn in ms: {_spread(found.times)}."
    for step, taken in found.steps.items():
        yield f"  {step:<10} {_spread(taken)}"


def ordered(groups: Mapping[str, T]) -> dict[str, T]:
    """Kinds by name, then languages, then all."""
    return {name: groups[name] for name in sorted(groups, key=_languages_then_total_last)}


def _languages_then_total_last(name: str) -> tuple[bool, bool, str]:
    return name == "TOTAL", name.startswith("lang:"), name


def _table(first: str, *others: str) -> Table:
    table = Table(first)
    for name in others:
        table.add_column(name, justify="right")
    return table


def _cells(score: Score) -> tuple[str, str, str, str]:
    shares = f"{score.content:.3f}", f"{score.behaviour:.3f}"
    return str(score.cases), *shares, str(score.forbidden)


def _spread(values: Spread) -> str:
    return f"median {values.median:.1f}, p95 {values.p95:.1f}"
