"""A real Chromium and the real server over the whole sample house, one of each for all tests here.

Playwright keeps an event loop in this thread for as long as it lives, so it ends with this package.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bench import browser
from bench.server import free_port, running
from operations.people import accounts
from operations.prepare import copy_house
from settings import Settings
from shop import demo
from tests.needs import skip_or_fail

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True, slots=True)
class ServedHouse:
    """Where it is, and who may come in: passwords by login, links by the client's name."""

    address: str
    settings: Settings
    passwords: Mapping[str, str]
    links: Mapping[str, str]
    log: Path


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Skips with the reason where there is none."""
    try:
        with browser.chromium() as opened:
            yield opened
    except browser.BrowserMissing as missing:
        skip_or_fail("browser", str(missing))


@pytest.fixture(scope="package")
def served(
    chromium: Browser, whole_house: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServedHouse]:
    """The server with the demo's people, shared by all tests: each brings a browser context."""
    folder = tmp_path_factory.mktemp("served")
    data = copy_house(whole_house, folder / "data")
    settings = Settings.defaults(data_dir=data, port=free_port())
    with accounts(settings) as (staff, clients):
        made = demo.furnish(staff, clients)
    house = ServedHouse(
        settings.address,
        settings,
        {new.staff.login: new.password for new in made.accounts},
        {n.client.name: f"{settings.address}/enter?token={n.link_token}" for n in made.clients},
        folder / "server.log",
    )
    with running(settings, house.log):
        yield house


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser that was never here before, with an English interface."""
    context = chromium.new_context(locale="en-GB")
    yield context
    context.close()
