"""The page of worked examples says what the rule-books say, to the letter."""

from __future__ import annotations

from scripts import rule_book_examples, rule_books_page


def test_the_page_is_what_the_rule_books_say_now() -> None:
    kept = rule_books_page.PAGE.read_text(encoding="utf-8").splitlines()
    said = rule_books_page.page().splitlines()
    differing = [(old, new) for old, new in zip(kept, said, strict=False) if old != new]
    assert not differing, "write it anew: .venv/bin/python -m scripts.rule_books_page"
    assert len(kept) == len(said)


def test_every_chapter_has_examples_and_each_rests_on_a_rule() -> None:
    chapters = rule_book_examples.chapters()
    assert {"Sizes", "Pieces, prices and stock", "Money and service"} <= set(chapters)
    assert {"Tax, duty and delivery", "Materials"} <= set(chapters)
    assert sum(map(len, chapters.values())) >= 90
    assert all(shown.ruling.rule for rows in chapters.values() for shown in rows)


def test_every_rule_book_shown_is_one_that_shoppers_reach() -> None:
    shown = [row for rows in rule_book_examples.chapters().values() for row in rows]
    assert [row.call for row in shown if not row.recognised] == []
