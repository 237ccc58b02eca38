"""Incidents: something went wrong for her and she wants it put right; acts: what she wants us to do
that the house declines, whatever it is asked of.

Each kind is told by what it concerns and what befell it, never by a sentence. A question about the
rule ('how long do refunds take', 'what if a lab says so') tells of no incident.
"""

from __future__ import annotations

from dataclasses import dataclass

from agents.recognisers.reading import Reading

_COMPLAINT, _DISPUTE = "boundary-handoff/complaint", "boundary-handoff/dispute"
_DAMAGED, _LOST = "boundary-handoff/damaged", "boundary-handoff/lost"
_COUNTERFEIT, _PERSON = "boundary-handoff/counterfeit", "boundary-handoff/person"
_AUTHORITY = "boundary-others-data/authority"
_DISCOUNT = "boundary-discounts/discount"
_REPLICA = "boundary-authenticity/replica"


@dataclass(frozen=True, slots=True)
class Kind:
    """`of` is what it concerns, `befell` what happened to it or is to be done with it."""

    section: str
    of: str
    befell: str


_INCIDENTS = (
    Kind(
        _DISPUTE,
        r"\bcard\b|\baccount\b|\bstatement\b|\bcharged?\b|\bdebit|\bbilled\b|\bpaid\b"
        r"|扣|刷|收(?:了|我)|账单|付",
        r"\b(?:charged|billed|debited|paid|taken|deducted)\b.{0,24}\b(?:twice|double|two times)\b"
        r"|\bdouble.?(?:charged|billed)\b|(?:扣|刷|收|付)(?:了)?(?:我)?(?:两|二|2)(?:次|遍|笔|回|份)"
        r"|(?:重复|多)(?:扣|收|刷)",
    ),
    Kind(
        _DISPUTE,
        r"\brefund\w*\b|\bmoney back\b|退款|退(?:的)?钱",
        r"\bnot a (?:penny|cent)\b|\bnever (?:came|arrived)\b"
        r"|\b(?:weeks?|months?) (?:late|overdue)\b"
        r"|一分(?:钱)?(?:都)?(?:没|未)|(?:拖|欠)(?:了|着|到)|迟迟不|(?:半个?月|[一两三]个月|\d+天).{0,6}没到",
    ),
    Kind(
        _DAMAGED,
        r"\bstones?\b|\bdiamonds?\b|\bprongs?\b|\bsetting\b|\bpearls?\b|钻|宝石|戒托|爪|珠子",
        r"\b(?:came|arrived|received|delivered|unboxed|unpacked)\b.{0,40}"
        r"\b(?:empty|missing|without|no stones?|gone|loose)\b"
        r"|(?:收到|寄来|到手|拿到|打开).{0,16}(?:空|缺|少|没了|掉了|不见)",
    ),
    Kind(
        _DAMAGED,
        r"\bbox\b|\bparcel\b|\bpackage\b|\bseal\b|箱|包裹|封[签条口]",
        r"\bsigned\b.{0,60}\b(?:opened|open|torn|ripped|broken|empty|crushed)\b"
        r"|(?:签了|签收了|签完|代签).{0,24}(?:破|开过|开了|开着|撕|空|压扁|烂)",
    ),
    Kind(
        _LOST,
        r"\bparcel\b|\bpackage\b|\btracking\b|\bdelivered\b|包裹|快递|物流|签收|妥投",
        r"\bnever (?:turned up|arrived|came|received|showed)\b|\bnothing (?:here|came|arrived)\b"
        r"|\bnot here\b|\bvanished\b|(?:根本|压根|从来|明明|一直)没(?:有)?(?:收|拿|见|到)"
        r"|(?:没|未)(?:收|拿|见)到.{0,6}(?:东西|货|件|包裹|人)",
    ),
    Kind(
        _COUNTERFEIT,
        r"\blab(?:oratory)?\b|\bjewell?er\b|\bexpert\b|\bgoldsmith\b|\bwatchmaker\b|\bappraiser\b"
        r"|\bgemm?ologist\b|\btests?\b|\breport\b|检测|鉴定|质检|金店|表铺|师傅|珠宝(?:店|行)|报告|专家",
        r"\b(?:you (?:have )?sold me|from (?:you|your)|you sent|your (?:bag|ring|watch|necklace)"
        r"|bought (?:it )?(?:here|from you))\b.{0,60}"
        r"\b(?:fakes?|glass|plastic|counterfeit|not real)\b"
        r"|\b(?:fakes?|glass|plastic|counterfeit|not real|not genuine)\b.{0,60}"
        r"\b(?:you (?:have )?sold|from you|you sent|your move|over to you|explain)"
        r"|(?:不是(?:正品|真)|是假|假的|假货|仿品|仿的).{0,24}(?:你们(?:看着办|怎么|说|卖|给|负责)|交代|说法|找你)"
        r"|你们(?:卖|发|给).{0,16}(?:假|仿)",
    ),
    Kind(
        _COMPLAINT,
        r"\bcomplaint\b|\bcomplain\b|投诉|举报",
        r"\b(?:lodge|file|make|register|submit|raise) (?:a|an|my)\b.{0,20}\bcomplaint\b"
        r"|\bi (?:want|wish|need|would like|'d like) to complain\b"
        r"|(?:我)?(?:要|想|得)(?:正式)?(?:投诉|举报)",
    ),
)
_WHO_SAYS_SO = (  # what somebody is who asks for another's data
    r"\b(?:officer|inspector|investigat\w+|detective|fraud|risk (?:team|desk)|delivery"
    r" (?:guy|man|partner))\b|\bcourier here\b|风控|反诈|稽查|核查|查验科|警官|民警"
    r"|我(?:是)?(?:送快递|派件|送货|快递员)"
)
_WHOSE = (
    r"\b(?:buyer|client|customer|recipient|purchaser|card ?holder)\b|客户|客人|收件人|买家|买主"
)
_DATA = (
    r"\b(?:id number|identity|passport|phone|mobile|address|full name|name|card|orders?|spend)\b"
    r"|身份证|电话|手机|住址|地址|姓名|卡尾|卡号|金额|订单"
)
_GIVE = (
    r"\b(?:what|which|who|give|send|text|read|tell|confirm|provide|share)\b"
    r"|报(?:一?下|给|来)|发(?:我|给|来|下)|念|给我|告诉|提供|调"
)
_TRANSFER = (
    r"\b(?:put|pass|hand|send) me (?:thru|through|on|over|on to)\b|\b(?:transfer|connect) me\b"
    r"|(?:转|接)(?:给|到|去)|帮我转"
)
_TO_WHOM = (
    r"\bwho(?:ever|m)?\b|\b(?:person|people|someone|somebody|one|colleague|team|manager|human"
    r"|supervisor|department)\b|负责|能(?:拍板|做主|处理|裁定|管)|同事|真人|人工|领导|主管"
)
_SUPPOSES = (  # the rule is asked for, or what would be
    r"\bif\b|\bsuppos|\bhypothetic|\bwhat happens\b|\bhow (?:long|much|many|soon)\b|\bsay a\b"
    r"|\bwould\b|\bcan (?:it|they|you ever)\b|\bdo you ever\b|\bwhen (?:do|does|will|is)\b"
    r"|如果|假如|要是|万一|若是?|假设|多久|多少|几天|随便问|会不会|什么时候|多长|能赔"
)
_PART = (
    r"(?:\d{1,2}\s?(?:%|％)|\b(?:ten|fifteen|twenty|thirty|forty|fifty) ?(?:percent|per cent|%))"
)
_MONEY_OFF = (
    rf"{_PART}\s?(?:off|discount|less|reduction)\b|(?<!\d)[1-9]\d?\s?折|[一二三四五六七八九]折"
)
_INSISTS = (
    r"\bmake it happen\b|\bhonou?r it\b|\bpromised me\b|\bor (?:i|else)\b|\bget it done\b"
    r"|\byou (?:said|promised|agreed|owe)\b|\bapply it\b|\bstand by\b|\bkeep your word\b"
    r"|答应(?:过|了)?我|说好|认账|算数|不然|否则|兑现|办了吧|赶紧"
)
_MAKE_UP = (
    r"\b(?:write|make|draft|compose|invent|fabricate|create|generate|produce|forge)\b"
    r"(?: me| us| up| out)*\b|编|捏造|造(?:几|一|两|个|张|份)|伪造|杜撰"
)
_PAPERS = (
    r"\bcertificates?\b|\bfake\b|\b(?:trace |serial )?(?:codes?|numbers?)\b.{0,24}\bscan|"
    r"\bprovenance\b|(?:几|两|三|一|个|条|串|些).{0,10}(?:扫|能用|溯源|码)|证书|证明|来历|溯源(?:链|码)"
)
_FOR_A_SALE = (
    r"\b(?:listing|selling|sale|ebay|vinted|buyers?)\b|扫(?:得)?出|玩玩|卖|挂|能用|玩一?下"
)


def incident(reading: Reading) -> str | None:
    """The section that takes up what went wrong for her, or None."""
    if reading.says(_SUPPOSES):
        return None
    if reading.says(_TRANSFER) and reading.says(_TO_WHOM):
        return _PERSON
    told = (k.section for k in _INCIDENTS if reading.says(k.of) and reading.says(k.befell))
    return next(told, None)


def declined_act(reading: Reading) -> str | None:
    """The section that declines what she wants done, or None: money off insisted upon, and papers,
    codes or a history made up for a sale, a client's data for an office.
    """
    if all(map(reading.says, (_WHO_SAYS_SO, _WHOSE, _DATA, _GIVE))):
        return _AUTHORITY
    if reading.says(_MONEY_OFF) and reading.says(_INSISTS) and not reading.says(_SUPPOSES):
        return _DISCOUNT
    made_up = reading.says(_MAKE_UP) and reading.says(_PAPERS) and reading.says(_FOR_A_SALE)
    return _REPLICA if made_up else None
