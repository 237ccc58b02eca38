"""Sides: a comparison of two named things, put once for each of them.

'Category 2 or 3, which is darker' is asked of each by leaving the other out. Where a thing's name
ends is read from the words around it: both sides of a comparison are mostly built alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CONNECTS = re.compile(
    r"[\s,，]*(?:\b(?:vs|versus|v\.?s)\b\.?|\b(?:or|and|than|compared (?:to|with|w)|n)\b|&"
    r"|\b(?:diff(?:erent|ers?)?|apart) (?:from|to|than)\b|\b(?:the )?same as\b"
    r"|还是|或者?是?|和(?![田牛平服])|跟(?![高鞋])|与|、|对比|相比|比(?![较一起如例]))"
    r"\s*(?:the |an? )?",
    re.IGNORECASE | re.ASCII,
)
_COMPARES = re.compile(
    r"\b(?:vs|versus|which|diff(?:er\w*|s)?|compar\w+|both|better|same|either|each|respectively"
    r"|than|between|more|less)\b"
    r"|\b(?:hard|soft|pur|dark|larg|bigg|small|dear|cheap|heavi|light|warm|strong|tough|long|sturdi"
    r"|thick|thinn?|fin)(?:er|est)\b"
    r"|哪|谁|区别|不同|不一样|差别|差在|差异|分别|各[是有要多自]|一样|一回事|相同|对比|相比|比较|更|\bvs\b",
    re.IGNORECASE | re.ASCII,
)
_OF_A_PAIR = re.compile(
    r"有?(?:什么|啥|哪些)?(?:区别|不同|不一样|差别|差异)|分别|各自?(?=[是有要多])"
    r"|\b(?:what(?:'?s| is) the |the )?difference between\b|\beach\b|\brespectively\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"\d+(?:\.\d+)?(?=[\u4e00-\u9fff])"
    r"|[^\W\u4e00-\u9fff][^\s,，;；:：?？!！。()（）\u4e00-\u9fff—–]*"
    r"|[\u4e00-\u9fff]|[^\s\w]"
)
_STOPS_EN = re.compile(
    r"is|are|was|were|be|am|do|does|did|can|could|which|what|whats|what's|how|why|when|where"
    r"|who|the|a|an|of|between|for|to|in|on|at|from|my|your|our|his|her|i|you|we|they|it|its"
    r"|compare|compared|comparing|difference|diff|if|should|would|will|or|and|than|vs|versus"
    r"|so|hi|hello|about|as|by|better|best|more|less|harder|softer|darker|purer|bigger|larger"
    r"|smaller|cheaper|dearer|lasts|last|has|have|need|needs|get|gets|costs|cost|take|re"
    r"|whether|please|ones|really|actually|both|each|same|either|tell|me|wear|buy|choose"
    r"|choosing|torn|want",
    re.IGNORECASE,
)
_STOPS_ZH = frozenset(
    "我你您他她是的在从把给问请想买选寄戴穿用背洗拿挑那这哪谁有分各差怎什啥区不更都相比之会能要可"
    "到吗呢呀啊吧了就很最说听看发跟和与对里放配做"
)
_ONLY_COUNTS = re.compile(r"[种个款只双件条块枚类些边样]")  # '亮的那种和…': counts and names none
_MOST = 6  # words or characters that name one side


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things compared: its `name`, and the question put of it alone."""

    name: str
    question: str


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


def sides(text: str) -> tuple[Side, Side] | None:
    """The two sides of a comparison, in order; None for a message that compares nothing."""
    if not _COMPARES.search(text):
        return None
    found = (_around(text, connects) for connects in _CONNECTS.finditer(text))
    return next((both for both in found if both), None)


def _around(text: str, connects: re.Match[str]) -> tuple[Side, Side] | None:
    before = _run(reversed(_tokens(text, 0, connects.start())))[::-1]
    after = _run(iter(_tokens(text, connects.end(), len(text))))
    if not before or not after:
        return None
    first, second = _alike(before, after)
    start, end = first[0].start, second[-1].end
    names = text[start : first[-1].end], text[second[0].start : end]
    if names[0].casefold() == names[1].casefold() or any(map(_ONLY_COUNTS.fullmatch, names)):
        return None
    one, other = (Side(name, _alone(f"{text[:start]}{name}{text[end:]}")) for name in names)
    return one, other


def _alone(question: str) -> str:
    """Without the words that only a pair can be asked: what differs, how much each."""
    return _OF_A_PAIR.sub(" ", question).strip()


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    found = _TOKEN.finditer(text, start, end)
    return [_Token(one.group(), one.start(), one.end()) for one in found]


def _run(tokens: Iterator[_Token]) -> list[_Token]:
    """Tokens up to the first that belongs to no name; a verb before the name is passed over."""
    run: list[_Token] = []
    for token in tokens:
        if not _names(token):
            if run or not _is_word(token):
                break
            continue
        run.append(token)
    return run[:_MOST]


def _is_word(token: _Token) -> bool:
    return token.text[0].isalnum()


def _names(token: _Token) -> bool:
    known = _STOPS_EN.fullmatch(token.text) or token.text in _STOPS_ZH
    return _is_word(token) and not known


def _alike(before: list[_Token], after: list[_Token]) -> tuple[list[_Token], list[_Token]]:
    """Both cut to the same build: 'category 2 | 3', 'Silver's | Gold's', '银卡 | 金卡清洁'."""
    modified = any(token.text.lower() in ("with", "w", "w/", "without") for token in after)
    if modified:
        return before, after
    kind = _kind(before[-1])
    if kind == _kind(after[0]) != "word":
        long = _of_kind(after, kind) if kind == "name" else 1
        return before[-_of_kind(before[::-1], kind) if kind == "name" else -1 :], after[:long]
    texts = [token.text for token in after]
    if (tail := before[-1].text) in texts:
        shared = after[: texts.index(tail) + 1]
        return before[-len(shared) :], shared
    if len(before) == 1 and len(after) > 2 and after[0].text.isascii():
        return before, after[:1]
    return before, after


def _of_kind(run: list[_Token], kind: str) -> int:
    """How many tokens stand together that are of this kind."""
    return next((at for at, token in enumerate(run) if _kind(token) != kind), len(run))


def _kind(token: _Token) -> str:
    """Figures, owners and names are compared with their like."""
    text = token.text
    if re.fullmatch(r"[\d.,]+", text):
        return "figure"
    if re.search(r"['’]s$", text):
        return "owner"
    return "name" if text[0].isupper() and text.isalpha() and text[0].isalpha() else "word"
