"""A figure's table: as HTML to read, as CSV to take away."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would reckon with
Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their headers; None is a figure that there is not."""

    headers: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def as_html(table: Table, caption: str) -> str:
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in table.headers)
    body = "".join(f"<tr>{''.join(_cell(each) for each in row)}</tr>" for row in table.rows)
    return (
        '<div class="mq-figure-table" tabindex="0" role="region" '
        f'aria-label="{escape(caption)}"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _cell(value: Cell) -> str:
    if value is None:
        return '<td class="mq-number">–</td>'
    kind = "" if isinstance(value, str) else ' class="mq-number"'
    return f"<td{kind}>{escape(str(value))}</td>"


def as_csv(table: Table) -> bytes:
    """UTF-8 with a mark, so that spreadsheets read Chinese; no cell begins a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table.headers)
    writer.writerows([_plain(each) for each in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _plain(value: Cell) -> str:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else str(value)
