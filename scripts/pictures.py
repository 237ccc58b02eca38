"""Makes the pictures of the README from the running app: `make pictures`.

A copy of the prepared house is served, its people live a short story in a real Chromium, and each
page is photographed by day and by night.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # run as a file, by make

from PIL import Image  # noqa: E402  # after the path is known

from bench.browser import chromium  # noqa: E402
from bench.chat import SAID, ask, open_chat  # noqa: E402
from bench.house import house_to_measure  # noqa: E402
from bench.server import free_port, running  # noqa: E402
from operations.people import accounts  # noqa: E402
from settings import Settings  # noqa: E402
from shop import demo  # noqa: E402
from shop.language import Lang  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = ROOT / "docs" / "pictures"
SIZE = (1280, 800)
TALL = 1190  # for a conversation with a card in it
COLOURS = 256  # the pages have few; keeps each file small
_SETTLE_MS = 900

_SHOPPER: Mapping[Lang, tuple[str, ...]] = {
    "zh": ("我的小羊皮包淋了雨，现在该怎么处理？", "我平时穿 EU 38.5，Cadence 高跟鞋该选什么码？"),
    "en": (
        "My lambskin bag was caught in the rain. What should I do now?",
        "I wear EU 38.5. Which size of the Cadence pump fits me?",
    ),
}
_CLIENTS: tuple[tuple[str, Lang, tuple[str, ...]], ...] = (
    (
        "林若澜",
        "zh",
        (
            "漆皮牛皮平时怎么保养？",
            "我平时穿 EU 38.5，Cadence 高跟鞋该选什么码？",
            "请帮我转人工。",
        ),
    ),
    (
        "Olivia",
        "en",
        ("How do I wash a cashmere sweater?", "I would like to talk to a person."),
    ),
    ("周慕言", "zh", ("珍珠项链能碰水吗？", "请帮我转人工。")),
)
_REPLY = "林女士您好，我是顾清。38.5 码为您留到周日晚上，您方便的时候告诉我在哪里试穿。"


@dataclass(frozen=True, slots=True)
class Set:
    """Where the pictures are taken, and who may come in."""

    browser: Browser
    settings: Settings
    passwords: Mapping[str, str]
    links: Mapping[str, str]

    @contextmanager
    def window(self, lang: Lang, dark: bool = False, seen: str = "") -> Iterator[Page]:
        """A browser that was never here before, or the one whose state `seen` was kept."""
        context = self.browser.new_context(
            viewport={"width": SIZE[0], "height": SIZE[1]},
            locale="zh-CN" if lang == "zh" else "en-GB",
            timezone_id="Asia/Shanghai",
            color_scheme="dark" if dark else "light",
            storage_state=seen or None,
        )
        try:
            yield context.new_page()
        finally:
            context.close()

    def enter(self, name: str) -> str:
        token = next(link for client, link in self.links.items() if name in client)
        return f"{self.settings.address}/enter?token={token}"


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, stage(Path(folder)) as stage_:
        states = Path(folder)
        chats(stage_, states)
        desk(stage_, states)
        knowledge(stage_, states)
        for dark in (False, True):
            with stage_.window("en", dark) as page:
                page.goto(f"{stage_.settings.address}/sign-in")
                keep(page, "sign-in", dark)


@contextmanager
def stage(folder: Path) -> Iterator[Set]:
    """The served copy over a database of its own: nobody but the demo's people is in a picture."""
    with house_to_measure() as copied, chromium() as browser:
        own = {"port": free_port(), "database_url": f"sqlite:///{folder / 'pictures.db'}"}
        settings = copied.model_copy(update=own)
        with accounts(settings) as (staff, clients):
            made = demo.furnish(staff, clients)
        passwords = {new.staff.login: new.password for new in made.accounts}
        links = {new.client.name: new.link_token for new in made.clients}
        with running(settings, folder / "server.log"):
            yield Set(browser, settings, passwords, links)


def chats(stage_: Set, states: Path) -> None:
    """A question of care with its source open, then a size with its card."""
    for lang, questions in _SHOPPER.items():
        state = states / f"chat-{lang}.json"
        with stage_.window(lang) as page:
            open_chat(page, stage_.settings.address)
            for question in questions:
                ask(page, question)
            page.context.storage_state(path=state)
        for dark in (False, True):
            with stage_.window(lang, dark, str(state)) as page:
                open_chat(page, stage_.settings.address)
                answer = page.locator(SAID).nth(1)
                answer.locator("summary").first.click()
                page.set_viewport_size({"width": SIZE[0], "height": TALL})
                _scroll_to(page, "article.mq-shopper", 0)
                keep(page, f"chat-{lang}", dark)


def desk(stage_: Set, states: Path) -> None:
    """Three clients ask for a person; one of them has been claimed and answered."""
    for name, lang, messages in _CLIENTS:
        with stage_.window(lang) as page:
            open_chat(page, stage_.enter(name))
            for message in messages:
                ask(page, message)
    state = states / "desk.json"
    with stage_.window("en") as page:
        sign_in(stage_, page, "claire", state)
        _open_first(page)
        page.locator(".st-key-mq-claim button").click()
        box = page.locator(".st-key-mq-desk-conversation textarea")
        box.fill(_REPLY)
        box.press("Control+Enter")
        page.locator(".st-key-mq-transcript .mq-by-person").wait_for()
    for dark in (False, True):
        with stage_.window("en", dark, str(state)) as page:
            page.goto(f"{stage_.settings.address}/desk")
            _open_first(page)
            keep(page, "desk", dark)


def knowledge(stage_: Set, states: Path) -> None:
    state = states / "knowledge.json"
    with stage_.window("en") as page:
        sign_in(stage_, page, "wen", state)
    for dark in (False, True):
        with stage_.window("en", dark, str(state)) as page:
            page.goto(f"{stage_.settings.address}/knowledge?article=care-lambskin")
            page.locator(".mq-article-facts").wait_for()
            keep(page, "knowledge", dark)


def sign_in(stage_: Set, page: Page, login: str, state: Path) -> None:
    page.goto(f"{stage_.settings.address}/sign-in")
    page.locator("#login").fill(login)
    page.locator("#password").fill(stage_.passwords[login])
    page.get_by_role("button").click()
    page.locator(".st-key-account").wait_for()
    page.context.storage_state(path=state)


def keep(page: Page, name: str, dark: bool) -> None:
    """Photograph the page, in few colours, into the folder of pictures."""
    page.wait_for_timeout(_SETTLE_MS)
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    path = FOLDER / f"{name}{'-dark' if dark else ''}.png"
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1000} kB")


def _open_first(page: Page) -> None:
    page.locator("[class*='st-key-mq-queue-'] button").first.click()
    page.locator(".mq-message").first.wait_for()


def _scroll_to(page: Page, what: str, number: int) -> None:
    page.wait_for_timeout(_SETTLE_MS)
    page.locator(what).nth(number).evaluate(
        """element => {
            const main = document.querySelector('[data-testid="stMain"]');
            main.scrollBy(0, element.getBoundingClientRect().top - 90);
        }"""
    )


if __name__ == "__main__":
    main()
