# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""Claims that nobody may phrase anew, whatever the evidence says.

The house's own sentences may speak of these things, word for word. A model may not: not of being
a person, not of a piece being the real thing, not of money taken off, not of stock, not of
anything done or promised, and it gives no address, number or link.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.proof.script import folded

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
        r"https?:|www\.|\]\(|!\[|[\w-]{1,63}\.(?:com|cn|example|net|org|shop|store|io|top|vip"
        r"|app|co|me|xyz|info|fr|it|uk|hk|link|site|online)\b"
        r"|[\w-]{2,63}(?: ?[\[(]dot[\])] ?| dot )\w{2,}|\S ?@ ?\w|点击|链接|二维码|扫码(?:加|关注|领)"
        r"|\bclick\b|\bQR\b|\blink in\b|网址|\b\w+/\w+\?\w+=",
        re.I,
    ),
    "contact": re.compile(
        r"微信(?!支付)|\bwe ?chat\b(?! ?pay)|\bwhats ?app\b|\btelegram\b|\bweixin\b|\b(?:vx|wx|qq"
        r"|line id)\b|加我|私信|\bDM\b|电话|手机号|拨打|热线|\bhotline\b|\bcall (?:us|me)\b|\btext me\b"
        r"|\+\d{1,3}[ -]?\d|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)400[- ]?\d{3}"
        r"|\b\d{3,4}[- ]\d{3,4}[- ]\d{4}\b|小红书|抖音|淘宝|闲鱼|代购|\binstagram\b|\btaobao\b",
        re.I,
    ),
    "claims to be human": re.compile(
        r"\b(?:I'm|I am|I was|this is|you are (?:talking|speaking|chatting) (?:to|with)) "
        r"(?:\w+ ){0,3}(?:humans?|persons?|people|woman|man|colleague|stylist|employee|staff"
        r"|someone)\b"
        r"|\b(?:I'm|I am|you are) (?:not|no) (?:\w+ ){0,4}(?:AI|bot|robot|software|machine"
        r"|program\w*|computer)\b"
        r"|\bas an? (?:\w+ )?(?:human|person|stylist|woman|man)\b|\bmy (?:colleagues and I"
        r"|own|hands|desk)\b|\bI (?:personally|myself|own|wear|touched|visited)\b"
        r"|\b(?:no|not a) (?:bot|robot|machine|software) (?:here|answers?|is)\b|\breal (?:human"
        r"|person)\b"
        r"|我(?:就|其实|确实|真的)*是(?:一[个名位])?(?:真的?人|人类|人工|活人|人(?![工民])|店员|客服人员|同事|顾问本人|导购)"
        r"|我(?:并|可)?不是(?:一[个款])?(?:AI|机器|软件|程序|人工智能|机器人|电脑)|由?真人(?:在)?(?:为您|客服|顾问)?(?:服务|回复|回答"
        r"|接待)|我(?:本人|亲自|亲手|自己也)|真人客服",
        re.I,
    ),
    "authenticity": re.compile(
        r"\b(?:in)?authentic\b|\bauthenticity\b(?=.*\b(?:guarante|confirm|verif|certif|prove))"
        r"|\b(?:is|are|it's|they're|100 ?%) (?:\w+ly )?(?:a |the )?(?:genuine|real|original"
        r"|authentic)\b(?! pearl)"
        r"|\b(?:replicas?|knock-?offs?)\b|\bgenuine (?:article|item|product|piece|maroquin"
        r"|thévrane)\b|\b(?:officially|authori[sz]ed|official)\b|\bthe real thing\b"
        r"|正品|真品|真货|保真|假货|仿品|高仿|假一|官方|授权|正版|原装|专柜",
        re.I,
    ),
    "discount": re.compile(
        r"\b\d+ ?(?:%|per ?cent|percent) (?:off|discount|less|reduction|cheaper)|\b(?:promo"
        r"|discount|coupon|voucher) ?(?:codes?|cards?)\b"
        r"|\b(?:coupons?|vouchers?|special (?:offer|price|deal)|on sale|cash ?back|rebate"
        r"|clearance|markdown|price (?:cut|drop)|reduced by|cheaper|flash sale)\b"
        r"|\bdiscount of\b|\b(?:a|an extra|your|further|additional) (?:\S+ )?discount\b"
        r"|\b(?:discounted|buy one|code [A-Z0-9]{3,})\b"
        r"|[打享][一二两三四五六七八九\d.]+折|[一二三四五六七八九\d.]+折|优惠码|优惠券|折扣|立减|满减|特价|便宜|返现|红包|降价|促销|秒杀|代金券"
        r"|减免?\s?\d+",
        re.I,
    ),
    "stock": re.compile(
        r"\b(?:is|are|we have|still|currently|now|back|remains?|it's|they're|have it"
        r"|got it)\b[^,.;]{0,24}\b(?:in stock|available|sold out|out of stock|on order|in store"
        r"|on hand|unavailable|obtainable)\b(?! (?:to|for|only|methods?|from RMB|below|above|as)\b)"
        r"|\b(?:sold out|out of stock|last (?:one|piece|pair|few|ones|pieces)"
        r"|only (?:\w+ )?(?:left|remaining)|few (?:left|remaining)|selling fast|limited stock"
        r"|back in stock|restock\w*|in stock (?:now|today)|ready to ship|while (?:stocks?"
        r"|supplies) lasts?|pre-?order|waiting ?list|ships today)\b"
        r"|\b\d+ (?:\w+ )?(?:left|remaining|in stock)\b|\bleft in (?:stock|store|your size)\b"
        r"|(?:还有|有|充足|现|仍有|目前有)(?:现)?(?:货|库存)|售罄|卖完|断货|缺货|补货|最后一[件双个只]|仅剩|只剩|限量|到货(?:了|通知)|预售|抢购"
        r"|热卖|现在(?:就)?可以?(?:购买|买|下单)|可立即(?:购买|发货)",
        re.I,
    ),
    "something done": re.compile(
        rf"\b(?:I have|I've|we have|we've|I just|we just|I) (?:already |just "
        rf"|now )?(?:{_DONE_EN})\b"
        rf"|\b(?:has|have|is|are) (?:already |just |now )?been (?:{_DONE_EN})\b|\b(?:your"
        rf"|the) (?:order|refund|booking|return|request) (?:is|was) (?:now )?(?:{_DONE_EN}"
        rf"|confirmed|complete)\b"
        r"|\b(?:I will|I'll|I am|I'm|let me|we'll|allow me to) (?:now |going to |gladly |happily )?"
        r"(?:transfer|connect|pass|forward|call|notify|contact|book|reserve|refund|arrange|send"
        r"|waive|cancel|order|apply|add|hold|check|ask|give|make|extend)\w*\b"
        r"|\bI can (?:refund|cancel|waive|extend|give|apply|add|reserve|book|hold|offer)\w*\b"
        rf"|(?:已经?|我这就|马上|现在就?|我会|我来|我可以)(?:为您|帮您|替您|给您|将您)?(?:{_DONE_ZH})"
        rf"|(?:{_DONE_ZH})(?:好了|完成|成功)|(?:为您|帮您|替您|给您)(?:{_DONE_ZH}|申请|减免|争取)",
        re.I,
    ),
    "promise": re.compile(
        r"\bwe(?:'ll| will| shall) (?!not\b)(?:\w+ )?(?:refund|pay|send|give|replace|compensate"
        r"|cover|deliver|ship|exchange|repair|offer|upgrade|extend|waive|credit|make"
        r"|take care)\w*\b"
        r"|\b(?:you will|you'll) (?:\w+ )?(?:receive|get|be (?:refunded|compensated|given|paid"
        r"|credited))\b|\b(?:I|we) (?:promise|guarantee|assure|swear)\b"
        r"|我们(?:会|将|一定|保证|承诺)(?:为您|给您|向您|全额|免费)?(?:退|赔|补|送|换|免|赠|承担|发)|(?:包退|包换|包赔|包邮|无忧|放心买|随时退"
        r"|终身)",
        re.I,
    ),
    "advice": re.compile(
        r"\b(?:invest(?:ment|ing)?|resale value|appreciat\w+ in value"
        r"|hold(?:s)? (?:its )?value)\b|保值|升值|增值",
        re.I,
    ),
}


# In the first person speaks the house, word for word, and nobody else.
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|myself)\b|我(?!们)|咱|俺|本人|小编|亲测")

# What may be said only in the evidence's own word for it.
_AS_SAID: dict[str, re.Pattern[str]] = {
    "discount": re.compile(r"half[- ]price|半价|gift card|reduction|courtesy|bargain|礼品卡", re.I),
    "authenticity": re.compile(r"counterfeit|fake|genuine|\breal\b|真珍珠|真伪", re.I),
    "stock": re.compile(r"库存|现货|\bin[- ]stock\b|\bstock\b", re.I),
}


def forbidden_claim(sentence: str, evidence: Sequence[str] = ()) -> str:
    """The name of the first forbidden claim in a sentence; empty when there is none."""
    plain, told = folded(sentence), folded("\n".join(evidence)).lower()
    for what, pattern in _FORBIDDEN.items():
        if pattern.search(plain):
            return what
    if (
        evidence
        and _FIRST_PERSON.search(plain)
        and not _FIRST_PERSON.search(folded("\n".join(evidence)))
    ):
        return "claims to be human"
    for what, pattern in _AS_SAID.items():
        if any(match.group().lower() not in told for match in pattern.finditer(plain)):
            return what
    return ""
