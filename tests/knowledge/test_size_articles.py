"""The size tables stand twice, as data and as articles; here they are held together."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.articles import Article, parse_article
from knowledge.house_data import load_products, load_yaml
from shop.figures import number
from shop.language import LANGS
from shop.sizing_charts import SizeCharts

HOUSE = Path("knowledge/house")


@pytest.fixture(scope="module")
def charts() -> SizeCharts:
    return load_yaml(HOUSE / "size_charts.yaml", SizeCharts)


def article(name: str) -> Article:
    path = HOUSE / "articles" / "sizing" / f"{name}.md"
    return parse_article(path.read_text(encoding="utf-8"), str(path))


def said(name: str, key: str) -> list[str]:
    """The text of one section, in each language."""
    return [s.text for lang in LANGS for s in article(name).sections[lang] if s.key == key]


def require(texts: list[str], *figures: str) -> None:
    assert len(texts) == len(LANGS)
    for text in texts:
        assert not [figure for figure in figures if figure not in text], text


@pytest.mark.parametrize("chart", ["womens_shoes", "mens_shoes"])
def test_every_row_of_a_shoe_table_is_said_and_has_its_own_section(
    charts: SizeCharts, chart: str
) -> None:
    name = chart.replace("_", "-")
    for row in getattr(charts, chart):
        eu = number(row.eu)
        row_figures = (f"{row.foot_cm:.1f} cm", f"UK {number(row.uk)}", f"US {number(row.us)}")
        require(said(name, f"eu-{eu.replace('.', '-')}"), f"EU {eu}", *row_figures)
        require(said(name, "table"), f"EU {eu}", f"{row.foot_cm:.1f} cm", f"CN {row.cn_mm} mm")


def test_every_row_of_the_clothing_table_is_said(charts: SizeCharts) -> None:
    for row in charts.womens_rtw:
        figures = (f"IT {row.it}", f"FR {row.fr}", f"DE {row.de}", f"UK {row.uk}", row.cn)
        require(said("womens-clothing", f"it-{row.it}"), *figures, f"{row.hip} cm")
        require(said("womens-clothing", "table"), *figures, f"{row.hip} cm")


def test_every_row_of_the_ring_table_is_said(charts: SizeCharts) -> None:
    for row in charts.rings:
        figures = (f"EU {row.eu}", f"{row.diameter_mm:.1f} mm", f"US {number(row.us)}", row.uk)
        require(said("rings", f"eu-{row.eu}"), *figures)
        require(said("rings", "table"), *figures)


def test_every_letter_of_the_knitwear_table_is_said(charts: SizeCharts) -> None:
    for row in charts.knitwear:
        span = f"{row.from_cm}–{row.to_cm} cm"
        require(said("knitwear", f"letter-{row.letter.lower()}"), row.letter, span)
        require(said("knitwear", "table"), row.letter, span)


def test_a_piece_comes_only_in_sizes_of_its_chart(charts: SizeCharts) -> None:
    offered = {
        "womens_shoes": {f"EU {number(row.eu)}" for row in charts.womens_shoes},
        "mens_shoes": {f"EU {number(row.eu)}" for row in charts.mens_shoes},
        "womens_rtw": {f"IT {row.it}" for row in charts.womens_rtw},
        "rings": {f"EU {row.eu}" for row in charts.rings},
        "knitwear": {row.letter for row in charts.knitwear},
    }
    for product in load_products(HOUSE / "products.yaml"):
        if product.size_chart != "none":
            assert set(product.sizes) <= offered[product.size_chart], product.name
