"""Follow-ups: what a message says that leans on the one before, said in full.

'那羊绒的呢' after '小羊皮能沾水吗' is '羊绒能沾水吗'; 'no, I meant the ring' puts the ring where
another thing stood. A message that only changes slots is rewritten so; one that asks something new
of the same thing is given its subject; one that has a subject of its own is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from agents.slots import Slot, Slots

_CORRECTS = re.compile(
    r"^\W*(?:(?:no|nope|nah|sorry|oops|actually|wait|hmm|correction|scratch that"
    r"|my mistake|my bad|typo"
    r"|i? ?re-?measured(?: it)?|i? ?measured (?:it )?again)\b[\s,.:!-]*)*"
    r"(?:(?:i|what i) (?:meant|mean|was asking about|am asking about|'m asking about) (?:was |is )?"
    r"|i'm talking about |make (?:that|it) )?"
    r"|^\W*(?:不是|不对|不好意思|抱歉|[说打搞量记看写输弄算]错了?|错了|更正"
    r"|重新量了?(?:一?[下遍次])?|再量了?(?:一?[下遍次])?)*[\s,，。!！]*"
    r"(?:我(?:说|指|问)的?是|我是(?:说|问|指)|应该是|是)?",
    re.IGNORECASE,
)
_SAYS_IT_CORRECTS = re.compile(
    r"^\W*(?:no|nope|sorry|oops|actually|wait|correction|scratch that|my mistake|my bad|typo"
    r"|i? ?re-?measured|i? ?measured (?:it )?again)\b|\bi (?:meant|mean)\b"
    r"|不是.{0,12}(?:是|说)|^\W*(?:不对|[说打搞量记看写输弄算]错|更正|重新量|再量)|我(?:说|指"
    r"|问)的?是|我是(?:说|问|指)",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"(?:\bnot|\bno longer|\binstead of|\brather than|不是|不要|而不是|别) (?:the |a |my |in )?$"
    r"|(?:不是|不要|而不是|别)$",
    re.IGNORECASE,
)
# What may stand around slots in a message that changes nothing else.
_FILLERS = re.compile(
    r"\b(?:(?:what |say )?(?:if|once|when) (?:it'?s|it is|it were|it was|it had been|i'?m|i am"
    r"|i were|i was|i take|i hit)"
    r"|(?:if )?(?:my )?(?:basket|cart|order|bill|total) (?:was|were|is|comes to|came to|of)"
    r"|were|was|suppose|only|just|worth"
    r"|and|what about|how about|about|then|ok|okay|so|but|or|also|same|for|in|with|the|a|an|one"
    r"|ones|version"
    r"|colou?r|please|instead|make that|to|of|on|at|my|your|as|too|again|thing|card|member|size"
    r"|leather"
    r"|case|go with|let'?s say|say|switch to|change (?:it |that )?to|question|i'?m|i|it|that|is|was"
    r"|n|(?:if|once|when|after|as soon as)(?: i(?:'m|'ve| am| have| was| were)?)?(?: (?:make"
    r"|become|became|reach|reached|get|got|hit))?"
    r"|(?:after )?(?:upgrading|moving up|going up|getting|becoming|reaching|upgraded)|someday"
    r"|one day|eventually|btw|by the way|thanks|thx|though"
    r"|fyi|here)\b"
    r"|(?<![再多又])我?只?买(?=\s)|订单|只要|才(?=\s*$)"
    r"|也(?:不)?(?:要|行|可以|能|是|有|得|算|一样)"
    r"|以后|之后|哪天|等|升级?(?:到|了|成|为|上)?|变成|成了|成为|达到|当上|拿到|对了|顺便说|顺便"
    r"|谢谢|的话|那么|那|呢|的|款|色|如果|要是|假如"
    r"|换成|换到|换作|换|改成|改|是|则|也|卡|会员|寄到|寄去"
    r"|寄|送到|到|去|码|号|这|双"
    r"|件|只|条|个|块|枚|副|嘛|啊|哦|嗯|话|呀|一样|怎么样|如何|同样|问题|我|说|皮|材质|版|和"
    r"|还有|还|再|比如|会|又|吗"
    r"|(?:my |her |his )?\b(?:mum|mom|mother|dad|father|wife|husband|sister|brother|daughter|son"
    r"|friend|girlfriend|boyfriend|partner|aunt)'?s?\b"
    r"|妈妈|妈|爸爸|爸|老公|老婆|先生|太太|姐姐|妹妹|哥哥|弟弟|姐|妹|哥|弟|女儿|儿子|闺蜜|朋友"
    r"|婆婆|她|他",
    re.IGNORECASE,
)
_WHOLE_QUESTION = re.compile(
    r"^\W*(?:is|was|are|it is|that is|it's|that's"
    r"|i(?!(?:'?m| am) (?:a )?(?:silver|gold|black)\b))\b|是.{1,8}吗"
    r"|(?<!也)(?<!也.)(?<!也..)吗\W*$",
    re.IGNORECASE,
)
_OF_A_TIER = re.compile(
    r"\b(?:upgrad\w+|reach\w*|becom\w+|became|hit|moving up|going up|i'?m|i am|i've|tier|members?"
    r"|card|status)\b",
    re.IGNORECASE,
)
_NUMBER_NEXT = re.compile(r"(?:ese|n|国|本)?(?:的)?\s*(?:size\s*)?\d", re.IGNORECASE)
_LONGEST_BEFORE = 160
_LONGEST_CHANGE = 40


@dataclass(frozen=True, slots=True)
class InFull:
    """A message said in full; `changed` when nothing but slots of the one before was changed."""

    text: str
    changed: bool = False


def in_full(text: str, before: str, slots: Slots, further_back: str = "") -> InFull:
    """`text` as it would be asked without `before`; unchanged when it stands by itself.

    Another figure takes the place of one `further_back` where `before` gives none: 'and if it was
    95' after a bust of 91 and 'I like it roomy'.
    """
    if not before or len(text) > _LONGEST_CHANGE:
        return InFull(text)
    new = _only_slots(text, slots)
    if not new:
        return InFull(text)
    if _lacks(before, new, slots) and not _lacks(further_back, new, slots):
        before = further_back
    if not _OF_A_TIER.search(text):
        return InFull(_put_into(before[-_LONGEST_BEFORE:], new, slots), changed=True)
    new = list(map(_as_a_tier, new))
    return InFull(_for_a_tier(_put_into(before[-_LONGEST_BEFORE:], new, slots), new), changed=True)


def _as_a_tier(slot: Slot) -> Slot:
    """The 'gold' of 'once I'm gold' is no metal."""
    return replace(slot, kinds=frozenset({"tier"})) if "tier" in slot.kinds else slot


def _for_a_tier(full: str, new: Sequence[Slot]) -> str:
    """'What is cleaning for black', where a bare 'black' might be a colour."""
    last = new[-1]
    if "tier" not in last.kinds or full.endswith(f" as {last.text}"):
        return full
    if not full.endswith(f" {last.text}"):
        return full
    return f"{full.removesuffix(last.text)}for {last.text}"


def resolved(texts: Sequence[str], slots: Slots) -> tuple[str, ...]:
    """A shopper's messages said in full, each leaning on those before it; oldest first."""
    full: list[str] = []
    for text in texts:
        further_back, before = ("", "", *full)[-2:]
        said = in_full(text, before, slots, further_back).text
        full.append(said if _says_something(said) else before)
    return tuple(full)


def _says_something(text: str) -> bool:
    """More than 'ok, thanks', which leaves standing what was asked before it."""
    return re.search(r"\w", _FILLERS.sub(" ", text)) is not None


def _lacks(before: str, new: Sequence[Slot], slots: Slots) -> bool:
    """Whether a figure or tier is put in, and a message before gives none of the kind."""
    kinds = {kind for slot in new for kind in slot.kinds} & {"number", "letter", "tier"}
    if "tier" in kinds:
        kinds |= {"number"}  # 'how much off 21,500' is asked of any tier
    return bool(kinds) and not any(slot.kinds & kinds for slot in slots.find(before))


def _only_slots(text: str, slots: Slots) -> list[Slot]:
    """The slots that a message puts in, when it does nothing else; else none."""
    corrects = _SAYS_IT_CORRECTS.search(text) is not None
    found = slots.find(text)
    if not found or (_WHOLE_QUESTION.search(text) and not corrects):
        return []
    rest = _CORRECTS.sub(" ", _without(text, found)) if corrects else _without(text, found)
    rest = re.sub(r"\bnot\b|不是|不要|而不是", " ", rest, flags=re.IGNORECASE)
    if re.search(r"\w", _FILLERS.sub(" ", rest)):
        return []
    kept = [slot for slot in found if not _NEGATED.search(text[: slot.start])]
    return kept or []


def _without(text: str, found: Sequence[Slot]) -> str:
    for slot in reversed(found):
        text = f"{text[: slot.start]} {text[slot.end :]}"
    return text


def _put_into(before: str, new: Sequence[Slot], slots: Slots) -> str:
    for slot in new:
        before = _replaced(before, slot, slots.find(before))
    return before


def _replaced(before: str, slot: Slot, there: Sequence[Slot]) -> str:
    alike = [old for old in there if old.kinds & slot.kinds and not _says_whose(before, old, slot)]
    old = _counterpart(slot, alike)
    if old is None:
        return _beside(before, slot, there)
    same = [other for other in alike if other.text.casefold() == old.text.casefold()]
    for other in reversed(same):
        written = slot.text if slot.label or not other.label else _with_label(slot, other)
        if "material" in slot.kinds and "piece" in other.kinds:
            written = _as_a_piece(slot.text)
        before = f"{before[: other.start]}{written}{before[other.end :]}"
    return before


def _says_whose(before: str, old: Slot, slot: Slot) -> bool:
    """The 'Japan' of 'Japanese 12' stays when another country is asked for: 'and in the US?'."""
    return "place" in slot.kinds and _NUMBER_NEXT.match(before[old.end :]) is not None


def _beside(before: str, slot: Slot, there: Sequence[Slot]) -> str:
    """A slot that takes no other's place: a subject for what was asked, or the reverse."""
    if "subject" in slot.kinds:
        return f"{slot.text} {before}"
    subjects = [old.text for old in there if "subject" in old.kinds]
    if "action" in slot.kinds and subjects:
        return f"{' '.join(subjects)} {slot.text}"
    if "tier" in slot.kinds and slot.text.isascii():
        return f"{before} as {slot.text}"
    return f"{before} {slot.text}"


def _as_a_piece(material: str) -> str:
    """'And the crocodile?' after the price of a bag asks for the piece made of it."""
    return f"the {material} one" if material.isascii() else f"那款{material}的"


def _counterpart(slot: Slot, alike: Sequence[Slot]) -> Slot | None:
    """What a slot takes the place of: a number the one counted alike, else the last one."""
    if "number" not in slot.kinds or len(alike) < 2:
        things = [old for old in alike if old.kinds & {"piece", "material"}]
        nearest = things if slot.kinds & {"piece", "material"} else []
        return (nearest or alike)[-1] if alike else None
    labelled = [old for old in alike if old.label == slot.label]
    return (labelled or alike)[-1]


def _with_label(slot: Slot, old: Slot) -> str:
    """'39' in the place of 'EU 38' is 'EU 39'."""
    return re.sub(r"\d[\d.,]*", slot.text, old.text, count=1)
