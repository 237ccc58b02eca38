"""More and less: a comparison holds only in the evidence's own direction and order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from agents.proof.numerals import plain_numbers
from agents.proof.vocabulary import telling

_THAN = re.compile(
    r"\bthan\b|\bcompared (?:with|to)\b|\bover\b(?= \w+,)|比|胜过|优于|不如|强于", re.IGNORECASE
)
_BEST = re.compile(
    r"\b(?:best(?! (?:to|if|when|not|kept|\w+ed)\b)|finest|greatest|superior|perfect|ideal|top"
    r"|leading|number one|unrivalled|unique|ultimate|most (?!of\b)\w+"
    r"|(?:hard|soft|warm|light|strong|thin|thick|dark|saf|fast|cheap|larg|small|high|low|new|old"
    r"|long|short|tough)est)\b"
    r"|最(?!后|先|多|少|高|低|大|小|终|近|初|好是|好(?!的)|为|长)|顶级|顶尖|第一|无与伦比|极致|完美",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:(?:hard|soft|warm|light|strong|thin|thick|dark|saf|fast|cheap|larg|small|high|low|old"
    r"|long|short|tough|heavi|fin|tight|loos|cold|hott?|weak)er"
    r"|better|worse|more|less|fewer)\b|更|较(?!为)|越|比",
    re.IGNORECASE,
)
_NOT_MORE = re.compile(
    r"\b(?:or|no|not|much|once|any|anything|what is|what's|one|day|never|the) (?:more|less|later"
    r"|lower|higher)\b|\bmore (?:than|information|about)\b"
    r"|\bless than\b|\bor (?:less|lower|more)\b|\bat least\b|比如|比例|更换|更改|变更|相对|比较",
    re.IGNORECASE,
)


def beyond(sentence: str, evidence: Sequence[str]) -> str:
    """The comparison or superlative that no evidence makes this way round; else empty."""
    text = "\n".join(evidence)
    for best in _BEST.finditer(sentence):
        if not _in(sentence[best.start() : max(best.end(), best.start() + 3)], text):
            return best.group()
    more = _MORE.search(_NOT_MORE.sub(" ", sentence))
    if more and not _MORE.search(_NOT_MORE.sub(" ", text)):
        return more.group()
    if more and not any(_same_way(sentence, told) for told in evidence):
        return "the other way round"
    return ""


def _in(word: str, text: str) -> bool:
    return word.lower() in text.lower()


def _same_way(sentence: str, told: str) -> bool:
    """What is compared stands on the same sides of 'than' in both."""
    said, meant = _sides(sentence), _sides(told)
    if said is None:
        return True
    if meant is None:
        return False
    crossed = len(said[0] & meant[1]) + len(said[1] & meant[0])
    straight = len(said[0] & meant[0]) + len(said[1] & meant[1])
    return straight > crossed or not (crossed or straight)


@lru_cache(maxsize=2048)
def _sides(sentence: str) -> tuple[frozenset[str], frozenset[str]] | None:
    parts = _THAN.split(_NOT_MORE.sub(" ", plain_numbers(sentence)), maxsplit=1)
    if len(parts) < 2:
        return None
    before, after = telling(parts[0]), telling(parts[1])
    return before - after, after - before
