"""Hand over: put the conversation into a queue, and only then say so."""

from __future__ import annotations

from datetime import datetime

from agents import voice
from shop.desk import Desk
from shop.handoffs import Handoff, Reason
from shop.language import Lang


def hand_over(
    desk: Desk, conversation_id: str, reason: Reason | None, lang: Lang, now: datetime
) -> tuple[Handoff, str]:
    """The hand-over as it was stored, and the sentence that tells the shopper."""
    handoff = desk.request(conversation_id, reason or Reason.ASKED)
    return handoff, voice.handed_over(handoff, lang, now)
