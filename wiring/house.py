"""The sample house that comes with the software: where it stands, its articles and snippets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from knowledge.articles import Article, parse_article
from knowledge.datasheets import datasheets
from knowledge.house_data import load_yaml
from shop.errors import ContentError
from shop.snippets import HouseSnippet

HOUSE = Path(__file__).parents[1] / "knowledge" / "house"


def house_articles() -> list[Article]:
    """Every article of the sample house: written ones, and a datasheet for each piece."""
    files = sorted((HOUSE / "articles").rglob("*.md"))
    written = [parse_article(f.read_text("utf-8"), str(f.relative_to(HOUSE))) for f in files]
    articles = [*written, *datasheets(HOUSE)]
    _require_own_ids(articles)
    return articles


def house_snippets() -> list[HouseSnippet]:
    """The snippets that come with the house."""
    return load_yaml(HOUSE / "snippets.yaml", list[HouseSnippet])


def _require_own_ids(articles: Sequence[Article]) -> None:
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            raise ContentError(f"{article.id}.md", 2, "id", "another article has this id")
        seen.add(article.id)
