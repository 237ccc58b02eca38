# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""Which way a clause points: does it say no, and on which side of a pair of opposites is it?"""

from __future__ import annotations

import re

_NOT_A_NO = re.compile(
    r"\bnot only\b|\bno (?:more|less|later|earlier|fewer) than\b|\bnot (?:more|less|later) than\b"
    r"|\bno\.(?= ?\d)|\bno doubt\b|\bat no (?:extra |further )?(?:charge|cost)\b"
    r"|\bwithout (?:any )?(?:charge|a tier)\b|\bwithout (?:giving )?(?:a |any )?reason\b|\bno tier\b"
    r"|莫氏|莫桑|莫代尔|特别|区别|级别|分别|识别|个别|性别|鉴别|类别|辨别|告别|别致|别针|不仅|不但|不过|不同|不错|无论|不论|未来"
    r"|不锈钢|不少|差不多|不好意思|对不起|不客气|不等(?!于)|不足|不收费|不要钱|不另收费|没有(?:会员)?等级|无(?:会员)?等级|无理由|不超过|不满|不限|不低于"
    r"|不多于|不止|非常|除非"
    r"|未(?:使用|穿|戴|开封|拆|洗|用|成年)|无(?:损|瑕)|非卖品|能不能|可不可以|是不是|要不要|有没有|会不会",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(?:not|no|never|cannot|avoid\w*|without|nor|neither|none|nothing|unable|unsafe|unsuitable"
    r"|impossible|forbid\w*|prohibit\w*|refrain\w*|ineligible)\b|n't\b"
    r"|\bnon-?(?=[a-z]{5})"
    r"|\bkeep\b[^,.;]{1,50}?\b(?:away from|off|out of)\b|\b(?:away from|out of the)\b"
    r"|[不勿禁忌没未无别非莫]|避免|防止|避开|远离",
    re.IGNORECASE,
)
_OPPOSITES = tuple(
    (re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE))
    for one, other in (
        (r"\bfree\b|\bcomplimentary\b|免费|包邮|不收费|不要钱", r"\bcharged?\b|\bpaid\b|\bfee\b|(?<!不)收费|付费|自费"),
        (r"\bincluded?\b|\bincluding\b|(?<!不)包含|已含", r"\bexclud\w+|\bextra\b|另付|另计|不含|不包含|不包括|额外"),
        (r"\blarger?\b|\bsize up\b|\bbig\b|偏大|大一码|大半码",
         r"\bsmall(?:er)?\b|\bsize down\b|偏小|小一码|小半码"),
        (r"\bbefore\b|之前|以前", r"\bafter\b|之后|以后"),
        (r"\bat most\b|\bup to\b|\bno more than\b|\bmaximum\b|至多|最多|不超过",
         r"\bat least\b|\bmore than\b|\bminimum\b|至少|最少|超过(?<!不超过)|以上"),
        (r"\b(?:worn|used|opened)\b|穿过|用过|戴过",
         r"\bun(?:worn|used|opened)\b|未穿|未用|未戴|未使用"),
        (r"\bhand[- ]?wash\w*|手洗", r"\bmachine[- ]?wash\w*|\bwashing machine\b|机洗|洗衣机"),
        (r"\bcold\b|\bcool\b|冷水|凉水", r"\bhot\b|\bwarm\b|\bboiling\b|热水|温水|开水"),
        (r"\bdry,? (?:\w+ )?cloth|干软布|干布",
         r"\b(?:damp|wet|moist),? (?:\w+ )?cloth|\bwipes?\b|湿布|湿巾|湿纸巾"),
        (r"\bdry\b|干布|干燥", r"\bdamp\b|\bwet\b|湿布|湿巾|潮湿"),
        (r"\bsoft\b|柔软|软布", r"\bhard\b|\bstiff\b|硬布|硬毛"),
        (r"\bharder\b|更硬", r"\bsofter\b|更软"),
        (r"\bwhite\b|白色", r"\bdark\b|\bcoloured\b|深色"),
        (r"\balways\b|总是|每次", r"\bnever\b|\bsometimes\b|有时"),
        (r"\bmust\b|\brequired\b|必须", r"\boptional\b|可选|随意"),
        (r"\bbuyer|\byou pay\b|您(?:需|要)?承担|买家|自付",
         r"\bwe pay\b|\bthe house pays\b|我们承担|本店承担"),
        (r"\b(?:week|working |business )days?\b|工作日", r"\bcalendar days?\b|自然日"),
    )
)  # fmt: skip


def says_no(clause: str) -> bool:
    """Whether a clause forbids or denies something."""
    return _NO.search(_NOT_A_NO.sub(" ", clause.replace("’", "'"))) is not None


def noes(clause: str) -> int:
    """How many words of a clause deny."""
    return len(_NO.findall(_NOT_A_NO.sub(" ", clause.replace("’", "'"))))


def opposed(clause: str, other: str) -> bool:
    """Whether one says the one half of a pair of opposites and the other only the other half."""
    return any(_side(pair, clause) * _side(pair, other) < 0 for pair in _OPPOSITES)


def _side(pair: tuple[re.Pattern[str], re.Pattern[str]], text: str) -> int:
    one, other = (bool(side.search(text)) for side in pair)
    return one - other
