"""Rules that every article of the house keeps, whoever wrote it. Each failure lists its places."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

from knowledge.articles import Article, Section, parse_article
from knowledge.datasheets import datasheets
from shop.conversations import Behaviour
from shop.errors import ContentError
from shop.language import LANGS, Lang
from shop.products import fold

HOUSE = Path("knowledge/house")
LONGEST: dict[Lang, int] = {"zh": 150, "en": 80}  # characters; words
LONGEST_TABLE: dict[Lang, int] = {"zh": 600, "en": 260}
FEWEST_ASKS = 3

# Chinese words for numbers, and English ones, are not compared; nor are these few spellings.
SAME: tuple[tuple[str, str], ...] = (
    (r"(?<=\d),(?=\d{3})", ""),  # 16,800
    (r"(\d+) ?万", r"\g<1>0000"),
    (r"(\d+) ?million", r"\g<1>000000"),
    (r"\d+ ?月", ""),  # English names its months
    (r"\b24:00\b|\bmidnight\b|午夜", ""),
)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_AUTHENTIC_CLAIM = re.compile(
    r"\b(?:is|are|sells?|100 ?%|guaranteed)\s+(?:only\s+)?authentic\b"
    r"|保证正品|都是正品|均为正品|100% ?正品",
    re.IGNORECASE,
)


def files() -> list[Path]:
    return sorted((HOUSE / "articles").rglob("*.md"))


@cache
def read() -> tuple[tuple[Article, ...], tuple[str, ...]]:
    """Every article that parses, and the problems of those that don't."""
    articles, problems = list(datasheets(HOUSE)), []
    for path in files():
        try:
            articles.append(parse_article(path.read_text(encoding="utf-8"), str(path)))
        except ContentError as error:
            problems.append(str(error))
    return tuple(articles), tuple(problems)


def sections() -> list[tuple[str, Lang, Section]]:
    return [
        (f"{article.id}/{section.key}/{lang}", lang, section)
        for article in read()[0]
        for lang in LANGS
        for section in article.sections[lang]
    ]


def figures(text: str) -> Counter[str]:
    for pattern, plain in SAME:
        text = re.sub(pattern, plain, text)
    return Counter(str(float(found)) for found in _FIGURE.findall(text))


def report(problems: list[str]) -> str:
    return f"{len(problems)} problems:\n" + "\n".join(problems)


def test_every_file_parses() -> None:
    problems = read()[1]
    assert not problems, report(list(problems))


def test_there_are_at_least_sixty_articles() -> None:
    assert len(read()[0]) >= 60


def test_no_two_articles_share_an_id() -> None:
    twice = [name for name, n in Counter(a.id for a in read()[0]).items() if n > 1]
    assert not twice, report(twice)


def test_figures_agree_between_the_languages() -> None:
    problems = [
        f"{article.id}/{zh.key}: only zh {sorted(only_zh)}, only en {sorted(only_en)}"
        for article in read()[0]
        for zh, en in zip(article.sections["zh"], article.sections["en"], strict=True)
        if (only_zh := set(figures(zh.text)) - set(figures(en.text)))
        | (only_en := set(figures(en.text)) - set(figures(zh.text)))
    ]
    assert not problems, report(problems)


def test_nothing_unsure_is_said() -> None:
    problems = [place for place, _, section in sections() if "UNSURE" in section.text]
    assert not problems, report(problems)


def test_no_piece_is_claimed_authentic() -> None:
    problems = [
        f"{place}: {found[0]!r}"
        for place, _, section in sections()
        if (found := _AUTHENTIC_CLAIM.search(section.text))
    ]
    assert not problems, report(problems)


def test_a_section_is_short() -> None:
    problems = []
    for place, lang, section in sections():
        limit = (LONGEST_TABLE if section.key.endswith("table") else LONGEST)[lang]
        length = len(section.text) if lang == "zh" else len(section.text.split())
        if length > limit:
            problems.append(f"{place}: {length} > {limit}")
    assert not problems, report(problems)


def test_a_section_is_asked_for_in_several_ways() -> None:
    problems = [
        f"{place}: {len(section.asks)} asks"
        for place, _, section in sections()
        if len(section.asks) < FEWEST_ASKS
    ]
    assert not problems, report(problems)


def test_no_question_leads_to_two_sections() -> None:
    """Datasheets ask alike of every piece of a kind: which one is meant is told by its name."""
    homes: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for place, _, section in sections():
        sheet = place.split("/")[0] if place.startswith("product-") else ""
        for ask in section.asks:
            homes[sheet, fold(ask).strip(" ?？")].add(place.rpartition("/")[0])
    problems = [
        f"{ask!r}: {', '.join(sorted(at))}" for (_, ask), at in homes.items() if len(at) > 1
    ]
    assert not problems, report(problems)


def test_nobody_is_shouted_at() -> None:
    problems = [place for place, _, section in sections() if re.search("[!！]", section.text)]
    assert not problems, report(problems)


def test_chinese_sentences_end_as_chinese_sentences_do() -> None:
    problems = [
        f"{place}: …{section.text[-12:]!r}"
        for place, lang, section in sections()
        if lang == "zh" and section.text[-1] not in "。？；）”"
    ]
    assert not problems, report(problems)


def test_a_handover_says_why_and_nothing_else_does() -> None:
    problems = [
        place
        for place, _, section in sections()
        if (section.reason is not None) != (section.behaviour is Behaviour.HANDOFF)
    ]
    assert not problems, report(problems)
