"""Set aside: what stands in a message and is not asked.

Instructions to the advisor inside a message are not questions: pseudo-system blocks are cut away,
and what a person would read as the question remains. So is what she herself leaves out.
"""

from __future__ import annotations

import re

_BLOCKS = re.compile(
    r"\{[^{}]{0,600}\"(?:role|content|system|tool)\"[^{}]{0,600}\}"  # JSON that plays a chat role
    r"|\{\{.{0,600}?\}\}|\[\[.{0,600}?\]\]|<(config|settings?|system|policy|role|meta|context|data)\b[^<>]{0,200}>.{0,600}</\1>|<[^<>]{1,200}>|^\s*(?:system|assistant)\s*:",
    re.IGNORECASE | re.DOTALL,
)
# What she asks to be left out of the answer: 'forget the price, how delicate is it'.
_SET_ASIDE = re.compile(
    r"\b(?:ignor(?:e|ing)|forget(?: about)?|never mind|set(?:ting)? aside"
    r"|leav(?:e|ing) (?:aside|out)|skip(?:ping)?|don'?t (?:mind|tell me)(?: about)?|regardless of)"
    r" (?:all )?(?:the |its |your )?(?:prices?|costs?|money|sizes?|sizing|colou?rs?|looks)\b"
    r"(?! tag)(?: for (?:now|a moment))?[\s,;.]*(?:and |but )?"
    r"|(?:忽略|无视|抛开|撇开|别管|甭管|别提|先?不(?:谈|说|管|论|看|提|考虑))(?:掉|一下)?"
    r"(?:它的|这款的)?(?:价格|价钱|价位|多少钱|贵不贵|钱|尺码|颜色|外观)(?:不谈|不说)?[，,、；。\s]*",
    re.IGNORECASE,
)


def what_is_asked(text: str) -> str:
    """The message without them; all of it if nothing else would remain."""
    kept = _SET_ASIDE.sub("", _BLOCKS.sub(" ", text)).strip()
    return kept or text.strip()
