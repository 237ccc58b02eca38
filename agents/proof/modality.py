# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""May, must, needn't, always: how strongly a sentence says what its evidence says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.proof.claims import claims_of

_NEED_NOT = re.compile(
    r"\b(?:need not|needn't|(?:do|does) ?n[o']t (?:need|have) to|no need|not (?:necessary"
    r"|required|needed|obliged)"
    r"|unnecessary|optional)\b|不必|无需|无须|不需要?|不用(?=[您再先太]|担心)|用不着|没必要|可有可无",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:must|have to|has to|is required|are required|mandatory|compulsory|obliged"
    r"|obligatory)\b|必须|务必|一定要|强制|必需",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:must|have to|has to|required?s?|mandatory|compulsory|needs?|should|do not|never"
    r"|cannot|only|always|wins?"
    r"|decides?|please|not)\b|必须|须|要|应|不|勿|只|为准|请",
    re.IGNORECASE,
)
_ABSOLUTE: dict[str, re.Pattern[str]] = {
    "always": re.compile(r"\b(?:always|every time|at all times|in every case"
    r"|without exception)\b|总是|永远|一律|一直|每一?次都|无一例外|从不例外", re.I),
    "any": re.compile(r"\b(?:any(?:thing|one|where|body)?|every(?:thing|one|where|body)?|all"
    r"|whatever|wherever|whenever)\b|任何|所有|一切|全部|随时|无论|不论|任意|随便", re.I),
    "for ever": re.compile(r"\b(?:for ?ever|lifetime|life-?long|permanent\w*|indefinite\w*"
    r"|no (?:time )?limit)\b|终身|永久|永不|不限期", re.I),
    "unlimited": re.compile(r"\b(?:unlimited|without limit)\b|无限|不限", re.I),
    "not only": re.compile(r"\bnot only\b|\bonly not\b|不只|不仅|不单", re.I),
    "surely": re.compile(r"\b(?:definitely|certainly|surely|absolutely|guaranteed?|undoubtedly"
    r"|without (?:a )?doubt|of course|assured?)\b|一定(?!要)|肯定|绝对|必定|必然|保证|毫无疑问|百分百|包您", re.I),
    "completely": re.compile(r"\b(?:completely|totally|entirely|perfectly|wholly|fully)\b|完全|彻底"
    r"|完美|全然", re.I),
    "automatically": re.compile(r"\bautomatic\w*\b|自动", re.I),
    "no conditions": re.compile(r"\b(?:no (?:conditions?|questions?|strings)|unconditional\w*"
    r"|regardless|no matter|even if|even (?:when|after|for|with|without))\b|无条件|即使|即便|哪怕|不管"
    r"|也(?:可以|能|行)退", re.I),
}  # fmt: skip
_YES_AS_WELL = {
    "completely": re.compile(
        r"\b(?:quite|thorough\w*|fully|completely|entirely)\b|透|完全|彻底|充分", re.I
    )
}


def overstated(sentence: str, evidence: Sequence[str]) -> str:
    """The word that says more, or less, than any of the evidence does; else empty."""
    text = "\n".join(evidence)
    if _NEED_NOT.search(sentence) and not _NEED_NOT.search(text):
        return "need not"
    if _NEED_NOT.sub("", text) == text and _MUST.search(sentence) and not _FIRM.search(text):
        return "must"
    stated = " ".join(claim.text for claim in claims_of(sentence) if not claim.no)
    for name, pattern in _ABSOLUTE.items():
        if pattern.search(stated if name == "any" else sentence) and not _YES_AS_WELL.get(
            name, pattern
        ).search(text):
            return name
    return ""


_REASON = re.compile(
    r"\b(?:because|since|as a result|owing to|due to|thanks to|so that)\b|因为|由于|因此|所以", re.I
)
_ANY_REASON = re.compile(
    r"\b(?:because|since|as|so|due|owing|cause\w*|reason|therefore|may|will|which|or)\b|[;；：:]|因"
    r"|由于|所以|会(?!员)|以免|让|使(?!用)|可能|[，。].{0,2}它|影响|减少",
    re.I,
)


def unfounded_reason(sentence: str, evidence: Sequence[str]) -> bool:
    """Whether it gives a reason where the evidence gives none for anything."""
    return bool(_REASON.search(sentence)) and not any(map(_ANY_REASON.search, evidence))


_BARE_NO = ("no", "not", "without", "never", "none", "nothing")


def doubly_denied(sentence: str, evidence: Sequence[str]) -> bool:
    """Whether two denials may cancel each other: 'never fail to', '不是不能'.

    Not where the evidence has the second one too: 'cannot be undone'.
    """
    told = "\n".join(evidence).lower()
    seconds = [match.group().split()[-1].lower() for match in _DOUBLE.finditer(sentence)]
    return any(
        second not in told or (second in _BARE_NO and not _DOUBLE.search(told))
        for second in seconds
    )


_DOUBLE = re.compile(
    r"\b(?:not|never|cannot|can't|don't|isn't|aren't|no|nothing|without|hardly"
    r"|rarely)\b[^,.;]{0,24}?"
    r"\b(?:not|no|never|none|nothing|without|im\w{4,}|un(?!der|til|ion|it|worn|opened"
    r"|less)\w{4,}|fail\w*|forget\w*|hesitat\w*|avoid\w*|refus\w*|wrong|harm|problem|reason"
    r"|refrain\w*)\b"
    r"|(?:没有|没|不|未|无|非|并非|难道)[^,，。;；]{0,3}(?:不(?!同|少|超|锈|仅|但|要|易)|没|无(?!需|须|理由)|未)|无不|莫不|没什么不|有何不"
    r"|(?:不要?|无需|没必要|别)[^，。]{0,2}(?:远离|避开|避免|防止)|不妨|不得不|不会有(?:问题|影响|伤害)",
    re.IGNORECASE,
)
