"""The OpenAI language over a scripted endpoint, for whole turns in the tiny house."""

from __future__ import annotations

from pydantic import SecretStr

from agents.chat_model import open_chat_model
from agents.openai_language import OpenAILanguage
from shop.turn_events import ModelTrouble, TurnEvent
from tests.agents import house_articles
from tests.agents.scripted_server import Script

DEADLINE_S = 0.5
KEY = "sk-very-secret"
WET = house_articles.WET
WET_ZH = "小羊皮包淋雨了怎么办"
BLOT = "Blot wet lambskin dry with a soft cloth."
NO_DRYER = "Do not use a hair-dryer."
ONE_DAY = "Let it dry for 24 hours at room temperature."


def language(url: str, key: str = KEY, deadline_s: float = DEADLINE_S) -> OpenAILanguage:
    model = open_chat_model("scripted", SecretStr(key), url, deadline_s)
    return OpenAILanguage(model, deadline_s)


def troubles(events: list[TurnEvent]) -> str:
    return " ".join(event.reason for event in events if isinstance(event, ModelTrouble))


def words_of(answer: str) -> Script:
    return lambda reply: reply.answer(answer)
