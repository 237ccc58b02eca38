"""The shopper whose page is tested, and what the house keeps of her."""

from __future__ import annotations

from pathlib import Path
from time import monotonic, sleep
from typing import Any

from shop.clients import Visitor
from shop.conversations import Message

MAIN = Path(__file__).parents[2] / "console" / "entry" / "main.py"
ME = Visitor("a" * 32)


def transcript(house: Any, visitor: Visitor = ME) -> list[Message]:
    conversation = house.chats.open(visitor, "en")
    messages: list[Message] = house.chats.transcript(visitor, conversation.id)
    return messages


def answered(house: Any) -> list[Message]:
    """The transcript once no answer is outstanding."""
    until = monotonic() + 10
    while monotonic() < until:
        if not house.chats.open(ME, "en").pending_turns:
            return transcript(house)
        sleep(0.02)
    raise AssertionError("the advisor never answered")
