"""What the advisor answers from, and how: importing this takes seconds, so `build` does it late."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agents.graph import Tools, build_graph
from agents.house_words import load_words
from agents.language import Language
from agents.offline_language import OfflineLanguage
from agents.recognisers.books import open_books
from agents.second_reading import SecondReader
from knowledge.article_store import ArticleStore
from knowledge.embedders import build_embedder
from knowledge.index import open_index
from knowledge.publishing import Publishing
from knowledge.search import Search
from knowledge.sources import Sources
from knowledge.stock_feed import StockFile
from settings import Settings
from shop.desk import Desk
from shop.ports import Clock
from shop.products import Catalogue
from shop.tiers import TierBook
from shop.tracing import Tracing
from wiring.house import HOUSE
from wiring.services import Expertise

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


def open_expertise(
    settings: Settings,
    clock: Clock,
    article_store: ArticleStore,
    desk: Desk,
    *,
    catalogue: Catalogue,
    tiers: TierBook,
    tracing: Tracing,
) -> Expertise:
    """Raises SettingsError, StoreBusy."""
    stock, traces = StockFile(settings.data_dir), tracing.scanned_by_client
    books = open_books(HOUSE, catalogue, tiers, clock, stock, traces=traces)
    words = load_words(HOUSE, catalogue, books)
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
    for_staff = replace(tools, books=replace(books, traces=tracing.examined))
    copilot = build_graph(for_staff, for_staff=True)
    return Expertise(index, search, publishing, build_graph(tools), copilot)


def _language(settings: Settings) -> Language:
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
