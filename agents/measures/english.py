"""English figures said in words: 'sixteen and a half inch', 'twelve thousand six hundred'.

Only what can be nothing but a figure is put in digits: more than one numeral word together, or one
before a unit of measure or behind a word for sizes. 'Two' by itself stays a word ('two of them').
"""

from __future__ import annotations

import re

_WORTH = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_THOUSAND = 1000
_TIMES = {"hundred": 100, "thousand": _THOUSAND, "grand": _THOUSAND}
_WORD = "|".join(sorted((*_WORTH, *_TIMES), key=len, reverse=True))
_UNITS = (
    r"inch(?:es)?|cms?|centim\w+|mms?|millim\w+|taels?|carats?|karats?|microns?|momme|euros?"
    r"|pounds|dollars|rmb|yuan"
)
_FIGURE = re.compile(
    rf"(?<![A-Za-z-])(?P<words>(?:{_WORD})(?:[\s-]+(?:and\s+)?(?:{_WORD}))*)"
    rf"(?P<half>\s+and\s+a\s+half)?(?![A-Za-z])(?=(?P<unit>[\s-]*(?:{_UNITS})(?![A-Za-z]))?)",
    re.IGNORECASE,
)
_METRIC = re.compile(
    r"(?<=\d)[\s-]*(?:(centimet(?:re|er)s?|cms)|(millimet(?:re|er)s?|mms))(?![A-Za-z])",
    re.IGNORECASE,
)


_PARTS = {"half": "0.5", "quarter": "0.25"}
_PART = re.compile(  # 'half a carat', 'a quarter-carat'
    rf"(?<![A-Za-z-])(?<!and )(?<!and a )(?:an?\s+)?(half|quarter)"
    rf"(?:[\s-]+(?:of[\s-]+)?an?)?[\s-]+(?=(?:{_UNITS})(?![A-Za-z]))",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?P<before>\b(?:sizes?|english|british|american|italian|french|german|japanese|(?-i:UK|US|EU|IT"
    rf"|FR|DE|JP)|(?:call|say|tak|wear|worn|am|m|is|was)\w*)\s+(?:it\s+)?(?:an?\s+)?(?:size\s+)?)"
    rf"(?P<word>{'|'.join(_WORTH)})(?P<half>\s+and\s+a\s+half)?"
    r"(?=\s*(?:$|[.,;?!]|in\s+(?:english|british|american|italian|french|german|UK|US)\b"
    r"|(?:regular|long|short)\b))",
    re.IGNORECASE,
)


def figures_of_words(text: str) -> str:
    """The text with its spoken figures in digits, and metric units as they are abbreviated."""
    whole = _PART.sub(lambda found: f"{_PARTS[found[1].lower()]} ", text)
    digits = _LABEL.sub(_label_in_digits, _FIGURE.sub(_in_digits, whole))
    return _METRIC.sub(lambda unit: " cm" if unit[1] else " mm", digits)


def _in_digits(found: re.Match[str]) -> str:
    words = re.findall(_WORD, found["words"].lower())
    plain = len(words) == 1 and not (found["half"] or found["unit"])
    number = None if plain else _number(words)
    return found[0] if number is None else f"{number}{'.5' if found['half'] else ''}"


def _label_in_digits(found: re.Match[str]) -> str:
    half = ".5" if found["half"] else ""
    return f"{found['before']}{_WORTH[found['word'].lower()]}{half}"


def _number(words: list[str]) -> int | None:
    """None for words that make no one number: 'five six'."""
    total = part = 0
    for word in words:
        if word in _TIMES:
            part = max(part, 1) * _TIMES[word]
            if _TIMES[word] == _THOUSAND:
                total, part = total + part, 0
        elif _goes_behind(part, _WORTH[word]):
            part += _WORTH[word]
        else:
            return None
    return total + part


def _goes_behind(part: int, worth: int) -> bool:
    """Anything goes behind hundreds, and ones behind tens."""
    rest = part % 100
    return not rest or (rest >= 20 and not rest % 10 and worth < 10)
