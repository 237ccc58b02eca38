"""Passages: the pieces of articles that are embedded, found and quoted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from knowledge.articles import Article
from shop.conversations import Behaviour, Citation
from shop.handoffs import Reason
from shop.language import LANGS, Lang

_SENTENCE_END = re.compile(r"(?<=[。！？；])|(?<=[.!?])\s+(?=[A-Z0-9“\"'£€$])|\n+")
_ABBREVIATION = re.compile(r"\b(e\.g|i\.e|approx|No|Art|art|St|vs)\.$")


@dataclass(frozen=True, slots=True)
class Passage:
    """One section of one revision in one language. `text` is quoted word for word."""

    article: str
    revision: int
    section: str
    lang: Lang
    article_title: str
    title: str
    text: str
    asks: tuple[str, ...]
    about: tuple[str, ...]
    source: tuple[str, ...]
    topic: str
    behaviour: Behaviour
    reason: Reason | None
    valid_from: date = date.min

    @property
    def id(self) -> str:
        return f"{self.article}/{self.section}/{self.lang}"

    @property
    def digest(self) -> str:
        """Changes when, and only when, what is searched changes: then it is embedded anew."""
        searched = "\x1f".join((self.article_title, self.title, self.text, *self.asks))
        return hashlib.sha256(searched.encode()).hexdigest()

    def cite(self, quote: str) -> Citation:
        """A citation of an exact part of this passage. Raises ValueError if it isn't one."""
        if quote not in self.text:
            raise ValueError(f"not a quote of {self.id}: {quote!r}")
        return Citation(
            self.article, self.revision, self.section, self.lang, self.article_title, quote
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found. `score` is the fused one, in 0..1; higher is better.

    `asked` is how near the nearest of the passage's own example questions is (cosine),
    `dense` how near its text is (cosine), `lexical` the share of the query's rare words in it.
    """

    passage: Passage
    score: float
    asked: float
    dense: float
    lexical: float


def passages_of(article: Article) -> list[Passage]:
    """Every section of an article in both languages."""
    return [
        Passage(
            article=article.id,
            revision=article.revision,
            section=section.key,
            lang=lang,
            article_title=article.front.title.in_(lang),
            title=section.title,
            text=section.text,
            asks=section.asks,
            about=article.front.about,
            source=article.front.source,
            topic=article.front.topic,
            behaviour=section.behaviour,
            reason=section.reason,
            valid_from=article.front.valid_from,
        )
        for lang in LANGS
        for section in article.sections[lang]
    ]


def sentences_of(text: str) -> list[str]:
    """Cut text into sentences; each one stands in the text word for word."""
    parts = [part.strip() for part in _SENTENCE_END.split(text)]
    return list(_rejoin_abbreviations(part for part in parts if part))


def _rejoin_abbreviations(parts: Iterable[str]) -> Iterable[str]:
    held = ""
    for part in parts:
        sentence = f"{held} {part}" if held else part
        held = sentence if _ABBREVIATION.search(sentence) else ""
        if not held:
            yield sentence
    if held:
        yield held
