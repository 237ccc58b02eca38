"""Each figure of the page: its title, what it means, its chart and its table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from console.i18n import t
from console.parts.desk.wording import reason_name
from console.parts.insights import charts, wording
from console.parts.insights.charts import Paper
from console.parts.insights.table import Table
from console.parts.tiers import tier_name
from shop.demand import Signal
from shop.insight_reading import Report
from shop.insights import SCORES

NameOf = Callable[[Signal], str]


@dataclass(frozen=True, slots=True)
class Figure:
    """`chart` None: the table is the figure. `empty`: what is said while there is nothing."""

    key: str
    title: str
    lead: str
    table: Table
    empty: str
    chart: Any = None
    note: str = ""


def all_of(report: Report, paper: Paper, name_of: NameOf) -> list[Figure]:
    return [
        _days(report, paper),
        _quality(report),
        _service(report, paper),
        _reasons(report, paper),
        _rising(report, paper, name_of),
        _unanswered(report),
        _satisfaction(report, paper),
    ]


def _days(report: Report, paper: Paper) -> Figure:
    alone, people = t("The advisor alone"), t("With people")
    title = t("Conversations by day")
    values = [
        {"day": each.day.isoformat(), "name": name, "count": count, "order": order}
        for each in report.days
        for order, (name, count) in enumerate(((alone, each.alone), (people, each.with_people)))
    ]
    some = report.deflection.alone.whole
    format_ = t("%-d %b")
    return Figure(
        key="conversations",
        title=title,
        lead=t("A conversation counts on the day of its client's first words in the period."),
        table=Table(
            (t("Date"), alone, people),
            [(each.day.isoformat(), each.alone, each.with_people) for each in report.days]
            if some
            else [],
        ),
        empty=t("Conversations appear here as soon as clients write."),
        chart=charts.stacked_days(values, (alone, people), format_, paper, title),
    )


def _quality(report: Report) -> Figure:
    now, before = report.deflection, report.deflection_before
    rows = (
        (t("Needed no person"), now.alone, before.alone),
        (t("Served well"), now.well, before.well),
        (t("Thumbs up, of all thumbs"), now.helped, before.helped),
        (t("Asked the same again within a day"), now.asked_again, before.asked_again),
        (t("The advisor had to abstain"), now.abstained, before.abstained),
    )
    percent = wording.rounded_percent
    return Figure(
        key="quality",
        title=t("How well the advisor serves alone"),
        lead=t(
            "Of conversations that needed no person. Served well: no thumb down, no question "
            "asked again within a day, none left without an answer."
        ),
        table=Table(
            (t("Figure"), t("Of"), "%", t("% before")),
            [(name, wording.of_all(a), percent(a), percent(b)) for name, a, b in rows]
            if now.alone.whole
            else [],
        ),
        empty=t("Conversations appear here as soon as clients write."),
    )


def _service(report: Report, paper: Paper) -> Figure:
    title = t("First reply and resolution")
    values = [
        {
            "name": tier_name(each.tier),
            "now": wording.minutes(each.first_reply.median),
            "far": wording.minutes(each.first_reply.p90),
            "mark": each.promised_minutes or each.target_minutes,
        }
        for each in report.service
    ]
    return Figure(
        key="service",
        title=title,
        lead=t(
            "Bar: the middle first reply in minutes, out of hours from the opening. Line: nine of "
            "ten were sooner. Mark: what the tier is promised, or our own aim."
        ),
        table=_service_table(report),
        empty=t("Times appear here once a client has been handed over to people."),
        chart=charts.bars_with_mark(values, t("Minutes"), paper, title, reach=True),
    )


def _service_table(report: Report) -> Table:
    names = (
        t("Tier"),
        t("Hand-overs"),
        t("First reply by"),
        t("Middle"),
        t("Nine of ten"),
        t("Kept in time"),
        t("Resolved, middle"),
        t("Reopened"),
    )
    rows = [
        (
            tier_name(each.tier),
            each.handovers,
            wording.promise(each),
            wording.length(each.first_reply.median),
            wording.length(each.first_reply.p90),
            wording.percent(each.kept),
            wording.length(each.resolution.median),
            wording.percent(each.reopened),
        )
        for each in report.service
    ]
    return Table(names, rows)


def _reasons(report: Report, paper: Paper) -> Figure:
    title = t("Why people were called")
    found = [(reason_name(each.reason), each.now, each.before) for each in report.reasons]
    values = [{"name": name, "now": now, "mark": before} for name, now, before in found]
    return Figure(
        key="reasons",
        title=title,
        lead=t("Bar: hand-overs of this period. Mark: of the period before."),
        table=Table((t("Reason"), t("This period"), t("Before")), found),
        empty=t("Reasons appear here once a client has been handed over to people."),
        chart=charts.bars_with_mark(values, t("Hand-overs"), paper, title),
    )


def _rising(report: Report, paper: Paper, name_of: NameOf) -> Figure:
    title = t("Asked for more than before")
    found = [
        (name_of(each), wording.kind_name(each.kind), each.now, each.before)
        for each in report.rising
    ]
    values = [{"name": name, "now": now, "mark": before} for name, _, now, before in found]
    return Figure(
        key="demand",
        title=title,
        lead=t(
            "Pieces, materials and themes in more conversations than in the period before. "
            "Once is no trend: from two conversations on."
        ),
        table=Table((t("What"), t("Kind"), t("This period"), t("Before")), found),
        empty=t("What rises appears here once there are two periods to compare."),
        chart=charts.bars_with_mark(values, t("Conversations"), paper, title),
    )


def _unanswered(report: Report) -> Figure:
    found = report.unanswered
    note = t(
        "{count} more were asked by one person each; their words stay with them.",
        count=found.untold,
    )
    return Figure(
        key="unanswered",
        title=t("Questions without an answer"),
        lead=t("What the advisor had to say it does not know: what to write next, or to find out."),
        table=Table(
            (t("Question"), t("Times")),
            [(wording.question(each), each.times) for each in found.questions],
        ),
        empty=t("Nothing was left without an answer that may be told here."),
        note=note if found.untold else "",
    )


def _satisfaction(report: Report, paper: Paper) -> Figure:
    title = t("Satisfaction after the close")
    counts = list(zip(SCORES, report.satisfaction.counts, strict=True))
    answered = report.satisfaction.answered
    return Figure(
        key="satisfaction",
        title=title,
        lead=t(
            "One press from 1 to 5 once a person has closed; {share} answered.",
            share=wording.of_all(answered),
        ),
        table=Table((t("Score"), t("Clients")), counts if answered.part else []),
        empty=t("Scores appear here once clients have given one after a close."),
        chart=charts.columns(
            [{"name": str(score), "count": count} for score, count in counts],
            t("1 not at all content, 5 very content"),
            paper,
            title,
        ),
    )
