from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from decimal import Decimal
from pathlib import Path

import pytest

from knowledge.house_data import load_products
from shop.errors import NotFound
from shop.figures import between, by, money, number
from shop.products import Catalogue, Product

HOUSE = Path("knowledge/house/products.yaml")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(load_products(HOUSE))


def found(catalogue: Catalogue, text: str) -> list[str]:
    return [product.name for product in catalogue.find(text)]


def test_a_piece_is_got_by_its_id(catalogue: Catalogue) -> None:
    sillage = catalogue.get("TV-B01")
    assert (sillage.name, sillage.price_rmb) == ("Sillage", Decimal(16800))


def test_an_unknown_id_is_not_found(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound, match="TV-X99"):
        catalogue.get("TV-X99")


@pytest.mark.parametrize("text", ["Éclipse", "ECLIPSE 好看吗", "那款eclipse墨镜", "tv-e01"])
def test_accents_case_and_neighbouring_chinese_do_not_hide_a_name(
    catalogue: Catalogue, text: str
) -> None:
    assert found(catalogue, text) == ["Éclipse"]


def test_full_width_letters_name_a_piece_too(catalogue: Catalogue) -> None:
    assert found(catalogue, "Ｎｕａｇｅ 羊绒衫会起球吗") == ["Nuage"]


def test_a_common_misspelling_names_the_piece(catalogue: Catalogue) -> None:
    assert found(catalogue, "is the meridian waterproof") == ["Méridien"]


def test_several_pieces_come_once_each_in_order_of_mention(catalogue: Catalogue) -> None:
    assert found(catalogue, "Grain or Sillage? I like Grain") == ["Grain", "Sillage"]


@pytest.mark.parametrize("text", ["a full-grain leather bag", "vanilla", "nile crocodile", ""])
def test_an_ordinary_word_does_not_name_a_piece(catalogue: Catalogue, text: str) -> None:
    assert found(catalogue, text) == []


def test_a_name_still_counts_beside_an_ordinary_use_of_the_word(catalogue: Catalogue) -> None:
    assert found(catalogue, "is the Grain full grain leather?") == ["Grain"]


def test_a_piece_cannot_be_changed(catalogue: Catalogue) -> None:
    with pytest.raises(FrozenInstanceError):
        catalogue.get("TV-B01").price_rmb = Decimal(1)  # type: ignore[misc]  # that is the test


def test_care_for_an_unmentioned_action_is_none(catalogue: Catalogue) -> None:
    rain = catalogue.get("TV-B01").care_for("rain")
    assert rain is not None
    assert rain.verdict == "dont"
    assert catalogue.get("TV-B01").care_for("iron") is None


def test_each_care_action_stands_once_per_piece(catalogue: Catalogue) -> None:
    for product in catalogue.all():
        actions = [entry.action for entry in product.care]
        assert len(actions) == len(set(actions)), product.name


def test_a_sized_piece_names_its_chart_and_an_unsized_one_does_not(catalogue: Catalogue) -> None:
    for product in catalogue.all():
        assert bool(product.sizes) == (product.size_chart != "none"), product.name


def test_a_catalogue_keeps_the_order_it_was_given(catalogue: Catalogue) -> None:
    first = catalogue.get("TV-B01")
    other: Product = replace(first, id="TV-Z01", name="Zed", aliases=())
    assert [product.id for product in Catalogue([other, first]).all()] == ["TV-Z01", "TV-B01"]


def test_figures_are_written_in_the_way_of_each_language() -> None:
    assert money(Decimal("16800"), "en") == "RMB 16,800"
    assert money(Decimal("16800"), "zh") == "16,800 元"
    assert money(Decimal("99.5"), "en") == "RMB 99.50"
    assert number(Decimal("9.40")) == "9.4"
    assert number(Decimal("1200")) == "1,200"
    assert by((Decimal(24), Decimal(15), Decimal("7.5"))) == "24 × 15 × 7.5"
    assert between(95, 120) == "95–120"
