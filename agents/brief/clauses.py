"""Clauses: the pieces of a message that say one thing, each quoted as it stands.

A figure is never cut ('1,060', '11.29'), and in Chinese a space may end a clause, because that is
how people write in chats: '三尺 我妈说的'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

_CHINESE = r"\u3400-\u9fff"
_END = re.compile(
    r"[。！？!?；;\n…~～]+|(?<!\d)[.．]+(?=\s|$)|(?<=\d)\.(?=\s|$)|\.{2,}"
    rf"|(?<=[{_CHINESE}])\.(?=[{_CHINESE}])"
    r"|[,，](?!\d{3}(?!\d))|(?<!\d)[,，]|、(?=[^\d])"
    r"|\s[-–—]+\s|——+"
    r"|(?<!\banything)(?<!\bnothing)(?<!\bnone)\s+"
    r"(?=(?:but|though|although|cos|because|and (?:i|my|she|he|we|it|can|do|is|the))\b)",
    re.IGNORECASE,
)
_TURNS = (  # here somebody in a chat thinks again
    r"(?<!\bas)\s+(?=(?:(?:well|now)(?=[,，]?\s+\w)|actually|sorry|kidding|i mean|or rather"
    r"|haha|lol|no wait|let'?s say|scrap|make (?:it|that))\b)"
    r"|(?<=[^哦噢啊，,。\s])(?=(?:哦|噢)[^\s好行对可])|(?<=\S)(?=不对|说错了?|记错了?|加到|改成|其实(?!算了|不)|等下)"
    r"|(?<=[\d号码元块万点日])\s*(?=不[，,\s]*\d)"
)
_CHAT = re.compile(  # as people write in chats; a printed text has spaces beside Latin letters
    rf"{_END.pattern}|{_TURNS}|(?<=[{_CHINESE}])\s+(?=[{_CHINESE}])|(?<=[\dA-Za-z])\s+(?![期个件号码元块月日天])(?=[{_CHINESE}]{{3}})",
    re.IGNORECASE,
)
_MADE_BY_AI = re.compile(r"[（(]\s*(?:由\s*AI\s*生成|AI[- ]generated)\s*[)）]", re.IGNORECASE)
_SENTENCE = re.compile(r"[。！？!?\n]+|(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s+[A-Z]|$)")
_LONGEST, _MOST = 2_000, 60  # characters and ends of a message that are read
_NEAR = 3  # characters between neighbours
_BARE = " \t\r\n,，。.;；、:：-–—~～…\"“”'‘’"


@dataclass(frozen=True, slots=True)
class Clause:
    """`asks`: it ends in a question mark. `start` and `end` count characters of the message."""

    text: str
    start: int
    end: int
    asks: bool


def clauses(text: str, chat: bool = False) -> list[Clause]:
    """The clauses of a message in their order; `chat`: a space may end one."""
    return _cut(without_label(text), _CHAT if chat else _END)


def sentences(text: str) -> list[Clause]:
    """The sentences of a message, without the label that software wrote it."""
    return _cut(without_label(text), _SENTENCE)


def without_label(text: str) -> str:
    return _MADE_BY_AI.sub("", text)


def quote(text: str, parts: Sequence[Clause]) -> str:
    """The clauses as one quote: neighbours as they stand, a gap as '…'."""
    said = ""
    for at, part in enumerate(parts):
        if at:
            between = text[parts[at - 1].end : part.start]
            near = not any(character.isalnum() for character in between)
            said += (between if near and len(between) <= _NEAR else " … ").replace("\n", " ")
        said += part.text
    return said


def _cut(text: str, ends: re.Pattern[str]) -> list[Clause]:
    made: list[Clause] = []
    begin, text = 0, text[:_LONGEST]
    for found in [*islice(ends.finditer(text), _MOST), None]:
        stop, after = found.span() if found else (len(text), len(text))
        piece = text[begin:stop]
        bare = piece.strip(_BARE)
        if bare:
            start = begin + piece.index(bare)
            asks = bool(found) and any(mark in text[stop:after] for mark in "?？")
            made.append(Clause(bare, start, start + len(bare), asks))
        begin = after
    return made
