"""A run's figures: tables for people, one JSON object for programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.peers.measuring import Measured
from bench.peers.systems import OURS


def as_json(measured: Measured) -> dict[str, Any]:
    """Keys: `ndcg@10`, `golden`, `ratios`, `ahead`, `index_per_s`, `query_p50_ms`, `query_p95_ms`,
    `peak_mb`. `ratios` are ours / the peer's, of nDCG@10 and on the golden set of top1.
    """
    graded = {group: systems for group, systems in measured.quality.items() if _has_ndcg(systems)}
    shares = ratios(measured)
    return {
        "ndcg@10": {group: _mains(systems) for group, systems in graded.items()},
        "golden": {g: systems for g, systems in measured.quality.items() if g not in graded},
        "ratios": shares,
        "ahead": all(share > 1 for own in shares.values() for share in own.values()),
        "index_per_s": measured.index_per_s,
        "query_p50_ms": measured.query_p50_ms,
        "query_p95_ms": measured.query_p95_ms,
        "peak_mb": measured.peak_mb,
    }


def ratios(measured: Measured) -> dict[str, dict[str, float]]:
    """By group and peer: ours / theirs of the group's main figure."""
    mains = {group: _mains(systems) for group, systems in measured.quality.items()}
    return {
        group: {
            peer: round(own[OURS] / max(theirs, 1e-4), 3)
            for peer, theirs in own.items()
            if peer != OURS
        }
        for group, own in mains.items()
    }


def show(measured: Measured, out: Console) -> None:
    """The tables."""
    quality: dict[str, Mapping[str, float]] = {}
    for group, systems in measured.quality.items():
        for kind in next(iter(systems.values())):
            quality[f"{group}  {kind}"] = {name: own[kind] for name, own in systems.items()}
    _table(out, "Quality", quality, "{:.3f}", best=max)
    _table(out, "Passages indexed per second", measured.index_per_s, "{:.1f}", best=max)
    _table(out, "Query, ms: median", measured.query_p50_ms, "{:.1f}", best=min)
    _table(out, "Query, ms: 95 of 100 are quicker", measured.query_p95_ms, "{:.1f}", best=min)
    _table(out, "Memory at its highest, MB", {"": measured.peak_mb}, "{:.0f}", best=min)


def _table(
    out: Console, title: str, rows: Mapping[str, Mapping[str, float]], form: str, best: Any
) -> None:
    names = list(next(iter(rows.values())))
    table = Table("", *names, title=title, title_justify="left", title_style="bold")
    for column in table.columns[1:]:
        column.justify = "right"
    for row, figures in rows.items():
        first = best(figures.values())
        cells = [form.format(figures[name]) for name in names]
        bold = [figures[name] == first for name in names]
        table.add_row(row, *(f"[bold]{c}[/]" if b else c for c, b in zip(cells, bold, strict=True)))
    out.print(table)


def _mains(systems: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    return {name: next(iter(figures.values())) for name, figures in systems.items()}


def _has_ndcg(systems: Mapping[str, Mapping[str, float]]) -> bool:
    return all("ndcg@10" in figures for figures in systems.values())
