"""The desk of a personal shopper who has a client, and what AI does for her there."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol, TypeVar

from agents.copilot.copilot import Copilot, DraftState
from agents.copilot.drafting import Drafting
from agents.graph import build_graph
from agents.language import Language
from shop.access import Staff
from shop.draft_keeping import DraftKeeping
from shop.handoffs import Reason
from shop.ids import new_id
from tests.agents.house import House, Talk
from tests.shop.people import hire


class Errand(Protocol):
    @property
    def under_way(self) -> bool: ...


_Errand = TypeVar("_Errand", bound=Errand)


class AtHerDesk:
    """A client's talk that Claire has, and her copilot. `rung` are the topics that rang."""

    def __init__(self, house: House, language: Language | None = None) -> None:
        self.house, self.talk = house, Talk(house)
        self.claire: Staff = hire(house.store, house.clock, "claire")
        asked = house.desk.request(self.talk.id, Reason.ASKED)
        house.desk.claim(self.claire, asked.id)
        tools = replace(house.tools, language=language) if language else house.tools
        self.rung: list[str] = []
        graph = build_graph(tools, for_staff=True)
        keeping = DraftKeeping(house.store)
        self.copilot = Copilot(keeping, Drafting(lambda: graph), house.clock, self.rung.append)

    def says(self, *texts: str) -> None:
        for text in texts:
            self.house.clock.advance(seconds=1)
            self.house.chats.say(self.talk.shopper, self.talk.id, text, new_id())

    def drafted(self) -> DraftState:
        self.copilot.draft(self.claire, self.talk.id)
        return ended(lambda: self.copilot.state(self.claire, self.talk.id))


def ended(errand: Callable[[], _Errand | None]) -> _Errand:
    """What came of it, once it is no longer under way."""
    until = time.monotonic() + 10
    while (found := errand()) and found.under_way:
        assert time.monotonic() < until
        time.sleep(0.005)
    assert found
    return found
