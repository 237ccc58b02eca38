"""In the middle of an answer: seen as it comes, and nothing that happens then loses a word.

The model here reads the first piece of evidence out and then thinks for as long as a test wants.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from bench.chat import SAID
from bench.server import running
from tests.agents.scripted_server import Reply, ScriptedServer
from tests.browser.conftest import OPENING_MS, ServedHouse, Window, furnished
from tests.browser.people import DRAFT, Shopper

if TYPE_CHECKING:
    from playwright.sync_api import Page

FIRST, SECOND, THIRD = (
    "Can pearls get wet?",
    "How do I wash a cashmere sweater?",
    "Can I still return a piece after two weeks?",
)
_HELD_S = 240.0  # at most: a test lets it go on


class SlowModel:
    def __init__(self, server: ScriptedServer) -> None:
        self.url, self._server = server.url, server
        self._spoke, self._goes_on = threading.Event(), threading.Event()
        server.script = self._answer

    def wait_until_it_spoke(self) -> None:
        assert self._spoke.wait(_HELD_S)

    def hold(self) -> None:
        self._spoke.clear()
        self._goes_on.clear()

    def go_on(self) -> None:
        self._goes_on.set()

    def _answer(self, reply: Reply) -> None:
        told = self._server.requests[-1]["messages"][-1]["content"]
        evidence = re.search(r"\[1\] (.+)", told)
        reply.begin()
        reply.say(f"{evidence[1] if evidence else ''} [1]\n")
        self._spoke.set()
        self._goes_on.wait(_HELD_S)
        reply.end()


@pytest.fixture
def model() -> Iterator[SlowModel]:
    with closing(ScriptedServer()) as server:
        model = SlowModel(server)
        yield model
        model.go_on()


@pytest.fixture
def slow_house(
    model: SlowModel, whole_house: Path, tmp_path_factory: pytest.TempPathFactory
) -> ServedHouse:
    """Not served yet."""
    folder = tmp_path_factory.mktemp("slow")
    return furnished(
        whole_house,
        folder,
        language_mode="openai",
        openai_base_url=model.url,
        openai_timeout_s=_HELD_S,
    )


def test_an_answer_streams_and_outlives_a_reload_a_second_message_and_a_killed_server(
    slow_house: ServedHouse, model: SlowModel, window: Window
) -> None:
    shopper = Shopper(window("en").new_page())
    with running(slow_house.settings, slow_house.log) as process:
        shopper.come(slow_house.address)
        shopper.say(FIRST)
        _sees_a_sourced_sentence(shopper.page)
        expect(shopper.page.locator(SAID)).to_have_count(
            1
        )  # the greeting: the answer is still under way

        shopper.say(SECOND)
        shopper.page.reload()
        shopper.own(SECOND).wait_for()
        _sees_a_sourced_sentence(shopper.page)
        model.go_on()
        _reads_answers(shopper.page, 2)

        model.hold()
        shopper.say(THIRD)
        model.wait_until_it_spoke()
        process.kill()
        process.wait()
        shopper.page.get_by_text("The connection is interrupted.").wait_for()
        shopper.page.wait_for_timeout(3000)  # Streamlit's own dialog would be there by now
        expect(shopper.page.get_by_role("dialog").filter(visible=True)).to_have_count(0)
    model.go_on()
    with running(slow_house.settings, slow_house.log):
        _reads_answers(shopper.page, 3)
        own = shopper.page.locator("article.mq-shopper .mq-words")
        expect(own).to_have_text([FIRST, SECOND, THIRD])
        expect(shopper.page.locator(".mq-away")).to_be_hidden()


def _sees_a_sourced_sentence(page: Page) -> None:
    """The first answer of a server comes after it has read all the articles of the house."""
    page.locator(f"{DRAFT} details.mq-source").first.wait_for(timeout=OPENING_MS)


def _reads_answers(page: Page, number: int) -> None:
    """Behind the greeting, with nothing under way any more; a server may just have been started."""
    expect(page.locator(SAID)).to_have_count(number + 1, timeout=OPENING_MS)
    expect(page.locator(DRAFT)).to_have_count(0)
