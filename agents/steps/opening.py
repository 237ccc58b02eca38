"""Opening: a question for yes or no, whose answer is no, is answered with that word first.

Said only where the sentence denies just what was asked: every word of the question stands in it,
and what it denies is the question's last. Anything less sure is left as the house wrote it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from agents.turn import Evidence, Plan, Question
from knowledge.passages import sentences_of
from shop.conversations import Behaviour
from shop.language import Lang

_YES_OR_NO_EN = re.compile(
    r"^\W*(?:(?:hi|hello|hey|so|and|ok|okay|then|but|please|sorry)\W+)*"
    r"(?:is|are|can|could|may|do|does|will|would|has|have|am)\b",
    re.IGNORECASE,
)
_OPEN_EN = re.compile(
    r"\b(?:what|which|how|why|when|where|who|or|if|not|no|never|without|only|still)\b|n't\b", re.I
)
_YES_OR_NO_ZH = re.compile(r"(?:吗|么|不|没有?)[？?]?$|能不能|可不可以|行不行|会不会|有没有|是不是")
_OPEN_ZH = re.compile(
    r"什么|怎么|怎样|如何|多少|多久|多长|几|哪|谁|为何|为什么|还是|如果|要是|不(?:能|可|会|要|用)(?!不)|没.+吗|只"
)
_NO_EN = re.compile(
    r"\b(?:cannot|can't|(?:is|are|do|does|may|must|will) not|never|no longer)\b", re.I
)
_NO_ZH = re.compile(r"不(?:能|可|接受|支持|提供|会|予|退|换|适用)|无法|没有")
_SAYS_IT = re.compile(
    r"^\W*(?:no|not|neither|never|yes|none)\b|^\W*(?:不|没|无|否|是的|可以|能|会|有)", re.I
)
_GOES_ON = re.compile(r"\b(?:but|however|although|instead)\b|;|但|；|而|，(?:仍|也|可以)", re.I)
_IDLE_EN = re.compile(
    r"hi|hello|hey|so|and|ok|okay|then|but|please|sorry|is|are|can|could|may|"
    r"do|does|will|would|has|have|am|be|been|a|an|the|i|you|we|my|our|it|"
    r"this|that|these|those|get|to|of|for|on|in|at|by|with|me|any|able|"
    r"possible|allowed|pieces|piece|item|items"
)
_IDLE_ZH = frozenset(
    "吗么不没有能可以会是行的了我你您们这那个请问一下呢呀啊，。？?！、 想要给让把被就都也还到在"
)
_SMALL = re.compile(r"Unless|The|An?|We|If|It|In|On|For|Except|Our|They|There|Th(?:is|ese)|Only")
_LEAST_EN, _LEAST_ZH = 2, 3  # words, characters: 'can it be returned' may be asked of anything
_SAME = 4  # letters that two forms of a word begin with


def with_opening(plan: Plan, question: Question) -> Plan:
    """The plan, its first sentence begun with 'No' where that is what it says."""
    if plan.behaviour is not Behaviour.ANSWER or not plan.evidence or question.hearsay:
        return plan
    first, *rest = plan.evidence
    said = next(iter(sentences_of(first.statement)), "")
    opened = _opened(said, question.in_full, question.lang)
    if opened is None:
        return plan
    statement = first.statement.replace(said, opened, 1)
    return replace(plan, evidence=(_with(first, statement), *rest))


def _with(evidence: Evidence, statement: str) -> Evidence:
    return replace(evidence, statement=statement)


def _opened(said: str, asked: str, lang: Lang) -> str | None:
    if _SAYS_IT.search(said) or _GOES_ON.search(said):
        return None
    if lang == "zh":
        return f"{_no_zh(asked)}，{said}" if _denies_zh(said, asked) else None
    if not _denies_en(said, asked):
        return None
    first = said.split(maxsplit=1)[0]
    return f"No, {said[0].lower()}{said[1:]}" if _SMALL.fullmatch(first) else f"No: {said}"


def _denies_en(said: str, asked: str) -> bool:
    denied = _NO_EN.search(said)
    if denied is None or not _YES_OR_NO_EN.search(asked) or _OPEN_EN.search(asked):
        return False
    wanted = [w for w in re.findall(r"[a-z]+", asked.lower()) if not _IDLE_EN.fullmatch(w)]
    given, after = _stems(said), _stems(said[denied.end() :])
    return (
        len(wanted) >= _LEAST_EN
        and all(w[:_SAME] in given for w in wanted)
        and wanted[-1][:_SAME] in after
    )


def _stems(text: str) -> set[str]:
    return {word[:_SAME] for word in re.findall(r"[a-z]+", text.lower())}


def _denies_zh(said: str, asked: str) -> bool:
    denied = _NO_ZH.search(said)
    if denied is None or not _YES_OR_NO_ZH.search(asked) or _OPEN_ZH.search(asked):
        return False
    wanted = [c for c in asked if c not in _IDLE_ZH]
    return (
        len(wanted) >= _LEAST_ZH
        and set(wanted) <= set(said)
        and wanted[-1] in said[denied.start() :]
    )


def _no_zh(asked: str) -> str:
    if re.search(r"能|可以|可不可|行", asked):
        return "不可以"
    return "不会" if "会" in asked else "不"
