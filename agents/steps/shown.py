"""Shown: what is asked of a text that somebody else wrote to her.

A text may claim several things; each is looked up, with the rest as its surroundings. A text that
wants money sent to a person, or in a currency that nobody can take back, is answered by the rule on
that, however she asks; one that wants a code, a password or a card number, by the rule on those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from agents.steps.attached import search_words
from agents.turn import Question

_PRIVATE_TRANSFER, _CRYPTO = "payment-methods/transfer-to-staff", "payment-methods/crypto"
_NEVER_SEND = "privacy-chats/never-send"
_FIGURES = re.compile(r"\d[\d.,]*")
_CLAIMS = re.compile(r"[,，;；。!！]\s*|\.\s+|\s+(?:and|but)\s+", re.IGNORECASE)
_COUNTS = re.compile(
    r"\d|[一二两三四五六七八九十百千万半]\s*(?:个|天|日|周|月|年|件|次|倍|折|元|块|小时|分钟)"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred"
    r"|dozen|double|half)\b",
    re.IGNORECASE,
)
_MOST_CLAIMS, _SHORTEST = 3, 5
_TO_PAY = re.compile(
    r"\b(?:pay\w*|wire|transfer|deposit|balance|send|remit\w*|top.?up)\b|转|付|汇|打款|打到|打给"
    r"|定金|尾款|订金",
    re.IGNORECASE,
)
_TO_A_PERSON = re.compile(
    r"\b(?:personal(?:ly)?|private(?:ly)?|(?:his|her|their|my) own (?:bank )?account|our agent"
    r"|western union|moneygram|venmo|zelle|cash ?app|gift cards?|my account)\b"
    r"|私人|私下|个人(?:的)?(?:账[户号]|微信|支付宝|银行卡|卡|收款)|本人账户|加我微信|扫我"
    r"|转给我|礼品卡|对私",
    re.IGNORECASE,
)
_IN_CRYPTO = re.compile(
    r"\bbitcoins?\b|\bbtc\b|\bcrypto\w*|\busdt\b|\bethereum\b|比特币|加密货币|虚拟币", re.I
)
_OF_PAYING = re.compile(
    r"\b(?:pay\w*|transfer|wire|scam|safe|legit|from you|yours)\b|付|转账|汇|打款|骗|是你们",
    re.IGNORECASE,
)


_SECRET = re.compile(
    r"\b(?:(?:verification|one.?time|security|sms|confirmation|login|access) (?:codes?|pass\w*)"
    r"|otp|passwords?|passcodes?|pin"
    r"|cvv|cvc|card (?:number|details)|(?:photo|picture|copy|scan) of (?:your |the )?(?:id"
    r"|passport))\b"
    r"|验证码|校验码|动态码|密码|口令|卡号|安全码|身份证(?:照|正|号|复印)|证件照",
    re.IGNORECASE,
)
_TO_BE_GIVEN = re.compile(
    r"\b(?:reply|repl(?:ies|ying)|send|give|tell|provide|text|enter|forward|share|confirm"
    r"|read out|submit|type)\b"
    r"|回复|回传|发(?:送|给|来|到)|提供|告诉|告知|输入|填写?|报给|转发|提交|索要",
    re.IGNORECASE,
)
_OF_THE_MESSAGE = re.compile(
    r"短信|消息|邮件|通知|留言|\b(?:texts?|sms|message|e-?mail|mail|whatsapp"
    r"|notification)\b",
    re.I,
)
_WHAT_OF_IT = re.compile(
    r"意思|读|看|解释|真|信|回|骗|怎么办|要不要|该不该|照做|\b(?:means?|read|explain|understand"
    r"|real|legit|genuine|trust|reply|answer"
    r"|scam|should|do|ok|safe|about|from you)\b",
    re.IGNORECASE,
)


def rule_on_shown(question: Question) -> str | None:
    """The section on what an attached text wants of her: money for a person, or a secret."""
    return payment_shown(question) or _secret_wanted(question)


def _secret_wanted(question: Question) -> str | None:
    """She asks what a message means or whether to do so, and of no piece."""
    asks = _OF_THE_MESSAGE.search(question.text) and _WHAT_OF_IT.search(question.text)
    if not asks or question.pieces:
        return None
    text = " ".join(attached.text for attached in question.attachments)
    wanted = _SECRET.search(text) and _TO_BE_GIVEN.search(text)
    return _NEVER_SEND if wanted else None


def payment_shown(question: Question) -> str | None:
    """The section on the way of paying that an attached text asks for, or None.

    Where she asks of paying, all of the text counts, also what commands; it chooses no more than
    the rule.
    """
    if _OF_PAYING.search(question.text):
        text = " ".join(attached.text for attached in question.attachments)
    else:
        text = search_words(question.attachments) if question.hearsay else ""
    if not _TO_PAY.search(text):
        return None
    if _TO_A_PERSON.search(text):
        return _PRIVATE_TRANSFER
    return _CRYPTO if _IN_CRYPTO.search(text) else None


def claims(question: Question) -> Iterator[Question]:
    """Each thing that a text shown 'is this right?' claims in figures, where there are several."""
    shown = search_words(question.attachments) if question.hearsay else ""
    found = [c for c in _CLAIMS.split(shown) if len(c) >= _SHORTEST and _COUNTS.search(c)]
    for claim in found[:_MOST_CLAIMS] if len(found) > 1 else ():
        query = _FIGURES.sub("", f"{claim} {shown}")
        yield replace(question, queries=(query,), resolved=claim, nameless="", leaning="")
