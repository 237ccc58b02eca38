"""Whether an answer helped, and why not: kept as she gave it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.console.pages import shown
from tests.console.shopper import answered, transcript


def test_a_rating_is_kept_with_its_reason(page: AppTest, house: Any) -> None:
    page.run()
    page.chat_input[0].set_value("hello").run()
    answer = answered(house)[2]
    page.run()
    page.feedback(key=f"thumb-{answer.id}").set_value(0).run()
    assert transcript(house)[2].helpful is False
    page.text_input(key=f"words-{answer.id}").set_value("wrong colour").run()
    assert not page.exception
    assert "Your reason goes to the people" in shown(page)
    assert reasons(house) == ["wrong colour"]


def test_a_thumb_taken_back_and_given_again_keeps_its_reason(page: AppTest, house: Any) -> None:
    page.run()
    page.chat_input[0].set_value("hello").run()
    answer = answered(house)[2]
    page.run()
    thumb = f"thumb-{answer.id}"
    page.feedback(key=thumb).set_value(0).run()
    page.text_input(key=f"words-{answer.id}").set_value("wrong colour").run()
    page.feedback(key=thumb).set_value(None).run()
    page.feedback(key=thumb).set_value(0).run()
    assert reasons(house) == ["wrong colour"]
    page.feedback(key=thumb).set_value(1).run()
    assert reasons(house) == [""]


def reasons(house: Any) -> list[str]:
    """Why answers were rated as they were, as the house's people will read it."""
    with closing(sqlite3.connect(house.settings.data_dir / "maroquin.db")) as store:
        asked = "select rating_reason from messages where helpful is not null"
        return [reason for (reason,) in store.execute(asked)]
