"""Text written by people, made safe for Streamlit's Markdown.

A shopper's text never goes through Markdown at all. Names and titles do where a label allows
nothing else: there every sign that means something to Markdown is escaped. An article's text keeps
its paragraphs, lists and tables, but not the signs that prices and ranges share with formulas,
strike-through, icons and pictures.
"""

from __future__ import annotations

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!$~:<>|])")
_SURPRISES = re.compile(r"([$~]|!(?=\[)|:(?=[\w/+-]+[:\[]))")


def one_line(text: str) -> str:
    """A label: the text on one line, letter for letter."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def prose(text: str) -> str:
    """An article's text as Markdown that shows what stands there."""
    return _SURPRISES.sub(r"\\\1", text)
