"""The report's plots, as SVG that takes its colours and letters from the page around it.

Altair describes them and vl-convert draws them, in this process and without a network: the page
holds no script. Colours are the page's own variables, so that light and dark are one drawing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import vl_convert

from agents.assessment.calibration import Bin, Threshold
from agents.assessment.figures import Spread
from agents.grading import Score

INK, QUIET, LINE = "var(--ink)", "var(--quiet)", "var(--line)"
ACCENT, SECOND = "var(--accent)", "var(--second)"
_WIDTH, _HEIGHT, _ROW = 300, 220, 26
_AXIS: dict[str, Any] = {
    "labelColor": QUIET, "titleColor": QUIET, "domainColor": LINE, "tickColor": LINE,
    "gridColor": LINE, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal",
    "labelLimit": 140, "tickSize": 4, "labelPadding": 6, "titlePadding": 8,
}  # fmt: skip
_LEGEND: dict[str, Any] = {
    "labelColor": INK, "labelFontSize": 12, "title": None, "orient": "top", "symbolStrokeWidth": 2,
    "columns": 2, "offset": 6, "labelLimit": 240,
}  # fmt: skip
_FEW_TICKS = alt.Axis(grid=False, tickCount=5)
_SHARE = alt.Scale(domain=[0, 1])

Rows = list[dict[str, Any]]


def scores_chart(groups: Mapping[str, Score]) -> str:
    """Content and behaviour of each group as two points on one line."""
    names = ("content", "behaviour")
    rows = [
        {"group": group, "what": what, "share": getattr(score, what)}
        for group, score in groups.items()
        for what in names
    ]
    place = alt.Y("group:N", sort=list(groups), title=None, axis=alt.Axis(ticks=False))
    share = alt.X("share:Q", scale=alt.Scale(zero=False, nice=True), title="share of the cases")
    lines = _chart(rows).mark_line(color=LINE, strokeWidth=1).encode(place, share, detail="group:N")
    shape = alt.Shape("what:N", scale=alt.Scale(domain=list(names), range=["circle", "diamond"]))
    points = _chart(rows).mark_point(size=75, filled=True, opacity=1)
    points = points.encode(place, share, _kind(names), shape)
    return drawn(lines + points, height=_ROW * len(groups))


def reliability_chart(bins: Sequence[Bin]) -> str:
    """How near the best passage was, against how often the answer was right and given."""
    names = ("right", "answered")
    rows = [
        {"near": b.relevance, "what": what, "share": share}
        for b in bins
        for what, share in zip(names, (b.good, b.answered), strict=True)
    ]
    near = alt.X("near:Q", scale=alt.Scale(zero=False), axis=_FEW_TICKS, title="relevance")
    share = alt.Y("share:Q", scale=_SHARE, title="share of the cases")
    points = alt.OverlayMarkDef(size=30)
    lines = _chart(rows).mark_line(point=points, strokeWidth=2).encode(near, share, _kind(names))
    ends = [{"near": b.relevance, "share": min(b.relevance, 1.0)} for b in bins]
    ideal = _chart(ends).mark_line(color=QUIET, strokeWidth=1, strokeDash=[3, 3])
    return drawn(ideal.encode(near, share) + lines)


def thresholds_chart(thresholds: Sequence[Threshold]) -> str:
    """What a floor would cost in answers, and gain in rightness."""
    names = ("precision", "recall")
    rows = [
        {"floor": t.floor, "what": what, "share": getattr(t, what)}
        for t in thresholds
        for what in names
    ]
    axis, scale = _FEW_TICKS, alt.Scale(zero=False)
    floor = alt.X("floor:Q", scale=scale, axis=axis, title="nothing answered below")
    share = alt.Y("share:Q", scale=_SHARE, title="share")
    return drawn(_chart(rows).mark_line(strokeWidth=2).encode(floor, share, _kind(names)))


def times_chart(steps: Mapping[str, Spread]) -> str:
    """Median of each step as a bar, its 95th percentile as a stroke."""
    rows = [{"step": s, "median": taken.median, "p95": taken.p95} for s, taken in steps.items()]
    place = alt.Y("step:N", sort=list(steps), title=None, axis=alt.Axis(ticks=False))
    bars = _chart(rows).mark_bar(color=ACCENT, height=10).encode(
        place, alt.X("median:Q", title="ms: median, and p95 as a stroke")
    )  # fmt: skip
    strokes = _chart(rows).mark_tick(color=INK, thickness=2, size=16).encode(place, alt.X("p95:Q"))
    return drawn(bars + strokes, height=_ROW * len(steps))


def lengths_chart(lengths: Sequence[float], words: Spread) -> str:
    """How long answers are, with the median and the 95th percentile."""
    bars = _chart([{"words": length} for length in lengths]).mark_bar(color=ACCENT).encode(
        alt.X("words:Q", bin=alt.Bin(maxbins=24), axis=_FEW_TICKS, title="words"),
        alt.Y("count()", title="answers"),
    )  # fmt: skip
    marks = [{"at": words.median}, {"at": words.p95}]
    rules = _chart(marks).mark_rule(color=INK, strokeDash=[3, 3]).encode(alt.X("at:Q"))
    return drawn(bars + rules)


def drawn(chart: alt.Chart | alt.LayerChart, height: int = _HEIGHT) -> str:
    """The chart as an SVG element."""
    sized = chart.properties(width=_WIDTH, height=height, background="transparent")
    styled = (
        sized.configure_axis(**_AXIS)
        .configure_legend(**_LEGEND)
        .configure_view(stroke=None)
        .configure_axisY(domain=False)
    )
    svg: str = vl_convert.vegalite_to_svg(styled.to_dict())
    return svg


def _chart(rows: Rows) -> alt.Chart:
    return alt.Chart(alt.InlineData(rows))


def _kind(names: Sequence[str]) -> alt.Color:
    """Two kinds: the accent, and what stands beside it."""
    return alt.Color("what:N", scale=alt.Scale(domain=list(names), range=[ACCENT, SECOND]))
