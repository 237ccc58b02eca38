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

    Text without a letter (digits, emoji) leaves the question open: `default`.
    """
    if _CJK.search(text):
        return "zh"
    return "en" if any(c.isalpha() for c in text) else default
