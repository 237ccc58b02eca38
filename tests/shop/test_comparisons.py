"""Pieces beside each other: only what their sheets say."""

from __future__ import annotations

from decimal import Decimal

from shop.comparisons import cheapest, lightest, made_in, sturdier
from tests.shop.house_books import piece


def test_the_lightest_of_several_bags_is_named_with_every_weight() -> None:
    ruling = lightest([piece("TV-B01"), piece("TV-B02"), piece("TV-B03")])
    assert ruling is not None
    assert ruling.say.en == "The Grain is the lightest: Grain 540 g, Sillage 620 g, Rivage 980 g."
    assert "Grain 540 g，Sillage 620 g，Rivage 980 g" in ruling.say.zh


def test_no_weight_is_compared_when_a_card_is_silent() -> None:
    ruling = lightest([piece("TV-B01"), piece("TV-S01")])
    assert ruling
    assert ruling.confidence == "unrecorded"
    assert "Cadence" in ruling.say.en


def test_a_budget_names_what_lies_within_it() -> None:
    ruling = cheapest([piece("TV-J01"), piece("TV-J02")], Decimal(20000))
    assert ruling is not None
    assert ruling.say.en.startswith("Within RMB 20,000 there is the Lune")


def test_a_budget_below_every_price_is_said_so() -> None:
    ruling = cheapest([piece("TV-J01"), piece("TV-J02")], Decimal(1000))
    assert ruling is not None
    assert "None of these" in ruling.say.en


def test_one_piece_is_no_comparison() -> None:
    assert cheapest([piece("TV-J01")]) is None
    assert sturdier([piece("TV-B03")]) is None


def test_the_everyday_choice_stands_against_the_delicate_piece() -> None:
    ruling = sturdier([piece("TV-B01"), piece("TV-B03")])
    assert ruling is not None
    assert ruling.say.zh.startswith("日常使用请选 Grain")


def test_a_size_that_a_piece_is_not_made_in_is_denied_with_those_it_is() -> None:
    ruling = made_in(piece("TV-S02"), Decimal("41.5"))
    assert ruling is not None
    assert ruling.say.en == "No, the Halte is not made in 41.5, only in 40, 41, 42, 43, 44, 45, 46."


def test_a_size_that_a_piece_is_made_in_promises_no_stock() -> None:
    ruling = made_in(piece("TV-S01"), Decimal("36.5"))
    assert ruling is not None
    assert "whether it is in stock now" in ruling.say.en


def test_a_piece_without_sizes_has_no_answer() -> None:
    assert made_in(piece("TV-B01"), Decimal(38)) is None
