"""Labels: a care label that came with a message as words, read sign by sign.

'A hand in a basin, a flat line in a square' are signs whose meaning the house's articles state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.steps.attached import search_words
from agents.turn import Evidence, Question
from knowledge.sources import Sources

_MOST = 3
_ASKS_OF_LABEL = re.compile(
    r"\b(?:label|tag|symbols?|signs?|wash\w*|dry\w*|iron\w*|tumble|bleach\w*|care for)\b"
    r"|标|洗|烘|晾|熨|烫|漂",
    re.IGNORECASE,
)
_TUB = r"(?:盆|桶|\b(?:tub|basin|bowl|bucket)\b)"
_SQUARE = r"(?:方(?:形|框|块)|\bsquare\b)"
_CIRCLE = r"(?:圆圈|圆形|\bcircle\b)"
_TRIANGLE = r"(?:三角形?|\btriangle\b)"
_IRON = r"(?:熨斗|\biron\b)"
_CROSSED = r"(?:打叉|叉掉|画叉|划掉|(?<!不)叉|\bcrossed(?: out)?\b|\bwith an? (?:x|cross)\b)"
_DOTS = {
    1: r"(?:[一1单]\s*个?点|\b(?:one|single|1|a) dot\b)",
    2: r"(?:[两二2双]\s*个?点|\b(?:two|2) dots\b)",
    3: r"(?:[三3]\s*个?点|\b(?:three|3) dots\b)",
}


_NOT_TO = r"\b(?:do not|don'?t|never|no)"  # a label in words
_NOT_TO_ZH = r"(?:不可|不要|禁止|勿|请勿|不能)(?:使用|机器|机)?"
_OPERATIONS: dict[str, str] = {  # what is asked of a label, and the signs that tell it
    "symbol-dry/tumble": r"\bdryer|tumble|烘",
    "symbol-iron/": r"\biron|熨|烫",
    "symbol-bleach/": r"bleach|漂",
    "symbol-professional/": r"dry.?clean|干洗",
}


def _beside(one: str, other: str) -> str:
    """Both in one sign, in either order."""
    return rf"{one}.{{0,12}}{other}|{other}.{{0,12}}{one}"


SIGNS: dict[str, str] = {
    "symbol-wash/crossed": _beside(_TUB, _CROSSED),
    "symbol-wash/hand": _beside(_TUB, r"(?:手|\bhand\b)") + "|手洗标",
    "symbol-wash/two-bars": _beside(
        _TUB, r"(?:[两二]条(?:横)?线|\b(?:two|double) (?:bars|lines)\b)"
    ),
    "symbol-wash/one-bar": _beside(_TUB, r"(?:一条(?:横)?线|\b(?:one|a|single) (?:bar|line)\b)"),
    "symbol-bleach/none": _beside(_TRIANGLE, _CROSSED) + rf"|{_NOT_TO} bleach\b|{_NOT_TO_ZH}漂",
    "symbol-dry/tumble-none": (
        rf"{_SQUARE}.{{0,8}}{_CIRCLE}.{{0,8}}{_CROSSED}|{_NOT_TO} tumble|{_NOT_TO_ZH}(?:滚筒|烘)"
    ),
    "symbol-dry/tumble-low": rf"{_SQUARE}.{{0,8}}{_CIRCLE}.{{0,8}}{_DOTS[1]}",
    "symbol-dry/tumble-normal": rf"{_SQUARE}.{{0,8}}{_CIRCLE}.{{0,8}}{_DOTS[2]}",
    "symbol-dry/flat": _beside(_SQUARE, r"(?:横线|horizontal|flat line)")
    + r"|平铺晾干|\bdry flat\b",
    "symbol-iron/crossed": _beside(_IRON, _CROSSED) + rf"|{_NOT_TO} iron|{_NOT_TO_ZH}[熨烫]",
    "symbol-iron/one-dot": _beside(_IRON, _DOTS[1]),
    "symbol-iron/two-dots": _beside(_IRON, _DOTS[2]),
    "symbol-iron/three-dots": _beside(_IRON, _DOTS[3]),
    "symbol-professional/crossed": rf"(?<!方框){_CIRCLE}.{{0,6}}{_CROSSED}",
    "symbol-professional/p": rf"{_CIRCLE}.{{0,6}}\bP\b|\bP\b.{{0,8}}{_CIRCLE}|\(P\)",
    "symbol-professional/w": rf"{_CIRCLE}.{{0,6}}\bW\b|\bW\b.{{0,8}}{_CIRCLE}|\(W\)",
}
_READ = {
    section: re.compile(pattern, re.IGNORECASE | re.ASCII) for section, pattern in SIGNS.items()
}


def signs_read(question: Question, sources: Sources) -> list[Evidence]:
    """What the first few signs of an attached label mean, when a question asks of it."""
    if not question.attachments or not _ASKS_OF_LABEL.search(question.text):
        return []
    label = search_words(question.attachments)
    named = [section for section, sign in _READ.items() if sign.search(label)]
    return list(_meanings(_asked_for(named, question.text), question, sources))[:_MOST]


def _asked_for(named: list[str], text: str) -> list[str]:
    """Of a label's signs those that tell what is asked of it; all of them for 'may I wash it'."""
    asked = tuple(
        signs for signs, words in _OPERATIONS.items() if re.search(words, text, re.IGNORECASE)
    )
    return [section for section in named if section.startswith(asked)] if asked else named


def _meanings(named: list[str], question: Question, sources: Sources) -> Iterator[Evidence]:
    for section in named:
        passage = sources.section(section, question.lang)
        if passage is not None:
            yield Evidence(passage, passage.text)
