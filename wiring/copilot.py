"""The copilot of the desk: drafts by the advisor's steps; it loads nothing until it is asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from agents.copilot.copilot import Copilot
from agents.copilot.drafting import Drafting
from agents.copilot.interpreter import Interpreter, Translate
from settings import Settings
from shop.draft_keeping import DraftKeeping
from shop.ports import Clock, Store
from shop.products import Catalogue

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


def open_interpreter(
    settings: Settings, store: Store, clock: Clock, catalogue: Catalogue
) -> Interpreter:
    """Offline it translates nothing; else what takes long to load is loaded when first asked."""
    translate = None if settings.mode == "offline" else cache(lambda: _open(settings, catalogue))
    tokens = settings.model_tokens_per_conversation
    return Interpreter(DraftKeeping(store), clock, store.bell.ring, translate, tokens)


def _open(settings: Settings, catalogue: Catalogue) -> Translate:
    from agents.chat_model import open_chat_model  # heavy: the libraries of the model
    from agents.copilot.translating import Translating

    deadline_s = settings.openai_timeout_s
    model = open_chat_model(
        settings.openai_model, settings.openai_api_key, settings.openai_base_url, deadline_s
    )
    return Translating(model, deadline_s, [piece.name for piece in catalogue.all()])
