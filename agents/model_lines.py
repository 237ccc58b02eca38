"""A model's text as drafted sentences, each with the evidence it says it rests on.

Asked for one sentence a line with [n] at its end, models write 【1】, [1, 2], **bold**, numbered
lists, several sentences on a line, or a page of thoughts first. All of that is read here. A
sentence that cites nothing is drafted without evidence: whether it holds is for the check to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from agents.turn import Drafted
from knowledge.passages import sentences_of
from shop.language import Lang

_BRACKETS = str.maketrans("【】［］〔〕", "[][][]")
_CITED = re.compile(
    r"(\[[^\d\[\]]{0,12}\d{1,4}(?:[^\w\[\]]{1,3}\d{1,4})*(?:†[^\[\]]{0,60})?\](?!\())"
)
_THOUGHTS = re.compile(r"<(think|thinking|reasoning)>.*?(?:</\1>|$)", re.IGNORECASE)
_THOUGHTS_BEGIN = re.compile(r"<(?:think|thinking|reasoning)>", re.IGNORECASE)
_THOUGHTS_END = re.compile(r".*</(?:think|thinking|reasoning)>", re.IGNORECASE)
_MARKS = re.compile(r"[*`~]+|(?<!\w)_+|_+(?!\w)|</?[A-Za-z][^<>]{0,80}>")
_LIST = re.compile(r"^\s*(?:#{1,6}\s|>\s?|[-•·–—]\s|\d{1,2}[.)]\s|\d{1,2}、|[（(]\d{1,2}[)）])\s*")
_LEADING = re.compile(r"^[\s.。!！?？]+")
_JOINS_ON = re.compile(r"^\s*[,，、;；:：]|^\s+[a-z]")
_ENDED = re.compile(r"[.。!！?？;；:：…][\"'”’)）]?$")


def lines(chunks: Iterable[str]) -> Iterator[str]:
    """Whole lines, as soon as each is whole; thoughts a model has aloud are left out."""
    held, thinking = "", False
    for chunk in chunks:
        held += chunk
        *whole, held = held.split("\n")
        for line in whole:
            said, thinking = _spoken(line, thinking)
            yield said
    said, _ = _spoken(held, thinking)
    yield said


def _spoken(line: str, thinking: bool) -> tuple[str, bool]:
    """What a line says aloud, and whether the model is still thinking at its end."""
    if thinking:
        if not _THOUGHTS_END.match(line):
            return "", True
        line = _THOUGHTS_END.sub("", line)
    begun = [m.end() for m in _THOUGHTS_BEGIN.finditer(line)]
    still = bool(begun) and not _THOUGHTS_END.match(line[begun[-1] :])
    return _THOUGHTS.sub("", line), still


@dataclass(slots=True)
class _Segment:
    text: str
    numbers: list[int] = field(default_factory=list)


def drafts(line: str, lang: Lang) -> list[Drafted]:
    """The sentences of one line; evidence is counted from 0."""
    return [
        Drafted(_ended(sentence, lang), tuple(n - 1 for n in dict.fromkeys(segment.numbers)))
        for segment in _segments(_without_markup(line))
        for sentence in sentences_of(segment.text)
        if any(character.isalnum() for character in sentence)
    ]


def _without_markup(line: str) -> str:
    plain = _MARKS.sub("", line.translate(_BRACKETS))
    while (shorter := _LIST.sub("", plain, count=1)) != plain:
        plain = shorter
    return plain.strip()


def _segments(line: str) -> list[_Segment]:
    """Text with the citations that follow it."""
    segments = [_Segment("")]
    for part in _CITED.split(line):
        if _CITED.fullmatch(part):
            segments[-1].numbers += [int(n) for n in re.findall(r"\d{1,4}", part.split("†")[0])]
        elif not segments[-1].numbers or _JOINS_ON.match(part):
            segments[-1].text = segments[-1].text.rstrip() + part
        else:
            _follow(segments, part)
    return segments


def _follow(segments: list[_Segment], part: str) -> None:
    """Begin a new segment; an end mark that came after a citation goes back before it."""
    mark = part.strip()[:1]
    if mark in tuple(".。!！?？") and not _ENDED.search(segments[-1].text.rstrip()):
        segments[-1].text = segments[-1].text.rstrip() + mark
    rest = _LEADING.sub("", part)
    if rest:
        segments.append(_Segment(rest))


def _ended(sentence: str, lang: Lang) -> str:
    plain = sentence.strip()
    return plain if _ENDED.search(plain) else plain + ("。" if lang == "zh" else ".")
