"""Clothes: body measures and national labels, for women, men and knitwear."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import NamedSize, body_label, centimetres, letter_size, numeral, wanted_systems
from agents.recognisers.knits import KNITS
from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.words import KNITTED, MEN
from shop.rulings import Ruling
from shop.sizing.agreement import compare_labels
from shop.sizing.body_labels import (
    build_of_body,
    dress_from_chinese,
    dress_from_japanese,
    hao_xing,
)
from shop.sizing.clothing import DressSystem, Measure, dress_from_body, dress_from_label, eu_dress
from shop.sizing.knitwear import letter_alone
from shop.sizing.units import chi_to_cm
from shop.sizing.unnamed import compare_eu_numbers, which_clothes, which_number

_JIS = re.compile(r"(?<![\dA-Za-z])(5|7|9|11|13|15)\s?A(PP|P|R|T)(?![A-Za-z])", re.IGNORECASE)
_WAIST_CHI = re.compile(r"(?<!\d)([12]|[一二两])\s*尺\s*(\d|[一二三四五六七八九])?")
_LEAST = 40  # cm around a grown body; '15 cm over the underbust' is a difference
_THREE = re.compile(r"(?<!\d)(\d{2,3})[-/ 、,]\s?(\d{2,3})[-/ 、,]\s?(\d{2,3})(?!\d)")
_IN_GENERAL = (  # whether labels agree, not what one of them is
    r"always|everywhere|every brand|all brands|as big as|same size as|same as a|bigger than|都一样"
    r"|一样大|都是[^，,。]{0,12}[吗么嘛]|是不是都"
)
DRESS_SYSTEMS: dict[str, DressSystem] = {
    "IT": "it", "FR": "fr", "DE": "de", "UK": "uk", "US": "us",
}  # fmt: skip


def clothes(reading: Reading) -> Ruling | None:
    """Women's ready-to-wear, by body, by national label, by Chinese or Japanese number."""
    if reading.piece and reading.piece.size_chart != "womens_rtw":
        return None
    body = _rtw_body(reading)
    others = reading.speaks_of("knitwear", "bra", "belt") or reading.says(_NOT_A_DRESS)
    if body and not reading.said(MEN) and not others:
        return dress_from_body(reading.books.charts, body, reading.piece)
    if letter := _letter_of_dress(reading):
        return letter
    return _clothes_label(reading)


_NOT_A_DRESS = KNITTED + r"|裤|trouser|\bpants\b|jeans|jacket|西装|衬衫|belt|腰带|皮带"


def _letter_of_dress(reading: Reading) -> Ruling | None:
    """'M码' of a piece that is numbered: the letter says nothing, the measures do."""
    letter = letter_size(reading.text)
    if letter is None or not reading.is_of("dress") or reading.sizes() or reading.body():
        return None
    return letter_alone(letter)


def _rtw_body(reading: Reading) -> dict[Measure, Decimal]:
    found = reading.body()
    parts: tuple[Measure, ...] = ("bust", "waist", "hip")
    girths = {part: centimetres(found[part]) for part in parts if part in found}
    body = {part: cm for part, cm in girths.items() if cm > _LEAST}
    of_a_dress = reading.is_of("dress") or reading.speaks_of("dress")
    if of_a_dress and (chi := _WAIST_CHI.search(reading.text)):
        cm = chi_to_cm(numeral(chi[1]), numeral(chi[2] or "0")).values["cm"]
        body["waist"] = Decimal(cm)
    plain = _THREE.search(reading.text)
    three = of_a_dress or reading.says(r"三围|measurements|\bBWH\b|vital statistics")
    if not body and plain and (three or reading.piece):
        body = {part: Decimal(n) for part, n in zip(parts, plain.groups(), strict=True)}
    return body


def _clothes_label(reading: Reading) -> Ruling | None:
    if chinese := body_label(reading.text):
        return _chinese_label(reading, chinese)
    if japanese := _JIS.search(reading.text):
        return dress_from_japanese(reading.books.charts, f"{japanese[1]}A{japanese[2].upper()}")
    if reading.said(MEN) or reading.speaks_of("shoe", "ring", "ring-size", "hat", "glove"):
        return None
    if reading.says(_IN_GENERAL):
        return None
    labels = (_national_label(reading, size) for size in reading.sizes())
    return next((label for label in labels if label is not None), None)


def _chinese_label(reading: Reading, label: str) -> Ruling:
    if reading.is_of("dress") or wanted_systems(reading.text):
        return dress_from_chinese(reading.books.charts, label)
    return hao_xing(label, "men" if reading.said(MEN) else "women")


def _national_label(reading: Reading, size: NamedSize) -> Ruling | None:
    charts = reading.books.charts
    of_a_dress = reading.is_of("dress") or reading.speaks_of("dress")
    if size.system == "EU":
        return eu_dress(size.value) if of_a_dress else None
    if size.system == "JP":
        return dress_from_japanese(charts, str(size.value))
    if size.system in ("IT", "FR", "DE") or (size.system in ("UK", "US") and of_a_dress):
        return dress_from_label(charts, DRESS_SYSTEMS[size.system], size.value)
    return None


_BUILD = (
    r"号型|体型(?:字母|代号|分类)?|胸腰差|\b(?:body|size) (?:letter|type)\b|\bwhich letter\b"
    r"|\bY,? ?A,? ?B\b|\b[YABC],? (?:or|vs) [YABC]\b|(?<![A-Za-z])[YABC]\s?(?:还是"
    r"|或)\s?[YABC](?![A-Za-z])|\bGB/?T ?1335"
)


def builds(reading: Reading) -> Ruling | None:
    """The letter of a Chinese body size, from bust and waist."""
    body = reading.body()
    bust, waist = body.get("bust") or body.get("chest"), body.get("waist")
    if bust is None or waist is None or not reading.says(_BUILD):
        return None
    man = reading.says(MEN) and not reading.says(r"女|\bwomen|\bfemale")
    return build_of_body(centimetres(bust), centimetres(waist), "men" if man else "women")


_COUNTRIES: dict[DressSystem, str] = {
    "fr": r"法(?:国|码|、|,|和)|(?-i:\bFR\b)|\bfrench\b|\bfrance\b|\bparis\b|\blyon\b|巴黎|里昂",
    "it": r"意(?:大利|码|、|,|和)|(?-i:\bIT\b)|\bitalian\b|\bitaly\b|\bmilano?\b|\brome\b"
    r"|\bflorence\b|米兰|罗马|佛罗伦萨",
    "de": r"德(?:国|码|、|,|和|三|两)|(?-i:\bDE\b)|\bgerman\b|\bgermany\b|\bberlin\b|\bmunich\b"
    r"|\bhamburg\b|柏林|慕尼黑|汉堡",
}
_SAME_NUMBER = re.compile(r"(?<![\d.])(3[2-9]|4\d|5[0-6])(?![\d.]*\d)")
_COMPARED = (
    r"compar|differ|smaller|bigger|larger|side by side|next to each other|how (?:many|much)|apart"
    r"|\b(?:the )?same\b|\bequal|\bidentical\b|一样|一回事|同一个?码|通用"
    r"|摆一起|对比|相比|比较|区别|差|小几|大几|各(?:小|大|是|为)|相对|哪个(?:大|小)"
)


def same_number(reading: Reading) -> Ruling | None:
    """One number on the clothes of at least two of France, Italy and Germany."""
    numbers = set(_SAME_NUMBER.findall(reading.text))
    named = [system for system, names in _COUNTRIES.items() if reading.says(names)]
    if len(numbers) != 1 or len(named) < 2 or not reading.says(_COMPARED):
        return None
    if _of_other_things(reading):
        return None
    number = Decimal(numbers.pop())
    if len(named) > 2 or reading.says(r"\bEU ?\d|欧码?\s?\d"):
        return compare_eu_numbers(number)
    return compare_labels(named[0], number, named[1], number)


def _of_other_things(reading: Reading) -> bool:
    others = ("shoe", "eu-shoe", "ring", "ring-size", "hat", "glove", "bra", "belt", "jacket")
    return reading.speaks_of(*others) or reading.says(r"鞋|shoe|戒|\bring\b|脚")


_I_AM = re.compile(
    r"(?<![A-Za-z])(?:i'?m|i am|i(?: usually| normally| always)? (?:wear|take)|my size is)"
    r"\s+(?:an? )?(?:size )?(3[2-9]|4\d|5[0-2])(?![\d.]*\d)"
    r"(?!\s*(?:cm|kg|years?|yo\b|mm|%|[A-Za-z]\b))"
    r"|我?(?:一直|平时|一般|向来|都)?(?:穿|是)\s*(3[2-9]|4\d|5[0-2])(?![\d.]*\d)(?!\s*(?:岁"
    r"|厘米|公斤"
    r"|[a-z%/]))(?:码|号)?",
    re.IGNORECASE,
)
_OF_THE_BODY = r"腰围|胸围|臀围|\bwaist\b|\bbust\b|\bhips?\b|衣服|上衣|裙|\bcloth|\bdress|\btop\b"


def unnamed(reading: Reading) -> Ruling | None:
    """'I'm a 40, what am I in UK': a number worn, without its country or what it is worn as."""
    found = _I_AM.search(reading.text)
    if found is None or reading.pieces or reading.earlier or _of_other_things(reading):
        return None
    own = [size.system for size in reading.sizes() if size.system]
    if own or reading.says(MEN) or reading.speaks_of("knitwear"):
        return None
    size = Decimal(found[1] or found[2])
    if reading.says(_OF_THE_BODY):
        return which_clothes(reading.books.charts, size)
    asks = wanted_systems(reading.text) or reading.says(r"what (?:size )?am i|哪国|换算|对应")
    return which_number(reading.books.charts, size) if asks else None


BODY_LABELS: tuple[Recogniser, ...] = (builds,)
CLOTHES: tuple[Recogniser, ...] = (
    same_number,
    unnamed,
    *KNITS,
    clothes,
)
