"""Evaluation: the product answers a file of cases exactly as it answers shoppers.

Each case is a conversation of its own with a visitor of its own, held in a store apart, so that
nothing of it reaches the shop's records. Text of unknown origin goes in as an attachment.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

from pydantic import ValidationError

from agents.advisor import Advisor
from agents.grading import Case
from shop.chats import Chats
from shop.client_accounts import ClientAccounts
from shop.clients import Client, Tier, Visitor
from shop.conversations import Attachment, Citation
from shop.errors import BadInput
from shop.ids import new_id
from shop.language import Lang
from shop.turn_events import SentenceShown, TurnEnded, TurnEvent


class House(Protocol):
    """The part of the services that an evaluation needs."""

    @property
    def chats(self) -> Chats: ...
    @property
    def advisor(self) -> Advisor: ...
    @property
    def client_accounts(self) -> ClientAccounts: ...


def read_cases(path: Path) -> list[Case]:
    """The cases of a JSONL file. Raises BadInput that names the line and the field."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path} cannot be read: {error}") from error
    return [_case(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _case(path: Path, number: int, line: str) -> Case:
    try:
        return Case.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "line"
        raise BadInput(f"{path}:{number}: {field}: {first['msg']}") from error


def evaluate(cases: Iterable[Case], house: House) -> Iterator[dict[str, Any]]:
    """One result for each case: id, answer, behaviour, citations, latency_ms (of the last turn)."""
    for case in cases:
        yield _result(case, house, Visitor(new_id(), _client(case.tier, house.client_accounts)))


def _client(tier: Tier | None, accounts: ClientAccounts) -> Client | None:
    """A client of the tier, new for each case: conversations of a client go on."""
    return accounts.create(f"A {tier} client", tier) if tier else None


def _result(case: Case, house: House, visitor: Visitor) -> dict[str, Any]:
    lang: Lang = "zh" if case.lang == "zh" else "en"
    conversation = house.chats.open(visitor, lang)
    house.advisor.greet(conversation.id, lang)
    attached = [Attachment(case.channel, case.context)] if case.context else []
    events: list[TurnEvent] = []
    for turn in case.turns:
        attachments = attached if turn is case.turns[-1] else ()
        reply = house.advisor.reply(conversation.id, turn, visitor=visitor, attachments=attachments)
        events = list(reply)
    return {"id": case.id, **_told(events, lang)}


def _told(events: list[TurnEvent], lang: Lang) -> dict[str, Any]:
    sentences = [event for event in events if isinstance(event, SentenceShown)]
    ended = next(event for event in events if isinstance(event, TurnEnded))
    citations = dict.fromkeys(c for sentence in sentences for c in sentence.citations)
    return {
        "answer": ("" if lang == "zh" else " ").join(s.text for s in sentences),
        "behaviour": ended.behaviour,
        "citations": [_cited(citation) for citation in citations],
        "latency_ms": round(ended.latency_ms, 1),
    }


def _cited(citation: Citation) -> dict[str, Any]:
    kept = ("article", "revision", "quote")
    return {key: value for key, value in asdict(citation).items() if key in kept}


def write_results(path: Path, results: Iterable[dict[str, Any]]) -> None:
    """One JSON object a line."""
    lines = [json.dumps(result, ensure_ascii=False) for result in results]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
