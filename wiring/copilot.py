"""The copilot of the desk: drafts by the advisor's steps; it loads nothing until it is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from agents.copilot.copilot import Copilot
from agents.copilot.drafting import Drafting
from settings import Settings
from shop.draft_keeping import DraftKeeping
from shop.ports import Clock, Store

if TYPE_CHECKING:
    from agents.graph import TurnGraph


def open_copilot(
    settings: Settings, store: Store, clock: Clock, graph: Callable[[], TurnGraph]
) -> Copilot:
    """`graph` is the one that is built for staff."""
    return Copilot(
        DraftKeeping(store),
        Drafting(graph),
        clock,
        store.bell.ring,
        settings.model_tokens_per_conversation,
    )
