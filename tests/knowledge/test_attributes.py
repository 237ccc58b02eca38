"""The data on what shoppers ask of a piece."""

from __future__ import annotations

import pytest

from knowledge.attributes import Attributes
from knowledge.datasheets.facts import SECTIONS, fact
from knowledge.house_data import load_yaml
from shop.products import Product
from tests.shop.house_books import HOUSE

ASKED = load_yaml(HOUSE / "attributes.yaml", Attributes)
PIECES = load_yaml(HOUSE / "products.yaml", list[Product])


def test_every_section_that_answers_is_one_of_a_datasheet() -> None:
    named = {section for entry in ASKED.attributes for section in (*entry.kept, *entry.nearby)}
    assert named <= set(SECTIONS)


def test_no_attribute_is_listed_under_one_id_for_the_same_kind_twice() -> None:
    listed = [(entry.id, entry.of) for entry in ASKED.attributes]
    assert len(listed) == len(set(listed))


def test_every_kind_names_a_piece_of_the_catalogue() -> None:
    assert set(ASKED.kinds) <= {piece.id for piece in PIECES}


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.name)
def test_every_attribute_is_answered_or_said_to_be_missing_in_both_languages(
    piece: Product,
) -> None:
    for attribute in ASKED.attributes:
        if not attribute.may_be_asked_of(piece):
            continue
        ruling = fact(piece, attribute)
        assert piece.name in ruling.say.zh
        assert piece.name in ruling.say.en
        assert ruling.confidence in ("house", "unrecorded")


@pytest.mark.parametrize(
    ("text", "asked"),
    [("表盘dial什么颜色", "dial-colour"), ("它weigh多少", "weight"), ("有red的吗, in red?", None)],
)
def test_a_latin_word_ends_where_chinese_begins(text: str, asked: str | None) -> None:
    watch = next(piece for piece in PIECES if piece.category == "watch")
    found = [attribute.id for attribute in ASKED.asked_of(watch, text)]
    assert asked in found if asked else "dial-colour" not in found
