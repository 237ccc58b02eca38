"""Measures in a shopper's words: body measures, sizes with their system, money and time.

Reads what is written and converts nothing but spelling: '脚长24.5' is a foot of 24.5 without a
unit. The rule-books decide what a bare number means for the piece in question.
"""

from agents.measures.amounts import Money, bare_numbers, money
from agents.measures.bodies import (
    FEET_AND_INCHES,
    Body,
    BodyMeasure,
    BodyWeight,
    body_measures,
    body_weight,
    centimetres,
    lengths,
    millimetres,
    stature,
)
from agents.measures.dates import days_named, times_named
from agents.measures.retracted import as_it_stands
from agents.measures.sizes import (
    Cup,
    NamedSize,
    System,
    body_label,
    cups,
    letter_size,
    named_sizes,
    wanted_systems,
)
from agents.measures.spans import Span, spans
from agents.measures.spelling import normal, numeral

__all__ = [
    "FEET_AND_INCHES", "Body", "BodyMeasure", "BodyWeight", "Cup", "Money", "NamedSize", "Span",
    "System", "as_it_stands", "bare_numbers",
    "body_label", "body_measures", "body_weight", "centimetres", "cups",
    "days_named", "lengths", "letter_size", "millimetres", "money", "named_sizes", "normal",
    "numeral", "spans", "stature", "times_named", "wanted_systems",
]  # fmt: skip
