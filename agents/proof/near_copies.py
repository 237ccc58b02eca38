# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""A sentence that is nearly a quote: then one small word is all that can be wrong with it.

'Before that each costs RMB 340' has every word of 'after that each costs RMB 340'. Where a sentence
repeats its evidence almost word for word, its negations must be as many, and none of its small
words (before and after, only and also, at most and at least) may be exchanged for a rival.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.proof.claims import alike as nearest_clauses
from agents.proof.claims import claims_of, denials, gives_reason
from agents.proof.numerals import plain_numbers
from agents.proof.vocabulary import of_kind, telling

_NEARLY = 0.75  # of all their telling words are shared
_QUITE_NEAR = 0.6
_RIVALS: tuple[dict[str, str], ...] = (
    {"before": r"\bbefore(?:hand)?\b|之前|以前|事先", "after": r"\bafter(?:wards)?\b|之后|以后|此后|后(?!者)",
     "within": r"\bwithin\b|以内|之内|内(?![衬里])", "until": r"\buntil\b|为止"},
    {"most": r"\bat most\b|\bup to\b|\bno more than\b|\bor less\b|\bmaximum\b|最多|至多|不超过|以下|上限",
     "least": r"\bat least\b|\bfrom\b(?= (?:RMB|\d))|\bor more\b|\bminimum\b|\bupwards\b|至少|最少"
     r"|不低于|以上",
     "over": r"\bover\b|\babove\b|\bmore than\b|(?<!不)超过|高于", "under": r"\bunder\b|\bbelow\b"
     r"|\bless than\b|低于|不到"},
    {"only": r"(?<!not )\b(?:only|solely)\b|(?<![不不])只|仅", "also": r"\balso\b|\bas well\b"
        r"|\bnot only\b|\btoo\b(?! \w)|也|不只|不仅"},
    {"first": r"\bfirst\b|最先|首先", "last": r"\blast\b(?! (?:for|\d+ (?:days|months|minutes"
        r"|hours)\.))|最后|最末"},
    {"minute": r"分钟|\bminutes?\b", "hour": r"小时|\bhours?\b", "day": r"天|\bdays?\b", "month": r"个月|\bmonths?\b", "year": r"年"
        r"|\byears?\b"},
    {"must": r"\bmust\b|\bhave to\b|\brequired\b|必须|须", "may": r"\bmay\b|\bcan\b|可以?(?!能)", "need not": r"\bneed not\b|\bneedn't\b|不必|无需|无须"},
    {"hot": r"\bhot\b|\bhigh heat\b|高温|热水", "cool": r"\bcool\b|\bcold\b|\blow heat\b|低温|凉水|冷水", "warm": r"\bwarm\b|\blukewarm\b|温水"},
    {"dry": r"\bdry\b|干(?!洗)", "wet": r"\bwet\b|湿", "damp": r"\bdamp\b|\bmoist\b|微湿|潮"},
    {"all": r"\b(?:all|every|each|any)\b|任何|所有|全部|每", "one": r"\bone\b|\bonce\b|一次", "some": r"\bsome\b|\bmost\b|多数|部分"},
    {"more": r"\bmore\b|\bhigher\b|\blarger?\b|\bup\b|更多|越多|偏大|大1码|越高", "less": r"\bless\b"
        r"|\blower\b|\bsmaller\b|\bdown\b|更少|越少|偏小|小1码|越低"},
    {"harder": r"\bharder\b|更硬", "softer": r"\bsofter\b|更软", "finer": r"\bfiner\b|越细", "coarser": r"\bcoarser\b|越粗"},
)  # fmt: skip
_READ = tuple(
    {name: re.compile(pattern, re.IGNORECASE) for name, pattern in family.items()}
    for family in _RIVALS
)


def small_word_changed(sentence: str, quote: str) -> str:
    """The small word that makes another statement of a near copy; else empty."""
    said, told = telling(sentence), telling(quote)
    alike = len(said & told) / len(said | told) if said else 0.0
    if alike < _QUITE_NEAR:
        return ""
    if said == told and sum(denials(sentence)) != sum(denials(quote)):
        return "no"
    nearly = _of_near_copy(sentence, quote) if alike >= _NEARLY else ""
    return nearly or _other_side(sentence, quote) or _rival(sentence, quote)


def _of_near_copy(sentence: str, quote: str) -> str:
    if _other_noes(sentence, quote):
        return "no"
    return "if" if _conditions(sentence) < _conditions(quote) else ""


def _rival(sentence: str, quote: str) -> str:
    """The first small word of the sentence that stands in the place of a rival."""
    for family in _READ:
        mine, theirs = _names(family, sentence), _names(family, quote)
        if _exchanged(mine, theirs):
            return mine[0]
    return ""


def _other_side(sentence: str, quote: str) -> str:
    """A tier, a place or a material in the place of another."""
    for kind in ("tier", "place", "material"):
        mine = sorted(group for group, _, _ in of_kind(sentence, kind))
        theirs = sorted(group for group, _, _ in of_kind(quote, kind))
        if len(mine) == len(theirs) and mine != theirs:
            return kind
    return ""


def _exchanged(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one has a word the other lacks and the reverse, or both have them turned round."""
    if set(mine) - set(theirs) and set(theirs) - set(mine):
        return True
    more_need_nots = mine.count("need not") > theirs.count("need not")
    return more_need_nots or (len(mine) == len(theirs) and mine != theirs)


def _other_noes(sentence: str, quote: str) -> bool:
    """Whether a clause denies where the one nearest to it does not."""
    mine, theirs = denials(sentence), denials(quote)
    if len(mine) == len(theirs) and sum(mine) != sum(theirs):
        return True
    said, told = claims_of(sentence), claims_of(quote)
    return len(said) == len(told) and any(
        not any(one.no == each.no for each in nearest_clauses(one, told))
        for one in said
        if one.says and not gives_reason(one, told)
    )


def _conditions(text: str) -> int:
    return sum(claim.condition and bool(claim.says) for claim in claims_of(text))


def _names(family: dict[str, re.Pattern[str]], text: str) -> list[str]:
    """The words of a family that a text has, in order."""
    plain = plain_numbers(text)
    found = [
        (match.start(), name)
        for name, pattern in family.items()
        for match in pattern.finditer(plain)
    ]
    return [name for _, name in sorted(found)]
