"""A history made through the services themselves, on a clock that the maker sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from shop.access import Role, Staff
from shop.chats import Chats
from shop.clients import Client, Tier, Visitor
from shop.conversations import Behaviour, Citation, Sentence
from shop.db import SqlStore
from shop.desk import Desk
from shop.handoffs import Handoff, Reason
from shop.insight_reading import Insights
from shop.language import Bilingual
from shop.revisions import ArticleLabel, Revision, RevisionState
from shop.satisfaction import SatisfactionAsked
from shop.turns import Answer, Turns
from tests.conftest import FrozenClock
from tests.shop.people import hire, house_tiers, visitor, welcome


@dataclass
class Talk:
    visitor: Visitor
    id: str
    answers: list[str] = field(default_factory=list)


class MadeHistory:
    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        tiers = house_tiers()
        self.store, self.clock = store, clock
        self.chats, self.turns = Chats(store, clock), Turns(store, clock)
        self.desk = Desk(store, clock, tiers)
        self.insights = Insights(store, clock, tiers, shelf=store)
        self.satisfaction = SatisfactionAsked(store, clock)
        self.claire = hire(store, clock, "claire")
        self.helene: Staff = hire(store, clock, "helene", Role.MANAGER)
        self._requests = count()

    def article(self, id_: str, topic: str, zh: str = "题", en: str = "Title") -> None:
        with self.store.begin() as work:
            work.articles.label(ArticleLabel(id_, topic, Bilingual(zh, en), "the house"))
            revision = Revision(id_, 1, RevisionState.PUBLISHED, "the house", self.clock())
            work.articles.add(revision, "text")

    def client(self, tier: Tier) -> Client:
        return welcome(self.store, self.clock, tier)

    def talk(self, client: Client | None = None, shopper: Visitor | None = None) -> Talk:
        shopper = shopper or visitor(client)
        return Talk(shopper, self.chats.open(shopper, "en").id)

    def ask(
        self,
        talk: Talk,
        text: str = "My bag got wet.",
        article: str = "care-lambskin",
        behaviour: Behaviour = Behaviour.ANSWER,
        pieces: tuple[str, ...] = (),
        title: str = "Caught in the rain",
    ) -> None:
        """Her question and the advisor's answer; without an article it cites nothing."""
        request = str(next(self._requests))
        _, turn = self.chats.say(talk.visitor, talk.id, text, request)
        if turn is None:
            return
        cited = (Citation(article, 1, "rain", "en", title, "Blot it."),)
        said = Answer(
            text="Blot it.",
            lang="en",
            behaviour=behaviour,
            sentences=(Sentence("Blot it.", (0,) if article else ()),),
            citations=cited if article else (),
            cards=pieces,
        )
        self.turns.begin(turn)
        message = self.turns.finish(turn, said)
        assert message
        talk.answers.append(message.id)

    def rate(self, talk: Talk, helpful: bool) -> None:
        self.chats.rate(talk.visitor, talk.answers[-1], helpful)

    def hand_over(self, talk: Talk, reason: Reason = Reason.ASKED) -> Handoff:
        self.ask(talk, "A person, please", article="", behaviour=Behaviour.HANDOFF)
        return self.desk.request(talk.id, reason)

    def reply(self, handoff: Handoff, minutes: float) -> None:
        """Claire claims it and speaks so long after."""
        self.clock.advance(minutes=minutes)
        self.desk.claim(self.claire, handoff.id)
        request = str(next(self._requests))
        self.desk.reply(self.claire, handoff.conversation_id, "Good day.", request)

    def close(self, handoff: Handoff, minutes: float = 10) -> None:
        self.clock.advance(minutes=minutes)
        self.desk.close(self.claire, handoff.conversation_id, "answered")

    def at(self, instant: datetime) -> None:
        self.clock.now = instant
