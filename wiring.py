"""Wiring: the only place that chooses implementations. Doors call `build`, once.

    settings -> store, article store -> Services -> expertise: index, search, the advisor's graph

`open_house` is what most doors want: build, then seed the articles and bring the index up to
date, which costs nothing when nothing changed. The web door lets people in first: what takes
seconds to load, the expertise, is built when somebody first needs it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from agents.advisor import Advisor
from agents.turn_runner import TurnRunner
from knowledge.article_store import ArticleStore
from knowledge.articles import Article, parse_article
from knowledge.datasheets import datasheets
from knowledge.house_data import load_products, load_yaml
from settings import Settings
from shop.chats import Chats
from shop.client_accounts import ClientAccounts
from shop.db import SqlStore, open_store
from shop.desk import Desk
from shop.errors import ContentError
from shop.ports import Bell, Clock
from shop.products import Catalogue
from shop.settling import Disagreements
from shop.staff_accounts import StaffAccounts
from shop.tiers import TierBook
from shop.turns import Turns

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from agents.graph import TurnGraph
    from agents.language import Language
    from agents.second_reading import SecondReader
    from knowledge.index import Index, IndexReport
    from knowledge.publishing import Publishing
    from knowledge.search import Search

HOUSE = Path(__file__).parent / "knowledge" / "house"


@dataclass(frozen=True, slots=True)
class Expertise:
    """What the advisor answers from, and how."""

    index: Index
    search: Search
    publishing: Publishing
    graph: TurnGraph


class ExpertiseLater:
    """The expertise, built by whoever needs it first while everybody else waits."""

    def __init__(self, build: Callable[[], Expertise]) -> None:
        self._build = build
        self._lock = threading.Lock()
        self._built: Expertise | None = None

    def __call__(self) -> Expertise:
        """Raises StoreBusy, SettingsError, and tries again the next time."""
        with self._lock:
            self._built = self._built or self._build()
            return self._built

    def close(self) -> None:
        with self._lock:
            if self._built:
                self._built.index.close()


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a door may use. Close it to let go of the index and the database."""

    settings: Settings
    store: SqlStore
    knowledge_store: SqlStore  # another than `store` only when conversations are held apart
    chats: Chats
    turns: Turns
    desk: Desk
    staff_accounts: StaffAccounts
    client_accounts: ClientAccounts
    disagreements: Disagreements
    article_store: ArticleStore
    products: Catalogue
    tiers: TierBook
    advisor: Advisor
    runner: TurnRunner
    expertise: ExpertiseLater

    @property
    def index(self) -> Index:
        return self.expertise().index

    @property
    def search(self) -> Search:
        return self.expertise().search

    @property
    def publishing(self) -> Publishing:
        return self.expertise().publishing

    @property
    def bell(self) -> Bell:
        return self.store.bell

    def seed(self) -> int:
        """Take in the articles that came with the software; how many were new or renewed."""
        return self.article_store.seed(house_articles())

    def update_index(self, progress: Callable[[int, int], None] | None = None) -> IndexReport:
        """Index what is published; only what changed is embedded."""
        return self.publishing.refresh(progress)

    def close(self) -> None:
        self.runner.close()
        self.expertise.close()
        for store in {self.store, self.knowledge_store}:
            store.close()


def utc_now() -> datetime:
    return datetime.now(UTC)


def house_articles() -> list[Article]:
    """Every article of the sample house: written ones, and a datasheet for each piece."""
    files = sorted((HOUSE / "articles").rglob("*.md"))
    written = [parse_article(f.read_text("utf-8"), str(f.relative_to(HOUSE))) for f in files]
    articles = [*written, *datasheets(HOUSE)]
    _require_own_ids(articles)
    return articles


def _require_own_ids(articles: Sequence[Article]) -> None:
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            raise ContentError(f"{article.id}.md", 2, "id", "another article has this id")
        seen.add(article.id)


def build(settings: Settings, clock: Clock = utc_now, talks: str = "") -> Services:
    """All services over the settings' database; the index is opened when first needed.

    `talks` is the URL of another database for conversations, clients and staff, so that trials
    leave no trace in the shop's; the article store stays the shop's.
    """
    tiers = load_yaml(HOUSE / "tiers.yaml", TierBook)
    catalogue = Catalogue(load_products(HOUSE / "products.yaml"))
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    knowledge_store = open_store(settings.database)
    store = open_store(talks) if talks else knowledge_store
    article_store = ArticleStore(knowledge_store, clock)
    chats, turns, desk = Chats(store, clock), Turns(store, clock), Desk(store, clock, tiers)
    expertise = ExpertiseLater(
        lambda: _expertise(settings, clock, article_store, desk, catalogue=catalogue, tiers=tiers)
    )
    advisor = Advisor(
        chats,
        turns,
        lambda: expertise().graph,
        settings.mode,
        settings.model_tokens_per_conversation,
    )
    return Services(
        settings=settings,
        store=store,
        knowledge_store=knowledge_store,
        chats=chats,
        turns=turns,
        desk=desk,
        staff_accounts=StaffAccounts(store, clock, settings.session_hours),
        client_accounts=ClientAccounts(store, clock),
        disagreements=Disagreements(store, clock),
        article_store=article_store,
        products=catalogue,
        tiers=tiers,
        advisor=advisor,
        runner=TurnRunner(advisor, turns),
        expertise=expertise,
    )


def _expertise(
    settings: Settings,
    clock: Clock,
    article_store: ArticleStore,
    desk: Desk,
    *,
    catalogue: Catalogue,
    tiers: TierBook,
) -> Expertise:
    """Raises SettingsError, StoreBusy. Its libraries take seconds to load."""
    from agents.graph import Tools, build_graph
    from agents.offline_language import OfflineLanguage
    from agents.recognisers.books import open_books
    from agents.steps.understand import load_words
    from knowledge.embedders import build_embedder
    from knowledge.index import open_index
    from knowledge.publishing import Publishing
    from knowledge.search import Search
    from knowledge.sources import Sources
    from knowledge.stock_feed import StockFile

    books = open_books(HOUSE, catalogue, tiers, clock, StockFile(settings.data_dir))
    words = load_words(HOUSE, catalogue, books.destinations)
    language, reader = _language(settings), _reader(settings)
    index = open_index(settings, build_embedder(settings))
    search = Search(index)
    tools = Tools(
        search=search,
        sources=Sources(index),
        words=words,
        books=books,
        desk=desk,
        language=language,
        offline=OfflineLanguage(),
        clock=clock,
        reader=reader,
    )
    publishing = Publishing(article_store, index, clock, settings.market or None, tiers.timezone)
    return Expertise(index, search, publishing, build_graph(tools))


def open_house(
    settings: Settings,
    progress: Callable[[int, int], None] | None = None,
    clock: Clock = utc_now,
    talks: str = "",
) -> Services:
    """Build, seed and index: afterwards the advisor knows everything that is published."""
    services = build(settings, clock, talks)
    try:
        services.seed()
        services.update_index(progress)
    except BaseException:
        services.close()  # the index must not stay locked by a door that gave up
        raise
    return services


def _language(settings: Settings) -> Language:
    from agents.offline_language import OfflineLanguage

    if settings.mode == "offline":
        return OfflineLanguage()
    from agents.openai_language import OpenAILanguage

    deadline_s = settings.openai_timeout_s
    return OpenAILanguage(_chat_model(settings, deadline_s), deadline_s)


def _reader(settings: Settings) -> SecondReader | None:
    deadline_s = settings.openai_understanding_s
    if settings.mode == "offline" or not deadline_s:
        return None
    from agents.openai_understanding import OpenAIUnderstanding

    return OpenAIUnderstanding(_chat_model(settings, deadline_s), deadline_s)


def _chat_model(settings: Settings, deadline_s: float) -> BaseChatModel:
    from agents.chat_model import open_chat_model  # heavy: the libraries of the model

    return open_chat_model(
        settings.openai_model, settings.openai_api_key, settings.openai_base_url, deadline_s
    )
