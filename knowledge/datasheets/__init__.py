"""Datasheets: an article for each piece, made from its typed data.

A figure therefore stands in one place, the piece's data, and every answer about it agrees. A
datasheet is written as Markdown and read by `parse_article` like any other article, so search,
citations and the knowledge page know no difference. Sections exist only where the data has an
answer; a few say that the house's notes don't (colours, stock, …) rather than let a neighbouring
section answer what it wasn't asked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from knowledge.articles import Article, parse_article
from knowledge.datasheets.cloth_and_leather import CLOTH_AND_LEATHER
from knowledge.datasheets.every_piece import EVERY_PIECE
from knowledge.datasheets.jewels_and_watches import JEWELS_AND_WATCHES
from knowledge.datasheets.sections import Section, care_sections
from knowledge.datasheets.unknowns import UNKNOWNS
from knowledge.datasheets.wording import Wording, load_wording
from knowledge.house_data import load_products
from shop.language import LANGS, Lang
from shop.products import Product, fold

__all__ = ["datasheet", "datasheets"]

_MAKERS = (*EVERY_PIECE, *CLOTH_AND_LEATHER, *JEWELS_AND_WATCHES)
_MEETING = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\u4e00-\u9fff])")
_VALID_FROM = "2026-11-01"


def datasheets(house: Path) -> tuple[Article, ...]:
    """One article per piece of the house in this folder. Raises ContentError."""
    wording = load_wording(house / "datasheet_wording.yaml")
    return tuple(datasheet(product, wording) for product in load_products(house / "products.yaml"))


def datasheet(product: Product, wording: Wording) -> Article:
    """The article about one piece, id `product-sillage`."""
    article_id = f"product-{fold(product.name)}"
    sections = [*_known(product), *care_sections(product), *_unknown(product)]
    lines = [*_front(product, article_id)]
    for lang in LANGS:
        lines += ["", f"# {lang}"]
        for section in sections:
            lines += _section(section, wording, product, lang)
    return parse_article("\n".join(lines) + "\n", f"{article_id}.md")


def _known(product: Product) -> Iterator[Section]:
    for key, make in _MAKERS:
        if text := make(product):
            yield Section(key, text)


def _unknown(product: Product) -> Iterator[Section]:
    for key, make in UNKNOWNS:
        if text := make(product):
            yield Section(key, text, abstains=True)


def _front(product: Product, article_id: str) -> list[str]:
    title = {lang: f"{product.name} {product.kind.in_(lang)}" for lang in LANGS}
    about = [fold(product.name), product.id, *product.materials]
    fields = {
        "id": article_id,
        "topic": "product",
        "title": title,
        "owner": "catalogue",
        "source": [product.rule, *product.sources],
        "confidence": "high",
        "market": list(product.market),
        "valid_from": _VALID_FROM,
        "about": about,
    }
    written = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())
    return ["---", *written, "---"]


def _section(section: Section, wording: Wording, product: Product, lang: Lang) -> list[str]:
    asks = wording.of(section.key)
    attrs = " behaviour=abstain" if section.abstains else ""
    heading = f"## {product.name}: {asks.title.in_(lang)} {{#{section.key}{attrs}}}"
    questions = [f"? {ask}" for ask in asks.about(product, lang)]
    text = section.text.in_(lang)
    return ["", heading, *questions, _spaced(text) if lang == "zh" else text]


def _spaced(text: str) -> str:
    """Chinese set apart from latin letters and digits by a space, as the house writes it."""
    return _MEETING.sub(" ", text)
