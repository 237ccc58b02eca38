"""Intents that a rule decides and no likeness does: to whom an order goes, what must be asked back.

Each names the section of the knowledge that then answers, so that its words stay with editors.
"""

from __future__ import annotations

from agents.measures import letter_size
from agents.recognisers.incidents import declined_act, incident
from agents.recognisers.membership import is_black
from agents.recognisers.orders import company_order, large_order
from agents.recognisers.reading import Reading

LARGE_ORDER = "boundary-handoff/large"
STYLING = "boundary-handoff/styling"
WHICH_SIZE = "boundary-clarify/size"
CARE_OF_WHAT = "boundary-clarify/care"
PRICE_OF_WHAT = "boundary-clarify/price"
OPEN_CUES = (WHICH_SIZE, PRICE_OF_WHAT)  # that ask back, unless a rule-book can answer

_STYLE = (
    r"\bstyl(?:e|ing)\b|\blook together\b|\bput\b.{0,16}\blook\b|\bdress me\b|\boutfit\b"
    r"|what (?:to|should i) wear|\blook for\b"
    r"|搭(?:一?身|配|一?套)|配什么|穿搭|造型"
)
_WHICH_SIZE = (
    r"\b(?:which|what|right) (?:ring |shoe |dress )?size\b|\bsize am i\b|\bwould (?:a|an) \S+ fit"
    r"|[几啥]码|多大码|(?<!月)几号(?!起|开始|生效|实行|实施|施行|到|发|送)|什么码|哪个码|选码"
    r"|尺码怎么选|\d{1,3}码合适"
)
_NOT_WHICH = (
    r"chart|table|\bsizes\b|true to size|run|come|exchange|convert|\bin (?:eu|us|uk)\b"
    r"|对照|哪些|有没有|偏|换"
)
_CARE = r"\b(?:clean|wash|care for|look after|maintain)\b|保养|清洗|怎么洗|打理|护理"
_PRICE = r"\bhow much\b|\bprice\b|多少钱|什么价|价格"
_POINTS = r"\b(?:it|this|that|these|those|one)\b|这|那|它"


def section_meant(reading: Reading) -> str | None:
    """The section 'article/section' that an intent of this message asks for, or None."""
    if section := incident(reading) or declined_act(reading):
        return section
    if large_order(reading) or company_order(reading):
        return LARGE_ORDER
    if reading.says(_STYLE) and is_black(reading):
        return STYLING
    if _asks_size_without_measure(reading):
        return WHICH_SIZE
    return _points_at_nothing(reading)


def _asks_size_without_measure(reading: Reading) -> bool:
    if not reading.says(_WHICH_SIZE) or reading.says(_NOT_WHICH):
        return False
    measured = any(c.isdigit() for c in reading.text) or letter_size(reading.text) or reading.body()
    of_what = reading.question.pieces or set(reading.question.terms) - {"size"}
    return not measured or not of_what


def _points_at_nothing(reading: Reading) -> str | None:
    """'How do I clean it' as the first words of a conversation."""
    named = reading.question.pieces or reading.question.terms or reading.question.attachments
    if named or reading.earlier or not reading.says(_POINTS):
        return None
    if reading.says(_CARE):
        return CARE_OF_WHAT
    return PRICE_OF_WHAT if reading.says(_PRICE) and not reading.says(r"price.?match") else None
