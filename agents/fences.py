"""Fences: what shoppers, editors and attachments wrote, as data that cannot pass for a prompt.

Each turn's fences have names of their own, with random letters that nobody can know who wrote the
data. Whatever looks like a tag inside is made inert all the same, however it is spelt: characters
that cannot be seen are taken out first, and no bracket is removed, so that nothing new can form
around what was taken away.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Iterable

_TAG = re.compile(r"[<＜﹤〈‹⟨](?=\s*[/／⁄∕\\]?\s*[^\W\d_])")
_NUMBER = re.compile(r"[\[［【〔](\s*\d{1,4}\s*)[\]］】〕]")
_INERT = "‹"
_KEPT = "\n\t"


class Fences:
    """The fences of one turn."""

    def __init__(self) -> None:
        self.mark = secrets.token_hex(4)

    def around(self, name: str, text: str) -> str:
        """`text` between tags that only this turn has."""
        tag = f"{name}-{self.mark}"
        return f"<{tag}>\n{inert(text)}\n</{tag}>"

    def around_numbered(self, name: str, texts: Iterable[str]) -> str:
        """Each text after its number; what a text numbers itself is no number any more."""
        unnumbered = (_NUMBER.sub(r"(\1)", text) for text in texts)
        lines = (f"[{number}] {text}" for number, text in enumerate(unnumbered, start=1))
        return self.around(name, "\n".join(lines))


def inert(text: str) -> str:
    """The same words without unseen characters, and with nothing that reads as a tag."""
    seen = "".join(c for c in text if c in _KEPT or unicodedata.category(c) not in ("Cc", "Cf"))
    return _TAG.sub(_INERT, seen)
