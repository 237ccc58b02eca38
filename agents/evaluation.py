"""Evaluation: the product answers a file of cases exactly as it answers shoppers.

Each case is a conversation of its own with a visitor of its own, held in a store apart, so that
nothing of it reaches the shop's records. Text of unknown origin goes in as an attachment.

A result has `id`, `answer`, `behaviour`, `citations` and `latency_ms`, which people outside rely
on, and what the turn's working papers tell besides:

    mode         which language phrased it: offline or openai
    relevance    how near the best passage was (agents/steps/retrieve.py)
    nearest      the same by the behaviour of the passage
    decided_by   'cue', 'ruling' or 'likeness': only the last rests on the relevance
    proof        sentences drafted, by what their proof said of them
    took_ms      by step of the turn; the store's time is what they leave of `latency_ms`
    problem      instead of all these: why the shop did not take the message

A message that the shop does not take, because it is blank or too long, is no reason to stop: its
result has the behaviour 'refuse' and, for an answer, the line that the shopper reads.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

from pydantic import ValidationError

from agents.advisor import Advisor
from agents.grading import Case
from agents.turn import TurnState, joined
from shop.chats import Chats
from shop.client_accounts import ClientAccounts
from shop.clients import Client, Tier, Visitor
from shop.conversations import Attachment, Behaviour, Citation
from shop.errors import BadInput
from shop.ids import new_id
from shop.turn_events import SentenceShown, TurnEnded, TurnEvent, TurnStarted


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
    return [_case(path, number, line) for number, line in _lines(path)]


def _case(path: Path, number: int, line: str) -> Case:
    try:
        return Case.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "line"
        why = first["msg"].removeprefix("Value error, ")
        raise BadInput(f"{path}:{number}: {field}: {why}") from error


def read_results(path: Path) -> dict[str, dict[str, Any]]:
    """The results of a run by the id of their case. Raises BadInput that names the line."""
    return dict(_named_result(path, number, line) for number, line in _lines(path))


def _named_result(path: Path, number: int, line: str) -> tuple[str, dict[str, Any]]:
    try:
        result = json.loads(line)
        return str(result["id"]), result
    except (ValueError, TypeError, KeyError) as error:
        raise BadInput(f"{path}:{number}: this is no result of an evaluation.") from error


def _lines(path: Path) -> list[tuple[int, str]]:
    """Lines that are not blank, each with its number."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path} cannot be read: {error}") from error
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip()]


def evaluate(cases: Iterable[Case], house: House) -> Iterator[dict[str, Any]]:
    """One result for each case, of its last turn; its keys stand at the head of this file."""
    for case in cases:
        yield _result(case, house, Visitor(new_id(), _client(case.tier, house.client_accounts)))


def _client(tier: Tier | None, accounts: ClientAccounts) -> Client | None:
    """A client of the tier, new for each case: conversations of a client go on."""
    return accounts.create(f"A {tier} client", tier) if tier else None


def _result(case: Case, house: House, visitor: Visitor) -> dict[str, Any]:
    conversation = house.chats.open(visitor, case.opened_in)
    house.advisor.greet(conversation.id, case.opened_in)
    *before, question = case.turns
    for text in before:
        _turn(house, visitor, conversation.id, text)
    attached = [Attachment(case.channel, case.context)] if case.context else []
    return {"id": case.id, **_turn(house, visitor, conversation.id, question, attached)}


def _turn(
    house: House,
    visitor: Visitor,
    conversation_id: str,
    text: str,
    attachments: Sequence[Attachment] = (),
) -> dict[str, Any]:
    papers: list[TurnState] = []
    try:
        events = list(
            house.advisor.reply(
                conversation_id,
                text,
                visitor=visitor,
                attachments=attachments,
                watch=papers.append,
            )
        )
    except BadInput as error:
        return _not_taken(str(error))
    return _told(events) | (notes_of(papers[-1]) if papers else {})


def _not_taken(why: str) -> dict[str, Any]:
    told = {"answer": why, "behaviour": Behaviour.REFUSE, "citations": [], "latency_ms": 0.0}
    return told | {"problem": why}


def _told(events: Sequence[TurnEvent]) -> dict[str, Any]:
    started = next(event for event in events if isinstance(event, TurnStarted))
    sentences = [event for event in events if isinstance(event, SentenceShown)]
    ended = next(event for event in events if isinstance(event, TurnEnded))
    citations = dict.fromkeys(c for sentence in sentences for c in sentence.citations)
    return {
        "answer": joined((s.text for s in sentences), started.lang),
        "behaviour": ended.behaviour,
        "citations": [_cited(citation) for citation in citations],
        "latency_ms": round(ended.latency_ms, 1),
    }


def _cited(citation: Citation) -> dict[str, Any]:
    kept = ("article", "revision", "quote")
    return {key: value for key, value in asdict(citation).items() if key in kept}


def notes_of(papers: TurnState) -> dict[str, Any]:
    """What the working papers of a turn that came to its end tell; see the head of this file."""
    best = next(iter(papers["hits"][0]), None)
    return {
        "mode": papers["mode"],
        "relevance": round(best.score, 4) if best else 0.0,
        "nearest": _nearest(papers),
        "decided_by": _decided_by(papers),
        "proof": _proof(papers),
        "took_ms": {step: round(ms, 2) for step, ms in papers.get("took", {}).items()},
    }


def _decided_by(papers: TurnState) -> str:
    if papers["questions"][0].cue:
        return "cue"
    return "ruling" if any(item.rules for item in papers["plan"].evidence) else "likeness"


def _proof(papers: TurnState) -> dict[str, int]:
    """Sentences drafted by the outcome of their proof; the house's fixed words are not proven."""
    return dict(Counter(entry.outcome for entry in papers["ledger"]))


def _nearest(papers: TurnState) -> dict[str, float]:
    """The best relevance among passages of each behaviour; hits come best first."""
    found: dict[str, float] = {}
    for hit in papers["hits"][0]:
        found.setdefault(hit.passage.behaviour, round(hit.score, 4))
    return found
