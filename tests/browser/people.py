"""A shopper and a member of staff at their windows: what they do and what they read."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from bench.chat import PATIENCE_MS, SAID, ask, open_chat
from tests.browser.conftest import ServedHouse

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

DRAFT = "article.mq-draft"
_COMPOSER = "[data-testid='stChatInputTextArea']"


@dataclass(frozen=True, slots=True)
class Shopper:
    page: Page

    def come(self, address: str) -> None:
        open_chat(self.page, address)

    def ask(self, question: str) -> Locator:
        """The answer, once the whole of it stands there."""
        ask(self.page, question)
        return self.page.locator(SAID).last

    def compose(self, text: str) -> None:
        """Type and press Enter, whatever comes of it."""
        self.page.locator(_COMPOSER).fill(text)
        self.page.locator(_COMPOSER).press("Enter")

    def say(self, text: str) -> None:
        """Without waiting for anything but her own words on the page."""
        self.compose(text)
        self.own(text).wait_for()

    def thumb_down(self) -> Locator:
        """On the latest answer; what is then asked of her."""
        rating = self.page.locator("[class*='st-key-rate-']").last
        rating.locator("button").nth(1).click()
        rating.get_by_text("What was it?").wait_for()
        return rating

    def told_who_has_her(self, words: str) -> Locator:
        """The line is there twice for a moment while it is drawn anew."""
        return self.page.locator(".mq-holder").filter(has_text=words).first

    def own(self, text: str) -> Locator:
        return self.page.locator("article.mq-shopper").filter(has_text=text).last

    def answers(self) -> int:
        return self.page.locator(SAID).count()


@dataclass(frozen=True, slots=True)
class Staff:
    page: Page

    def sign_in(self, house: ServedHouse, login: str, page: str = "") -> None:
        """And arrive at her own page, or the one she asked for."""
        self.page.goto(f"{house.address}{page or '/sign-in'}")
        self.page.locator("#login").fill(login)
        self.page.locator("#password").fill(house.passwords[login])
        self.page.get_by_role("button").click()
        whole_or_small = self.page.locator(".st-key-account, .mq-menu")
        whole_or_small.filter(visible=True).first.wait_for()

    def in_queue(self, client: str) -> Locator:
        """Her row, once its facts stand below the name, and only once: a row that moves is there
        twice for a moment.
        """
        row = self.page.locator("[class*='st-key-mq-queue-']").filter(has_text=client)
        expect(row.locator(".mq-latest")).to_have_count(1)
        return row

    def open(self, client: str) -> None:
        self.in_queue(client).get_by_role("button").click()
        self.page.locator(".mq-with").filter(has_text=client).wait_for()

    def claim(self) -> None:
        self.page.locator(".st-key-mq-claim button").click()

    def reply(self, text: str) -> None:
        box = self.page.locator(".st-key-mq-desk-conversation textarea")
        box.fill(text)
        box.press("Control+Enter")

    def give_back(self) -> None:
        self.page.locator("[class*='st-key-giving-'] button").first.click()
        self.page.locator("[class*='st-key-give-back-'] button").click()

    def pass_on(self, colleague: str, why: str) -> None:
        self.page.locator("[class*='st-key-passing-'] button").first.click()
        form = self.page.get_by_test_id("stForm")
        form.get_by_role("combobox").click()
        self.page.get_by_role("option").filter(has_text=colleague).click()
        form.get_by_role("textbox").last.fill(why)
        form.get_by_test_id("stFormSubmitButton").get_by_role("button").click()

    def transcript(self) -> Locator:
        return self.page.locator(".st-key-mq-transcript")

    def brief(self) -> Locator:
        return self.page.locator(".st-key-mq-desk-client")


def seconds_until(there: Locator) -> float:
    began = time.perf_counter()
    there.wait_for()
    return time.perf_counter() - began


def until(page: Page, holds: Callable[[], bool]) -> None:
    """What no locator tells, looked at again and again while the page goes on."""
    end = time.monotonic() + PATIENCE_MS / 1000
    while not holds():
        assert time.monotonic() < end, "it never came true"
        page.wait_for_timeout(50)


def has_value(field: Locator, value: str | re.Pattern[str]) -> None:
    """Before long: a text area is drawn empty first and filled a moment later."""
    expect(field).to_have_value(value)


def reads(place: Locator, *texts: str) -> None:
    """Each stands there before long: a page is drawn part by part, and may still be drawing."""
    for text in texts:
        expect(place).to_contain_text(text)
