"""Wiring: the only place that chooses implementations. Doors call `build`, once.

    settings -> store, article store -> Services -> expertise: index, search, the advisor's graph

`open_house` is what most doors want: build, then seed the articles and bring the index up to
date, which costs nothing when nothing changed. The web door lets people in first: what takes
seconds to load, the expertise, is built when somebody first needs it.
"""

from __future__ import annotations

from collections.abc import Callable

from agents.advisor import Advisor
from agents.turn_runner import TurnRunner
from knowledge.article_store import ArticleStore
from knowledge.house_data import load_products, load_yaml
from knowledge.stock_feed import StockFile
from knowledge.trace_registry import TraceFile
from settings import Settings
from shop.brief_consent import BriefConsent
from shop.casework import Casework
from shop.chats import Chats
from shop.client_accounts import ClientAccounts
from shop.client_book import ClientBook
from shop.client_cases import ClientCases
from shop.client_rights import ClientRights
from shop.db import open_store
from shop.db.store import utc_now
from shop.desk import Desk
from shop.follow_ups import FollowUps
from shop.insight_reading import Insights
from shop.looks_composing import Looks
from shop.looks_reacting import LookReactions
from shop.looks_suggesting import LookSuggestions
from shop.note_keeping import NoteKeeping
from shop.owners import Owners
from shop.pairing import PairingBook
from shop.ports import Clock
from shop.products import Catalogue
from shop.reminders import Reminders
from shop.retention import Retention
from shop.salon_desk import SalonDesk
from shop.salons import SalonBook
from shop.satisfaction import SatisfactionAsked
from shop.settling import Disagreements
from shop.snippet_keeping import SnippetKeeping
from shop.staff_accounts import StaffAccounts
from shop.tiers import TierBook
from shop.tracing import Tracing
from shop.turns import Turns
from shop.visits import Visits
from shop.watch import Watch
from shop.writing_first import WritingFirst
from wiring.briefs import open_briefs
from wiring.copilot import open_copilot, open_interpreter
from wiring.house import HOUSE, house_articles
from wiring.rule_desk import open_rule_desk
from wiring.services import Expertise, ExpertiseLater, Services
from wiring.watchman import Watchman

__all__ = ["HOUSE", "Services", "build", "house_articles", "open_house", "utc_now"]


def build(settings: Settings, clock: Clock = utc_now, talks: str = "") -> Services:
    """All services over the settings' database; the index is opened when first needed.

    `talks` is the URL of another database for conversations, clients and staff, so that trials
    leave no trace in the shop's; the article store stays the shop's.
    """
    tiers = load_yaml(HOUSE / "tiers.yaml", TierBook)
    catalogue = Catalogue(load_products(HOUSE / "products.yaml"))
    salons = load_yaml(HOUSE / "salons.yaml", SalonBook)
    registry = TraceFile(HOUSE / "provenance.yaml")
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    knowledge_store = open_store(settings.database)
    store = open_store(talks) if talks else knowledge_store
    article_store = ArticleStore(knowledge_store, clock)
    stock = StockFile(settings.data_dir)
    tracing = Tracing(store, clock, registry)
    chats, turns, desk = Chats(store, clock), Turns(store, clock), Desk(store, clock, tiers)

    def expertise_() -> Expertise:
        from wiring.expertise import open_expertise  # heavy

        return open_expertise(
            settings, clock, article_store, desk, catalogue=catalogue, tiers=tiers, tracing=tracing
        )

    expertise = ExpertiseLater(expertise_)
    advisor = Advisor(
        chats,
        turns,
        lambda: expertise().graph,
        settings.mode,
        settings.model_tokens_per_conversation,
    )
    runner = TurnRunner(advisor, turns)
    return Services(
        settings=settings,
        clock=clock,
        store=store,
        knowledge_store=knowledge_store,
        chats=chats,
        turns=turns,
        desk=desk,
        briefs=open_briefs(settings),
        brief_consent=BriefConsent(store, clock),
        stock=stock,
        snippets=SnippetKeeping(store, clock, salons, catalogue),
        notes=NoteKeeping(store, clock),
        follow_ups=FollowUps(store, clock, tiers),
        owners=Owners(store, clock),
        writing_first=WritingFirst(store, clock, tiers, desk),
        client_book=ClientBook(store, clock, tiers, stock),
        client_rights=ClientRights(store, clock, tiers),
        looks=Looks(store, clock, catalogue, tiers),
        look_reactions=LookReactions(store, clock, catalogue),
        look_suggestions=LookSuggestions(
            store,
            clock,
            tiers=tiers,
            catalogue=catalogue,
            book=load_yaml(HOUSE / "pairing.yaml", PairingBook),
            stock=stock,
        ),
        visits=Visits(store, clock, salons, catalogue),
        salon_desk=SalonDesk(store, clock, salons, catalogue),
        casework=Casework(store, clock, tiers),
        client_cases=ClientCases(store, clock),
        tracing=tracing,
        insights=Insights(store, clock, tiers, shelf=knowledge_store),
        satisfaction=SatisfactionAsked(store, clock),
        staff_accounts=StaffAccounts(store, clock, settings.session_hours),
        client_accounts=ClientAccounts(store, clock),
        disagreements=Disagreements(store, clock),
        article_store=article_store,
        products=catalogue,
        tiers=tiers,
        advisor=advisor,
        rule_desk=open_rule_desk(settings, clock, catalogue, tiers, tracing),
        interpreter=open_interpreter(settings, store, clock, catalogue),
        copilot=open_copilot(settings, store, clock, lambda: expertise().copilot_graph),
        runner=runner,
        watchman=Watchman(
            Watch(store, clock, tiers),
            runner,
            Retention(store, clock),
            reminders=Reminders(store, clock, salons, catalogue),
        ),
        expertise=expertise,
    )


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
