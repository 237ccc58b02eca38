"""What goes wrong in a browser: a clear state each time, and no word of hers is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bench.chat import SAID
from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, has_value, reads

QUESTION = "Can pearls get wet?"


@pytest.fixture
def shopper(served: ServedHouse, window: Window) -> Shopper:
    here = Shopper(window("en").new_page())
    here.come(served.address)
    return here


def test_nothing_is_sent_when_nothing_was_written(shopper: Shopper) -> None:
    for nothing in ("", "  \n "):
        shopper.compose(nothing)
    shopper.ask(QUESTION)
    expect(shopper.page.locator("article.mq-shopper")).to_have_count(1)
    expect(shopper.page.get_by_role("alert").filter(visible=True)).to_have_count(0)


def test_ten_thousand_characters_are_refused_clearly_and_kept_to_be_shortened(
    shopper: Shopper,
) -> None:
    shopper.compose("x" * 10_000)
    refusal = shopper.page.get_by_role("alert").filter(has_text="10,000")
    reads(refusal, "one may have 4,000")
    kept = shopper.page.get_by_label("Your message")
    has_value(kept, "x" * 10_000)
    expect(kept).to_be_in_viewport(ratio=1)
    kept.fill(QUESTION)
    shopper.page.get_by_role("button", name="Send again").click()
    shopper.page.locator(SAID).nth(1).wait_for()
    refusal.wait_for(state="detached")


def test_a_message_of_emoji_alone_is_asked_back_about(shopper: Shopper) -> None:
    reads(shopper.ask("👜💎"), "What would you like to know?")


def test_markup_is_shown_letter_for_letter(shopper: Shopper) -> None:
    for text in (
        "<script>document.title = 'taken'</script> pearls",
        "<img src=x onerror=\"document.title='taken'\"> pearls",
        "# pearls **bold** [link](javascript:alert(1)) :red[x] $x^2$",
    ):
        shopper.ask(text)
        own = shopper.page.locator("article.mq-shopper .mq-words").last
        expect(own).to_have_text(text)
        expect(own.locator("xpath=./*")).to_have_count(0)
    assert shopper.page.title() != "taken"


def test_a_second_tab_shows_what_the_first_one_says(shopper: Shopper, served: ServedHouse) -> None:
    second = Shopper(shopper.page.context.new_page())
    second.come(served.address)
    shopper.ask(QUESTION)
    second.own(QUESTION).wait_for()
    second.page.locator(SAID).nth(1).wait_for()


def test_the_back_button_leads_back_to_the_conversation(
    shopper: Shopper, served: ServedHouse
) -> None:
    told = shopper.ask(QUESTION).inner_text()
    shopper.page.goto(f"{served.address}/sign-in")
    shopper.page.go_back()
    expect(shopper.page.locator(SAID).nth(1)).to_have_text(told, use_inner_text=True)
