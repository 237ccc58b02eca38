"""The page of insights: a period and a tier, five headlines, then each figure with its table."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import page_lang, t
from console.parts.insights import charts, figures, table, wording
from console.parts.insights.figures import Figure, NameOf
from console.session import staff_here
from shop.access import Permission
from shop.demand import Kind, Signal
from shop.errors import NotFound
from shop.insight_reading import PERIODS, Report, Wanted
from shop.insights import TIERS, Satisfaction

if TYPE_CHECKING:
    from wiring import Services

_STYLE = Path(__file__).parent / "insights.css"
_ALL: tuple[Wanted, ...] = ("all", *TIERS)


def show() -> None:
    services, staff = staff_here(Permission.SEE_INSIGHTS)
    st.html(_STYLE)
    with st.container(key="mq-insights", gap="small"):
        lead = t("What the advisor and the desk did, and what clients ask for.")
        st.html(
            f'<header class="mq-insights-head"><h1>{escape(t("Insights"))}</h1>'
            f"<p>{escape(lead)}</p></header>"
        )
        days, tier = _controls()
        report = services.insights.of(staff, days, tier)
        if report.is_empty:
            st.html(f'<p class="mq-empty">{escape(_nothing(tier))}</p>')
            return
        st.html(_headlines(report))
        paper = charts.DARK if st.context.theme.type == "dark" else charts.LIGHT
        for figure in figures.all_of(report, paper, _names(services)):
            _show(figure)


def _controls() -> tuple[int, Wanted]:
    with st.container(key="mq-insights-controls", horizontal=True, vertical_alignment="bottom"):
        days = st.segmented_control(
            t("Period"),
            PERIODS,
            default=PERIODS[-1],
            format_func=lambda n: t("{days} days", days=n),
            required=True,
            key="insights-days",
        )
        tier = st.selectbox(
            t("Tier"), _ALL, format_func=wording.wanted_name, key="insights-tier", width=200
        )
    return days, tier


def _nothing(tier: Wanted) -> str:
    if tier == "all":
        return t("Nobody wrote in this period. Figures appear as soon as clients write.")
    return t(
        "Nobody of this tier wrote in this period. Choose a longer period or all tiers; figures "
        "appear as soon as clients write."
    )


def _headlines(report: Report) -> str:
    now, before = report.deflection, report.deflection_before
    shares = (
        (t("Needed no person"), now.alone, before.alone),
        (t("Of those, served well"), now.well, before.well),
        (t("First replies in time"), report.kept, report.kept_before),
        (t("Reopened after a close"), report.reopened, report.reopened_before),
    )
    cells = [
        _headline(name, wording.percent(a), wording.of_all(a), wording.change(a, b))
        for name, a, b in shares
    ]
    return f'<dl class="mq-headlines">{"".join(cells)}{_content(report)}</dl>'


def _content(report: Report) -> str:
    of = wording.of_all(report.satisfaction.answered)
    before = t("{mean} before", mean=_mean(report.satisfaction_before))
    return _headline(t("Satisfaction, 1 to 5"), _mean(report.satisfaction), of, before)


def _mean(satisfaction: Satisfaction) -> str:
    return "–" if satisfaction.mean is None else f"{satisfaction.mean:.1f}"


def _headline(name: str, figure: str, of: str, change: str) -> str:
    return (
        f"<div><dt>{escape(name)}</dt><dd><b>{escape(figure)}</b>"
        f"<span>{escape(of)}</span><small>{escape(change)}</small></dd></div>"
    )


def _show(figure: Figure) -> None:
    with st.container(key=f"mq-figure-{figure.key}", gap="small"):
        st.html(
            f'<div class="mq-figure-head"><h2>{escape(figure.title)}</h2>'
            f"<p>{escape(figure.lead)}</p></div>"
        )
        if not figure.table.rows:
            st.html(f'<p class="mq-empty">{escape(figure.empty)}</p>')
        elif figure.chart is None:
            st.html(table.as_html(figure.table, figure.title))
        else:
            st.altair_chart(figure.chart, theme=None, width="stretch", key=f"chart-{figure.key}")
            with st.expander(t("As a table")):
                st.html(table.as_html(figure.table, figure.title))
        if figure.note:
            st.html(f'<p class="mq-figure-note">{escape(figure.note)}</p>')
        if figure.table.rows:
            _download(figure)


def _download(figure: Figure) -> None:
    st.download_button(
        t("Download as CSV"),
        table.as_csv(figure.table),
        file_name=f"maroquin-{figure.key}.csv",
        mime="text/csv",
        type="tertiary",
        icon=":material/download:",
        key=f"csv-{figure.key}",
        help=figure.title,
        on_click="ignore",
    )


def _names(services: Services) -> NameOf:
    """Pieces by their own name, materials and themes by their article's title."""
    titles = {each.id: each.title.in_(page_lang()) for each in services.article_store.list()}

    def name(signal: Signal) -> str:
        if signal.kind is not Kind.PIECE:
            return titles.get(signal.key, signal.key)
        try:
            return services.products.get(signal.key).name
        except NotFound:
            return signal.key

    return name
