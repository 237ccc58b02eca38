"""The story of the house, lived by real browsers, in both languages."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from bench.chat import SAID
from shop.clients import Tier
from shop.language import Lang
from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import DRAFT, Shopper, Staff, has_value, reads, seconds_until

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, WebSocketRoute

SOON_S, _TRIES = 5.0, 5  # a page that hears nothing looks every ten seconds


@dataclass(frozen=True, slots=True)
class Tale:
    """One client's story: what she says and what she reads of it."""

    lang: Lang
    client: str
    question: str
    asks_for_person: str
    later: str
    reply: str
    note: str
    queued: str


ZH = Tale(
    "zh",
    "林若澜",
    "我平时穿 EU 38.5，Cadence 高跟鞋该选什么码？",
    "请帮我转人工。",
    "珍珠项链能碰水吗？",
    "林女士您好，我是顾清，这就为您留一双。",
    "您的留言已收到",
    "正在等待您的私人购物顾问",
)
EN = Tale(
    "en",
    "Olivia Hartwell",
    "I wear EU 38.5. Which size of the Cadence pump fits me?",
    "I would like to talk to a person.",
    "Can pearls get wet?",
    "Good day, this is Claire. I will set a pair aside for you.",
    "Your note is with the house.",
    "Waiting for your personal shopper",
)


def _soon(said: Callable[[str], Locator], text: str) -> float:
    """Seconds until what was said stands on the other one's page. The best counts, because others
    use the machine at the same time; `bench.live` measures what 95 of 100 wait.
    """
    best = math.inf
    for number in range(1, _TRIES + 1):
        best = min(best, seconds_until(said(f"{text} {number}")))
        if best < SOON_S:
            break
    return best


class Held:
    """A page that hears of nothing and asks for nothing while it is held back: who looks at it
    still sees the button when it is too late.
    """

    def __init__(self, page: Page) -> None:
        self.back = False
        page.route_web_socket("**/live", lambda line: None)
        page.route_web_socket("**/_stcore/stream", self._take)

    def _take(self, stream: WebSocketRoute) -> None:
        server = stream.connect_to_server()

        def pass_on(message: str | bytes) -> None:
            if not self.back:
                server.send(message)

        stream.on_message(pass_on)


@pytest.mark.parametrize("tale", [ZH, EN], ids=["zh", "en"])
def test_a_client_reaches_a_person_and_the_advisor_keeps_silent_meanwhile(
    tale: Tale, served: ServedHouse, window: Window
) -> None:
    shopper, claire = Shopper(window(tale.lang).new_page()), Staff(window(tale.lang).new_page())
    shopper.come(served.link_of(tale.client))
    answer = shopper.ask(tale.question)
    expect(answer).to_have_attribute("lang", tale.lang)
    reads(answer, "EU 38.5")
    expect(shopper.page.locator(".mq-card").last).to_have_text(re.compile(r"^\s*Cadence"))

    claire.sign_in(served, "claire")
    shopper.page.locator(".st-key-ask-person button").click()
    shopper.own(tale.asks_for_person).wait_for()
    # The house keeps hours: within them she waits in the queue, outside them her note does.
    waits, note = (shopper.told_who_has_her(words) for words in (tale.queued, tale.note))
    waits.or_(note).first.wait_for()

    row = claire.in_queue(tale.client)
    expect(row.locator(".mq-note")).to_have_count(note.count())
    claire.open(tale.client)
    reads(claire.transcript(), tale.question)
    reads(claire.brief(), tale.question.rstrip("?？"), "Cadence", "EU 38.5")

    claire.claim()
    shopper.told_who_has_her("Claire").wait_for()

    def replied(text: str) -> Locator:
        claire.reply(text)
        return shopper.page.locator("article.mq-person").filter(has_text=text)

    def told(text: str) -> Locator:
        shopper.say(text)
        return claire.transcript().get_by_text(text)

    latency = _soon(replied, tale.reply)
    print(f"a reply reached the client after {latency:.2f} s")
    assert latency < SOON_S

    said = shopper.answers()
    latency = _soon(told, tale.later)
    print(f"her words reached the desk after {latency:.2f} s")
    assert latency < SOON_S
    shopper.page.wait_for_timeout(1000)  # the advisor answers within a fraction of that
    assert shopper.answers() == said
    expect(shopper.page.locator(DRAFT)).to_have_count(0)

    claire.give_back()
    shopper.page.locator(".mq-notice").nth(1).wait_for()
    shopper.ask(tale.later).locator("details").first.wait_for()


def test_two_people_claim_one_client_and_exactly_one_has_her(
    served: ServedHouse, window: Window
) -> None:
    shopper = Shopper(window("zh").new_page())
    shopper.come(served.welcome("秦若水", Tier.GOLD, "zh"))
    shopper.ask("请帮我转人工。")
    claire, marc = Staff(window("en").new_page()), Staff(window("en").new_page())
    held = Held(marc.page)
    for person, login in ((claire, "claire"), (marc, "marc")):
        person.sign_in(served, login)
        person.open("秦若水")
    button = marc.page.locator(".st-key-mq-claim button")
    button.wait_for()
    held.back = True
    claire.claim()
    claire.page.locator(".st-key-mq-desk-conversation textarea").wait_for()
    held.back = False
    button.dispatch_event("click")
    alert = marc.page.get_by_role("alert").filter(has_text="Claire")
    reads(alert, "was first and has this client now")
    expect(marc.page.locator(".st-key-mq-desk-conversation textarea")).to_have_count(0)


def test_what_an_editor_publishes_is_what_the_next_answer_says(
    served: ServedHouse, window: Window
) -> None:
    shopper, wen = Shopper(window("en").new_page()), Staff(window("en").new_page())
    shopper.come(served.address)
    question = "What does perfume do to pearls?"
    shopper.ask(question).locator("summary").first.click()
    quote = shopper.page.locator("details[open] mark").inner_text()
    corrected = f"{quote} This was corrected a moment ago."

    wen.sign_in(served, "wen", "/knowledge")
    wen.page.goto(f"{served.address}/knowledge?article=care-pearls-soft-gems")
    wen.page.locator(".st-key-mq-article-actions button").nth(1).click()
    sheet = wen.page.get_by_label("The article's file")
    sheet.wait_for()
    has_value(sheet, re.compile(re.escape(quote)))
    sheet.fill(sheet.input_value().replace(quote, corrected))
    wen.page.get_by_text("Save draft").click()
    publish = wen.page.get_by_role("button", name="Publish revision")
    # A prepared house that lived through a change of this article has more revisions of it.
    revision = publish.inner_text().rpartition(" ")[2]
    assert int(revision) > 1
    publish.click()
    wen.page.get_by_text(f"Revision {revision} is published").wait_for()

    answer = shopper.ask(question)
    reads(answer, "This was corrected a moment ago.")
    answer.locator("summary").first.click()
    reads(answer.locator("details[open]"), f"revision {revision}")


def test_a_thumb_down_and_its_reason_are_kept(served: ServedHouse, window: Window) -> None:
    shopper = Shopper(window("en").new_page())
    shopper.come(served.address)
    shopper.ask("Can I still return a piece after two weeks?")
    rating = shopper.thumb_down()
    rating.get_by_text("Something is missing").click()
    rating.locator(".mq-thanks", has_text="Your reason").wait_for()
    assert served.ratings()[-1] == (False, "Something is missing")


def test_switching_the_language_of_an_untouched_page_greets_anew(
    served: ServedHouse, window: Window
) -> None:
    shopper = Shopper(window("en").new_page())
    shopper.come(served.address)
    shopper.page.get_by_text("中文").click()
    shopper.page.locator(SAID).filter(has_text="我是琥珀").wait_for()
    expect(shopper.ask("👜")).to_have_attribute("lang", "zh")
