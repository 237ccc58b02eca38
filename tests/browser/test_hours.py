"""The house in the evening, at a weekend and on a holiday: a note, its row in the queue, her file.

Her question, who reads it when, and what the desk sees are the same at every such hour; only the
clock of the served house moves from one to the next.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from bench.server import started, wait_until_up
from operations.serve import server_command
from shop.client_accounts import ClientAccounts
from shop.clients import Tier
from shop.db import open_store
from shop.language import Lang
from tests.browser.conftest import ServedHouse, Window, answers, furnished
from tests.browser.people import Shopper, Staff, reads

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BEIJING = ZoneInfo("Asia/Shanghai")
# When she asks for a person, and when her note is read, as each language writes it.
HOURS = (
    (datetime(2027, 1, 6, 20, 30, tzinfo=BEIJING), {"zh": "1月7日 10:00", "en": "7 Jan 10:00"}),
    (datetime(2027, 1, 9, 23, 30, tzinfo=BEIJING), {"zh": "1月10日 10:00", "en": "10 Jan 10:00"}),
    (datetime(2027, 2, 6, 12, 0, tzinfo=BEIJING), {"zh": "2月9日 10:00", "en": "9 Feb 10:00"}),
)
ASKS: dict[Lang, str] = {"zh": "请帮我转人工。", "en": "I would like to talk to a person."}
NOTE: dict[Lang, str] = {
    "zh": "您的留言已收到，服务台将于 {} 开始服务后处理。",
    "en": "Your note is with the house. It will be read when the desk opens at {}.",
}
OPENS: dict[Lang, str] = {"zh": "后开放", "en": "opens in"}


class Later:
    """The house with its clock set by `at`."""

    def __init__(self, house: ServedHouse, ahead: Path) -> None:
        self.house, self._ahead = house, ahead
        self.now = datetime.now(UTC)

    def at(self, moment: datetime) -> None:
        self.now = moment
        unfinished = self._ahead.with_suffix(".new")
        unfinished.write_text(str((moment - datetime.now(UTC)) // timedelta(seconds=1)))
        unfinished.replace(self._ahead)

    def welcome(self, name: str, lang: Lang) -> str:
        """The signed link, which is good for some days from now, of a silver client."""
        store = open_store(self.house.settings.database)
        clients = ClientAccounts(store, lambda: self.now)
        token = clients.link_token(clients.create(name, Tier.SILVER, lang).id)
        store.close()
        return f"{self.house.address}/enter?token={token}"


@pytest.fixture(scope="module")
def later(
    chromium: Browser, whole_house: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Later]:
    folder = tmp_path_factory.mktemp("later")
    later = Later(furnished(whole_house, folder), folder / "ahead")
    later.at(HOURS[0][0])
    python, _, _, *run = server_command(later.house.settings)
    command = [python, "-m", "tests.browser.at_an_hour", str(folder / "ahead"), *run]
    assert python == sys.executable
    with started(command, later.house.settings, later.house.log) as process:
        wait_until_up(later.house.settings, process)
        answers(chromium, later.house)
        yield later


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_note_is_told_alike_to_the_client_in_the_queue_and_beside_her_file(
    lang: Lang, later: Later, window: Window
) -> None:
    beijing = {"timezone_id": "Asia/Shanghai"}
    for number, (moment, opens) in enumerate(HOURS):
        later.at(moment)
        name = f"Nora {lang} {number}"
        shopper = Shopper(window(lang, **beijing).new_page())
        shopper.come(later.welcome(name, lang))
        shopper.ask(ASKS[lang])
        told = NOTE[lang].format(opens[lang])
        shopper.page.locator(".mq-holder").filter(has_text=told).first.wait_for()

        claire = Staff(window(lang, **beijing).new_page())
        claire.sign_in(later.house, "claire")
        expect(claire.in_queue(name).locator("time.mq-due")).to_have_text(re.compile(OPENS[lang]))
        claire.open(name)
        reads(claire.transcript(), ASKS[lang])
        claire.page.goto(f"{later.house.address}/clients")
        claire.page.locator(".st-key-mq-clients-list button").filter(has_text=name).click()
        reads(claire.page.locator(".mq-client-head"), name)
        for page in (shopper.page, claire.page):
            expect(page.locator(".mq-trouble, [data-testid='stException']")).to_have_count(0)
