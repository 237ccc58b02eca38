"""What she sends is said once, and no word of hers is lost when it cannot be."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from shop.conversations import Author
from shop.errors import StoreBusy
from tests.console.pages import button, shown
from tests.console.shopper import answered, transcript


def test_a_message_that_cannot_be_taken_stays_on_the_screen(page: AppTest, house: Any) -> None:
    page.run()
    invisible = "\u200b\u200b"  # nothing that anybody could read
    page.chat_input[0].set_value(invisible).run()
    assert not page.exception
    assert len(transcript(house)) == 1
    assert page.text_area[0].value == invisible
    assert "nothing in it that can be read" in shown(page)


def test_a_message_that_is_too_long_is_kept_to_be_shortened(page: AppTest, house: Any) -> None:
    page.run()
    page.chat_input[0].set_value("long " * 2000).run()
    assert "This message has 9,999 characters, and one may have 4,000." in shown(page)
    assert len(transcript(house)) == 1
    page.text_area[0].set_value("short")
    button(page, "Send again").click().run()
    assert answered(house)[1].text == "short"
    page.run()
    assert not page.text_area


def test_a_store_that_fails_loses_no_words(
    page: AppTest, house: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.run()

    def broken(*_: object, **__: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as broke:
        broke.setattr(type(house.chats), "say", broken)
        page.chat_input[0].set_value("My words").run()
    page.run()
    assert page.text_area[0].value == "My words"
    button(page, "Send again").click().run()
    assert answered(house)[1].text == "My words"
    page.run()
    assert not page.text_area


def test_what_could_not_be_sent_outlives_what_is_sent_after_it(
    page: AppTest, house: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.run()

    def busy(*_: object, **__: object) -> None:
        raise StoreBusy("The database is busy.")

    with monkeypatch.context() as broke:
        broke.setattr(type(house.chats), "say", busy)
        page.chat_input[0].set_value("First").run()
        page.chat_input[0].set_value("Second").run()
        assert page.text_area[0].value == "First\n\nSecond"
    page.text_area[0].set_value("First")
    page.chat_input[0].set_value("Third").run()
    assert page.text_area[0].value == "First"
    button(page, "Send again").click().run()
    assert [m.text for m in answered(house) if m.author is Author.SHOPPER] == ["Third", "First"]
    page.run()
    assert not page.text_area


def test_what_was_stored_after_all_is_not_said_twice_when_sent_again(
    page: AppTest, house: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.run()
    say = type(house.chats).say

    def stored_but_unheard(*given: Any) -> None:
        say(*given)
        raise StoreBusy("The connection broke after the last word.")

    with monkeypatch.context() as broke:
        broke.setattr(type(house.chats), "say", stored_but_unheard)
        page.chat_input[0].set_value("My words").run()
    button(page, "Send again").click().run()
    assert [m.text for m in answered(house) if m.author is Author.SHOPPER] == ["My words"]
