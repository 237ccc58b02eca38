"""Figures taken back: 'foot 24, sorry 25', '胸围从84涨到92'. What she holds to remains."""

from __future__ import annotations

import re

_LABEL = r"(?:(?:EU|US|UK|IT|FR|DE|JP|CN)\s?)?"
_N = (
    rf"(?<![\d.]){_LABEL}\d{{1,3}}(?:\.\d{{1,2}})?"
    r"\s*(?:cm\b|mm\b|in(?:ch(?:es)?)?\b|厘米|毫米|公分|英?寸|码|号)?"
)
_PART = (
    r"胸围|腰围|臀围|脚长|指围|胸|腰|臀|脚|\bbust\b|\bwaist\b|\bhips?\b|\bchest\b"
    r"|\bf(?:oo|ee)t\b|\bfinger\b"
)
_NO_PART = rf"(?:(?!{_PART})[^\d?!？！])"
_TAKEN_BACK = re.compile(
    # 'foot 24 cm, sorry 25'
    rf"{_N}[,.;?!\s-]*\b(?:no+ )?(?:oops|nope|sorry|wait|no,|i mean(?:t)?"
    rf"|correction|scratch that|make that"
    rf"|my mistake|my bad|no i meant)\b{_NO_PART}{{0,24}}?(?={_LABEL}\d)"
    # 'i said 24 but it's 25'
    rf"|\bi (?:said|wrote|typed|thought|put|told you)\b[^\d.?!]{{0,20}}{_N}{_NO_PART}{{0,12}}"
    rf"\b(?:it'?s|it is|actually|turns out|measured|should be"
    rf"|i meant)\b{_NO_PART}{{0,14}}?(?={_LABEL}\d)"
    rf"|\b(?:used to be|was|were)\s+{_N}{_NO_PART}{{0,16}}\bnow\b{_NO_PART}{{0,12}}?(?={_LABEL}\d)"
    rf"|(?<=\bfoot |bust |hips |.hip |aist |hest )(?:\w+ ){{0,3}}from {_N} to (?=\d)"
    # '不是24是24.7', '刚才说24，其实24.7', '24，说错了，24.7'
    rf"|(?:不是|并非)\s*{_N}[,，、\s]*(?:而是|应该是|是)(?=\D{{0,4}}\d)"
    rf"|(?:刚才?|之前|上次|前面|一开始)(?:我)?(?:说|写|量|打|报)[^\d。？?]{{0,6}}{_N}[^\d。？?]{{0,8}}"
    rf"(?:其实|实际|应该|结果|重新|更正|改)[^\d。？?]{{0,6}}?(?={_LABEL}\d)"
    rf"|{_N}[,，。\s]*(?:哦不|啊不|不对|[说打写量记看]错了?|更正)[,，。\s]*[^\d。？?]{{0,6}}?(?={_LABEL}\d)"
    rf"|(?<=[围胸腰臀长脚])\s*从\s*{_N}\s*(?:变|涨|长|胖|升|增|瘦|减|缩)[^\d。？?]{{0,4}}(?=\d)"
    rf"|(?:原来|以前|本来|之前|孕前|怀孕前)[^\d。？?]{{0,4}}{_N}(?=[^\d。？?]{{0,8}}(?:现在|如今|目前|孕后|孕期)[^\d]{{0,6}}\d)",
    re.IGNORECASE,
)
_ANY_PART = re.compile(_PART, re.IGNORECASE)


def as_it_stands(text: str) -> str:
    """The text without the figures that it takes back; the part of the body they were of stays."""

    def part_of(taken: re.Match[str]) -> str:
        named = _ANY_PART.findall(taken.group())
        return f"{named[-1]} " if named else ""

    return _TAKEN_BACK.sub(part_of, text)
