"""Two people at two browsers see the same, pushed, also after a line was lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, Staff, reads

if TYPE_CHECKING:
    from playwright.sync_api import WebSocketRoute

_AWAY_MS = 1_500


class Lines:
    """The live lines of a page, which can be cut and kept cut."""

    def __init__(self) -> None:
        self.cut = False
        self.open: list[WebSocketRoute] = []

    def take(self, line: WebSocketRoute) -> None:
        if self.cut:
            line.close()
            return
        line.connect_to_server()
        self.open.append(line)

    def lose(self) -> None:
        self.cut = True
        for line in self.open:
            line.close()


@pytest.fixture
def both(served: ServedHouse, window: Window) -> Iterator[tuple[Shopper, Staff, Lines]]:
    """A client, Claire who has her conversation, and the client's lines."""
    shopper, claire, lines = (
        Shopper(window("en").new_page()),
        Staff(window("en").new_page()),
        Lines(),
    )
    shopper.page.route_web_socket("**/live", lines.take)
    shopper.come(served.link_of("Daniel Moreau"))
    shopper.page.locator(".st-key-ask-person button").click()
    claire.sign_in(served, "claire")
    claire.open("Daniel Moreau")
    claire.claim()
    claire.page.locator(".st-key-mq-desk-conversation textarea").wait_for()
    shopper.told_who_has_her("Claire").wait_for()
    yield shopper, claire, lines
    claire.give_back()
    claire.page.get_by_text("The advisor has this conversation.").wait_for()


def test_each_side_sees_that_the_other_is_writing_and_has_read(
    both: tuple[Shopper, Staff, Lines],
) -> None:
    shopper, claire, _ = both
    claire.page.locator(".st-key-mq-desk-conversation textarea").press_sequentially("Good")
    shopper.page.get_by_text("Claire 顾清 is writing…").wait_for()
    claire.reply("Good morning")
    reads(shopper.page.locator(".st-key-chat"), "Good morning")
    shopper.page.bring_to_front()
    claire.page.get_by_text("Read", exact=True).wait_for()
    shopper.page.locator("[data-testid='stChatInputTextArea']").press_sequentially("Hello")
    claire.page.get_by_text("The client is writing…").wait_for()


def test_what_was_said_while_the_line_was_lost_is_shown_once_it_is_back(
    both: tuple[Shopper, Staff, Lines],
) -> None:
    shopper, claire, lines = both
    lines.lose()
    claire.reply("The strap is 55 cm long")
    reads(claire.transcript(), "The strap is 55 cm long")
    shopper.page.wait_for_timeout(_AWAY_MS)
    missed = shopper.page.get_by_text("The strap is 55 cm long")
    assert missed.count() == 0
    lines.cut = False
    missed.wait_for()
    assert len(lines.open) > 1
