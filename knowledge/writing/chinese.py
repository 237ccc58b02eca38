"""Chinese as the knowledge is written: simplified characters, Mandarin words.

Traditional characters are folded with OpenCC (Apache 2.0; loaded when the first Chinese message
comes, about 30 ms, then 3 microseconds a sentence). A few Cantonese words that a Mandarin text
never has are put in Mandarin, because traditional characters often come with them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("tw2s")  # as Taiwan writes, where 著 stands for 着


class Chinese:
    """Folds what is written into simplified Mandarin; `dialect` maps words to their Mandarin."""

    def __init__(self, dialect: Mapping[str, str]) -> None:
        self._dialect = dict(dialect)
        ordered = sorted(self._dialect, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, ordered)) or r"(?!)")

    def simplified(self, text: str) -> str:
        """The same text in simplified characters; without Chinese in it, the text itself."""
        if not HAN.search(text):
            return text
        return self._pattern.sub(lambda found: self._dialect[found.group()], _folded(text))


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    """Earlier messages are folded again with every turn, hence the memory.

    OpenCC takes every text for traditional, where 么 is another character than the 么 of 什么.
    """
    return "么".join(str(_converter().convert(part)) for part in text.split("么"))
