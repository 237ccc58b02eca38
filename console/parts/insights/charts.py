"""The charts, in the house's colours on both papers: hairlines, one accent, no boxes.

To who cannot see it a chart is one picture that says what it shows; its figures are in the table
below it. Vega's own words for each mark and axis are English and left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

_FONT = "Source Sans, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif"
_ROW, _AXIS = 30, 50  # px: one bar with its space, and what stands below all
Values = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Paper:
    """What a chart is drawn on and with; the colours are those of `atelier.css`."""

    ink: str
    quiet: str
    line: str
    accent: str


LIGHT = Paper(ink="#26221d", quiet="#6a6257", line="#e2dcd0", accent="#7a2f2b")
DARK = Paper(ink="#ece6db", quiet="#a89f91", line="#38332c", accent="#dba08c")


def stacked_days(
    values: Values, names: tuple[str, str], format_: str, paper: Paper, says: str
) -> Any:
    """Two heaps a day. `values`: day, name, count."""
    colour = alt.Color(
        "name:N",
        sort=list(names),
        scale=alt.Scale(domain=list(names), range=[paper.accent, paper.quiet]),
        legend=alt.Legend(title=None, orient="top", symbolType="square", labelLimit=400),
    )
    chart = (
        alt.Chart(_data(values), description=says)
        .mark_bar(width=alt.RelativeBandSize(band=0.55))
        .encode(
            x=alt.X(
                "utcyearmonthdate(day):T",  # a date of the house, wherever its reader is
                title=None,
                axis=alt.Axis(format=format_, grid=False, tickCount=6, labelFlush=True),
            ),
            y=_counts("count"),
            color=colour,
            order=alt.Order("order:Q"),
            tooltip=_tips("day", "name", "count"),
        )
    )
    return _dressed(chart.properties(height=220), paper)


def bars_with_mark(
    values: Values, x_title: str, paper: Paper, says: str, *, reach: bool = False
) -> Any:
    """A bar for each name with a mark to compare. `values`: name, now, mark (and far)."""
    base = alt.Chart(_data(values), description=says)
    y = alt.Y(
        "name:N",
        sort=None,
        title=None,
        axis=alt.Axis(labelLimit=190, ticks=False, domain=False, labelPadding=8),
    )
    x = alt.X("now:Q", title=x_title, axis=alt.Axis(tickMinStep=1, tickCount=5, format="d"))
    bars = base.mark_bar(size=12, color=paper.accent).encode(x=x, y=y, tooltip=_tips("name", "now"))
    marks = base.mark_tick(thickness=2, size=22, color=paper.ink).encode(
        x="mark:Q", y=y, tooltip=_tips("name", "mark")
    )
    far = base.mark_rule(strokeWidth=1, color=paper.accent).encode(x="now:Q", x2="far:Q", y=y)
    layers = alt.layer(bars, far, marks) if reach else alt.layer(bars, marks)
    return _dressed(layers.properties(height=_AXIS + _ROW * len(values)), paper)


def columns(values: Values, x_title: str, paper: Paper, says: str) -> Any:
    """A column for each name. `values`: name, count."""
    chart = (
        alt.Chart(_data(values), description=says)
        .mark_bar(size=28, color=paper.accent)
        .encode(
            x=alt.X("name:N", sort=None, title=x_title, axis=alt.Axis(labelAngle=0, grid=False)),
            y=_counts("count"),
            tooltip=_tips("name", "count"),
        )
    )
    return _dressed(chart.properties(height=200), paper)


def _data(values: Values) -> alt.InlineData:
    return alt.InlineData(values=[dict(each) for each in values])


def _counts(field: str) -> alt.Y:
    return alt.Y(f"{field}:Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=4, format="d"))


def _tips(*fields: str) -> list[alt.Tooltip]:
    kinds = {"day": "T", "name": "N"}
    return [alt.Tooltip(f"{field}:{kinds.get(field, 'Q')}", title=" ") for field in fields]


def _dressed(chart: Any, paper: Paper) -> Any:
    return (
        chart.properties(background="transparent")
        .configure_view(stroke=None)
        .configure_axis(
            aria=False,
            labelColor=paper.quiet,
            titleColor=paper.quiet,
            gridColor=paper.line,
            domainColor=paper.line,
            tickColor=paper.line,
            labelFont=_FONT,
            titleFont=_FONT,
            labelFontSize=12,
            titleFontSize=12,
            titleFontWeight="normal",
            titleAnchor="start",
        )
        .configure_mark(aria=False)
        .configure_legend(
            aria=False, labelColor=paper.ink, labelFont=_FONT, labelFontSize=13, offset=4
        )
    )
