"""A sentence cut into claims: clauses that each say yes or no to one thing.

A clause is a statement, a condition ('if the label allows', '标签允许的话'), a reason, or what is
denied beside a statement ('without rubbing', 'rather than hang it').
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from agents.proof.numerals import plain_numbers
from agents.proof.polarity import says_no
from agents.proof.vocabulary import telling

_IF = (
    r"(?:only )?(?:if|when|once|where|unless|provided|providing|as long as|so long as|until|except"
    r"|after|before|for example|while)\b"
)
_NOT = r"(?:do not|don't|never|not|no|avoid|cannot|can't|must not|without|with no|nor|neither|rather than|instead of)\b"
_CUT = re.compile(
    rf"[;；。！？!?，\n]|[.:](?=\s|$)|：|(?<=[^\d\s])\s?[(（]|[)）]"
    rf"|,\s*(?=(?:and|but|so|then|while|which|because|as|since|whereas|although|though|{_NOT}|{_IF})\b)"
    rf"|\s(?:and|but)\s+(?={_NOT})|,\s*(?=(?:away from|out of)\b)"
    r"|,\s*(?=(?:or (?:it|they|this|else)|otherwise|yet|however|plus)\b)"
    r"|\s(?=(?:without(?! a tier| (?:giving )?(?:a |any )?reason)|with no|rather than|instead of|nor|because|since|whereas|so that|which|but)\s)"
    rf"|\s(?=(?:only )?(?:if|unless|once|provided|as long as|until|except|when|where)\s)"
    rf"|而(?=非|不是|不)|(?=因为|由于|除非|否则|以免|例如|比如)",
    re.IGNORECASE,
)
_LEADING_IF = re.compile(rf"^\s*(?:yes|no)?,?\s*{_IF}[^,]*,", re.IGNORECASE)
_CONDITION = re.compile(
    r"^\s*(?:and |but |or )?(?:only )?(?:if|when|once|where|unless|provided|providing|as long as|so long as|until|except)\b"
    r"|^(?:如果|如|若|假如|要是|只要|只有|除非|凡|仅限|仅在|当)|(?:时|的话|情况下|前提下|才|后才|之前|以前)$|除外|才(?:能|可|会)|为限|^仅|^只(?:限|有|在|能)",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"^[^不没无勿别]{0,12}(?:有[^不没无]{1,4}|湿了|脏了|沾了.{0,6}|淋了?雨|坏了)[，\s]*$"
)
_DENIED = re.compile(
    r"^\s*(?:without(?! a tier)|away from|out of|with no|rather than|instead of|而?不是|而?非)",
    re.IGNORECASE,
)
_WHEN_AT_ALL = re.compile(r",\s*when\s", re.IGNORECASE)  # tells on, restricts nothing
_ASIDE = re.compile(r"[,，]\s*((?:包括|含|如|例如|including|included)[^,，。;；]*)[,，]")
_ANSWER = re.compile(
    r"^\s*(?:yes|no|of course|certainly|indeed|sure|correct|right|不一定|并非如此|是的?|对的?|可以|不可以|不能"
    r"|不行|可以的|能|会|不会|要|不要|不用|需要|不需要|有|没有|不是|不等于|不代表|一样|不建议)\s*[,，。.:：;；]\s*(?=\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One clause of a sentence. `says` are its telling words, `no` whether it denies."""

    text: str
    says: frozenset[str]
    no: bool
    condition: bool
    given: bool  # what is supposed, not stated: 'if it gets wet', '小羊皮湿了'


@lru_cache(maxsize=4096)
def claims_of(sentence: str) -> tuple[Claim, ...]:
    """The clauses that tell anything, in order. None for a sentence that tells nothing."""
    return tuple(claim for claim in map(_claim, _clauses(sentence)) if claim.says or _figure(claim))


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
    if leading := _LEADING_IF.match(plain):
        yield leading.group().rstrip(", ")
        plain = plain[leading.end() :]
    for clause in _CUT.split(plain):
        if clause and clause.strip():
            yield clause
