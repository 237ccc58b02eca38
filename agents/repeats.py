"""Repeats: whether a sentence only says again what was said before it, in nearly the same words.

Two passages near one question often state the same rule. Read one after the other they sound as if
nobody had looked; what the later one adds is kept, sentence by sentence.
"""

from __future__ import annotations

import re
from collections.abc import Set

from knowledge.lexical import words

_AGAIN = 0.7  # of a sentence's words, that were all said before
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")


def says_again(sentence: str, said: str) -> bool:
    """Whether nearly all words of `sentence`, and every figure, stand in `said` already."""
    own = words(sentence)
    if not own or not said or not _figures(sentence) <= _figures(said):
        return False
    return len(own & words(said)) >= _AGAIN * len(own)


def _figures(text: str) -> Set[str]:
    return set(_FIGURE.findall(text))
