"""Trace codes that a shopper types: their form, and what the record behind one shows."""

from __future__ import annotations

import re

from agents.recognisers.reading import Reading, Recogniser
from shop.rulings import Ruling
from shop.trace_codes import form_of_code, is_complete
from shop.trace_findings import Finding, Verdict
from shop.trace_rulings import record_of_code

_CODE = re.compile(r"(?<![A-Za-z])TV-[A-Za-z0-9]{2,12}(?:-[A-Za-z0-9]{1,16})?(?![A-Za-z0-9])", re.I)
_PIECE = re.compile(r"TV-[A-Z]\d\d", re.I)
_ABOUT_FORM = (
    r"complete|whole|full|valid|\bright\b|correct|proper|format|\bform\b|look(?:s)? (?:ok|fine|off)"
    r"|missing|typo|short|long|many|wrong|完整|全|对(?:吗|不|么|没)|正确|格式|少|缺|有效|错|位数|几位"
    r"|长|像样|规范|符合"
)
_VERDICT = r"\b(?:fake|genuine|authentic|legit|real)\b|真假|正品|真的|假的|鉴定"
# What articles answer although a code is named: another piece, an earlier scan, who, how much.
_OF_SOMETHING_ELSE = (
    r"\b(?:another|other|different|before|already|first scan|who|whose|owner|name|address|price"
    r"|paid|cost|lost|copy|copied|clone|generate|swap|tag)\b"
    r"|另一|别的|不是我|不一样|不符|之前|早于|首次|谁|主人|名字|地址|价|多少钱|丢|复制|生成|换|标签|取下"
)
_LOOK_UP = (
    r"\b(?:look(?:ing)? up|check|trace|record|history|shows?|scan(?:ned)?|find|verify|registry)\b"
    r"|查|溯源|记录|显示|扫|核对|验"
)


def code_form(reading: Reading) -> Ruling | None:
    code = _code_in(reading)
    if code is None or not reading.says(_ABOUT_FORM):
        return None
    return None if reading.says(_VERDICT) else form_of_code(code)


def code_record(reading: Reading) -> Ruling | None:
    """A code typed alone, or with the wish to look it up. To read a code is to scan it."""
    code = _code_in(reading)
    if code is None or not is_complete(code.upper()) or reading.says(_OF_SOMETHING_ELSE):
        return None
    if not (_alone(code, reading) or reading.says(_LOOK_UP)):
        return None
    found = reading.books.traces(code)
    if found.verdict is Verdict.UNKNOWN and reading.says(_VERDICT):
        return None
    return record_of_code(found, _piece(found, reading), reading.books.zone)


def _code_in(reading: Reading) -> str | None:
    found = _CODE.search(reading.question.in_full)
    return None if found is None or _PIECE.fullmatch(found.group()) else found.group()


def _alone(code: str, reading: Reading) -> bool:
    rest = reading.question.in_full.replace(code, "")
    return not any(character.isalnum() for character in rest)


def _piece(found: Finding, reading: Reading) -> str:
    return reading.books.catalogue.name_of(found.record.piece) if found.record else ""


CODES: tuple[Recogniser, ...] = (code_form, code_record)
