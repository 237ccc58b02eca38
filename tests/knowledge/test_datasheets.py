from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from knowledge.articles import Article, Section
from knowledge.datasheets import datasheet, datasheets
from knowledge.datasheets.wording import Wording, load_wording
from knowledge.house_data import load_products
from shop.conversations import Behaviour
from shop.errors import ContentError
from shop.language import LANGS, Lang
from shop.products import CareAction, Catalogue, Product

HOUSE = Path("knowledge/house")


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return {article.id: article for article in datasheets(HOUSE)}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(load_products(HOUSE / "products.yaml"))


@pytest.fixture(scope="module")
def wording() -> Wording:
    return load_wording(HOUSE / "datasheet_wording.yaml")


def section(article: Article, key: str, lang: Lang = "en") -> Section:
    return next(found for found in article.sections[lang] if found.key == key)


def keys(article: Article) -> set[str]:
    return {found.key for found in article.sections["en"]}


def test_every_piece_has_a_datasheet(articles: dict[str, Article]) -> None:
    assert len(articles) == 12
    assert {"product-sillage", "product-eclipse", "product-meridien"} <= set(articles)


@pytest.mark.parametrize(
    ("article", "key", "en", "zh"),
    [
        ("sillage", "price", "RMB 16,800", "16,800 元"),
        ("sillage", "holds", "does not fit an iPad or A4", "放不下 iPad 或 A4"),
        ("sillage", "leather", "lambskin, not calfskin", "小羊皮，不是牛皮"),
        ("sillage", "strap", "55 cm", "55 cm"),
        ("rivage", "holds", "13-inch laptop", "13 寸电脑"),
        ("grain", "strap", "95–120 cm", "95–120 cm"),
        ("nil", "cites", "15–45 working days", "15–45 个工作日"),
        ("nil", "instalments", "not available", "不支持分期"),
        ("halte", "half-sizes", "whole sizes only", "只有整码"),
        ("halte", "fit", "one size down", "选小一码"),
        ("cadence", "half-sizes", "36.5, 37.5, 38.5 and 39.5", "36.5、37.5、38.5 和 39.5"),
        ("soir", "length", "124 cm long (in IT 42)", "124 cm（以 IT 42 码计）"),
        ("orbe", "diamond", "0.30 ct, G/VS2", "0.30 克拉，G/VS2"),
        ("lune", "pearls", "7.0–7.5 mm", "7.0–7.5 mm"),
        ("meridien", "water-rating", "5 bar (50 m)", "5 bar（50 米）"),
        ("eclipse", "frame-code", "lens width 52 mm, bridge 20 mm", "镜片宽 52 mm"),
    ],
)
def test_a_section_says_the_figure_of_the_typed_data(
    articles: dict[str, Article], article: str, key: str, en: str, zh: str
) -> None:
    sheet = articles[f"product-{article}"]
    assert en in section(sheet, key).text
    assert zh in section(sheet, key, "zh").text


def test_a_changed_figure_changes_every_answer_that_says_it(
    catalogue: Catalogue, wording: Wording
) -> None:
    dearer = replace(catalogue.get("TV-B01"), price_rmb=catalogue.get("TV-B01").price_rmb + 1)
    sheet = datasheet(dearer, wording)
    assert "16,801" in section(sheet, "price").text
    assert "16,801" in section(sheet, "about", "zh").text
    assert "16,800" not in sheet.markdown


def test_a_piece_that_runs_small_is_taken_a_size_up(catalogue: Catalogue, wording: Wording) -> None:
    halte = catalogue.get("TV-S02")
    assert halte.fit is not None
    small = replace(halte, fit=replace(halte.fit, runs="small", steps=1))
    text = section(datasheet(small, wording), "fit").text
    assert "runs small: take one size up" in text
    assert "gives you EU 43, please take EU 44" in text


def test_what_the_data_does_not_say_has_no_section(articles: dict[str, Article]) -> None:
    assert "weight" not in keys(articles["product-nil"])
    assert "lining" not in keys(articles["product-nil"])
    assert "care-iron" not in keys(articles["product-nuage"])
    assert "cites" not in keys(articles["product-sillage"])


def test_what_shoppers_ask_and_the_house_does_not_note_abstains(
    articles: dict[str, Article],
) -> None:
    for article, key in (("sillage", "colours"), ("eclipse", "polarised"), ("nil", "origin")):
        found = section(articles[f"product-{article}"], key)
        assert found.behaviour is Behaviour.ABSTAIN
        assert "do not say" in found.text


def test_every_care_entry_is_quoted_word_for_word(
    articles: dict[str, Article], catalogue: Catalogue
) -> None:
    for product in catalogue.all():
        english = {found.text for found in _sheet_of(product, articles).sections["en"]}
        assert {entry.en for entry in product.care} <= english, product.name


def _sheet_of(product: Product, articles: dict[str, Article]) -> Article:
    return next(a for a in articles.values() if product.id in a.front.about)


def test_a_datasheet_rests_on_the_rule_of_its_piece(
    articles: dict[str, Article], catalogue: Catalogue
) -> None:
    for product in catalogue.all():
        assert _sheet_of(product, articles).front.source[0] == product.rule


def test_each_answer_names_its_piece_or_what_it_is(
    articles: dict[str, Article], catalogue: Catalogue
) -> None:
    for product in catalogue.all():
        sheet = _sheet_of(product, articles)
        for lang in LANGS:
            for found in sheet.sections[lang]:
                assert product.name in found.text, f"{sheet.id}/{found.key}/{lang}"


def test_questions_name_the_kind_and_never_the_piece_and_leave_no_gap_open(
    articles: dict[str, Article], catalogue: Catalogue
) -> None:
    names = [product.name for product in catalogue.all()]
    for article in articles.values():
        asks = [ask for lang in LANGS for found in article.sections[lang] for ask in found.asks]
        assert not [ask for ask in asks if "{" in ask or "}" in ask]
        assert not [ask for ask in asks if any(name in ask for name in names)]


def test_every_care_action_has_its_wording(wording: Wording) -> None:
    missing = [
        action
        for action in get_args(CareAction)
        if f"care-{action.replace('_', '-')}" not in wording.root
    ]
    assert missing == []


def test_wording_with_too_few_questions_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "wording.yaml"
    path.write_text("price:\n  title: {zh: 价格, en: Price}\n  zh: [多少钱]\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"wording.yaml:1: price.en: "):
        load_wording(path)


def test_chinese_and_latin_stand_apart(articles: dict[str, Article]) -> None:
    assert "材质为 100% 山羊绒" in section(articles["product-nuage"], "about", "zh").text
