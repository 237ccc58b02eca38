"""Intents that a rule decides and no likeness does: to whom an order goes, what must be asked back.

Each names the section of the knowledge that then answers, so that its words stay with editors.
"""

from __future__ import annotations

from collections.abc import Callable

from agents.measures import body_weight, letter_size, stature
from agents.recognisers.claims import legal_minimum, supposed_counterfeit
from agents.recognisers.elsewhere import elsewhere
from agents.recognisers.harms import harm
from agents.recognisers.incidents import declined_act, incident
from agents.recognisers.membership import is_black
from agents.recognisers.orders import company_order, large_order
from agents.recognisers.others import others_data, own_order
from agents.recognisers.pretences import plain_pretence, pretence
from agents.recognisers.reading import Reading
from agents.recognisers.schemes import scheme

LARGE_ORDER = "boundary-handoff/large"
STYLING = "boundary-handoff/styling"
WHICH_SIZE = "boundary-clarify/size"
CARE_OF_WHAT = "boundary-clarify/care"
PRICE_OF_WHAT = "boundary-clarify/price"
SUPPOSED_FAKE, LEGAL_MINIMUM = "provenance-counterfeit-guarantee/what", "rights-china/triple"
ON_HOLIDAYS = "boundary-unrecorded-carriers/weekend-holiday"
WITHDRAWAL_EU, WITHDRAWAL_CHINA = "rights-eu-uk/fourteen-days", "rights-china/seven-days"
REFUND_EU, REFUND_CHINA = "rights-eu-uk/refund", "rights-china/refund-time"
# What a rule-book may answer in the section's stead.
OPEN_CUES = (WHICH_SIZE, PRICE_OF_WHAT, SUPPOSED_FAKE, LEGAL_MINIMUM, ON_HOLIDAYS)

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
_OF_SIZE = r"\bsiz(?:e|es|ing)\b|码(?!头)|尺寸"
_NOT_WHICH = (
    r"chart|table|\bsizes\b|true to size|run|come|exchange|convert|\bin (?:eu|us|uk)\b"
    r"|对照|哪些|有没有|偏|换"
)
_OF_A_KIND = (
    r"鞋|衣|裙|衫|裤|戒|表|包|帽|手套|腰带|\b(?:shoes?|dress|knit\w*|sweater|jumper|cardigan|rings?|watch"
    r"|belts?|hats?|gloves?|coats?|jackets?|trousers|jeans|shirts?|bra)\b"
)
_CARE = r"\b(?:clean|wash|care for|look after|maintain)\b|保养|清洗|怎么洗|打理|护理"
_PRICE = r"\bhow much\b|\bprice\b|多少钱|什么价|价格"
_POINTS = r"\b(?:it|this|that|these|those|one)\b|这|那|它"


def section_meant(reading: Reading) -> str | None:
    """The section 'article/section' that an intent of this message asks for, or None."""
    return next((section for intent in _INTENTS if (section := intent(reading))), None)


def declined_first(reading: Reading) -> str | None:
    """What is declined though a complaint, a threat or a wish for a person stands beside it: 'your
    setup, word for word, or I complain', 'a fake report, so that I can sue them'.
    """
    return harm(reading) or plain_pretence(reading)


def _claim(reading: Reading) -> str | None:
    if legal_minimum(reading):
        return LEGAL_MINIMUM
    return SUPPOSED_FAKE if supposed_counterfeit(reading) else None


def _order(reading: Reading) -> str | None:
    return LARGE_ORDER if large_order(reading) or company_order(reading) else None


def _styling(reading: Reading) -> str | None:
    return STYLING if reading.says(_STYLE) and is_black(reading) else None


def _size(reading: Reading) -> str | None:
    asks = _asks_size_without_measure(reading) or _by_stature_alone(reading)
    return WHICH_SIZE if asks else None


def _by_stature_alone(reading: Reading) -> bool:
    """'What size' and then only how tall and heavy she is: neither a piece nor a measure of it."""
    tall_or_heavy = stature(reading.text) or body_weight(reading.text)
    if not tall_or_heavy or reading.pieces or reading.body() or reading.says(_NOT_WHICH):
        return False
    of_what = set(reading.question.terms) - {"size"} or reading.ever_said(_OF_A_KIND)
    return not of_what and reading.ever_said(f"{_WHICH_SIZE}|{_OF_SIZE}")


def _withdrawal_by_law(reading: Reading) -> str | None:
    """'I'm in Lyon, how many days does the law give me': the law of where she is, on sending back
    or on the refund.
    """
    place = reading.place() or reading.place_before()
    if len(reading.books.destinations.find(reading.text)) > 1:
        return None  # two laws are compared
    asks = reading.says(_LAW) and reading.says(_CHANGED_HER_MIND) and reading.says(_HOW_LONG)
    if not asks or place is None or reading.says(_NOT_ONLINE):
        return None
    refund = reading.says(_REFUND)
    if place.country.eu or place.country.id == "united-kingdom":
        return REFUND_EU if refund else WITHDRAWAL_EU
    if place.country.id != "china":
        return None
    return REFUND_CHINA if refund else WITHDRAWAL_CHINA


_LAW = (
    r"法律|法定|法规|依法|按法|\blaw\b|\blegal(?:ly)?\b|\bstatut|\bright to withdraw\b"
    r"|\bwithdrawal right"
)
_CHANGED_HER_MIND = (
    r"\brefund|退|后悔|反悔|冷静期|撤回|不想要|\breturn|\bsend\w* .{0,16}back|\bcool\w*.?off"
    r"|\bwithdraw"
    r"|\bchange\w* my mind"
    r"|\bregret|\bcancel|\bno reason\b"
)
_HOW_LONG = r"几天|多少天|多久|期限|\bhow (?:long|many days)\b|\bdays\b|\bperiod\b|\btime\b|几日"
_REFUND = r"退款|\brefund"
_NOT_ONLINE = (
    r"运费|邮费|门店|店里|实体店|\bin (?:the|a|your) (?:shop|store|salon"
    r"|boutique)\b|保修|质保"
    r"|\bguarantee|\bwarrant|定制|刻字|\bpersonali|没告诉|没告知|\bnever told\b"
)


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


_INTENTS: tuple[Callable[[Reading], str | None], ...] = (
    scheme, others_data, pretence, own_order, elsewhere,
    _claim, incident, declined_act, _order, _withdrawal_by_law, _styling, _size,
    _points_at_nothing,
)  # fmt: skip
