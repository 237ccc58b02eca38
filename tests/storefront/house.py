"""A small house on a database of its own: real services, an advisor that says what it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from argon2 import PasswordHasher

from agents.brief.briefs import Briefs
from agents.copilot.interpreter import Interpreter
from agents.meter import nobody_left
from agents.turn_runner import TurnRunner
from knowledge.house_data import load_products, load_yaml
from knowledge.trace_registry import TraceFile
from settings import Settings
from shop.access import Role
from shop.brief_consent import BriefConsent
from shop.casework import Casework
from shop.chats import Chats
from shop.client_accounts import ClientAccounts
from shop.client_book import ClientBook
from shop.client_cases import ClientCases
from shop.client_rights import ClientRights
from shop.conversations import Behaviour, Citation, Message, Sentence
from shop.db import SqlStore
from shop.desk import Desk
from shop.draft_keeping import DraftKeeping
from shop.errors import NotFound
from shop.follow_ups import FollowUps
from shop.insight_reading import Insights
from shop.language import Lang
from shop.looks_composing import Looks
from shop.looks_reacting import LookReactions
from shop.looks_suggesting import LookSuggestions
from shop.note_keeping import NoteKeeping
from shop.owners import Owners
from shop.pairing import PairingBook
from shop.ports import Clock
from shop.products import Catalogue
from shop.salon_desk import SalonDesk
from shop.salons import SalonBook
from shop.satisfaction import SatisfactionAsked
from shop.snippet_keeping import SnippetKeeping
from shop.staff_accounts import StaffAccounts
from shop.stock import no_feed
from shop.tiers import TierBook
from shop.tracing import Tracing
from shop.turn_events import CardShown, SentenceShown, TurnEnded, TurnEvent, TurnStarted
from shop.turns import Answer, Turns
from shop.visits import Visits
from shop.writing_first import WritingFirst
from storefront.opening import Opening, announce
from tests.storefront.drafting import scripted_copilot
from wiring.briefs import house_known
from wiring.rule_desk import open_rule_desk

HOUSE = Path(__file__).parents[2] / "knowledge" / "house"
PASSWORD = "a quiet atelier"
QUOTE = "Blot it with a soft cloth first."
CITATION = Citation("care-lambskin", 3, "rain", "en", "Caring for lambskin", QUOTE)


class ScriptedAdvisor:
    """Greets, and answers every message with one sourced sentence and one card."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns

    def greet(self, conversation_id: str, lang: Lang) -> Message:
        hello = "Hello, I am software."
        return self._turns.greet(
            conversation_id, Answer(hello, lang, Behaviour.ANSWER, (Sentence(hello),))
        )

    def answer(
        self, turn_id: str, has_left: Callable[[], bool] = nobody_left
    ) -> Iterator[TurnEvent]:
        turn = self._turns.begin(turn_id)
        yield TurnStarted(turn_id, turn.conversation.lang)
        yield SentenceShown(QUOTE, (CITATION,))
        yield CardShown("TV-B01")
        answer = Answer(
            text=QUOTE,
            lang="en",
            behaviour=Behaviour.ANSWER,
            sentences=(Sentence(QUOTE, (0,)),),
            citations=(CITATION,),
            cards=("TV-B01",),
            mode="offline",
        )
        message = self._turns.finish(turn_id, answer)
        yield TurnEnded(message.id if message else None, Behaviour.ANSWER, 1.0)


class OneArticle:
    """An article store with nothing but the section that the advisor quotes."""

    def get(self, article_id: str, revision: int | None = None) -> Any:
        if (article_id, revision) != (CITATION.article, CITATION.revision):
            raise NotFound("There is no such article.")
        section = SimpleNamespace(
            key="rain", title="Caught in the rain", text=f"{QUOTE} Then let it dry."
        )
        return SimpleNamespace(sections={"en": (section,), "zh": ()})


def small_house(store: SqlStore, clock: Clock, tmp_path: Path) -> Any:
    """Services as `wiring` builds them, as far as pages and routes use them."""
    turns, chats = Turns(store, clock), Chats(store, clock)
    advisor = ScriptedAdvisor(turns)
    tiers = load_yaml(HOUSE / "tiers.yaml", TierBook)
    salons = load_yaml(HOUSE / "salons.yaml", SalonBook)
    products = Catalogue(load_products(HOUSE / "products.yaml"))
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    desk = Desk(store, clock, tiers)
    services = SimpleNamespace(
        settings=Settings(data_dir=tmp_path, demo=True),
        clock=clock,
        store=store,
        bell=store.bell,
        chats=chats,
        turns=turns,
        desk=desk,
        writing_first=WritingFirst(store, clock, tiers, desk),
        briefs=Briefs(house_known),
        brief_consent=BriefConsent(store, clock),
        stock=no_feed,
        copilot=scripted_copilot(store, clock),
        interpreter=Interpreter(DraftKeeping(store), clock, store.bell.ring),
        rule_desk=open_rule_desk(
            Settings(data_dir=tmp_path),
            clock,
            products,
            tiers,
            Tracing(store, clock, TraceFile(HOUSE / "provenance.yaml")),
        ),
        tiers=tiers,
        visits=Visits(store, clock, salons, products),
        salon_desk=SalonDesk(store, clock, salons, products),
        casework=Casework(store, clock, tiers),
        client_cases=ClientCases(store, clock),
        client_book=ClientBook(store, clock, tiers),
        client_rights=ClientRights(store, clock, tiers),
        looks=Looks(store, clock, products, tiers),
        look_reactions=LookReactions(store, clock, products),
        look_suggestions=LookSuggestions(
            store,
            clock,
            tiers=tiers,
            catalogue=products,
            book=load_yaml(HOUSE / "pairing.yaml", PairingBook),
            stock=no_feed,
        ),
        snippets=SnippetKeeping(store, clock, salons, products),
        notes=NoteKeeping(store, clock),
        follow_ups=FollowUps(store, clock, tiers),
        owners=Owners(store, clock),
        staff_accounts=StaffAccounts(store, clock, hasher=quick),
        client_accounts=ClientAccounts(store, clock),
        tracing=Tracing(store, clock, TraceFile(HOUSE / "provenance.yaml")),
        insights=Insights(store, clock, tiers, shelf=store),
        satisfaction=SatisfactionAsked(store, clock),
        products=products,
        article_store=OneArticle(),
        advisor=advisor,
        runner=TurnRunner(advisor, turns),  # type: ignore[arg-type]  # it only needs `answer`
    )
    for role in Role:
        services.staff_accounts.create(role.value, role.value.title(), role, PASSWORD)
    return services


def open_at_once(services: Any) -> Opening:
    """Make these the services of the process, which pages find open."""
    opening = announce(Opening(lambda: services))
    opening.start()
    opening.services(wait=10)
    return opening
