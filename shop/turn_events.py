"""What one advisor turn emits, in order. These types are the wire format everywhere.

TurnStarted, then any mix of SentenceShown, CardShown, HandedOver and ModelTrouble,
then exactly one TurnEnded. A turn that a person overtook ends with `message_id=None`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from shop.conversations import Behaviour, Citation
from shop.language import Lang


@dataclass(frozen=True, slots=True)
class TurnStarted:
    turn_id: str
    lang: Lang


@dataclass(frozen=True, slots=True)
class SentenceShown:
    """A sentence that passed the check, with the passages it rests on."""

    text: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class CardShown:
    product_id: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The conversation really is in a queue now, or a note really was taken."""

    handoff_id: str
    note_only: bool


@dataclass(frozen=True, slots=True)
class ModelTrouble:
    """The model failed; the offline language goes on. `reason` is for staff."""

    reason: str


@dataclass(frozen=True, slots=True)
class TurnEnded:
    message_id: str | None
    behaviour: Behaviour | None
    latency_ms: float


TurnEvent = TurnStarted | SentenceShown | CardShown | HandedOver | ModelTrouble | TurnEnded


def as_json(event: TurnEvent) -> dict[str, Any]:
    """The event as plain JSON types, with its kind."""
    return {"kind": type(event).__name__, **asdict(event)}
