"""The brief: what a personal shopper reads before her first word, so the client repeats nothing.

Built by code from the conversation and the client's record; each line names the messages
(by `seq`) that it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from shop.clients import Client
from shop.conversations import Author, Behaviour, Message
from shop.products import Catalogue

Key = Literal[
    "client", "tier", "language", "known_size", "reason", "piece", "size_said", "asked",
    "answered", "not_answered", "open_question",
]  # fmt: skip

_UNIT = r"(?:cm|mm|厘米|公分|毫米|inch(?:es)?|英寸|码|斤)"
_SIZES = re.compile(
    r"(?<![A-Za-z])(?:EU|UK|US|IT|FR|DE|CN|JP|size|[欧英美法德日韩国]码|意大利?码)\s?(?:is\s|[:：是])?\s?"
    r"\d{1,3}(?!\d)(?:\.5|\s?½|码?半)?"
    r"|(?:胸围?|腰围?|臀围?|脚长|指围|头围|身高|领围|手围"
    r"|(?<![A-Za-z])(?:bust|waist|hips?|foot|feet|height|head|chest|wrist|finger)(?![A-Za-z]))"
    rf"\s*(?:is\s|are\s|[:：是为])?\s*\d{{2,3}}(?!\d)(?:\.\d)?(?:\s?{_UNIT})?"
    rf"|(?<![\d.])\d{{2,3}}(?:\.\d)?\s?{_UNIT}(?![A-Za-z])",
    re.IGNORECASE,
)
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One fact. `seqs` are the messages it rests on; empty when it is from the client's record."""

    key: Key
    text: str
    seqs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    lines: tuple[BriefLine, ...]

    def of(self, key: Key) -> list[BriefLine]:
        return [line for line in self.lines if line.key == key]


def brief(client: Client | None, messages: Sequence[Message], catalogue: Catalogue) -> Brief:
    """The brief of one conversation so far."""
    said = [m for m in messages if m.author is Author.SHOPPER]
    lines = [
        *_record(client),
        *_language(said),
        *_pieces(messages, catalogue),
        *_sizes(said),
        *_exchanges(messages),
    ]
    return Brief(tuple(lines))


def _record(client: Client | None) -> Iterable[BriefLine]:
    if client is None:
        return
    yield BriefLine("client", client.name)
    yield BriefLine("tier", client.tier.value)
    for name, size in client.sizes.items():
        yield BriefLine("known_size", f"{name}: {size}")


def _language(said: Sequence[Message]) -> Iterable[BriefLine]:
    if said:
        yield BriefLine("language", said[-1].lang, (said[-1].seq,))


def _pieces(messages: Sequence[Message], catalogue: Catalogue) -> Iterable[BriefLine]:
    seen: dict[str, list[int]] = {}
    for message in messages:
        named = [piece.id for piece in catalogue.find(message.text)]
        for piece_id in dict.fromkeys((*named, *message.cards)):
            seen.setdefault(piece_id, []).append(message.seq)
    return (BriefLine("piece", piece_id, tuple(seqs)) for piece_id, seqs in seen.items())


def _sizes(said: Sequence[Message]) -> Iterable[BriefLine]:
    for message in said:
        for size in dict.fromkeys(match.group() for match in _SIZES.finditer(message.text)):
            yield BriefLine("size_said", size, (message.seq,))


def _exchanges(messages: Sequence[Message]) -> Iterable[BriefLine]:
    """Each question with what became of it; the last one without an answer is open."""
    for question, answer in _paired(messages):
        seqs = (question.seq, answer.seq) if answer else (question.seq,)
        if answer is None:
            yield BriefLine("open_question", _short(question.text), seqs)
        elif answer.behaviour is Behaviour.HANDOFF:
            yield BriefLine("reason", _short(question.text), seqs)
        elif answer.behaviour in (Behaviour.ABSTAIN, Behaviour.CLARIFY):
            yield BriefLine("not_answered", _short(question.text), seqs)
        else:
            yield BriefLine("asked", _short(question.text), (question.seq,))
            yield BriefLine("answered", _short(answer.text), (answer.seq,))


def _paired(messages: Sequence[Message]) -> list[tuple[Message, Message | None]]:
    answers: dict[int, Message] = {}
    questions = [m for m in messages if m.author is Author.SHOPPER]
    for message in messages:
        if message.author in (Author.ADVISOR, Author.PERSON):
            earlier = [q for q in questions if q.seq < message.seq and q.seq not in answers]
            if earlier:
                answers[earlier[0].seq] = message
    return [(question, answers.get(question.seq)) for question in questions]


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1] + "…"
