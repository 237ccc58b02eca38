# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""Commitments: money back, a guarantee, something free, a delivery, a gift: only from a clause.

Such a sentence may be phrased anew only where its evidence rests on a house rule (H-…) or a piece's
own sheet; and who pays whom is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.proof.bindings import pieces_of
from agents.proof.vocabulary import overlap, telling

_COMMITMENT = re.compile(
    r"\b(?:refund\w*|guarante\w*|warrant\w*|free|complimentary|compensat\w*|exchang\w*"
    r"|reimburs\w*|gifts?|waive\w*|promise\w*"
    r"|credit\w*|deliver\w*|returns?|returned|returnable|replace\w*|money back|we (?:pay|cover"
    r"|bear))\b"
    r"|退款|退货|换货|保修|质保|保证|免费|赔付|赔偿|补偿|包邮|免运费|赠送|赠品|承诺|包退|包换|我们承担|本店承担",
    re.IGNORECASE,
)
_PAYS = r"(?:pays?|covers?|bears?|settles?|is charged|are charged)"
_WE_PAY = re.compile(
    rf"\b(?:we|the house|pontazur) (?:will |also |first )?{_PAYS}\b|(?:我们|本店|平台)(?:来|会|将"
    rf"|先)?(?:承担|支付|付|出)",
    re.IGNORECASE,
)
_YOU_PAY = re.compile(
    rf"\b(?:you|the (?:buyer|client|customer|shopper|consumer|recipient)) (?:will |must |may "
    rf"|still |also )*(?:need to |have to )?{_PAYS[:-1]}|pay|bear)\b|(?:您|买家|客人|顾客|消费者|收件人)(?:需"
    rf"|要|须|自行|来|得|需要)*(?:承担|支付|付|自付)",
    re.IGNORECASE,
)
_FREE = "~free"


def unauthorised(sentence: str, approved: bool) -> str:
    """The commitment of a sentence whose evidence is no approved clause; else empty."""
    made = _COMMITMENT.search(sentence)
    return made.group() if made and not approved else ""


def wrongly_free(sentence: str, evidence: Sequence[str]) -> bool:
    """Whether something is free here that the evidence lets cost something, or does not name."""
    told = [telling(piece) for text in evidence for piece in pieces_of(text)]
    free = [words - {_FREE} for words in told if _FREE in words]
    said = [telling(piece) for piece in pieces_of(sentence)]
    return any(
        words - {_FREE}
        and max((overlap(words - {_FREE}, each) for each in free), default=0.0) <= 0.5
        for words in said
        if _FREE in words
    )


def wrong_payer(sentence: str, evidence: Sequence[str]) -> bool:
    """Whether it lets the house pay where no evidence does, or the client where the house pays."""
    text = "\n".join(evidence)
    ours = _WE_PAY.search(sentence) and not _WE_PAY.search(text)
    yours = _YOU_PAY.search(sentence) and not _YOU_PAY.search(text)
    return bool(ours or (yours and _WE_PAY.search(text)))
