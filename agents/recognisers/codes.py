"""Trace codes that a shopper types: only their form is looked at."""

from __future__ import annotations

import re

from agents.recognisers.reading import Reading, Recogniser
from shop.rulings import Ruling
from shop.trace_codes import form_of_code

_CODE = re.compile(r"(?<![A-Za-z])TV-[A-Za-z0-9]{2,12}(?:-[A-Za-z0-9]{1,16})?(?![A-Za-z0-9])", re.I)
_PIECE = re.compile(r"TV-[A-Z]\d\d", re.I)
_ABOUT_FORM = (
    r"complete|whole|full|valid|\bright\b|correct|proper|format|\bform\b|look(?:s)? (?:ok|fine|off)"
    r"|missing|typo|short|long|many|wrong|完整|全|对(?:吗|不|么|没)|正确|格式|少|缺|有效|错|位数|几位"
    r"|长|像样|规范|符合"
)
_VERDICT = r"\b(?:fake|genuine|authentic|legit|real)\b|真假|正品|真的|假的|鉴定"


def code_form(reading: Reading) -> Ruling | None:
    found = _CODE.search(reading.question.in_full)
    if found is None or _PIECE.fullmatch(found.group()) or not reading.says(_ABOUT_FORM):
        return None
    return None if reading.says(_VERDICT) else form_of_code(found.group())


CODES: tuple[Recogniser, ...] = (code_form,)
