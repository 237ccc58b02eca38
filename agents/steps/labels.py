"""Labels: a care label that came with a message as words, read sign by sign.

'A hand in a basin, a flat line in a square' are signs whose meaning the house's articles state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.steps.attached import quoted_label, search_words
from agents.turn import Evidence, Question
from knowledge.sources import Sources

_MOST = 3
_IN_WATER = re.compile(
    r"\b(?:warm|hot|cold|water|degrees|temperature)\b|水|温|多少度|几度", re.IGNORECASE
)
_ASKS_OF_LABEL = re.compile(
    r"\b(?:water|warm|label|tag|symbols?|signs?|wash\w*|dry\w*|iron\w*|tumble|bleach\w*|care for)\b"
    r"|标|洗|烘|晾|熨|烫|漂",
    re.IGNORECASE,
)
_TUB = r"(?:盆|桶|\b(?:tub|basin|bowl|bucket|washtub|pail)\b)"
_SQUARE = r"(?:方(?:形|框|块|格)|正方|四方|\b(?:square|box)\b)"
_CIRCLE = r"(?:圆圈|圆形|圈|\bcircle\b)"
_TRIANGLE = r"(?:三角形?|\btriangle\b)"
_IRON = r"(?:熨斗|\biron\b)"
_CROSSED = r"(?:打叉|叉掉|画叉|划掉|(?<!不)叉|\bcrossed(?: out)?\b|\bwith an? (?:x|cross)\b)"
_LYING = (  # one line that lies, in or under a sign
    r"(?:(?<![两二2])(?:横线|横杠|横条)|横着?(?:有|画|的)?一?(?:道|条|杠|根|划)|[一1单](?:道|条"
    r"|根|个)?(?:平|横)(?:的)?(?:线|杠|道|条|着)?"
    r"|\b(?:horizontal|flat|sideways|lying)\b.{0,8}\b(?:line|bar|dash|stroke)\b"
    r"|\b(?:line|bar|dash|stroke)\b.{0,12}\b(?:horizontal|flat|across|sideways|lying)\b)"
)
_STANDING = (
    r"(?:竖线|竖杠|竖着?(?:有|画|的)?一?(?:道|条|杠|根|划)|[一1单](?:道|条|根|个)?(?:竖"
    r"|直)(?:的)?(?:线|杠|道|条|着)?"
    r"|\b(?:vertical|upright|standing)\b.{0,8}\b(?:line|bar|dash|stroke)\b"
    r"|\b(?:line|bar|dash|stroke)\b.{0,12}\b(?:vertical|upright|up and down|standing)\b)"
)
_TWO_LINES = (
    r"(?:[两二2](?:条|道|根|个)?(?:横|竖|平|直)?(?:的)?(?:线|杠|道|条)|\b(?:two|2"
    r"|double) (?:\w+ )?(?:bars|lines|dashes)\b)"
)
_SLANTED = r"(?:斜线|斜杠|斜着|\b(?:slant\w*|diagonal|slash\w*)\b)"
_DOTS = {
    1: r"(?:[一1单]\s*个?点|\b(?:one|single|1|a) dot\b)",
    2: r"(?:[两二2双]\s*个?点|\b(?:two|2) dots\b)",
    3: r"(?:[三3]\s*个?点|\b(?:three|3) dots\b)",
}


_NOT_TO = r"\b(?:do not|don'?t|never|no)"  # a label in words
_NOT_TO_ZH = r"(?:不可|不要|禁止|勿|请勿|不能)(?:使用|机器|机)?"
_WASHED_AT = (  # in words: 'hand wash 30', '手洗 30 度'
    r"\b(?:wash\w*|laundered?)\b[^/;,.]{0,16}\b(?:30|40|50|60|70|95)\b"
    r"|洗[^/；，。]{0,8}(?<!\d)(?:30|40|50|60|70|95)(?!\d)"
    r"|(?<!\d)(?:30|40|50|60|70|95)\s?(?:°C?|℃|度|degrees)[^/；，。]{0,6}(?:洗|wash)"
)
_OPERATIONS: dict[str, str] = {  # what is asked of a label, and the signs that tell it
    "symbol-dry/tumble": r"\bdryer|tumble|烘",
    "symbol-iron/": r"\biron|熨|烫",
    "symbol-bleach/": r"bleach|漂",
    "symbol-professional/": r"dry.?clean|干洗",
}


def _beside(one: str, other: str) -> str:
    """Both in one sign, in either order."""
    return rf"{one}.{{0,12}}{other}|{other}.{{0,12}}{one}"


def _lettered(letter: str) -> str:
    """A circle with a capital in it; 'w/ circle' is short for with."""
    capital = rf"(?-i:\b{letter}\b)(?!/)"
    return rf"{_CIRCLE}.{{0,8}}{capital}|{capital}.{{0,8}}{_CIRCLE}|\({letter}\)"


SIGNS: dict[str, str] = {
    "symbol-wash/number": _beside(_TUB, r"\b(?:30|40|50|60|70|95)\b") + f"|{_WASHED_AT}",
    "symbol-wash/crossed": _beside(_TUB, _CROSSED),
    "symbol-wash/hand": _beside(_TUB, r"(?:手|\bhand\b)") + "|手洗标|(?:只可|仅限?|只能)手洗",
    "symbol-wash/two-bars": _beside(_TUB, _TWO_LINES),
    "symbol-wash/one-bar": _beside(
        _TUB, rf"(?:{_LYING}|一条线|\b(?:one|a|single) (?:bar|line|dash)\b)"
    ),
    "symbol-bleach/none": _beside(_TRIANGLE, _CROSSED) + rf"|{_NOT_TO} bleach\b|{_NOT_TO_ZH}漂",
    "symbol-dry/tumble-none": (
        rf"{_SQUARE}.{{0,8}}{_CIRCLE}.{{0,8}}{_CROSSED}|{_NOT_TO} tumble|{_NOT_TO_ZH}(?:滚筒|烘)"
    ),
    "symbol-dry/tumble-low": rf"{_SQUARE}.{{0,12}}{_CIRCLE}.{{0,14}}{_DOTS[1]}",
    "symbol-dry/tumble-normal": rf"{_SQUARE}.{{0,12}}{_CIRCLE}.{{0,14}}{_DOTS[2]}",
    "symbol-dry/drip": _beside(_SQUARE, _TWO_LINES),
    "symbol-dry/flat": rf"(?!.*{_TWO_LINES})(?:{_beside(_SQUARE, _LYING)})|平铺晾干|\bdry flat\b",
    "symbol-dry/line": rf"(?!.*{_TWO_LINES})(?:{_beside(_SQUARE, _STANDING)})",
    "symbol-dry/shade": _beside(_SQUARE, _SLANTED),
    "symbol-bleach/oxygen": _beside(_TRIANGLE, rf"(?:{_SLANTED}|{_TWO_LINES})"),
    "symbol-iron/crossed": _beside(_IRON, _CROSSED) + rf"|{_NOT_TO} iron|{_NOT_TO_ZH}[熨烫]",
    "symbol-iron/one-dot": _beside(_IRON, _DOTS[1]),
    "symbol-iron/two-dots": _beside(_IRON, _DOTS[2]),
    "symbol-iron/three-dots": _beside(_IRON, _DOTS[3]),
    "symbol-professional/crossed": rf"(?<!方框){_CIRCLE}.{{0,6}}{_CROSSED}",
    **{f"symbol-professional/{letter.lower()}": _lettered(letter) for letter in "PFW"},
}
_SHAPES = (_SQUARE, _CIRCLE, _TRIANGLE, _IRON)  # things of other kinds are so called too
_SPEAKS_OF_SIGNS = re.compile(
    _ASKS_OF_LABEL.pattern
    + r"|符号|图案|图标|意思|什么|啥|\bmean(?:s|ing)?\b|\bicons?\b|\blaundry\b|\bstand for\b",
    re.IGNORECASE,
)
_A_HAND = (  # as it is drawn, where 'in a bowl by hand' is how something is washed
    r"(?:一只|有只?|画了?只?|伸着?只?|[个只])手(?!洗)|手(?:伸|掌|放|在|浸)|手的?(?:图|标)"
    r"|\b(?:a|one|little) (?:\w+ )?hand\b|\bhand (?:in|inside|dipping)\b|\bfingers\b"
)
_READ = {
    section: re.compile(pattern, re.IGNORECASE | re.ASCII) for section, pattern in SIGNS.items()
}
_CLEANER = "symbol-professional"
_NUMBER = "symbol-wash/number"  # of a tub in a question, the answer depends on what is asked
_DRAWN = {name: sign for name, sign in _READ.items() if name != _NUMBER} | {
    "symbol-wash/hand": re.compile(_beside(_TUB, f"(?:{_A_HAND})"), re.IGNORECASE)
}


def signs_read(question: Question, sources: Sources) -> list[Evidence]:
    """What the first few signs of an attached label mean, when a question asks of it; else the
    one sign that the question draws in words.
    """
    if not question.attachments:
        return list(_meanings(drawn(question.text), question, sources))
    if not _ASKS_OF_LABEL.search(question.text):
        return []
    label = search_words(question.attachments)
    named = [section for section, sign in _READ.items() if sign.search(label)]
    meant = list(_meanings(_asked_for(named, question.text), question, sources))[:_MOST]
    at = re.search(_WASHED_AT, label, re.IGNORECASE)
    quoted = _NUMBER in {f"{e.passage.article}/{e.passage.section}" for e in meant} and at
    return (
        [quoted_label(_clause_around(label, at), question.lang), *meant] if quoted and at else meant
    )


def _clause_around(label: str, at: re.Match[str]) -> str:
    """The line of a label in which something stands, as it is printed."""
    lines = re.split(r"\s*[/；;，,。\n]\s*", label)
    return next((line for line in lines if at.group() in line), at.group())


def drawn(text: str) -> list[str]:
    """The signs that a question draws by their shapes: 'a square with a line across'."""
    found = [s for s, sign in _DRAWN.items() if (seen := sign.search(text)) and _is_drawn(seen)]
    of_dryer = any(section.startswith("symbol-dry/tumble") for section in found)
    return [s for s in found if not (of_dryer and s.startswith(_CLEANER))][:_MOST]


def _is_drawn(found: re.Match[str]) -> bool:
    if re.search(_TUB, found.group(), re.IGNORECASE):
        return True
    shaped = any(re.search(shape, found.group(), re.IGNORECASE) for shape in _SHAPES)
    return shaped and _SPEAKS_OF_SIGNS.search(found.string) is not None


def _asked_for(named: list[str], text: str) -> list[str]:
    """Of a label's signs those that tell what is asked of it; all of them for 'may I wash it'."""
    asked = tuple(
        signs for signs, words in _OPERATIONS.items() if re.search(words, text, re.IGNORECASE)
    )
    if not asked and _IN_WATER.search(text):
        return [s for s in named if s.startswith("symbol-wash/")] or named
    return [section for section in named if section.startswith(asked)] if asked else named


def _meanings(named: list[str], question: Question, sources: Sources) -> Iterator[Evidence]:
    for section in named:
        passage = sources.section(section, question.lang)
        if passage is not None:
            yield Evidence(passage, passage.text)
