"""Trace codes (H-F3): whether what was written has the form of one. Never a word on the piece."""

from __future__ import annotations

import re

from shop.language import Bilingual
from shop.rulings import Ruling, ruling, same

_LETTERS, _DIGITS = 4, 8
_FORM = re.compile(rf"TV-[A-Z]{{{_LETTERS}}}-\d{{{_DIGITS}}}")


def is_complete(code: str) -> bool:
    """Whether a code in capitals has the whole form."""
    return _FORM.fullmatch(code) is not None


def form_of_code(code: str) -> Ruling:
    """Whether a code is complete, and if not what is wrong. `values`: complete ('yes' or 'no')."""
    written = code.strip().upper()
    complete = is_complete(written)
    zh, en = (
        ("{code} 格式完整", "Yes, {code} has the full form") if complete
        else ("不完整，{code}{problem}", "No, {code} is not a complete code: {problem}")
    )  # fmt: skip
    return ruling(
        "H-F3",
        "house",
        zh + "。溯源码为“TV-”加 {letters} 个字母、“-”和 {digits} 位数字。",
        en + '. A trace code is "TV-" plus {letters} letters, "-" and {digits} digits.',
        code=same(written),
        problem=_problem(written),
        letters=_LETTERS,
        digits=_DIGITS,
        complete="yes" if complete else "no",
    )


def _problem(code: str) -> Bilingual:
    """What is wrong with it: too few or too many of something, or another form altogether."""
    parts = code.split("-")
    if len(parts) != 3 or parts[0] != "TV" or not parts[1].isalpha() or not parts[2].isdigit():
        return Bilingual("不是这个格式", "it has another form")
    letters, digits = len(parts[1]), len(parts[2])
    zh = [f"有 {letters} 个字母"] if letters != _LETTERS else []
    en = [f"it has {_counted(letters, 'letter')}"] if letters != _LETTERS else []
    if digits != _DIGITS:
        zh.append(f"只有 {digits} 位数字" if digits < _DIGITS else f"有 {digits} 位数字")
        en.append(f"it has {_counted(digits, 'digit')}")
    return Bilingual("，".join(zh), " and ".join(en))


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
