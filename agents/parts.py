"""Parts: the several questions of one message, in order; one question with a story stays whole.

A message is cut into clauses. A clause that asks closes a part, and what was told before it belongs
to it; what is told after the last question belongs to that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_QUESTION_WORD = (
    r"(?:how|what|which|who|whose|when|where|why|can|could|do|does|did|will|would|should|may|must"
    r"|(?:is|are|was|were|have|has)(?= (?:it|the|this|that|there|these|those|they|i|you|we|my"
    r"|your|a|an|any|all"
    r"|tax|duty|shipping|delivery|returns?)\b| [A-Z]))"
)
_CLAUSES = re.compile(
    r"(?<=[?？!！。；\n])\s*|(?<=[a-z\d\)][.;])\s+"  # ends of sentences
    r"|(?<=[\u4e00-\u9fff\w])[，,、]\s*(?=\S)|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fffA-Z])"
    rf"|[,;]?\s+(?:and|plus|&)\s+(?:also\s+)?(?={_QUESTION_WORD}\b)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"^(?:还有|另外|以及再问|再问一下|also|and also|plus|and|then)[,，:：]?\s*", re.IGNORECASE
)
_TRAILS = re.compile(r"[\s,，]*(?:\b(?:and|plus|also)|还有|以及|另外)\W*$", re.IGNORECASE)
_ASKS_ZH = re.compile(
    r"什么|怎么|怎样|如何|多少|多久|多长|多高|多大|多重|多厚|几(?!个朋友|次|年前|天前|个月前|乎)"
    r"|哪|谁|吗|呢|[?？]"
    r"|么$|能不能|可不可以|可以.{0,8}不$|能.{0,8}不$|行不|有没有|有.{1,6}[不没]$|是不是|要不要"
    r"|会不会|带.{1,4}不$"
    r"|啥|咋|需不需要|算不算|成不$|还成不|卖不卖"
)
_ASKS_EN = re.compile(
    rf"\?|(?:^|[:–—])\W*(?:(?:and|plus|also|so|then|ok|okay|but|hi|hello"
    rf"|hey)\W+)*{_QUESTION_WORD}\b",
    re.IGNORECASE,
)
# Another's question, or one that only leads up to the next: told, not asked.
_TOLD = re.compile(
    r"^\W*(?:我?(?:朋友|同事|老公|老婆|闺蜜|妈|爸|男友|女友|店员|她|他|别人).{0,4}(?:问|说|觉得)"
    r"|不知道|不清楚|不懂"
    r"|(?:我)?(?:想|就想)(?:请)?问(?:一?下)?$|我想知道$|请问$|不管|无论)"
    r"|\b(?:asked|wondering|wonder|told) (?:me|us)\b|\bdon'?t know\b|\bno idea\b|\bnot sure\b",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"^\W*(?:对吗|对吧|是吗|是吧|可以吗|行吗|好吗|好不好|行不行|可不可以|真的吗|怎么样|有什么区别"
    r"|我等等|我再等等|那我等等|要不要等|should i wait|worth (?:the wait|waiting)"
    r"|right|correct|is that (?:ok|okay|right|true|possible)|yes|no|really|ok|would that (?:work"
    r"|be ok))\W*$",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(r"^\W*(?:还是|或者|或是|抑或|要不|or\b)", re.IGNORECASE)
_HOW_OFTEN = re.compile(  # asked of what was just asked: 'does it want a check-up, how often'
    r"^\W*(?:(?:and|n|&)\s+)?(?:how (?:often|regularly)|多久一次|隔多久|多长时间一[次回])"
    r"\W*(?:and|n|&|还有)?\W*$",
    re.IGNORECASE,
)
_INSISTS = re.compile(r"^\W*(?:所以|那|那么)?(?:到底|究竟)")  # on what was just asked
# 'Isn't the limit 5,000? How come I can add it': one question, and what it objects to.
_RHETORICAL = re.compile(
    r"(?:(?<!是)不是|难道|不都).{1,30}(?:吗|么|嘛|[?？])\W*$|^\W*(?:isn'?t|aren'?t|wasn'?t|doesn'?t"
    r"|don'?t|didn'?t)\b",
    re.IGNORECASE,
)
_OBJECTS = re.compile(
    r"咋(?!说|样|办|洗|弄)|怎么(?:还|又|就|会|能|可以)|为(?:什么|啥|何)|凭(?:啥|什么)|还能"
    r"|^\W*(?:(?:so|then|but|and) )?(?:how come|why|how is it)\b",
    re.IGNORECASE,
)
_MOST = 6  # each is searched by itself


def parts(text: str) -> list[str]:
    """Separate questions of one message, in order; none when there is only one, or too many."""
    found: list[str] = []
    told = ""
    for clause in _clauses(text):
        joined = f"{told}{clause}"
        if found and (_goes_on(clause) or _objects(clause, found[-1])):
            found[-1] = f"{found[-1]}{joined}"
            told = ""
        elif _asks(clause) and (_stands_alone(clause) or not found):
            found.append(joined)
            told = ""
        else:
            told = joined
    if found:
        found[-1] += told
    asked = [_TRAILS.sub("", _LEADS.sub("", part.strip(" ,，;；、"))) for part in found]
    return asked if 1 < len(asked) <= _MOST else []


def _goes_on(clause: str) -> bool:
    return any(way.match(clause) for way in (_TAG, _ALTERNATIVE, _INSISTS, _HOW_OFTEN))


def _objects(clause: str, before: str) -> bool:
    return bool(_RHETORICAL.search(before) and _OBJECTS.search(clause))


def _clauses(text: str) -> Iterator[str]:
    """Pieces of the text which together are all of it."""
    at = 0
    for cut in _CLAUSES.finditer(text):
        if cut.end() > at and text[at : cut.end()].strip():
            yield text[at : cut.end()]
            at = cut.end()
    if text[at:].strip():
        yield text[at:]


def _asks(clause: str) -> bool:
    if _TOLD.search(clause) and not clause.rstrip().endswith(("?", "？")):
        return False
    chinese = _CHINESE.search(clause)
    return bool((_ASKS_ZH if chinese else _ASKS_EN).search(clause.strip(" ,，;；、")))


def _stands_alone(clause: str) -> bool:
    """Long enough to be a question; names of other things with 呢 are ('Sillage呢?')."""
    chinese = len(_CHINESE.findall(clause))
    return (
        chinese >= 2
        or len(clause.split()) >= 3
        or bool(chinese and re.search(r"[A-Za-z]{3}", clause))
    )
