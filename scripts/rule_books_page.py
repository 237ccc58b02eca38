"""Writes docs/rule-books.md: worked examples, computed by the rule-books at this moment.

    .venv/bin/python -m scripts.rule_books_page

A test compares the page with what this would write, so the page cannot say what the code doesn't.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from scripts.rule_book_examples import chapters
from scripts.rule_book_examples.worked import Example

PAGE = Path(__file__).parents[1] / "docs" / "rule-books.md"

_INTRODUCTION = """\
# Rule-books: worked examples

Sizes, money, duty and dates are computed by plain functions in `shop/`, never by a model. Where a
model phrases the answer, no figure passes the check that is not in the sentence computed here.
Each function answers with a `Ruling` (`shop/rulings.py`): what to say in both languages, the rules
it rests on, and how sure it is:

- `house`: the house's own sheet or table;
- `standard`: a standard, a statute or arithmetic;
- `trade`: a convention that makers don't all share;
- `none`: there is no answer, and the sentence says what is known or asks for what is missing;
- `unrecorded`: the house's own notes don't say; the advisor abstains and a colleague can find out.

The first argument of some functions, the house's tables (`size_charts.yaml`, `tiers.yaml`,
`care_services.yaml`), is left out below. An example marked ○ has no recogniser: the function is
there and tested, but the advisor answers such questions from articles.

This page is written by `.venv/bin/python -m scripts.rule_books_page`; do not edit it by hand.
`tests/docs/test_rule_books_page.py` fails when it differs from what the code says.
"""


def page() -> str:
    tables = (f"\n## {title}\n\n{_table(rows)}" for title, rows in chapters().items())
    return _INTRODUCTION + "".join(tables)


def _table(rows: Iterable[Example]) -> str:
    head = "| asked | said | rests on |\n|---|---|---|\n"
    return head + "".join(map(_row, rows))


def _row(shown: Example) -> str:
    said = f"{shown.ruling.say.en}<br>{shown.ruling.say.zh}"
    mark = "" if shown.recognised else " ○"
    rules = " ".join(shown.ruling.rule)
    return f"| `{shown.call}`{mark} | {said} | {rules} ({shown.ruling.confidence}) |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
