"""Claims that nobody may phrase anew, whatever the evidence says.

The house's own sentences may speak of these things, word for word. A model may not: not of being
a person, not of a piece being the real thing, not of money taken off, not of anything done.
"""

from __future__ import annotations

import re

_DONE_EN = (
    r"transferred|passed|connected|forwarded|notified|called|contacted|informed|alerted|escalated"
    r"|booked|reserved|arranged|scheduled|ordered|placed|cancell?ed|refunded|credited|added|sent"
    r"|processed|submitted|approved|updated|changed|applied|checked|verified|asked"
)
_DONE_ZH = (
    r"转接|转给|转到|转交|通知|联系|告知|预约|预留|预订|下单|取消"
    r"|退款|登记|安排|办理|提交|更改|修改|核实|查询|发送|申请"
)
_FORBIDDEN: dict[str, re.Pattern[str]] = {
    "link": re.compile(
        r"https?:|www\.|\]\(|!\[|[\w-]{1,63}\.(?:com|cn|example|net|org|shop|io|top)\b|\S@\w", re.I
    ),
    "claims to be human": re.compile(
        r"\b(?:I'm|I am|I was|this is|you are (?:talking|speaking|chatting) (?:to|with)) "
        r"(?:\w+ ){0,3}(?:humans?|persons?|people|woman|man|colleague|stylist|employee)\b"
        r"|\b(?:I'm|I am) (?:not|no) (?:\w+ ){0,2}(?:AI|bot|robot|software|machine|program\w*)\b"
        r"|\bas an? (?:\w+ )?(?:human|person)\b"
        r"|我(?:就|其实|确实|真的)*是(?:一[个名位])?(?:真的?人|人类|人工|活人|人(?![工民])|店员|客服人员|同事|顾问本人)"
        r"|我(?:并|可)?不是(?:一[个款])?(?:AI|机器|软件|程序|人工智能|机器人)|由?真人(?:在)?(?:为您)?(?:服务|回复|回答)",
        re.I,
    ),
    "authenticity": re.compile(
        r"\b(?:in)?authentic\b|\bauthenticity (?:is|was|has been) (?:guaranteed|confirmed|verified)"
        r"|\b(?:is|are|it's|they're|100 ?%) (?:\w+ly )?(?:a |the )?(?:genuine|real|original)\b"
        r"|\b(?:fake|counterfeit)\b|正品|真品|真货|保真|假货|仿品|高仿|假一",
        re.I,
    ),
    "discount": re.compile(
        r"\b\d+ ?% (?:off|discount|less|reduction)|\b(?:promo|discount|coupon|voucher) ?codes?\b"
        r"|\b(?:coupon|voucher|special offer|special price|half[- ]price|on sale)\b"
        r"|\bdiscount of\b|\b(?:a|an extra|your) (?:\S+ )?discount\b"
        r"|[打享][一二三四五六七八九\d.]+折|优惠码|优惠券|折扣码|立减|满减|特价|半价|便宜\s*\d",
        re.I,
    ),
    "something done": re.compile(
        rf"\b(?:I have|I've|we have|we've|I just|I) (?:already |just |now )?(?:{_DONE_EN})\b"
        rf"|\b(?:has|have) been (?:{_DONE_EN})\b"
        rf"|\b(?:I will|I'll|I am|I'm|let me) (?:now |going to )?"
        rf"(?:transfer|connect|pass|forward|call|notify|contact|book|reserve|refund)\w*\b"
        rf"|(?:已经?|我这就|马上|现在就?)(?:为您|帮您|替您|给您|将您)?(?:{_DONE_ZH})"
        rf"|(?:{_DONE_ZH})(?:好了|完成|成功)",
        re.I,
    ),
}


def forbidden_claim(sentence: str) -> str:
    """The name of the first forbidden claim in a sentence; empty when there is none."""
    plain = sentence.replace("’", "'")
    return next((what for what, pattern in _FORBIDDEN.items() if pattern.search(plain)), "")
