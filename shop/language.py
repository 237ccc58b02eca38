"""The two languages of the house, and sentences written in both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")

_CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in both languages; neither is a machine's translation of the other."""

    zh: str
    en: str

    def in_(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


def language_of(text: str, default: Lang = "en") -> Lang:
    """The language a shopper wrote in: one Chinese character decides for Chinese.

    Text without a word leaves the question open: digits, emoji, a code of letters and digits such
    as a trace code or 'EU38'. Then it is `default`.
    """
    if _CJK.search(text):
        return "zh"
    words = (word for word in text.split() if not any(c.isdigit() for c in word))
    return "en" if any(c.isalpha() for word in words for c in word) else default
