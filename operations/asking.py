"""Ask: one question from the terminal, answered just as a shopper's is.

The conversation is held in a database of its own that is gone afterwards: a trial neither stands
in the shop's records nor calls a personal shopper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from rich.console import Console

from operations.prepare import open_prepared
from settings import Settings
from shop.clients import Tier, Visitor
from shop.conversations import Citation
from shop.ids import new_id
from shop.language import language_of
from shop.turn_events import HandedOver, ModelTrouble, SentenceShown, TurnEnded, TurnEvent

if TYPE_CHECKING:
    from shop.ports import Clock
    from wiring import Services


@contextmanager
def house_apart(settings: Settings, out: Console, clock: Clock | None = None) -> Iterator[Services]:
    """The shop's knowledge, with conversations and clients that nobody keeps."""
    with (
        TemporaryDirectory(prefix="maroquin-apart-") as folder,
        open_prepared(settings, out, clock, f"sqlite:///{folder}/talks.db") as services,
    ):
        yield services


def ask(services: Services, text: str, tier: Tier | None = None) -> Iterator[TurnEvent]:
    """The events of one turn of a new conversation. Raises BadInput for a blank question."""
    lang = language_of(text)
    client = services.client_accounts.create("Guest", tier, lang) if tier else None
    visitor = Visitor(new_id(), client)
    conversation = services.chats.open(visitor, lang)
    return services.advisor.reply(conversation.id, text, visitor=visitor)


def print_answer(events: Iterator[TurnEvent], out: Console, err: Console) -> None:
    """Sentences as they come, each with the numbers of its sources; then the sources."""
    sources: dict[Citation, int] = {}
    for event in events:
        if isinstance(event, SentenceShown):
            numbers = [sources.setdefault(c, len(sources) + 1) for c in event.citations]
            _print(out, event.text + "".join(f" [{n}]" for n in numbers))
        elif isinstance(event, ModelTrouble):
            _print(err, f"The model failed ({event.reason}); the offline language went on.")
        elif isinstance(event, HandedOver):
            _print(err, "Handed over: a note was taken." if event.note_only else "Handed over.")
        elif isinstance(event, TurnEnded):
            _print_sources(sources, out)
            _print(err, f"{event.behaviour}, {event.latency_ms:.0f} ms")


def as_object(events: Sequence[TurnEvent]) -> dict[str, Any]:
    """The whole turn as one JSON object."""
    shown = [event for event in events if isinstance(event, SentenceShown)]
    ended = next(event for event in events if isinstance(event, TurnEnded))
    citations = dict.fromkeys(c for event in shown for c in event.citations)
    return {
        "sentences": [event.text for event in shown],
        "behaviour": ended.behaviour,
        "citations": [asdict(citation) for citation in citations],
        "handed_over": any(isinstance(event, HandedOver) for event in events),
        "trouble": [event.reason for event in events if isinstance(event, ModelTrouble)],
        "latency_ms": round(ended.latency_ms, 1),
    }


def _print_sources(sources: dict[Citation, int], out: Console) -> None:
    for citation, number in sources.items():
        place = f"{citation.article}@{citation.revision}#{citation.section}"
        _print(out, f"[{number}] {citation.title} ({place})")


def _print(out: Console, line: str) -> None:
    out.print(line, markup=False, soft_wrap=True)
