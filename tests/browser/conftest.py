"""A real Chromium and the real server over the whole sample house, one of each for all tests here.

Playwright keeps an event loop in this thread for as long as it lives, so it ends with this package.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bench import browser
from bench.chat import PATIENCE_MS, ask, open_chat
from bench.server import free_port, running
from operations.people import accounts
from operations.prepare import copy_house
from settings import Settings
from shop import demo
from shop.clients import Tier
from shop.language import Lang
from tests.needs import skip_or_fail

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

OPENING_MS = 240_000
_AT_MOST_S = 1200  # what a page waits for has limits of its own; a busy machine needs many of them
Window = Callable[..., "BrowserContext"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(_AT_MOST_S))


@dataclass(frozen=True, slots=True)
class ServedHouse:
    """Where it is, and who may come in: passwords by login, links by the client's name."""

    address: str
    settings: Settings
    passwords: Mapping[str, str]
    links: Mapping[str, str]
    log: Path

    def link_of(self, name: str) -> str:
        """The signed link of the client whose name holds this."""
        return next(link for client, link in self.links.items() if name in client)

    def welcome(self, name: str, tier: Tier, language: Lang) -> str:
        """The signed link of a client whom no other test has met: her talk is in nobody's hands."""
        with accounts(self.settings) as (_, clients):
            client = clients.create(name, tier, language)
            return f"{self.address}/enter?token={clients.link_token(client.id)}"

    def ratings(self) -> list[tuple[bool, str]]:
        """What shoppers thought of answers, and why, oldest first."""
        with closing(sqlite3.connect(self.settings.data_dir / "maroquin.db")) as store:
            rows = store.execute(
                "select helpful, rating_reason from messages where helpful is not null"
                " order by at, seq"
            )
            return [(bool(helpful), reason) for helpful, reason in rows]


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Skips with the reason where there is none."""
    try:
        with browser.chromium() as opened:
            from playwright.sync_api import expect

            expect.set_options(timeout=PATIENCE_MS)  # five seconds pass on a busy machine
            yield opened
    except browser.BrowserMissing as missing:
        skip_or_fail("browser", str(missing))


@pytest.fixture(scope="package")
def served(
    chromium: Browser, whole_house: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServedHouse]:
    """The server with the demo's people, shared by all tests: each brings a browser context."""
    house = furnished(whole_house, tmp_path_factory.mktemp("served"))
    with running(house.settings, house.log):
        answers(chromium, house)
        yield house


def answers(chromium: Browser, house: ServedHouse) -> None:
    """Until it does: whoever asks first waits until the house has read all its articles."""
    with chromium.new_context(locale="en-GB") as first:
        page = first.new_page()
        open_chat(page, house.address, OPENING_MS)
        ask(page, "Can pearls get wet?", OPENING_MS)


def furnished(whole_house: Path, folder: Path, **settings: Any) -> ServedHouse:
    """A copy of the house with the demo's people in it, not yet served."""
    data = copy_house(whole_house, folder / "data")
    own = Settings.defaults(data_dir=data, port=free_port(), **settings)
    with accounts(own) as (staff, clients):
        made = demo.furnish(staff, clients)
    return ServedHouse(
        own.address,
        own,
        {new.staff.login: new.password for new in made.accounts},
        {n.client.name: f"{own.address}/enter?token={n.link_token}" for n in made.clients},
        folder / "server.log",
    )


@pytest.fixture
def window(chromium: Browser) -> Iterator[Window]:
    """Opens browsers that were never here before and share nothing, in either language."""
    opened: list[BrowserContext] = []

    def open_one(lang: Lang = "en", **options: Any) -> BrowserContext:
        locale = "zh-CN" if lang == "zh" else "en-GB"
        opened.append(chromium.new_context(locale=locale, **options))
        opened[-1].set_default_timeout(PATIENCE_MS)
        return opened[-1]

    yield open_one
    for context in opened:
        context.close()
