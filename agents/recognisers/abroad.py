"""The size just settled, in another country's number: 'and in Japan?', '那国内写多少'.

What was settled is read again from the messages before, newest first; one that asks something
else in between ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from agents.measures import System, wanted_systems
from agents.recognisers.accessories import ACCESSORIES
from agents.recognisers.clothes import CLOTHES
from agents.recognisers.reading import Reading, Recogniser, gender, read
from agents.recognisers.rings import RINGS
from agents.recognisers.shoes import SHOES
from agents.recognisers.tailoring import TAILORING
from agents.recognisers.underwear import UNDERWEAR
from agents.recognisers.words import OF_ANOTHER_KIND
from shop.errors import BadInput
from shop.rulings import Ruling
from shop.sizing.elsewhere import Wanted, dress_elsewhere, ring_elsewhere, shoe_elsewhere

T = TypeVar("T")

_LONGEST = 80  # characters of a message that only asks for the same elsewhere
_PLACES: tuple[tuple[Wanted, str], ...] = (
    ("OLD_CN", r"(?:老|旧|以前的?)(?:国产)?鞋?[码号]|old chinese"),
    ("JP", r"日本|\bjapan(?:ese)?\b|tokyo|osaka|东京|大阪|日码|(?-i:\bJP\b)"),
    ("KR", r"韩国|韩码|\bkorean?\b|seoul|首尔"),
    ("CN", r"国内|中国|国码|号型|\bchin(?:a|ese)\b|\bmainland\b|(?-i:\bCN\b)"),
    ("UK", r"英国|英码|英版|\bbritain\b|\bbritish\b|\bengland\b|\benglish siz|\blondon\b"
     r"|伦敦|\buk\b"),
    ("US", r"美国|美码|美版|\bamerican?\b|(?-i:\bUSA?\b)|\bin us\b|\bus (?:size|terms"
     r"|number)|\bthe states\b|\bu\.s\."),
    ("IT", r"意大利|意码|\bital(?:y|ian)\b|(?-i:\bIT\b)|\bin it\b(?= siz)"),
    ("FR", r"法国|法码|\bfrance\b|\bfrench\b|(?-i:\bFR\b)"),
    ("DE", r"德国|德码|\bgerman[y]?\b|(?-i:\bDE\b)"),
    ("EU", r"欧洲|欧码|\beurope(?:an)?\b|\beu\b"),
    ("MM", r"毫米|\bmm\b|millimet"),
    ("CM", r"厘米|公分|\bcm\b|centimet"),
)  # fmt: skip
_ASKS = (
    r"siz|convert|equivalent|equal|\bcall|\bsame\b|\bterms\b|\bnumber|\bchart|\blabel|\bscale"
    r"|\bsystem|what'?s|what is|what would|would (?:that|it|this)|is (?:that|it)|how about"
    r"|what about|换|等于|相当|写成|写作|叫|对应|码|号|多少|几|呢|怎么(?:写|标|说|算)|是什么|应该是"
)
_BARE = re.compile(
    r"^\W*(?:and|so|or|ok(?:ay)?|then|also|now|那|那么|还有|再|嗯|哦|好)?\W*(?:in|for|as|换成?)?"
    r"\s*(?:the\s+)?[\w.]{1,16}(?:呢|吗|嘛)?\W*$",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = (
    OF_ANOTHER_KIND + r"|\bbuy\b|\bsell|\bstore|\b(?:your|the) shops?\b|\bsalon|\bsend"
    r"|\btax|\bdut(?:y|ies)\b|\bcustoms"
    r"|\breturn|\bexchange|\bmade\b|\bresiz|\bbrand|\bpay\b|\bengrav|\bstrap|\bwhy\b|\bstandard"
    r"|税|关|退|换货|换码|改圈|买得到|在哪|门店|专柜|产地|产的|做的|牌子|支付|为什么|标准是|[男女]人"
)
_KINDS: tuple[tuple[str, str], ...] = (
    ("ring", r"\brings?\b|戒"), ("shoe", r"\bshoes?\b|鞋|\bpumps?\b|loafer|\bfoot\b|\bfeet\b|脚"),
    ("dress", r"\bdress|裙|\bclothes\b|衣服"), ("hat", r"\bhats?\b|帽"),
    ("glove", r"\bgloves?\b|手套"),
    ("bra", r"\bbras?\b|\bcups?\b|文胸|内衣|罩杯"), ("jacket", r"\bjacket|\bsuit\b|西装|外套"),
)  # fmt: skip
_KIND_OF_RULE = {
    "H-L4": "ring", "H-L1": "shoe", "H-L2": "shoe", "H-L3": "dress", "SIZE-42": "hat",
    "SIZE-41": "glove", "SIZE-43": "bra", "SIZE-44": "bra", "SIZE-16": "jacket",
}  # fmt: skip
_SAYS_ALL = ("hat", "glove", "bra", "jacket")  # their rulings name every country's number
_SIZING: tuple[Recogniser, ...] = (
    *ACCESSORIES, *RINGS, *UNDERWEAR, *TAILORING, *SHOES, *CLOTHES,
)  # fmt: skip


def abroad(reading: Reading) -> Ruling | None:
    """The size settled before, in the systems that this message names and nothing else."""
    wanted = _wanted(reading)
    if not wanted:
        return None
    for before in _before(reading):
        settled = _settled(before)
        if settled is not None:
            return _in(wanted, settled, before) if _of_the_same(reading, settled) else None
        if not _wanted(before):
            return None
    return None


def _wanted(reading: Reading) -> list[Wanted]:
    """The systems asked for; none where the message asks anything but for the same elsewhere."""
    text = reading.question.text
    if len(text) > _LONGEST or any(character.isdigit() for character in text):
        return []
    plain = replace(reading, text=text)
    if plain.says(_OF_SOMETHING_ELSE) or not (plain.says(_ASKS) or _BARE.match(text)):
        return []
    found = [system for system, names in _PLACES if plain.says(names)]
    if "OLD_CN" in found:
        found = [system for system in found if system != "CN"]
    named: list[System] = wanted_systems(text)
    return sorted(found, key=lambda system: named.index(system) if system in named else 99)


def _before(reading: Reading) -> Iterator[Reading]:
    """The messages before, newest first, each leaning on those before it."""
    said = reading.question.before
    for at in reversed(range(len(said))):
        one = said[at]
        question = replace(
            reading.question,
            text=one.text,
            resolved="",
            pieces=one.pieces or _last([earlier.pieces for earlier in said[:at]]),
            terms=one.terms or _last([earlier.terms for earlier in said[:at]]),
            follow_up=at > 0,
            said_before=tuple(earlier.text for earlier in said[:at]),
            before=said[:at],
        )
        yield read(question, reading.tier, reading.books)


def _last(named: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
    return next((names for names in reversed(named) if names), ())


def _settled(reading: Reading) -> Ruling | None:
    for recognise in _SIZING:
        try:
            ruling = recognise(reading)
        except BadInput:
            continue
        if ruling is not None:
            return ruling if _kind(ruling) and ruling.confidence != "none" else None
    return None


def _kind(ruling: Ruling) -> str:
    return next((_KIND_OF_RULE[rule] for rule in ruling.rule if rule in _KIND_OF_RULE), "")


def _of_the_same(reading: Reading, settled: Ruling) -> bool:
    """'And her shoes in Japan?' after a ring is of something else."""
    named = [kind for kind, names in _KINDS if reading.says(names)]
    return not named or _kind(settled) in named


def _in(wanted: list[Wanted], settled: Ruling, before: Reading) -> Ruling | None:
    charts, values = before.books.charts, settled.values
    match _kind(settled):
        case "ring" if "eu" in values:
            return ring_elsewhere(charts, Decimal(values["eu"]), wanted)
        case "dress" if "it" in values:
            return dress_elsewhere(charts, Decimal(values["it"]), wanted)
        case "shoe" if "eu" in values:
            name = before.piece.name if before.piece and "recommended" in values else ""
            eu = Decimal(values.get("recommended", values["eu"]))
            return shoe_elsewhere(charts, gender(before), eu, wanted, name)
        case kind if kind in _SAYS_ALL:
            return settled
    return settled if "formula_eu" in values else None


ABROAD: tuple[Recogniser, ...] = (abroad,)
