"""A tiny house for the advisor's tests: five articles, a quick embedder, everything else real."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from agents.advisor import Advisor
from agents.graph import Tools, build_graph
from agents.house_words import Words, load_words
from agents.language import Language
from agents.offline_language import OfflineLanguage
from agents.recognisers.books import Books, open_books
from agents.second_reading import SecondReader
from agents.turn_runner import LEFT_AFTER_S, TurnRunner
from knowledge.article_store import ArticleStore
from knowledge.articles import Article, parse_article
from knowledge.cues import Cues
from knowledge.embedders import Embedder
from knowledge.glossary import Glossary, load_glossary
from knowledge.house_data import load_products
from knowledge.index import Index
from knowledge.passages import passages_of
from knowledge.publishing import Publishing
from knowledge.search import Search
from knowledge.sources import Sources
from knowledge.vector_store import open_store
from shop.access import Role, Staff
from shop.chats import Chats
from shop.clients import Client, Tier, Visitor
from shop.conversations import Attachment, Author, Message
from shop.db import SqlStore
from shop.desk import Desk
from shop.handoffs import Reason
from shop.ids import new_id
from shop.language import Lang
from shop.ports import Clock
from shop.products import Catalogue
from shop.stock import FeedReader, no_feed
from shop.turn_events import SentenceShown, TurnEnded, TurnEvent
from shop.turns import Turns
from tests.agents.house_articles import ARTICLES
from tests.conftest import FrozenClock
from tests.doubles import HashEngine
from tests.shop.house_books import HOUSE, tiers
from tests.shop.people import hire, visitor, welcome


@cache
def catalogue() -> Catalogue:
    return Catalogue(load_products(HOUSE / "products.yaml"))


@cache
def glossary() -> Glossary:
    return load_glossary(HOUSE / "glossary.yaml")


@cache
def words() -> Words:
    """The house's words without its cues: they name sections that the tiny house lacks."""
    return replace(load_words(HOUSE, catalogue(), _books()), cues=Cues(()))


@cache
def _books() -> Books:
    return open_books(HOUSE, catalogue(), tiers(), lambda: datetime.now(UTC))


def books(clock: Clock, stock: FeedReader = no_feed) -> Books:
    return replace(_books(), clock=clock, stock=stock)


@cache
def articles() -> list[Article]:
    return [parse_article(text, f"{number}.md") for number, text in enumerate(ARTICLES)]


@dataclass
class House:
    """The advisor over a real store, index and graph."""

    store: SqlStore
    clock: FrozenClock
    index: Index
    article_store: ArticleStore
    publishing: Publishing
    chats: Chats
    turns: Turns
    desk: Desk
    tools: Tools

    def advisor(
        self,
        language: Language | None = None,
        tokens: int = 0,
        reader: SecondReader | None = None,
    ) -> Advisor:
        language = language or OfflineLanguage()
        tools = Tools(
            **{name: getattr(self.tools, name) for name in self.tools.__slots__}
            | {"language": language, "reader": reader}
        )
        graph = build_graph(tools)
        return Advisor(self.chats, self.turns, lambda: graph, language.name, tokens)

    def runner(
        self, language: Language | None = None, left_after_s: float = LEFT_AFTER_S
    ) -> TurnRunner:
        return TurnRunner(self.advisor(language), self.turns, left_after_s)

    def editor(self) -> Staff:
        return hire(self.store, self.clock, "edith", Role.EDITOR)


def build(store: SqlStore, clock: FrozenClock, index: Index) -> House:
    """A house over a store that is seeded and an index that is up to date, as `seed` makes them."""
    article_store, chats = ArticleStore(store, clock), Chats(store, clock)
    turns, desk = Turns(store, clock), Desk(store, clock, tiers())
    tools = Tools(
        search=Search(index),
        sources=Sources(index),
        words=words(),
        books=books(clock),
        desk=desk,
        language=OfflineLanguage(),
        offline=OfflineLanguage(),
        clock=clock,
    )
    publishing = Publishing(article_store, index, clock)
    return House(store, clock, index, article_store, publishing, chats, turns, desk, tools)


def seed(store: SqlStore, clock: Clock) -> None:
    ArticleStore(store, clock).seed(articles())


def open_tiny_index(folder: Path) -> Index:
    """An index that holds the tiny house's articles."""
    embedder = Embedder(HashEngine(dimensions=256))
    index = Index(open_store(folder / "chroma"), embedder, folder / "index.json")
    index.update([passage for article in articles() for passage in passages_of(article)])
    return index


class Talk:
    """One shopper's conversation with the advisor, and what came of each message."""

    def __init__(
        self,
        house: House,
        lang: Lang = "en",
        tier: Tier | None = None,
        language: Language | None = None,
    ) -> None:
        self.house, self.lang = house, lang
        self.client: Client | None = welcome(house.store, house.clock, tier) if tier else None
        self.shopper: Visitor = visitor(self.client)
        self.id = house.chats.open(self.shopper, lang).id
        self.advisor = house.advisor(language)

    def say(self, text: str, *attachments: Attachment) -> str:
        """Store a message a second later; the id of the turn that is to answer it."""
        self.house.clock.advance(seconds=1)
        _, turn_id = self.house.chats.say(self.shopper, self.id, text, new_id(), attachments)
        assert turn_id
        return turn_id

    def stream(self, text: str, *attachments: Attachment) -> Iterator[TurnEvent]:
        return self.advisor.reply(self.id, text, visitor=self.shopper, attachments=attachments)

    def ask(self, text: str, *attachments: Attachment) -> list[TurnEvent]:
        return list(self.stream(text, *attachments))

    def read(self, text: str, *attachments: Attachment) -> str:
        """What the shopper reads when she asks this."""
        return shown(self.ask(text, *attachments))

    def messages(self) -> list[Message]:
        """Everything in the conversation, remarks for staff included."""
        with self.house.store.read() as work:
            return work.messages.of(self.id)

    @property
    def answer(self) -> Message:
        return [m for m in self.messages() if m.author is Author.ADVISOR][-1]

    def person_takes_over(self) -> None:
        staff = hire(self.house.store, self.house.clock, "claire")
        self.house.desk.claim(staff, self.house.desk.request(self.id, Reason.ASKED).id)


def shown(events: list[TurnEvent]) -> str:
    return " ".join(event.text for event in events if isinstance(event, SentenceShown))


def ended(events: list[TurnEvent]) -> TurnEnded:
    assert isinstance(events[-1], TurnEnded)
    return events[-1]
