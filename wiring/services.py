"""Everything a door may use, and the expertise that is built when somebody first needs it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agents.advisor import Advisor
from agents.brief.briefs import Briefs
from agents.copilot.copilot import Copilot
from agents.copilot.interpreter import Interpreter
from agents.turn_runner import TurnRunner
from knowledge.article_store import ArticleStore
from settings import Settings
from shop.brief_consent import BriefConsent
from shop.casework import Casework
from shop.chats import Chats
from shop.client_accounts import ClientAccounts
from shop.client_book import ClientBook
from shop.client_cases import ClientCases
from shop.client_rights import ClientRights
from shop.db import SqlStore
from shop.desk import Desk
from shop.follow_ups import FollowUps
from shop.insight_reading import Insights
from shop.looks_composing import Looks
from shop.looks_reacting import LookReactions
from shop.looks_suggesting import LookSuggestions
from shop.note_keeping import NoteKeeping
from shop.owners import Owners
from shop.ports import Bell, Clock
from shop.products import Catalogue
from shop.salon_desk import SalonDesk
from shop.satisfaction import SatisfactionAsked
from shop.settling import Disagreements
from shop.snippet_keeping import SnippetKeeping
from shop.staff_accounts import StaffAccounts
from shop.stock import FeedReader
from shop.tiers import TierBook
from shop.tracing import Tracing
from shop.turns import Turns
from shop.visits import Visits
from shop.writing_first import WritingFirst
from wiring.house import house_articles, house_snippets
from wiring.watchman import Watchman

if TYPE_CHECKING:
    from agents.copilot.rule_desk import RuleDesk
    from agents.graph import TurnGraph
    from knowledge.index import Index, IndexReport
    from knowledge.publishing import Publishing
    from knowledge.search import Search


@dataclass(frozen=True, slots=True)
class Expertise:
    """What the advisor answers from, and how."""

    index: Index
    search: Search
    publishing: Publishing
    graph: TurnGraph
    copilot_graph: TurnGraph  # the same steps for staff: it drafts, and hands nobody over


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
    clock: Clock  # the one that pages, too, tell the time by
    store: SqlStore
    knowledge_store: SqlStore  # another than `store` only when conversations are held apart
    chats: Chats
    turns: Turns
    desk: Desk
    briefs: Briefs
    brief_consent: BriefConsent
    stock: FeedReader
    snippets: SnippetKeeping
    notes: NoteKeeping
    follow_ups: FollowUps
    owners: Owners
    writing_first: WritingFirst
    client_book: ClientBook
    client_rights: ClientRights
    looks: Looks
    look_reactions: LookReactions
    look_suggestions: LookSuggestions
    visits: Visits
    salon_desk: SalonDesk
    casework: Casework
    client_cases: ClientCases
    tracing: Tracing
    insights: Insights
    satisfaction: SatisfactionAsked
    staff_accounts: StaffAccounts
    client_accounts: ClientAccounts
    disagreements: Disagreements
    article_store: ArticleStore
    products: Catalogue
    tiers: TierBook
    advisor: Advisor
    copilot: Copilot
    interpreter: Interpreter
    rule_desk: Callable[[], RuleDesk]
    runner: TurnRunner
    watchman: Watchman
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
        """Take in what came with the software; how many articles were new or renewed."""
        self.snippets.furnish(house_snippets())
        return self.article_store.seed(house_articles())

    def update_index(self, progress: Callable[[int, int], None] | None = None) -> IndexReport:
        """Index what is published; only what changed is embedded."""
        return self.publishing.refresh(progress)

    def close(self) -> None:
        self.watchman.close()
        self.runner.close()
        self.briefs.close()
        self.copilot.close()
        self.interpreter.close()
        self.expertise.close()
        for store in {self.store, self.knowledge_store}:
            store.close()
