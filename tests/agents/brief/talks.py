"""Conversations for the brief's tests: hers and the house's messages in turn, hers first."""

from __future__ import annotations

from functools import cache

from agents.brief import Fact, Key, Known, brief
from knowledge.attributes import Attributes
from knowledge.house_data import load_yaml
from shop.conversations import Author
from tests.agents.asked import message
from tests.agents.house import catalogue, glossary
from tests.shop.house_books import HOUSE, destinations


@cache
def known() -> Known:
    attributes = load_yaml(HOUSE / "attributes.yaml", Attributes)
    return Known(catalogue(), glossary(), destinations(), attributes)


def facts(*texts: str) -> tuple[Fact, ...]:
    """The brief of a talk in which she and the advisor write in turn; seq counts from 1."""
    authors = (Author.SHOPPER, Author.ADVISOR)
    spoken = [message(text, at + 1, authors[at % 2]) for at, text in enumerate(texts)]
    return brief(spoken, known()).facts


def of(key: Key, *texts: str) -> list[Fact]:
    return [fact for fact in facts(*texts) if fact.key == key]


def values(key: Key, *texts: str) -> str:
    """All values of a key, joined; empty when there is none."""
    return " | ".join(fact.value for fact in of(key, *texts))
