# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""A sentence cut into claims: clauses that each say yes or no to one thing.

A clause is a statement, a condition ('if the label allows', '标签允许的话'), a reason, or what is
denied beside a statement ('without rubbing', 'rather than hang it').
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from agents.proof.numerals import plain_numbers
from agents.proof.polarity import noes, says_no
from agents.proof.vocabulary import overlap, telling

_IF = (
    r"(?:only )?(?:if|when|once|where|unless|provided|providing|as long as|so long as|until|except"
    r"|after|before|for example|while)\b"
)
_NOT = r"(?:do not|don't|never|not|no|avoid|cannot|can't|must not|without|with no|nor|neither|nothing|nobody|none|rather than|instead of)\b"
_CUT = re.compile(
    rf"[;；。！？!?，\n]|(?<![括含有为是])[:：](?=\s|$|[\u4e00-\u9fff])|[.](?=\s|$)|(?<=[^\d\s])\s?[(（]|[)）]"
    rf"|,\s*(?=(?:and|but|so|then|while|which|because|as|since|whereas|although|though|{_NOT}"
    rf"|{_IF})\b)"
    rf"|并(?=避开|远离|不要|勿)|\s(?:and|but)\s+(?=(?:away from|out of)\b|{_NOT})|,\s*(?=(?:away from"
    rf"|out of)\b)"
    r"|,\s*(?=(?:or (?:it|they|this|else)|that is|otherwise|yet|however|plus)\b)"
    r"|\s(?=(?:without(?! a tier| (?:giving )?(?:a |any )?reason)|with no|rather than|instead of"
    r"|nor|because|since|whereas|so that|which|but)\s)"
    rf"|\s(?=(?:only )?(?:if|unless|once|provided|as long as|until|except|when|where)\s)"
    rf"|而(?=非|不是|不)|(?=因为|由于|除非|否则|以免|例如|比如)",
    re.IGNORECASE,
)
_LEADING_IF = re.compile(
    rf"^\s*(?:(?:yes|no|and|but|so|then|or)\b)?,?\s*(?:without\b|{_IF})[^,]*,(?=.)", re.IGNORECASE
)
_CONDITION = re.compile(
    r"^\s*(?:and |but |or )?(?:only )?(?:if|when|once|where|unless|provided|providing|as long as"
    r"|so long as|until|except)\b"
    r"|^(?:如果|如|若|假如|要是|只要|只有|除非|凡|仅限|仅在|当)|(?:时|的话|情况下|前提下|才|后才|之前|以前)$|除外|才(?:能|可|会)|为限|^仅"
    r"|^只(?:限|有|在|能)",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"^[^不没无勿别]{0,12}(?:有[^不没无]{0,2}(?:刮痕|污渍|渍|划痕|油渍|雾|霉|褶|破损|味|印)|湿了|脏了|沾了.{0,6}|淋了?雨|坏了)[，\s]*$"
)
_DENIED = re.compile(
    r"^\s*(?:without(?! a tier)|away from|out of|with no|rather than|instead of|而?不是|而?非)",
    re.IGNORECASE,
)
_WHEN_AT_ALL = re.compile(r",\s*when\s", re.IGNORECASE)  # tells on, restricts nothing
_ASIDE = re.compile(
    r"[,，(（]\s*((?:包括|含|如|例如|比如|including|included|such as|like)[^,，。;；()（）]*(?:、[^,，。;；()（）]*)*)[,，)）]"
)
_ANSWER = re.compile(
    r"^\s*(?:yes|no|of course|certainly|indeed|sure|correct|right|不一定|并非如此|是的?|对的?|可以|不可以|不能"
    r"|不行|可以的|能|会|不会|要|不要|不用|需要|不需要|有|没有|不是的?|不等于|不代表|一样|不建议)\s*[,，。.:：;；]\s*(?=\S)",
    re.IGNORECASE,
)

_HARMS = frozenset(
    ("~harm", "~dissolve", "~stiffen", "~fade", "~attack", "~shrink", "~stretch", "~scratch")
) | {"~mould", "~crease", "~leave marks", "~open", "~stick together", "~ruin"}


@dataclass(frozen=True, slots=True)
class Claim:
    """One clause of a sentence. `says` are its telling words, `no` whether it denies."""

    text: str
    says: frozenset[str]
    no: bool
    condition: bool
    given: bool  # what is supposed, not stated: 'if it gets wet', '小羊皮湿了'


def denials(sentence: str) -> tuple[int, ...]:
    """For each clause, also one that tells nothing, how often it denies."""
    return tuple(noes(clause) or int(_claim(clause).no) for clause in _clauses(sentence))


@lru_cache(maxsize=4096)
def claims_of(sentence: str) -> tuple[Claim, ...]:
    """The clauses that tell anything, in order. None for a sentence that tells nothing."""
    return tuple(
        claim
        for claim in map(_claim, _clauses(sentence))
        if claim.says or claim.condition or _figure(claim)
    )


def alike(claim: Claim, told: Sequence[Claim], of: frozenset[str] | None = None) -> list[Claim]:
    """The clauses that share most with this one: most of its words, and little beside them.

    `of` are the words of the claim to look for; all of them when not given.
    """
    words = claim.says if of is None else of
    rank = [(overlap(words, each.says), overlap(each.says, words)) for each in told]
    return [each for each, place in zip(told, rank, strict=True) if place == max(rank)]


def gives_reason(claim: Claim, told: Sequence[Claim]) -> bool:
    """'Alcohol harms the surface' gives the reason of 'do not use alcohol' and denies nothing."""
    harms = claim.says & _HARMS
    return bool(harms) and not claim.no and any(harms & each.says for each in told if not each.no)


def opening(sentence: str) -> str:
    """The bare yes or no that a sentence begins with, if it does: 'yes', 'no' or ''."""
    begun = _ANSWER.match(plain_numbers(sentence))
    if not begun:
        return ""
    return (
        "no" if says_no(begun.group()) or begun.group().lower().lstrip().startswith("no") else "yes"
    )


def _figure(claim: Claim) -> bool:
    return any(character.isdigit() for character in claim.text)


def _claim(clause: str) -> Claim:
    no = says_no(clause) or _DENIED.match(clause) is not None
    condition = _CONDITION.search(clause) is not None
    given = condition or _GIVEN.search(clause) is not None
    return Claim(clause.strip(), telling(clause), no, condition, given)


def _clauses(sentence: str) -> Iterator[str]:
    plain = _ASIDE.sub(r" \1 ", _ANSWER.sub("", plain_numbers(sentence), count=1))
    plain = _WHEN_AT_ALL.sub("; ", plain)
    yield from _split_at_if(plain)


def _split_at_if(text: str) -> Iterator[str]:
    """Cut at every joint; what 'if …,' begins with ends at its comma."""
    if leading := _LEADING_IF.match(text):
        yield leading.group().rstrip(", ")
        text = text[leading.end() :]
    clauses = [clause for clause in _CUT.split(text) if clause and clause.strip()]
    if len(clauses) == 1:
        yield clauses[0]
        return
    for clause in clauses:
        yield from _split_at_if(clause)
