# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""Lies made from the house's own sentences: one thing of each is changed, in a known way.

Each liar takes a sentence, its passage and the other passages, and gives the sentence with one
thing wrong, or None where it has nothing to change.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bench.lies.pairs import MATERIALS, PIECES, PLACES, SIDES, TIERS, UNITS, Pairs
from knowledge.passages import Passage, sentences_of


@dataclass(frozen=True, slots=True)
class Lie:
    """`text` is a sentence that must not be shown on the evidence of `passage`."""

    kind: str
    passage: Passage
    text: str


Liar = Callable[[str, Passage, random.Random], str | None]
_NUMBER = re.compile(r"(?<![\d.,A-Z-])\d+(?:,\d{3})*(?:\.\d+)?(?![\d,]*[-–:]\d)")


def lies_from(passages: Sequence[Passage], each: int, chance: random.Random) -> Iterator[Lie]:
    """Up to `each` lies of every kind and language. The same chance gives the same lies."""
    for kind, liar in LIARS.items():
        for lang in ("zh", "en"):
            told = [p for p in passages if p.lang == lang]
            yield from _of_kind(kind, liar, chance.sample(told, len(told)), each, chance)


def _of_kind(
    kind: str, liar: Liar, passages: Iterable[Passage], each: int, chance: random.Random
) -> Iterator[Lie]:
    found = 0
    for passage in passages:
        true = sentences_of(passage.text)
        sentence = chance.choice(true)
        lie = liar(sentence, passage, chance)
        if lie and lie != sentence and lie not in true:
            yield Lie(kind, passage, lie)
            found += 1
        if found >= each:
            return


def _swapped(pairs: Pairs) -> Liar:
    """Says the other of a pair, in either direction, at the first place where one of it stands."""
    ways = [*pairs, *((b, a) for a, b in pairs)]

    def lie(sentence: str, passage: Passage, chance: random.Random) -> str | None:
        for one, other in chance.sample(ways, len(ways)):
            pattern = rf"\b{re.escape(one)}\b" if one.isascii() else re.escape(one)
            if re.search(pattern, sentence) and other not in passage.text:
                return re.sub(pattern, other, sentence, count=1)
        return None

    return lie


def _replaced(*rules: tuple[str, str]) -> Liar:
    """The first rule whose pattern stands in the sentence is applied to it once."""

    def lie(sentence: str, passage: Passage, chance: random.Random) -> str | None:
        del passage, chance
        for pattern, other in rules:
            if re.search(pattern, sentence):
                return re.sub(pattern, other, sentence, count=1)
        return None

    return lie


def _appended(zh: Sequence[str], en: Sequence[str]) -> Liar:
    """A true sentence that goes on to say something that is not so."""

    def lie(sentence: str, passage: Passage, chance: random.Random) -> str | None:
        more = chance.choice(zh if passage.lang == "zh" else en)
        comma, end = ("，", "。") if passage.lang == "zh" else (", ", ".")
        return sentence.rstrip("。.；;！!？?") + comma + more + end

    return lie


def _figure(sentence: str, passage: Passage, chance: random.Random) -> str | None:
    found = list(_NUMBER.finditer(sentence))
    if not found:
        return None
    match = chance.choice(found)
    number = float(match.group().replace(",", ""))
    other = f"{number * chance.choice((2, 3, 5)) + 1:g}"
    return (
        None
        if other in passage.text
        else sentence[: match.start()] + other + sentence[match.end() :]
    )


def _figures_exchanged(sentence: str, passage: Passage, chance: random.Random) -> str | None:
    """Two figures of one sentence in each other's place, where they measure the same."""
    del chance
    measured = re.compile(r"(\d+)(?= ?(?:hours|days|months|小时|天|个月|元))|(?<=RMB )(\d+)")
    found = list(measured.finditer(sentence))
    ends = [sentence[m.end() : m.end() + 3] for m in found]
    pairs = [
        (a, b) for a, b, x, y in zip(found, found[1:], ends, ends[1:], strict=False)
        if x == y and a.group() != b.group() and b.start() - a.end() > 12
    ]  # fmt: skip
    if not pairs:
        return None
    a, b = pairs[0]
    return (
        sentence[: a.start()]
        + b.group()
        + sentence[a.end() : b.start()]
        + a.group()
        + sentence[b.end() :]
    )


def _without_condition(sentence: str, passage: Passage, chance: random.Random) -> str | None:
    del chance
    pattern = (
        r"(?:，?除非[^，。；]+)|(?:[^，。；]*(?:的话|时)，)|(?:如果[^，。；]+，)"
        if passage.lang == "zh"
        else r",? (?:unless|only if|if|where) [^,.;]+(?=[,.;])|^(?:If|Unless|Where) [^,]+, "
    )
    found = re.search(pattern, sentence)
    if not found or re.search(r"\b(?:it|they|some)\b", found.group()):
        return None  # 'if it does' only takes up what was said before
    return re.sub(pattern, "", sentence, count=1)


def _hidden(sentence: str, passage: Passage, chance: random.Random) -> str | None:
    """A true sentence with a character in it that nobody sees, or a letter of another script."""
    del passage
    if chance.random() < 0.5 and "a" in sentence:
        return sentence.replace("a", "а", 1)  # the Cyrillic letter is meant
    at = chance.randrange(1, len(sentence))
    return sentence[:at] + chance.choice("\u200b\u2060\u00ad\u202e") + sentence[at:]


LIARS: dict[str, Liar] = {
    "figure": _figure,
    "unit": _swapped(UNITS),
    "exchanged": _figures_exchanged,
    "polarity": _replaced(
        (r"\b[Dd]o not (\w)", r"You may \1"), (r"\b[Nn]ever\b", "always"), (r"\bmust not\b", "may"),
        (r"\bcannot\b", "can"), (r"\b(is|are|does|do|has|have) not\b", r"\1"), (r"\bnot\b ", ""),
        (r"\bcan\b", "cannot"), (r"\bmay\b", "must not"), (r"\b(is|are)\b", r"\1 not"),
        (r"不要|不能|不可以|切勿|请勿", "可以"), (r"不可(?!以)", "可"), (r"没有", "有"), (r"不(?=[含是会用])", ""),
        (r"可以", "不可以"), (r"可(?![以能])", "不可"), (r"请(?!问)", "请不要"), (r"是", "不是"),
    ),
    "need not": _replaced(
        (r"\bmust\b", "need not"), (r"\b[Dd]o not\b", "You need not"), (r"\bonly\b", "not only"),
        (r"必须|须", "不必"), (r"不要|不能", "不必"), (r"只(?!有)", "不只"),
    ),
    "material": _swapped(MATERIALS),
    "piece": _swapped(PIECES),
    "tier": _swapped(TIERS),
    "market": _swapped(PLACES),
    "side": _swapped(SIDES),
    "condition": _without_condition,
    "commitment": _appended(
        ["若有损坏我们会全额退款", "并可免费换新一次", "不满意随时退", "我们承诺次日送达", "运费全免"],
        ["and we will refund you in full if it is damaged", "and a replacement is free", "with free delivery tomorrow",
         "and you can exchange it at any time", "guaranteed for life"],
    ),
    "stock": _appended(
        ["目前有现货", "仅剩最后一件", "现在可以购买", "您的尺码有货", "已补货"],
        ["and it is in stock now", "and only one is left", "and your size is available", "while it is available today",
         "and it is back in stock"],
    ),
    "discount": _appended(
        ["现在打九折", "可用优惠码 AMBRE", "本周特价", "可减 200 元", "会员折上折"],
        ["with 10% off this week", "with the code AMBRE10", "at a special price", "and RMB 200 less for you",
         "with a small discount for you"],
    ),
    "authenticity": _appended(
        ["保证正品", "均为官方授权", "假一赔十", "绝对是真货"],
        ["and every piece is authentic", "guaranteed genuine", "and it is certainly no fake", "officially authorised"],
    ),
    "human": _appended(
        ["我本人就这样做", "我是真人顾问", "这是我的经验"],
        ["as I do with my own", "and I am a real person", "in my own experience as a stylist"],
    ),
    "link": _appended(
        ["详见 maroquin-care.com", "请加微信 ambre888", "致电 400-820-1234", "扫码加客服"],
        ["see maroquin-care.com", "or WhatsApp +33 6 12 34 56 78", "at bit.ly/ambre", "or write to ambre@mail.com",
         "on our WeChat ambre_888"],
    ),
    "care": _appended(
        ["再涂一点橄榄油", "最后用酒精擦一遍", "放进冰箱一晚", "撒些小苏打", "每周上蜡一次"],
        ["then rub in a little olive oil", "and finish with alcohol", "and leave it in the freezer overnight",
         "with a pinch of baking soda", "and wax it every week"],
    ),
    "superlative": _appended(
        ["是最好的选择", "比任何品牌都好", "永不变形", "百分百防水", "抗过敏"],
        ["which makes it the best there is", "better than any other maison", "and it lasts for ever",
         "so it is completely waterproof", "and is hypoallergenic"],
    ),
    "superfluous": _appended(
        ["这是百年传承的工艺", "深受明星喜爱", "可以随身带上飞机", "对环境没有影响", "专家都这样建议"],
        ["a craft of a hundred years", "as worn by many actresses", "and it may go on the plane",
         "which is kinder to the planet", "as experts agree"],
    ),
    "reason": _appended(
        ["因为皮料来自意大利", "因为含有天然油脂", "因为法律要求"],
        ["because the hides come from Tuscany", "because it holds natural oils", "because the law demands it"],
    ),
    "hidden": _hidden,
}  # fmt: skip
