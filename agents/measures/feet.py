"""Two feet measured apart: 'left 24, right 24.4', '左脚24.3右脚24.6'."""

from __future__ import annotations

import re
from decimal import Decimal

_BOTH_FEET = re.compile(
    r"(?:左脚?|left)\D{0,12}(2\d(?:\.\d)?)\D{0,20}(?:右脚?|right)\D{0,12}(2\d(?:\.\d)?)",
    re.IGNORECASE,
)
_BOTH_SIDES = re.compile(  # '24 left, 24.4 right'
    r"(?<![\d.])(2\d(?:\.\d)?)\s*(?:cm )?(?:on (?:the|my) |the )?(?:left|right)\D{0,12}"
    r"(2\d(?:\.\d)?)\s*(?:cm )?(?:on (?:the|my) |the )?(?:left|right)",
    re.IGNORECASE,
)


def longer_foot(text: str) -> Decimal | None:
    """The longer of two feet in cm, where both are said."""
    both = _BOTH_FEET.search(text) or _BOTH_SIDES.search(text)
    return max(Decimal(both[1]), Decimal(both[2])) if both else None
