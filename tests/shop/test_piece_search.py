from __future__ import annotations

import pytest

from knowledge.house_data import load_products
from shop.conversations import Author
from shop.db import SqlStore
from shop.errors import BadInput, Unfilled
from shop.piece_search import find_pieces, for_cards, named
from shop.products import Catalogue
from tests.conftest import FrozenClock
from tests.shop.workbench import HOUSE, Workbench


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(load_products(HOUSE / "products.yaml"))


@pytest.fixture
def bench(store: SqlStore, clock: FrozenClock) -> Workbench:
    return Workbench(store, clock)


@pytest.mark.parametrize(("words", "name"), [("eclipse", "Éclipse"), ("SILLAGE", "Sillage")])
def test_a_name_comes_first_however_it_is_written(
    catalogue: Catalogue, words: str, name: str
) -> None:
    assert name in find_pieces(catalogue, words)[0].name


@pytest.mark.parametrize(("zh", "en"), [("羊绒", "cashmere"), ("珍珠", "pearl"), ("戒指", "ring")])
def test_words_of_a_sheet_find_it_in_either_language(
    catalogue: Catalogue, zh: str, en: str
) -> None:
    chinese = {piece.id for piece in find_pieces(catalogue, zh)}
    assert chinese
    assert chinese <= {piece.id for piece in find_pieces(catalogue, en)}


def test_the_beginning_of_a_word_is_enough_and_all_words_count(catalogue: Catalogue) -> None:
    assert find_pieces(catalogue, "cashm") == find_pieces(catalogue, "cashmere")
    assert find_pieces(catalogue, "cashmere watch") == []


def test_without_words_all_pieces_are_there(catalogue: Catalogue) -> None:
    assert find_pieces(catalogue, " ") == list(catalogue.all())


def test_three_pieces_go_with_one_message(catalogue: Catalogue) -> None:
    ids = [piece.id for piece in catalogue.all()]
    assert for_cards([ids[0], ids[0], ids[1]]) == (ids[0], ids[1])
    assert named(catalogue, ids[:1]) == catalogue.all()[0].name
    with pytest.raises(BadInput):
        for_cards(ids[:4])


def test_cards_reach_the_client_with_the_reply(bench: Workbench) -> None:
    talk, piece = bench.talk(), bench.catalogue.all()[0].id
    bench.desk.reply(bench.claire, talk, "请看", "r2", [piece])
    bench.desk.reply(bench.claire, talk, "请看", "r2", [])  # the same request again
    said = [m for m in bench.chats.transcript(bench.shopper, talk) if m.author is Author.PERSON]
    assert [message.cards for message in said] == [(piece,)]


def test_a_reply_with_a_hole_stays_with_her(bench: Workbench) -> None:
    talk = bench.talk()
    with pytest.raises(Unfilled):
        bench.desk.reply(bench.claire, talk, "Dear {client}", "r2")
    assert not [m for m in bench.desk.transcript(bench.claire, talk) if m.author is Author.PERSON]
