"""Letters as they are compared, and letters that are there to deceive a reader or a rule."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'} | dict.fromkeys("‑–—−", "-"))
_HIDDEN = {"Cf", "Cc", "Co", "Cn", "Cs"}
_FOREIGN_LETTERS = re.compile(r"[\u0370-\u052f\u0590-\u08ff\u0e00-\u0e7f\u10a0-\u10ff]")
_SCIENCE = re.compile("[µμΩαβπ]")
_CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_MARKS = re.compile(r"[\s\"']")


def folded(text: str) -> str:
    """The text in the plainest forms of its characters; a Chinese comma stays one: it ends more."""
    parts = text.translate(_QUOTES).split("，")
    return "，".join(unicodedata.normalize("NFKC", part) for part in parts)


def bare(text: str) -> str:
    """A sentence without what the eye skips: forms of characters, spaces, quotes, its end mark."""
    return _MARKS.sub("", folded(text)).replace("，", ",").rstrip(".。")


def deceives(text: str) -> bool:
    """Whether it holds characters that cannot be seen, or letters that only look like ours."""
    if any(unicodedata.category(c) in _HIDDEN and c not in "\n\t" for c in text):
        return True
    return _FOREIGN_LETTERS.search(_SCIENCE.sub("", text)) is not None


def is_chinese(text: str) -> bool:
    """Whether a text is mostly Chinese: a Chinese character weighs as much as a Latin word."""
    return len(_CJK.findall(text)) > 2 * len(_LATIN_WORD.findall(text))
